"""What a visitor means, given what was said before. Pure: no conversation is changed here."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from actions.hearing import Asked, Heard
from actions.memory import Memory
from actions.pointing import pointed_at
from thatch.knowledge import Library

T = TypeVar("T", bound=Hashable)

GENERAL = "hair_loss"
"""The topic that answers where none is named and none was spoken of."""

_OVERVIEW = ("what_is",)
_BETWEEN_TWO = frozenset({"comparison", "combination"})


@dataclass(frozen=True)
class Question:
    """One thing to be answered about one topic."""

    topic: str
    aspect: str


@dataclass(frozen=True)
class Between:
    """One thing to be answered about several topics at once."""

    topics: tuple[str, ...]
    aspect: str


@dataclass(frozen=True)
class Meant:
    """What is asked, as understood. Nothing at all where that cannot be told."""

    topics: tuple[str, ...] = ()
    """Named or carried over; without the general one."""
    aspects: tuple[str, ...] = ()
    questions: tuple[Question | Between, ...] = ()


def meaning(heard: Heard, memory: Memory, library: Library) -> Meant:
    """Tell what a message asks.

    Args:
        heard: the message.
        memory: what was spoken of before.
        library: knows which topics belong together and which have an answer.
    """
    pairs = [(one.aspect, _topics_of(one, heard, memory, library)) for one in _asked(heard, memory)]
    questions = [
        question for aspect, topics in pairs for question in _questions(aspect, topics, library)
    ]
    return Meant(
        topics=_unique(topic for _, topics in pairs for topic in topics),
        aspects=_unique(aspect for aspect, _ in pairs),
        questions=_unique(questions),
    )


def _asked(heard: Heard, memory: Memory) -> tuple[Asked, ...]:
    """Take what is asked; but few words that ask nothing surely go on with the last question."""
    carried = _carried_on(heard, memory)
    leans_on_before = heard.guessed and heard.in_few_words and memory.aspects
    return (carried or heard.asked) if leans_on_before else (heard.asked or carried)


def _carried_on(heard: Heard, memory: Memory) -> tuple[Asked, ...]:
    """A topic, a form or a pointer alone repeats the last question about something else."""
    points = heard.routes or heard.pointers
    if not (heard.topics or (points and memory.topics)):
        return ()
    return tuple(Asked(aspect) for aspect in memory.aspects or _OVERVIEW)


def _topics_of(asked: Asked, heard: Heard, memory: Memory, library: Library) -> tuple[str, ...]:
    """Name the topics that something is asked about: those beside it, or those spoken of before."""
    named = tuple(
        topic
        for topic in asked.topics or heard.topics or pointed_at(heard.pointers, memory)
        if not _is_by_the_way(topic, asked.aspect, library)
    )
    if asked.aspect in _BETWEEN_TWO and len(named) == 1:
        named = (*memory.topics, *named)
    return _unique(_in_form(topic, heard.routes, library) for topic in named or memory.topics)


def _is_by_the_way(topic: str, aspect: str, library: Library) -> bool:
    """Say whether somebody or some test is only mentioned: "my GP says it is stress"."""
    mentioned = topic in library.roles or topic in library.tests
    return mentioned and aspect not in library.topics[topic].answers


def _in_form(topic: str, routes: Iterable[str], library: Library) -> str:
    """Give the relative of a topic that has the form which is named: "no, I meant the tablets"."""
    relatives = [
        member
        for umbrella, one in library.umbrellas.items()
        if topic == umbrella or topic in one.members
        for member in one.members
        if member in library.treatments
    ]
    for relative in relatives:
        if library.treatments[relative].route in routes:
            return relative
    return topic


def _questions(aspect: str, topics: tuple[str, ...], library: Library) -> list[Question | Between]:
    treatments = tuple(topic for topic in topics if _is_treatment(topic, library))
    if aspect in _BETWEEN_TWO and len(treatments) > 1:
        return [Between(treatments, aspect)]
    return [
        Question(topic, aspect) for topic in _best_answered(topics, aspect, library) or (GENERAL,)
    ]


def _is_treatment(topic: str, library: Library) -> bool:
    return any(one in library.treatments for one in library.members_of(topic))


def _best_answered(topics: tuple[str, ...], aspect: str, library: Library) -> tuple[str, ...]:
    """Leave out what is only mentioned: "does PRP work for male baldness" is about PRP."""
    answered = tuple(
        topic
        for topic in topics
        if any(aspect in library.topics[one].answers for one in library.members_of(topic))
    )
    return answered or topics


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
