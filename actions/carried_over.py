"""What a message is about that names nothing itself: what was spoken of, or what that leads to."""

from actions.forms import may_have_form, treating_in_form
from actions.hearing import Heard
from actions.kinds import only_treatments
from actions.memory import Memory
from actions.written import first_answered
from thatch.knowledge import Library

_OF_HAIR_LOSS = frozenset(
    {
        "causes",
        "diagnosis",
        "emotional_support",
        "options",
        "prevention",
        "prognosis",
        "symptoms",
    }
)
"""What is asked of somebody's hair and never of a treatment."""
_SOONER = 4
"""How many times as often something is asked of a topic that it is asked of rather than another."""


def carried_over(aspect: str, heard: Heard, memory: Memory, library: Library) -> tuple[str, ...]:
    """Go on with what was spoken of."""
    if heard.routes:
        return _in_a_form(heard, memory, library)
    return _where_it_is_written(aspect, memory, library)


def _in_a_form(heard: Heard, memory: Memory, library: Library) -> tuple[str, ...]:
    """Take what may have the form that is named, or else treats in it what was spoken of.

    "Would injections help?", after patches, or after the tablets for them.
    """
    nearest_first = (memory.topics, () if heard.surely_asks else memory.together)
    having_it = (
        tuple(one for one in topics if may_have_form(one, heard.routes, library))
        for topics in nearest_first
    )
    if had := next(filter(None, having_it), ()):
        return had
    losses = (*memory.topics, *library.used_for(memory.topics))
    return treating_in_form(losses, heard.routes, library) or memory.topics


def _where_it_is_written(aspect: str, memory: Memory, library: Library) -> tuple[str, ...]:
    """Go back to what something is written on, where nothing is on what was spoken of last.

    "Will it grow back", after a shampoo, is asked of the hair loss that was spoken of before, or of
    what it is used for, and the shampoo goes on being spoken of. "Does it hurt" may be asked of the
    shampoo, whether that is written or not, unless injections were spoken of too.
    """
    if only_treatments(memory.topics, library) and _may_be_asked(aspect, memory, library):
        return memory.topics
    used_for = (*memory.topics, *library.used_for(memory.topics))
    return first_answered((*memory.nearest_first, used_for), aspect, library)


def _may_be_asked(aspect: str, memory: Memory, library: Library) -> bool:
    """Say whether something is asked of treatments, or sooner of what was spoken of before."""
    often = library.times_as_often(memory.topics)[aspect]
    before = (library.times_as_often([one])[aspect] for one in memory.in_mind)
    return aspect not in _OF_HAIR_LOSS and all(one < _SOONER * often for one in before)
