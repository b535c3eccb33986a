"""Whether anything is written on what is asked, and of which topics."""

from collections.abc import Iterable

from thatch.knowledge import Library


def is_answered(topic: str, aspect: str, library: Library) -> bool:
    """Say whether anything is written on an aspect of a topic.

    Or of what it is an umbrella for, or of what it belongs to.
    """
    whole = library.whole_of(topic)
    return any(aspect in library.topics[one].answers for one in library.members_of(topic)) or (
        whole is not None and is_answered(whole, aspect, library)
    )


def answered_on_any(topics: Iterable[str], aspect: str, library: Library) -> bool:
    """Say whether anything is written on an aspect of at least one of some topics."""
    return any(is_answered(topic, aspect, library) for topic in topics)


def first_answered(
    nearest_first: Iterable[tuple[str, ...]], aspect: str, library: Library
) -> tuple[str, ...]:
    """Take the nearest topics of which any has an answer; where none has, the nearest."""
    candidates = [topics for topics in nearest_first if topics]
    answered = (topics for topics in candidates if answered_on_any(topics, aspect, library))
    return next(answered, candidates[0] if candidates else ())
