"""Questions about two things at once: one against another, or one together with another."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from actions.choosing import choose
from actions.context import Between, Question
from actions.kinds import is_treatment
from actions.memory import Memory
from thatch.knowledge import Curated, Library
from thatch.knowledge.comparison import speaks_of


def joined(
    question: Question, companions: Iterable[str], memory: Memory, library: Library
) -> list[Curated]:
    """Find what is known of a topic together with something that is none, such as alcohol.

    Args:
        question: what is asked of the topic.
        companions: the combinations whose companion is named.
        memory: the visitor's region.
        library: the knowledge.
    """
    found = (
        library.together(id_, memory.region)
        for id_ in companions
        if question.aspect in library.combinations[id_].aspects
        and _belongs(question.topic, library.combinations[id_].of, library)
    )
    return [answer for answer in found if answer]


def known_of_both(between: Between, memory: Memory, library: Library) -> list[Curated]:
    """Find the texts on two topics that speak of both: a combination's, or either topic's own.

    Args:
        between: the topics, and what is asked of them.
        memory: the visitor's region.
        library: the knowledge.
    """
    pairs = _combined(between.topics, memory, library) if between.aspect == "combination" else []
    return pairs or list(_own_words(between, memory, library))


def _combined(topics: Sequence[str], memory: Memory, library: Library) -> list[Curated]:
    found = (
        library.together(id_, memory.region)
        for pair in combinations(topics, 2)
        for id_, one in library.combinations.items()
        if not one.companions and _joins(pair, one.of, library)
    )
    return [answer for answer in found if answer]


def _own_words(between: Between, memory: Memory, library: Library) -> Iterator[Curated]:
    for topic in between.topics:
        others = [library.topics[other] for other in between.topics if other != topic]
        for answer in choose(Question(topic, between.aspect), memory, library):
            if answer.aspect == between.aspect and speaks_of(answer, others):
                yield answer


def _joins(pair: tuple[str, str], of: Sequence[str], library: Library) -> bool:
    first, second = pair
    return any(
        _same(first, one, library) and _same(second, other, library)
        for one, other in ((of[0], of[1]), (of[1], of[0]))
    )


def _belongs(topic: str, of: Sequence[str], library: Library) -> bool:
    return not is_treatment(topic, library) or any(_same(topic, one, library) for one in of)


def _same(asked: str, written: str, library: Library) -> bool:
    """Say whether one is the other, or a member of it."""
    return asked in (written, *library.members_of(written)) or written in library.members_of(asked)
