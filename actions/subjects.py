"""Which topics something is asked about: those beside it, or those spoken of before."""

from collections.abc import Iterable

from actions.background import WHY_AND_WHICH, but_by_the_way, in_front_of
from actions.carried_over import carried_over
from actions.forms import has_form, in_form
from actions.hearing import Asked, Heard
from actions.kinds import is_condition
from actions.memory import Memory
from actions.pointing import pointed_at
from actions.side_by_side import BETWEEN_TWO, set_side_by_side, with_another_form
from actions.written import first_answered
from thatch.knowledge import Library


def subjects(asked: Asked, heard: Heard, memory: Memory, library: Library) -> tuple[str, ...]:
    """Name the topics that something is asked about, in their order.

    Args:
        asked: one thing that is asked.
        heard: the message that asks it.
        memory: what was spoken of before.
        library: knows which topics belong together and which have an answer.
    """
    if asked.aspect in BETWEEN_TWO and (forms := with_another_form(heard, memory, library)):
        return forms
    beside = (
        heard.topics if asked.aspect in BETWEEN_TWO else _with_other_signs(asked, heard, library)
    )
    nearest_first = (
        but_by_the_way(topics, asked.aspect, library)
        for topics in (beside, heard.topics, pointed_at(heard.pointers, memory))
    )
    named = first_answered(nearest_first, asked.aspect, library)
    if asked.aspect in BETWEEN_TWO and not heard.companions:  # which is the second thing
        named = set_side_by_side(named, heard, memory, library)
    if named:
        named = (*in_front_of(named, asked.aspect, memory, library), *named)
    topics = named or carried_over(asked.aspect, heard, memory, library)
    return _unique(
        in_form(topic, _forms_left_for(topic, heard, library), library) for topic in topics
    )


def _with_other_signs(asked: Asked, heard: Heard, library: Library) -> tuple[str, ...]:
    """Add what else a message tells of somebody's hair loss, where it asks why or which it is.

    "Four stone down, and now my ponytail is half what it was" asks about both.
    """
    conditions = tuple(one for one in heard.topics if is_condition(one, library))
    why_or_which = asked.aspect in WHY_AND_WHICH and asked.topics
    if why_or_which and all(is_condition(one, library) for one in asked.topics):
        return _unique((*asked.topics, *conditions))
    return asked.topics


def _forms_left_for(topic: str, heard: Heard, library: Library) -> list[str]:
    """Leave out forms that another medicine is named in: "finasteride with minoxidil foam".

    By its other form too: "is the foam safer", of the tablets, does not make these a foam.
    """
    others = set(heard.topics) - {topic, *library.members_of(topic)}
    return [
        form for form in heard.routes if not any(has_form(one, (form,), library) for one in others)
    ]


def _unique(topics: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(topics))
