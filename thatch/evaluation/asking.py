"""Asks the assistant labelled messages, and notes what it understood and answered."""

import asyncio
import uuid
from collections.abc import Callable, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any, cast

from rasa.core.agent import Agent, load_agent
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from thatch.channel.conversations import Conversations
from thatch.evaluation.buttons import asked_by_buttons
from thatch.evaluation.heard import Heard
from thatch.evaluation.labelled import LabelledConversation, Question
from thatch.evaluation.no_answer import without_answer
from thatch.knowledge import Library

_LONGEST_TEXT = 1000


class Interview:
    """Conversations with a trained model and its action server, by way of the web channel."""

    def __init__(self, agent: Agent, library: Library) -> None:
        self._agent = agent
        self._library = library
        self._conversations = Conversations(agent, _LONGEST_TEXT)

    @classmethod
    def with_model(cls, model: Path, endpoints: Path, library: Library) -> "Interview":
        """Load a model. Its conversations lie in a file of their own, and are erased once held.

        Args:
            model: a model archive.
            endpoints: names the action server.
            library: the knowledge that the model was trained with.
        """
        available = AvailableEndpoints.read_endpoints(str(endpoints))
        assert available.tracker_store is not None, "endpoints.yml names one"
        available.tracker_store.kwargs["db"] = str(endpoints.with_suffix(".db"))
        agent = asyncio.run(load_agent(model_path=str(model), endpoints=available))
        return cls(agent, library)

    def ask_each(self, questions: Sequence[Question], on_each: Callable[[], object]) -> list[Heard]:
        """Ask each message in a conversation of its own, after its context where it has one."""
        return asyncio.run(self._ask_each(questions, on_each))

    def converse(
        self, conversations: Sequence[LabelledConversation], on_each: Callable[[], object]
    ) -> list[list[Heard]]:
        """Hold each conversation from its first turn to its last."""
        return asyncio.run(self._converse(conversations, on_each))

    async def _ask_each(
        self, questions: Sequence[Question], on_each: Callable[[], object]
    ) -> list[Heard]:
        heard = []
        for question in questions:
            texts = [question.context, question.text] if question.context else [question.text]
            heard.append((await self._say_all(texts))[-1])
            on_each()
        return heard

    async def _converse(
        self, conversations: Sequence[LabelledConversation], on_each: Callable[[], object]
    ) -> list[list[Heard]]:
        heard = []
        for conversation in conversations:
            heard.append(await self._say_all([turn.text for turn in conversation.turns]))
            on_each()
        return heard

    async def _say_all(self, texts: Sequence[str]) -> list[Heard]:
        id_ = f"evaluation-{uuid.uuid4().hex}"
        await self._conversations.begin(id_, "uk")
        heard = [await self._say(id_, number, text) for number, text in enumerate(texts)]
        await self._conversations.erase(id_)
        return heard

    async def _say(self, conversation: str, number: int, text: str) -> Heard:
        reply = await self._conversations.hear_text(conversation, str(number), text)
        tracker = await self._agent.tracker_store.retrieve(conversation)
        assert tracker is not None, "just spoken to"
        answer: dict[str, Any] = reply["answer"]
        said = _last_said(tracker)
        parse = tracker.latest_message.parse_data if tracker.latest_message else {}
        ranking = cast("list[dict[str, Any]]", parse.get("intent_ranking") or [])
        return Heard(
            kind=answer["kind"],
            topics=tuple(answer["topics"]),
            aspects=tuple(answer["aspects"]),
            answered=tuple((one["topic"], one["aspect"]) for one in answer["items"]),
            without_answer=tuple(without_answer(said, self._library)),
            offered=tuple(asked_by_buttons(said)),
            red_flags=tuple(answer["red_flags"]),
            probabilities={one["name"]: one["confidence"] for one in ranking},
            name=tracker.get_slot("name"),
            sex=tracker.get_slot("sex"),
            remembered=tuple(cast("list[str] | None", tracker.get_slot("topics")) or ()),
        )


def _last_said(tracker: DialogueStateTracker) -> list[BotUttered]:
    """Give what was said since the visitor's last message."""
    since = takewhile(lambda event: not isinstance(event, UserUttered), reversed(tracker.events))
    return [event for event in since if isinstance(event, BotUttered)]
