"""Whether the assistant can answer: proven by a real message, not by a process that lives."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from rasa.core.agent import Agent

from thatch.channel.conversations import Conversations
from thatch.channel.store import conversation_store
from thatch.channel.tokens import Session
from thatch.memory import give_back_memory

_QUESTION = "What is mesotherapy?"
_LONGEST_WAIT = 5
"""Seconds in which the question has to be answered."""


@dataclass
class Readiness:
    """What works. `missing` names what does not, in an operator's words."""

    missing: list[str] = field(default_factory=list)

    @property
    def ready(self) -> bool:
        """Say whether nothing is missing."""
        return not self.missing


async def check(agent: Agent | None, conversations: Conversations | None) -> Readiness:
    """Ask a real question in a conversation of its own, and erase that.

    Args:
        agent: Rasa's, None while the model is being loaded.
        conversations: those of the agent.
    """
    if agent is None or agent.processor is None or conversations is None:
        return Readiness(["model: it is not loaded yet"])
    session = Session.new(hours=1)
    try:
        return await asyncio.wait_for(_ask(agent, conversations, session), _LONGEST_WAIT)
    except Exception as error:
        return Readiness([f"{_place_of(error)}: {type(error).__name__}: {error}"])
    finally:
        conversation_store(agent.tracker_store).erase(session.conversation)


async def _ask(agent: Agent, conversations: Conversations, session: Session) -> Readiness:
    await conversations.begin(session.conversation, "uk")
    if await agent.tracker_store.retrieve(session.conversation) is None:
        return Readiness(["tracker store: it does not keep conversations"])
    reply: dict[str, Any] = await conversations.hear_text(session.conversation, "ready", _QUESTION)
    if not reply["answer"]["items"]:
        return Readiness(["action server: it gives no answer"])
    give_back_memory()
    return Readiness()


def _place_of(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "reply"
    return "lock store" if "lock" in type(error).__name__.lower() else "tracker store"
