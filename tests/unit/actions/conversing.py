"""Runs actions as the action server would, on trackers made from messages."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any, cast

from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker

from actions.shelf import library
from thatch.knowledge.responses import responses
from thatch.nlu.language import read
from thatch.nlu.reading import Reading

LEAST = 0.2
"""From which probability on a guess counts."""
SLOTS = {"region": "uk", "name": None, "sex": None, "lasting_sign": None}


@dataclass
class Said:
    """What one turn said."""

    messages: list[dict[str, Any]]
    slots: dict[str, Any]

    @property
    def responses(self) -> list[str]:
        """The names of the responses, in order."""
        return [message["response"] for message in self.messages]

    @property
    def caveats(self) -> list[dict[str, Any]]:
        """The caveats, as the channel will tell them."""
        return [caveat for message in self.messages for caveat in message.get("caveats", ())]

    @property
    def buttons(self) -> list[dict[str, str]]:
        return [button for message in self.messages for button in message["buttons"]]


@dataclass
class Conversation:
    """The slots of one conversation, as they change from turn to turn."""

    slots: dict[str, Any] = field(default_factory=lambda: dict(SLOTS))

    def hear(
        self,
        action: Action,
        intent: str,
        asked: Sequence[tuple[str, Sequence[str]]] = (),
        guessed_from: str | None = None,
        red_flags_on: Mapping[str, Sequence[str]] = MappingProxyType({}),
        likeliest: Mapping[str, float] = MappingProxyType({}),
        **entities: str | Sequence[str],
    ) -> Said:
        """Run an action on a message.

        Args:
            action: the action that the rules choose.
            intent: the message's intent.
            asked: each thing asked, with the topics named beside it.
            guessed_from: the words, where what is asked was only the likeliest reading of them.
            red_flags_on: those that the message tells of where it is about a topic, by topic.
            likeliest: how likely it is that something is asked, where nothing was likely enough.
            entities: their values by kind; those of SLOTS fill their slots, as Rasa would.
        """
        found = [
            {"entity": entity, "value": value}
            for entity, values in entities.items()
            for value in ([values] if isinstance(values, str) else values)
        ]
        message = {
            "intent": {"name": intent, "confidence": 1.0},
            "entities": found,
            "guessed": guessed_from is not None,
            "in_few_words": Reading(read(guessed_from or "")).in_few_words,
            "asked": [{"intent": one, "topics": list(topics)} for one, topics in asked],
            "red_flags_on": dict(red_flags_on),
            "intent_ranking": [
                {"name": one, "confidence": likely} for one, likely in likeliest.items()
            ],
            "least": LEAST,
        }
        for one in found:
            if one["entity"] in SLOTS:
                self.slots[one["entity"]] = one["value"]
        tracker = Tracker("test", self.slots, message, [], False, None, {}, "action_listen")
        dispatcher = CollectingDispatcher()
        events = asyncio.run(action.run(dispatcher, tracker, cast(Any, {})))
        self.slots |= {event["name"]: event["value"] for event in events}
        return Said(dispatcher.messages, dict(self.slots))


@cache
def _compiled() -> dict[str, dict[str, Any]]:
    return responses(library())


def rendered(message: dict[str, Any]) -> str:
    """Give a compiled text as a visitor reads it."""
    text = str(_compiled()[message["response"]]["text"])
    return re.sub(r"\{(\w+)\}", lambda found: message[found[1]], text)
