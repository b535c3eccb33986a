"""What is asked, weighed by what is spoken of: nobody asks about the symptoms of a tablet.

The classifier knows a message alone. Where nothing is written on what it heard, about none of the
topics, it has more often heard amiss.
"""

from collections.abc import Iterable, Set
from dataclasses import replace

from actions.hearing import Asked, Heard
from actions.memory import Memory
from actions.subjects import answered_on_any, only_treatments
from thatch.knowledge import Library

_ODDS_WHERE_NOTHING_IS_WRITTEN = 1 / 3
"""By how much an aspect is less likely there. On held-out messages of data/nlu a logistic
regression takes 1.07 from the log-odds, which is that."""
_LIKELIER_THAN_NOT = 0.5
"""So likely is a third as likely still enough to count: see `threshold` in config.yml."""
_SYMPTOMS, _PROGNOSIS, _SIDE_EFFECTS = "symptoms", "prognosis", "side_effects"
_OF_ONES_OWN_CASE = frozenset({"options", "emotional_support"})
"""What may be asked whatever is spoken of: "PRP is too dear, what else is there"."""


def fitting(heard: Heard, memory: Memory, library: Library) -> Heard:
    """Leave out what is asked that fits no topic, unless it is likelier than not.

    What a treatment does to somebody is a side effect, whatever it was heard as.

    Where nothing is left, the likeliest that fits takes its place as a guess, or what was heard
    stays one, whichever is likelier then. Somebody may ask what nobody has written yet, and be told
    so; hence no aspect is ruled out.

    Args:
        heard: the message.
        memory: what was spoken of before.
        library: knows what is written on which topic.
    """
    topics = _within_reach(heard, memory)
    if not topics or heard.companions:
        return heard
    heard = _of_treatments_alone(heard, memory, library)
    kept = tuple(
        one
        for one in heard.asked
        if one.confidence >= _LIKELIER_THAN_NOT or _fits(one, topics, library)
    )
    likeliest = tuple(sorted(heard.likeliest, key=lambda one: -_likelihood(one, topics, library)))
    if kept or not heard.asked:
        return replace(heard, asked=kept, likeliest=likeliest)
    return replace(heard, asked=likeliest[:1], likeliest=likeliest, guessed=True)


def _within_reach(heard: Heard, memory: Memory) -> tuple[str, ...]:
    """Give the topics that something may be asked about: see `subjects`."""
    return (*heard.topics, *memory.topics) if heard.topics else (*memory.topics, *memory.in_mind)


def _of_treatments_alone(heard: Heard, memory: Memory, library: Library) -> Heard:
    """Take what treatments do to somebody for their side effects: they have no symptoms.

    "Does it itch", of a lotion; and then "does that pass".
    """
    if not only_treatments(heard.topics or memory.topics, library):
        return heard
    unwanted = {_SYMPTOMS} | ({_PROGNOSIS} if _SIDE_EFFECTS in memory.aspects else set())
    return replace(
        heard,
        asked=_renamed(heard.asked, unwanted),
        likeliest=_renamed(heard.likeliest, unwanted),
    )


def _renamed(asked: Iterable[Asked], unwanted: Set[str]) -> tuple[Asked, ...]:
    """Let what is unwanted be asked as a side effect, each thing once."""
    found = dict[str, Asked]()
    for one in asked:
        aspect = _SIDE_EFFECTS if one.aspect in unwanted else one.aspect
        likelier = max((one, found.get(aspect, one)), key=lambda each: each.confidence)
        found[aspect] = replace(likelier, aspect=aspect)
    return tuple(found.values())


def _likelihood(one: Asked, topics: Iterable[str], library: Library) -> float:
    weight = 1.0 if _fits(one, topics, library) else _ODDS_WHERE_NOTHING_IS_WRITTEN
    likely = weight * one.confidence
    return likely / (likely + 1 - one.confidence)


def _fits(one: Asked, topics: Iterable[str], library: Library) -> bool:
    return one.aspect in _OF_ONES_OWN_CASE or answered_on_any(topics, one.aspect, library)
