"""Which written answers meet a question."""

from collections.abc import Iterator
from dataclasses import replace

from actions.context import Question
from actions.memory import Memory
from thatch.knowledge import Curated, Library
from thatch.knowledge.schema import Gap

_WITH_A_TIMELINE = frozenset({"duration", "prognosis"})
"""Questions to which the course of things over time belongs."""


def choose(question: Question, memory: Memory, library: Library) -> list[Curated]:
    """Find the answers to a question: of the topic asked about, or of those that speak for it.

    Args:
        question: what is asked.
        memory: the visitor's region, and the sex of the person whose hair it is.
        library: the knowledge.

    Returns:
        Nothing where the knowledge holds no answer, or leaves it out on purpose.
    """
    return [
        answer
        for topic in _speakers(_of_whole(question, library), memory, library)
        for answer in (
            _answer(topic, question.aspect, memory, library),
            _timeline(topic, question.aspect, memory, library),
        )
        if answer
    ]


def _of_whole(question: Question, library: Library) -> Question:
    """Ask what nothing is written on of a term about what it belongs to: "does the roller hurt"."""
    whole = library.whole_of(question.topic)
    if whole is None or question.aspect in library.topics[question.topic].answers:
        return question
    return replace(question, topic=whole)


def _speakers(question: Question, memory: Memory, library: Library) -> tuple[str, ...]:
    """An umbrella speaks for itself where it has words, unless the person's sex says more."""
    umbrella = library.umbrellas.get(question.topic)
    if umbrella is None or memory.sex in umbrella.by_sex:
        return library.speaking_for(question.topic, memory.sex)
    has_words = library.entry(question.topic, question.aspect, memory.region) is not None
    return (question.topic,) if has_words else umbrella.leads


def _answer(topic: str, aspect: str, memory: Memory, library: Library) -> Curated | None:
    """Take the text on the aspect, or on the nearest one that has any."""
    if _left_out(topic, aspect, memory, library):
        return None
    candidates = _nearest_first(topic, aspect, memory, library)
    return next((answer for answer in candidates if answer), None)


def _timeline(topic: str, aspect: str, memory: Memory, library: Library) -> Curated | None:
    return library.timeline(topic, memory.region) if aspect in _WITH_A_TIMELINE else None


def _nearest_first(
    topic: str, aspect: str, memory: Memory, library: Library
) -> Iterator[Curated | None]:
    for one in (aspect, *library.aspects[aspect].instead):
        yield library.answer(topic, one, memory.region)


def _left_out(topic: str, aspect: str, memory: Memory, library: Library) -> bool:
    return isinstance(library.entry(topic, aspect, memory.region), Gap)
