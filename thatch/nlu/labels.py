"""What a training message of data/nlu is labelled with, as docs/labelling.md has it."""

from dataclasses import dataclass

from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message


@dataclass(frozen=True)
class Labels:
    """What a message asks and tells."""

    asked: frozenset[str]
    """All intents that it unmistakably has."""
    optional: frozenset[str]
    """Intents that count neither for nor against."""
    red_flags: frozenset[str]

    @classmethod
    def of(cls, message: Message) -> "Labels":
        """Read the intent of a training message, and its metadata."""
        metadata = (message.get("metadata") or {}).get("example", {})
        return cls(
            asked=frozenset({message.get(INTENT), *metadata.get("also", ())}),
            optional=frozenset(metadata.get("maybe", ())),
            red_flags=frozenset(metadata.get("flags", ())),
        )
