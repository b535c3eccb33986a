"""The messages that were understood worst, with what was expected and what was heard."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thatch.evaluation.heard import Heard
from thatch.evaluation.labelled import Labels
from thatch.evaluation.measures import Shares


@dataclass(frozen=True)
class Asked:
    """One message or one turn of a conversation, and what the assistant made of it."""

    id: str
    text: str
    kind: str
    labels: Labels
    heard: Heard


@dataclass(frozen=True)
class Example:
    """One message in which something was missed."""

    id: str
    text: str
    missed: tuple[str, ...]
    """What was measured and missed."""
    expected: Mapping[str, str]
    heard: Mapping[str, str]


def worst(asked: Iterable[Asked], shares: Shares) -> list[Example]:
    """List all messages in which something missed, those that missed most before others.

    Args:
        asked: the messages that were measured.
        shares: what was measured in them.
    """
    missed: dict[str, list[str]] = {}
    for name, share in shares.items():
        for id_, times in Counter(share.missed).items():
            missed.setdefault(id_, []).extend([name] * times)
    examples = [_example(one, missed[one.id]) for one in asked if one.id in missed]
    return sorted(examples, key=lambda example: -len(example.missed))


def _example(asked: Asked, missed: Iterable[str]) -> Example:
    return Example(
        asked.id,
        asked.text,
        tuple(missed),
        _expected(asked.kind, asked.labels),
        _heard(asked.heard),
    )


def _expected(kind: str, labels: Labels) -> dict[str, str]:
    return _told(
        kind=[kind],
        topics=_with_optional(labels.topics, labels.topics_optional),
        aspects=_with_optional(labels.aspects, labels.aspects_optional),
        red_flags=_with_optional(labels.red_flag, labels.red_flag_also_fine),
        name=[labels.name or ""],
        sex=[labels.sex or ""],
    )


def _heard(heard: Heard) -> dict[str, str]:
    return _told(
        kind=[heard.kind],
        topics=heard.topics,
        aspects=heard.aspects,
        answered=[f"{topic}.{aspect}" for topic, aspect in heard.answered],
        red_flags=heard.red_flags,
        name=[heard.name or ""],
        sex=[heard.sex or ""],
    )


def _with_optional(needed: Iterable[str], optional: Iterable[str]) -> list[str]:
    return [*needed, *(f"({one})" for one in optional)]


def _told(**fields: Iterable[str]) -> dict[str, str]:
    joined = {name: ", ".join(values) for name, values in fields.items()}
    return {name: text for name, text in joined.items() if text}
