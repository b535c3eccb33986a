"""Which topics something is asked about: those beside it, or those spoken of before."""

from collections.abc import Collection, Iterable

from actions.forms import forms_named, has_form, in_form, may_have_form, treating_in_form
from actions.hearing import Asked, Heard
from actions.memory import Memory
from actions.pointing import pointed_at
from thatch.knowledge import Library

BETWEEN_TWO = frozenset({"comparison", "combination"})
"""What can only be asked about several topics at once."""
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
_WHY_AND_WHICH = frozenset({"causes", "diagnosis"})
_WHOM_TO_SEE, _BEFORE_AND_AFTER = "provider_choice", "aftercare"


def subjects(asked: Asked, heard: Heard, memory: Memory, library: Library) -> tuple[str, ...]:
    """Name the topics that something is asked about, in their order.

    Args:
        asked: one thing that is asked.
        heard: the message that asks it.
        memory: what was spoken of before.
        library: knows which topics belong together and which have an answer.
    """
    if asked.aspect in BETWEEN_TWO and (forms := _with_another_form(heard, memory, library)):
        return forms
    beside = (
        heard.topics if asked.aspect in BETWEEN_TWO else _with_other_signs(asked, heard, library)
    )
    nearest_first = (
        _but_by_the_way(topics, asked.aspect, library)
        for topics in (beside, heard.topics, pointed_at(heard.pointers, memory))
    )
    named = first_answered(nearest_first, asked.aspect, library)
    if asked.aspect in BETWEEN_TWO and not heard.companions:  # which is the second thing
        named = _set_side_by_side(named, heard, memory, library)
    if named:
        named = (*_in_front_of(named, asked.aspect, memory, library), *named)
    topics = named or _spoken_of(asked.aspect, heard, memory, library)
    return _unique(
        in_form(topic, _forms_left_for(topic, heard, library), library) for topic in topics
    )


def _with_other_signs(asked: Asked, heard: Heard, library: Library) -> tuple[str, ...]:
    """Add what else a message tells of somebody's hair loss, where it asks why or which it is.

    "Four stone down, and now my ponytail is half what it was" asks about both.
    """
    conditions = tuple(one for one in heard.topics if _is_condition(one, library))
    why_or_which = asked.aspect in _WHY_AND_WHICH and asked.topics
    if why_or_which and all(_is_condition(one, library) for one in asked.topics):
        return _unique((*asked.topics, *conditions))
    return asked.topics


def _spoken_of(aspect: str, heard: Heard, memory: Memory, library: Library) -> tuple[str, ...]:
    """Go on with what was spoken of."""
    if heard.routes:
        return _in_a_form(heard, memory, library)
    return _where_it_is_written(aspect, memory, library)


def _in_a_form(heard: Heard, memory: Memory, library: Library) -> tuple[str, ...]:
    """Take what may have the form that is named, or treats in it what was spoken of."""
    nearest_first = (memory.topics, () if heard.surely_asks else memory.together)
    having_it = (
        tuple(one for one in topics if may_have_form(one, heard.routes, library))
        for topics in nearest_first
    )
    had = next(filter(None, having_it), ())
    return had or treating_in_form(memory.topics, heard.routes, library) or memory.topics


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


def _set_side_by_side(
    named: tuple[str, ...], heard: Heard, memory: Memory, library: Library
) -> tuple[str, ...]:
    """Find what a single thing is compared with: "my crown is going: the foam or the tablets?"."""
    treatments = tuple(topic for topic in named if not _is_condition(topic, library))
    alone = treatments or named
    if len(alone) > 1:
        return named
    both = _two_forms(alone, heard, library) or _with_one_of_before(alone, memory, library)
    return (*(topic for topic in named if topic not in alone), *both)


def _with_one_of_before(
    named: tuple[str, ...], memory: Memory, library: Library
) -> tuple[str, ...]:
    """Set what is named beside what was spoken of; where nothing is, the last two beside."""
    if named:
        alike = _is_condition(named[0], library)
        before = [one for one in memory.topics if _is_condition(one, library) == alike]
        return (*before, *named)
    return memory.topics if len(memory.topics) > 1 else memory.together[-2:]


