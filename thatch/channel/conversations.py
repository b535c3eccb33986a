"""Conversations by way of Rasa's agent: begun, continued, told again, erased."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from thatch.channel import replies
from thatch.channel.feedback import Feedback
from thatch.channel.problems import Problem
from thatch.channel.replies import SHOWN, UNSEEN, Message, Uttered
from thatch.channel.store import conversation_store
from thatch.channel.tokens import session_is_gone

NAME = "web"
_PAYLOAD = re.compile(r"/\w+(@[\d.]+)?\s*(\{.*\})?", re.DOTALL)
"""What a button sends within Rasa, and what Rasa would obey if a visitor typed it."""

OnMessage = Callable[[Message], Awaitable[None]]


class _Listener(OutputChannel):
    """Collects what Rasa says, numbers it and passes each message on as it is said."""

    def __init__(self, next_seq: int, on_message: OnMessage | None) -> None:
        self.said: list[Uttered] = []
        self.messages: list[Message] = []
        self._next_seq = next_seq
        self._on_message = on_message

    @classmethod
    def name(cls) -> str:
        return NAME

    async def send_response(self, recipient_id: str, message: Uttered) -> None:
        """Keep a message whole: Rasa's own channels would split it at empty lines."""
        shown = replies.assistant_message(self._next_seq + len(self.said), message)
        self.said.append(message)
        self.messages.append(shown)
        if self._on_message:
            await self._on_message(shown)


