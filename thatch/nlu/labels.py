"""What a training message of data/nlu is labelled with, as docs/labelling.md has it."""

from dataclasses import dataclass

from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

RED_FLAG = "red_flag."
"""Before the label of a red flag."""
TOPIC = "topic."
"""Before the label of a topic that is described and not named. Labels with neither are intents."""

OUT_OF_SCOPE = "out_of_scope"
"""The intent of what is about something else."""

_ALARMS = frozenset({"emergency", "urgent"})
"""Intents that only a red flag brings about: without one there would be nothing to say."""


def is_intent(label: str) -> bool:
    """Say whether a label is something asked, rather than a flag or a topic that is told."""
    return not label.startswith((RED_FLAG, TOPIC))


def is_topic(label: str) -> bool:
    """Say whether a label is a topic that is described."""
    return label.startswith(TOPIC)


@dataclass(frozen=True)
class Labels:
    """What a message asks and tells."""

    asked: frozenset[str]
    """All intents that it unmistakably has, but for the alarm of a red flag."""
    optional: frozenset[str]
    """Intents that count neither for nor against."""
    red_flags: frozenset[str]
    topics: frozenset[str]
    """Topics that it describes without their names."""

    @classmethod
    def of(cls, message: Message) -> "Labels":
        """Read the intent of a training message, and its metadata."""
        metadata = (message.get("metadata") or {}).get("example", {})
        return cls(
            asked=frozenset({message.get(INTENT), *metadata.get("also", ())}) - _ALARMS,
            optional=frozenset(metadata.get("maybe", ())),
            red_flags=frozenset(metadata.get("flags", ())),
            topics=frozenset(metadata.get("topics", ())),
        )

    @property
    def learnt(self) -> frozenset[str]:
        """Give all that the classifier learns from the message, under one name each."""
        flags = (RED_FLAG + flag for flag in self.red_flags)
        topics = (TOPIC + topic for topic in self.topics)
        return self.asked.union(flags, topics)
