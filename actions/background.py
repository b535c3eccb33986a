"""What is named only as the background of a question: what somebody has, takes, or was told by."""

from collections.abc import Iterable

from actions.kinds import is_condition, is_mere_term, is_treatment
from actions.memory import Memory
from actions.written import is_answered
from thatch.knowledge import Library

_OF_TREATMENTS = frozenset(
    {
        "suitability",
        "contraindication",
        "effectiveness",
        "areas",
        "combination",
        "procedure",
        "how_to_use",
        "aftercare",
        "stopping",
        "approval",
        "availability",
    }
)
"""What is asked of treatments, though some conditions have words on it too."""
WHY_AND_WHICH = frozenset({"causes", "diagnosis"})
"""What is asked of all that somebody's hair shows, and of what may be behind it."""
_UP_TO_A_DOCTOR = frozenset({"availability", "contraindication", "suitability"})
"""What somebody may have said on a treatment: "my GP won't give me it"."""
_WHOM_TO_SEE, _BEFORE_AND_AFTER = "provider_choice", "aftercare"


def but_by_the_way(topics: Iterable[str], aspect: str, library: Library) -> tuple[str, ...]:
    """Leave out somebody or some test that is only mentioned: "my GP says it is stress"."""
    return tuple(
        topic
        for topic in topics
        if (topic not in library.roles and topic not in library.tests)
        or aspect in library.topics[topic].answers
    )


def in_front_of(
    named: tuple[str, ...], aspect: str, memory: Memory, library: Library
) -> tuple[str, ...]:
    """Give what was spoken of, where what is named is only the background of a question about it.

    What somebody has, or a term for it ("not if you have PCOS?"), what may be behind what they have
    ("is it stress?", after patches), who would not prescribe it ("my GP won't"), whom they could
    see ("which doctor, the skin one?"), and what they use at home, after something that is done to
    them ("when am I back on the foam?").
    """
    only_background = all(_is_background(one, library) for one in named)
    if aspect in _OF_TREATMENTS and only_background:
        return tuple(one for one in memory.topics if not _is_background(one, library))
    if aspect in WHY_AND_WHICH and only_background:
        return tuple(one for one in memory.topics if is_condition(one, library))
    only_people = all(one in library.roles for one in named)
    if aspect in _UP_TO_A_DOCTOR and only_people:
        return tuple(one for one in memory.topics if is_treatment(one, library))
    if aspect == _WHOM_TO_SEE and only_people:
        return memory.topics
    if aspect == _BEFORE_AND_AFTER and not any(_is_done(one, library) for one in named):
        return tuple(one for one in memory.topics if _is_done(one, library))
    return ()


def _is_background(topic: str, library: Library) -> bool:
    """Say whether a topic is what somebody has, or a term for it: "a Norwood 3"."""
    return is_mere_term(topic, library) or is_condition(topic, library)


def _is_done(topic: str, library: Library) -> bool:
    """Say whether a topic is something that is done to somebody, such as an injection."""
    return is_treatment(topic, library) and is_answered(topic, "procedure", library)