class Conversations:
    """All conversations of one running assistant."""

    def __init__(self, agent: Agent, longest_text: int) -> None:
        self._agent = agent
        self._longest_text = longest_text

    async def begin(self, conversation: str, region: str) -> list[Message]:
        """Begin a conversation and give the greeting.

        Args:
            conversation: a new id.
            region: whose rules and phone numbers the visitor gets.
        """
        told = _told("begin", entities=[{"entity": "region", "value": region}])
        message = UserMessage("", parse_data=told, metadata={UNSEEN: True, SHOWN: ""})
        async with self._locked(conversation):
            return (await self._say(message, conversation, 0, None)).messages

    async def hear_text(
        self, conversation: str, message_id: str, text: str, on_message: OnMessage | None = None
    ) -> dict[str, Any]:
        """Answer what a visitor typed, or give the same reply again to the same message.

        Args:
            conversation: its id.
            message_id: made by the client; the same id is processed once.
            text: what was typed. It is never taken for one of Rasa's commands.
            on_message: called with each message as soon as it is said.

        Raises:
            Problem: 401, the conversation has been erased.
        """
        refused = self._refused(text)
        heard = UserMessage(text.lstrip("/ "), metadata={SHOWN: text})
        if refused:
            heard.parse_data = _told(refused)
        return await self._hear(conversation, message_id, lambda _: heard, on_message)

    async def hear_choice(
        self, conversation: str, message_id: str, choice: str, on_message: OnMessage | None = None
    ) -> dict[str, Any]:
        """Answer a button; parameters and errors as `hear_text`."""

        def chosen(tracker: DialogueStateTracker) -> UserMessage:
            button = _offered(tracker, choice)
            if button is None:
                return UserMessage(
                    "", parse_data=_told("unoffered_choice"), metadata={SHOWN: choice}
                )
            return UserMessage(button["payload"], metadata={SHOWN: button["title"]})

        return await self._hear(conversation, message_id, chosen, on_message)

    async def messages(self, conversation: str, after: int) -> list[Message]:
        """Give the messages after a number; raises as `hear_text`."""
        tracker = await self._tracker(conversation)
        rated = conversation_store(self._agent.tracker_store).feedback.of(conversation)
        return [
            {**one, **({"helpful": rated[one["seq"]]} if one["seq"] in rated else {})}
            for one in replies.history(tracker.events)
            if one["seq"] > after
        ]

    async def rate(self, conversation: str, feedback: Feedback) -> None:
        """Keep whether an answer helped, in place of what was said of it before.

        Args:
            conversation: its id.
            feedback: on one of the assistant's messages.

        Raises:
            Problem: 401, the conversation has been erased; 422, that message is none to rate.
        """
        async with self._locked(conversation):
            tracker = await self._tracker(conversation)
            history = replies.history(tracker.events)
            if not any(one["seq"] == feedback.seq and one["from"] != "visitor" for one in history):
                detail = f"seq: {feedback.seq} is no message of the assistant in this conversation."
                raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail)
            conversation_store(self._agent.tracker_store).feedback.keep(conversation, feedback)

    async def erase(self, conversation: str) -> None:
        """Forget a conversation; raises as `hear_text`."""
        async with self._locked(conversation):
            await self._tracker(conversation)
            conversation_store(self._agent.tracker_store).erase(conversation)

    async def _hear(
        self,
        conversation: str,
        message_id: str,
        message_for: Callable[[DialogueStateTracker], UserMessage],
        on_message: OnMessage | None,
    ) -> dict[str, Any]:
        async with self._locked(conversation):
            tracker = await self._tracker(conversation)
            if (before := _reply_given(tracker, message_id)) is not None:
                return await self._told_again(before, on_message)
            message = message_for(tracker)
            message.message_id = message_id
            own_seq = sum(1 for _ in replies.history(tracker.events))
            listener = await self._say(message, conversation, own_seq + 1, on_message)
        return self._reply(listener.said, listener.messages)

    async def _say(
        self, message: UserMessage, conversation: str, next_seq: int, on_message: OnMessage | None
    ) -> _Listener:
        assert self._agent.processor is not None, "the model is loaded before the server listens"
        listener = _Listener(next_seq, on_message)
        message.sender_id = conversation
        message.input_channel = NAME
        message.output_channel = listener
        await self._agent.processor.handle_message(message)
        return listener

    async def _told_again(
        self, reply: list[tuple[int, Uttered]], on_message: OnMessage | None
    ) -> dict[str, Any]:
        messages = [replies.assistant_message(seq, said) for seq, said in reply]
        for message in messages if on_message else ():
            await on_message(message)  # type: ignore[misc]
        return self._reply([said for _, said in reply], messages)

    def _reply(self, said: Sequence[Uttered], messages: list[Message]) -> dict[str, Any]:
        return {
            "messages": messages,
            "answer": replies.answer(said, self._agent.model_id or "", self.content_hash),
        }

    @property
    def content_hash(self) -> str:
        """The content that the model was trained with."""
        assert self._agent.domain is not None
        return next(
            str(slot.initial_value)
            for slot in self._agent.domain.slots
            if slot.name == "content_hash"
        )

    def _refused(self, text: str) -> str | None:
        """Name the intent of a text that is no message to be read."""
        if len(text) > self._longest_text:
            return "too_long"
        if _PAYLOAD.fullmatch(text.strip()):
            return "unoffered_choice"
        return None if text.strip("/ \n\t") else "empty"

    async def _tracker(self, conversation: str) -> DialogueStateTracker:
        tracker = await self._agent.tracker_store.retrieve_full_tracker(conversation)
        if tracker is None:
            raise session_is_gone()
        return tracker

    @asynccontextmanager
    async def _locked(self, conversation: str) -> AsyncIterator[None]:
        """Let one replica at a time work on a conversation."""
        async with self._agent.lock_store.lock(conversation):
            yield


def _told(intent: str, entities: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    """Write what the channel tells Rasa as if it had been understood from a text."""
    return {"text": "", "intent": {"name": intent, "confidence": 1.0}, "entities": list(entities)}


def _offered(tracker: DialogueStateTracker, choice: str) -> dict[str, str] | None:
    """Find a button that was offered in the conversation."""
    uttered = (event for event in tracker.events if isinstance(event, BotUttered))
    numbered = [one["seq"] for one in replies.history(tracker.events) if one["from"] == "assistant"]
    for seq, event in zip(numbered, uttered, strict=True):
        for index, button in enumerate(event.data.get("buttons") or ()):
            if replies.choice_id(seq, index) == choice:
                return dict(button)
    return None


def _reply_given(
    tracker: DialogueStateTracker, message_id: str
) -> list[tuple[int, Uttered]] | None:
    """Give what was said to a message heard before, with its numbers, or None if it is new."""
    seq = -1
    reply: list[tuple[int, Uttered]] | None = None
    for event in tracker.events:
        if isinstance(event, UserUttered):
            seq += not event.metadata.get(UNSEEN)
            if reply is not None:
                break
            reply = [] if event.message_id == message_id else None
        elif isinstance(event, BotUttered):
            seq += 1
            if reply is not None:
                reply.append((seq, event.message()))
    return reply
