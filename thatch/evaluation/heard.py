"""What the assistant made of a message."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heard:
    """What the assistant made of one message."""

    kind: str
    topics: tuple[str, ...]
    aspects: tuple[str, ...]
    answered: tuple[tuple[str, str], ...]
    """Topic and aspect of each answer that was given."""
    without_answer: tuple[tuple[tuple[str, ...], str], ...]
    """Topics and aspect of each question of which it was said that no checked answer exists."""
    offered: tuple[str, ...]
    """The aspects that a button under the reply asks about."""
    red_flags: tuple[str, ...]
    probabilities: dict[str, float]
    """Of each aspect that the classifier ranked."""
    name: str | None
    sex: str | None
    remembered: tuple[str, ...]
    """The topics that the next message may lean on."""
