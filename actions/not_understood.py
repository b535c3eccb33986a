"""Asks back where a message was not understood, and hands over to a person the second time."""

from collections.abc import Iterator
from typing import Any

from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions.advice import advise_again, still_stands
from actions.context import Meant
from actions.follow_ups import Button, topic_button
from actions.hearing import Heard
from actions.memory import Memory
from actions.reply import Reply
from actions.shelf import library

_MOST_READINGS = 3
_WELCOME_TOPICS = (
    "mesotherapy",
    "minoxidil",
    "hair_transplant",
    "male_pattern_hair_loss",
    "female_pattern_hair_loss",
)
"""What a visitor who is at a loss can choose from."""


class ActionNotUnderstood(Action):
    """Rasa's action where no intent is likely enough."""

    def name(self) -> str:
        """Give the name that the rules use."""
        return "action_not_understood"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Offer the likeliest readings; after that, topics and a person to talk to."""
        heard = Heard.of(tracker.latest_message, library().aspects)
        memory = Memory.of(tracker)
        if still_stands(heard, memory):
            return advise_again(memory, dispatcher).events()
        reply = Reply(dispatcher, Meant(topics=heard.topics), library())
        readings = list(_likeliest(tracker.latest_message, heard.topics or memory.topics))
        if memory.misunderstood or not readings:
            reply.say("utter_not_understood_again", list(_topics()))
        else:
            reply.say("utter_ask_rephrase", readings[:_MOST_READINGS])
        memory = memory.spoken_of(heard.topics)
        return memory.with_(misunderstood=memory.misunderstood + 1).events()


def _likeliest(message: dict[str, Any], topics: tuple[str, ...]) -> Iterator[Button]:
    """Offer the likeliest aspects of the topic that is named or was spoken of."""
    for ranked in message.get("intent_ranking", ()):
        if ranked["name"] in library().aspects and topics:
            title = library().aspects[ranked["name"]].button
            yield topic_button(
                topics[0], ranked["name"], f"{title} ({library().name_of(topics[0])})"
            )


def _topics() -> Iterator[Button]:
    for topic in _WELCOME_TOPICS:
        name = library().name_of(topic)
        yield topic_button(topic, "what_is", f"{name[0].upper()}{name[1:]}")
