"""What is asked of several topics at once, and which is the second where one alone is named."""

from actions.forms import forms_named
from actions.hearing import Heard
from actions.kinds import is_condition
from actions.memory import Memory
from thatch.knowledge import Library

BETWEEN_TWO = frozenset({"comparison", "combination"})
"""What can only be asked about several topics at once."""


def with_another_form(heard: Heard, memory: Memory, library: Library) -> tuple[str, ...]:
    """Set what was spoken of beside its other form: "better than the tablets?", of the lotion."""
    if heard.topics or len(memory.topics) != 1 or memory.topics[0] in library.umbrellas:
        return ()
    both = (*memory.topics, *forms_named(memory.topics[0], heard.routes, library))
    return both if len(both) == 2 and both[0] != both[1] else ()


def set_side_by_side(
    named: tuple[str, ...], heard: Heard, memory: Memory, library: Library
) -> tuple[str, ...]:
    """Find what a single thing is compared with: "my crown is going: the foam or the tablets?"."""
    treatments = tuple(topic for topic in named if not is_condition(topic, library))
    alone = treatments or named
    if len(alone) > 1:
        return named
    both = _two_forms(alone, heard, library) or _with_one_of_before(alone, memory, library)
    return (*(topic for topic in named if topic not in alone), *both)


def _two_forms(topics: tuple[str, ...], heard: Heard, library: Library) -> tuple[str, ...]:
    """Give the forms of one medicine where two are named: "the foam or the tablets"."""
    forms = [one for topic in topics for one in forms_named(topic, heard.routes, library)]
    return tuple(forms) if len(forms) > 1 else ()


def _with_one_of_before(
    named: tuple[str, ...], memory: Memory, library: Library
) -> tuple[str, ...]:
    """Set what is named beside what was spoken of; where nothing is, the last two beside."""
    if named:
        return (*_alike_before(named[0], memory, library), *named)
    return memory.topics if len(memory.topics) > 1 else memory.together[-2:]


def _alike_before(named: str, memory: Memory, library: Library) -> tuple[str, ...]:
    """Give what can be compared with what is named: what was last spoken of, or else before it.

    "This, or finasteride", of the foam, though a beard was asked about since.
    """
    members, kind = set(library.members_of(named)), is_condition(named, library)
    alike = (
        tuple(
            one
            for one in topics
            if is_condition(one, library) == kind and members.isdisjoint(library.members_of(one))
        )
        for topics in memory.nearest_first
    )
    return next(filter(None, alike), ())
