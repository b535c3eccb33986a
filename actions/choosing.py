"""Which written answers meet a question."""

from collections.abc import Iterator

from actions.context import Question
from actions.memory import Memory
from thatch.knowledge import Curated, Library
from thatch.knowledge.schema import Gap


def choose(question: Question, memory: Memory, library: Library) -> list[Curated]:
    """Find the answers to a question, one for each topic that speaks for the one asked about.

    Args:
        question: what is asked.
        memory: the visitor's region, and the sex of the person whose hair it is.
        library: the knowledge.

    Returns:
        Nothing where the knowledge holds no answer, or leaves it out on purpose.
    """
    topics = library.speaking_for(question.topic, memory.sex)
    found = (_answer(topic, question.aspect, memory, library) for topic in topics)
    return [answer for answer in found if answer]


def _answer(topic: str, aspect: str, memory: Memory, library: Library) -> Curated | None:
    """Take the text on the aspect, or on the nearest one that has any."""
    if _left_out(topic, aspect, memory, library):
        return None
    candidates = _nearest_first(topic, aspect, memory, library)
    return next((answer for answer in candidates if answer), None)


def _nearest_first(
    topic: str, aspect: str, memory: Memory, library: Library
) -> Iterator[Curated | None]:
    for one in (aspect, *library.aspects[aspect].instead):
        yield library.answer(topic, one, memory.region)


def _left_out(topic: str, aspect: str, memory: Memory, library: Library) -> bool:
    return isinstance(library.entry(topic, aspect, memory.region), Gap)