def _with_another_form(heard: Heard, memory: Memory, library: Library) -> tuple[str, ...]:
    """Set what was spoken of beside its other form: "better than the tablets?", of the lotion."""
    if heard.topics or len(memory.topics) != 1 or memory.topics[0] in library.umbrellas:
        return ()
    both = (*memory.topics, *forms_named(memory.topics[0], heard.routes, library))
    return both if len(both) == 2 and both[0] != both[1] else ()


def _two_forms(topics: tuple[str, ...], heard: Heard, library: Library) -> tuple[str, ...]:
    """Give the forms of one medicine where two are named: "the foam or the tablets"."""
    forms = [one for topic in topics for one in forms_named(topic, heard.routes, library)]
    return tuple(forms) if len(forms) > 1 else ()


def _forms_left_for(topic: str, heard: Heard, library: Library) -> list[str]:
    """Leave out forms that another medicine is named in: "finasteride with minoxidil foam".

    By its other form too: "is the foam safer", of the tablets, does not make these a foam.
    """
    others = set(heard.topics) - {topic, *library.members_of(topic)}
    return [
        form for form in heard.routes if not any(has_form(one, (form,), library) for one in others)
    ]


def is_treatment(topic: str, library: Library) -> bool:
    """Say whether a topic is a treatment, or what it is an umbrella for is one."""
    return any(one in library.treatments for one in library.members_of(topic))


def _is_condition(topic: str, library: Library) -> bool:
    return all(one in library.conditions for one in library.members_of(topic))


def _is_background(topic: str, library: Library) -> bool:
    """Say whether a topic is what somebody has, or a term for it: "a Norwood 3"."""
    is_term = topic in library.concepts and not is_treatment(
        library.whole_of(topic) or topic, library
    )
    return is_term or _is_condition(topic, library)


def only_treatments(topics: Collection[str], library: Library) -> bool:
    """Say whether there are topics, and all of them are treatments."""
    return bool(topics) and all(is_treatment(one, library) for one in topics)


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


def _but_by_the_way(topics: Iterable[str], aspect: str, library: Library) -> tuple[str, ...]:
    """Leave out somebody or some test that is only mentioned: "my GP says it is stress"."""
    return tuple(
        topic
        for topic in topics
        if (topic not in library.roles and topic not in library.tests)
        or aspect in library.topics[topic].answers
    )


def first_answered(
    nearest_first: Iterable[tuple[str, ...]], aspect: str, library: Library
) -> tuple[str, ...]:
    """Take the nearest topics of which any has an answer; where none has, the nearest."""
    candidates = [topics for topics in nearest_first if topics]
    answered = (topics for topics in candidates if answered_on_any(topics, aspect, library))
    return next(answered, candidates[0] if candidates else ())


def _in_front_of(
    named: tuple[str, ...], aspect: str, memory: Memory, library: Library
) -> tuple[str, ...]:
    """Give what was spoken of, where what is named is only the background of a question about it.

    What somebody has, or a term for it ("not if you have PCOS?"), what may be behind what they have
    ("is it stress?", after patches), whom they could see ("which doctor, the skin
    one?"), and what they use at home, after something that is done to them ("when am I back on the
    foam?").
    """
    if aspect in _OF_TREATMENTS and all(_is_background(one, library) for one in named):
        return tuple(one for one in memory.topics if not _is_background(one, library))
    if aspect in _WHY_AND_WHICH and all(_is_background(one, library) for one in named):
        return tuple(one for one in memory.topics if _is_condition(one, library))
    if aspect == _WHOM_TO_SEE and all(one in library.roles for one in named):
        return memory.topics
    if aspect == _BEFORE_AND_AFTER and not any(_is_done(one, library) for one in named):
        return tuple(one for one in memory.topics if _is_done(one, library))
    return ()


def _is_done(topic: str, library: Library) -> bool:
    """Say whether a topic is something that is done to somebody, such as an injection."""
    return is_treatment(topic, library) and is_answered(topic, "procedure", library)


def _unique(topics: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(topics))
