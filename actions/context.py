"""What a visitor means, given what was said before. Pure: no conversation is changed here."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from actions.forms import may_have_form, relatives
from actions.hearing import Asked, Heard
from actions.kinds import is_treatment
from actions.memory import Memory
from actions.side_by_side import BETWEEN_TWO
from actions.subjects import subjects
from actions.written import answered_on_any, is_answered
from thatch.knowledge import Library

T = TypeVar("T", bound=Hashable)

GENERAL = "hair_loss"
"""The topic that answers where none is named and none was spoken of."""

_WHAT_CAN_BE_DONE = "options"
_OVERVIEW = ("what_is",)
_OVERVIEW_OF_ANOTHER = ("what_is", "effectiveness")
"""What is told of a topic that is named among others: "and castor oil?"."""


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
    """Those asked about, named or carried over; without the general one."""
    mentioned: tuple[str, ...] = ()
    """Those that are told of besides."""
    aspects: tuple[str, ...] = ()
    questions: tuple[Question | Between, ...] = ()

    def but_of_treatments(self, library: Library) -> "Meant":
        """Leave out the questions about treatments."""
        others = (one for one in self.questions if not _is_of_treatments(one, library))
        return replace(self, questions=tuple(others))


def meaning(heard: Heard, memory: Memory, library: Library) -> Meant:
    """Tell what a message asks.

    Args:
        heard: the message.
        memory: what was spoken of before.
        library: knows which topics belong together and which have an answer.
    """
    if _means_another_form(heard, memory, library):
        return Meant()
    pairs = [
        (one.aspect, subjects(one, heard, memory, library))
        for one in _asked(heard, memory, library)
    ]
    questions = [
        question for aspect, topics in pairs for question in _questions(aspect, topics, library)
    ]
    asked_about = _unique(topic for _, topics in pairs for topic in topics)
    return Meant(
        topics=asked_about,
        mentioned=_mentioned(heard, asked_about, library),
        aspects=_unique(aspect for aspect, _ in pairs),
        questions=_unique(questions),
    )


def _asked(heard: Heard, memory: Memory, library: Library) -> tuple[Asked, ...]:
    """Take what is asked; but few words that ask nothing surely go on with the last question."""
    carried = _carried_on(heard, memory, library)
    leans_on_before = heard.guessed and heard.in_few_words and memory.aspects
    return (carried or heard.asked) if leans_on_before else (heard.asked or carried)


def _carried_on(heard: Heard, memory: Memory, library: Library) -> tuple[Asked, ...]:
    """A topic, a form, a pointer or a drink alone repeats the last question about something else.

    "And castor oil?" does not ask what the options are, though that was asked before; and "the
    first one" of two that were compared is to be told about, not compared once more.
    """
    points = heard.routes or heard.pointers or heard.companions
    if not (heard.topics or (points and (memory.topics or memory.together))):
        return ()
    aspects = [
        aspect
        for aspect in memory.aspects
        if not heard.topics or answered_on_any(heard.topics, aspect, library)
        if not (_chooses(heard) and aspect in BETWEEN_TWO)
    ]
    overview = _OVERVIEW_OF_ANOTHER if memory.aspects else _OVERVIEW
    return tuple(Asked(aspect) for aspect in aspects or overview)


def _means_another_form(heard: Heard, memory: Memory, library: Library) -> bool:
    """Say whether a form alone is named, which nothing that was spoken of comes in.

    "No, I meant the tablets", after mesotherapy.
    """
    alone = heard.in_few_words and not (heard.topics or heard.pointers or heard.surely_asks)
    if not (heard.routes and alone):
        return False
    spoken_of = (*memory.topics, *memory.together)
    return not any(may_have_form(topic, heard.routes, library) for topic in spoken_of)


def _chooses(heard: Heard) -> bool:
    """Say whether a message points at one of several and names nothing itself."""
    return bool(heard.pointers) and "all" not in heard.pointers and not heard.topics


def _mentioned(heard: Heard, asked_about: tuple[str, ...], library: Library) -> tuple[str, ...]:
    """Name the other topics of a message, unless they are kin of what is asked about."""
    kin = {one for topic in asked_about for one in (topic, *relatives(topic, library))}
    return tuple(topic for topic in heard.topics if kin.isdisjoint(library.members_of(topic)))


def _questions(aspect: str, topics: tuple[str, ...], library: Library) -> list[Question | Between]:
    treatments = tuple(topic for topic in topics if is_treatment(topic, library))
    if aspect in BETWEEN_TWO and len(treatments) > 1:
        return [Between(treatments, aspect)]
    return [
        Question(topic, aspect) for topic in _best_answered(topics, aspect, library) or (GENERAL,)
    ]


def _is_of_treatments(question: Question | Between, library: Library) -> bool:
    """Say whether a question is about treatments, or its answer names some."""
    if isinstance(question, Between) or question.aspect == _WHAT_CAN_BE_DONE:
        return True
    return is_treatment(question.topic, library)


def _best_answered(topics: tuple[str, ...], aspect: str, library: Library) -> tuple[str, ...]:
    """Leave out what is only mentioned: "does PRP work for male baldness" is about PRP."""
    return tuple(one for one in topics if is_answered(one, aspect, library)) or topics


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
