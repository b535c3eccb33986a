"""Tells the pipeline what was last spoken of, which Rasa tells policies alone.

Rasa 3.6.21 hands the conversation to the graph that reads a message, but lets no component of a
pipeline ask for it.
"""

from copy import copy
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.shared.core.trackers import DialogueStateTracker

from thatch.nlu.reading import SPOKEN_OF

_parse_alone = MessageProcessor._parse_message_with_graph


def tell_what_was_spoken_of() -> None:
    """Let every message bring the topics that the conversation remembers."""
    setattr(MessageProcessor, "_parse_message_with_graph", _parse)  # noqa: B010 (as in action_calls)


def _parse(
    self: MessageProcessor,
    message: UserMessage,
    tracker: DialogueStateTracker,
    only_output_properties: bool = True,
) -> dict[str, Any]:
    topics = tracker.get_slot("topics") if tracker else None  # Rasa tells none in `rasa test nlu`
    told = copy(message)  # what is kept of the message stays as the visitor sent it
    told.metadata = {**(message.metadata or {}), SPOKEN_OF: topics or []}
    parsed: dict[str, Any] = _parse_alone(self, told, tracker, only_output_properties)
    return parsed
