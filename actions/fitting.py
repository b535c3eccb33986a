"""What is asked, weighed by what is spoken of: nobody asks about the symptoms of a tablet.

The classifier knows a message alone. What visitors often ask of a topic it has heard aright more
often than what they seldom do; and where nothing is written on what it heard, about none of the
topics, it has more often heard amiss.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from actions.hearing import Asked, Heard
from actions.kinds import only_treatments
from actions.memory import Memory
from actions.written import answered_on_any, first_answered
from thatch.knowledge import Library

_TRUST_WHERE_NAMED = 0.2
_TRUST_WHERE_SPOKEN_OF = 0.9
"""How much it counts, in log-odds, how often something is asked of a topic. Where the message does
not name it the classifier cannot know it; on benchmarks/understanding these do best."""
_ODDS_WHERE_NOTHING_IS_WRITTEN = 1 / 3
"""By how much an aspect is less likely there. On held-out messages of data/nlu a logistic
regression takes 1.07 from the log-odds, which is that."""
_SYMPTOMS, _PROGNOSIS, _SIDE_EFFECTS = "symptoms", "prognosis", "side_effects"
_OF_ONES_OWN_CASE = frozenset({"options", "emotional_support"})
"""What may be asked whatever is spoken of: "PRP is too dear, what else is there"."""


def fitting(heard: Heard, memory: Memory, library: Library) -> Heard:
    """Weigh what is asked by the topics that are spoken of, and keep what is likely enough then.

    What a treatment does to somebody is a side effect, whatever it was heard as.

    Where nothing is left, the likeliest takes its place as a guess; and a guess that is likely
    enough then is one no more. Somebody may ask what nobody has written yet, and be told so; hence
    no aspect is ruled out.

    Args:
        heard: the message.
        memory: what was spoken of before.
        library: knows what is asked of each topic, and what is written on it.
    """
    if heard.companions or not any((heard.topics, *memory.nearest_first)):
        return heard
    heard = _of_treatments_alone(heard, memory, library)
    times = _times_as_likely(heard, memory, library)
    asked = [_weighed(one, times) for one in heard.asked]
    likeliest = sorted(
        (_weighed(one, times) for one in heard.likeliest), key=lambda one: -one.confidence
    )
    if not asked:
        return replace(heard, likeliest=tuple(likeliest))
    also = [one for one in likeliest if one.aspect not in {each.aspect for each in asked}]
    kept = tuple(one for one in (*asked, *also) if one.confidence >= heard.threshold)
    guessed = not kept or (heard.guessed and heard.may_only_name)
    return replace(
        heard,
        asked=tuple((likeliest or asked)[:1]) if guessed else kept,
        likeliest=tuple(likeliest),
        guessed=guessed,
    )


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


def _times_as_likely(heard: Heard, memory: Memory, library: Library) -> dict[str, float]:
    """Give by how much the odds of each aspect differ from what the classifier thinks.

    What nothing is written on, of what was last spoken of, is asked of what was spoken of before.
    """
    nearest_first = (heard.topics, memory.topics) if heard.topics else memory.nearest_first
    trust = _TRUST_WHERE_NAMED if heard.topics else _TRUST_WHERE_SPOKEN_OF
    usual = {topics: _usual(topics, library) for topics in nearest_first if topics}
    times = {}
    for aspect in library.aspects:
        topics = first_answered(nearest_first, aspect, library)
        fits = aspect in _OF_ONES_OWN_CASE or answered_on_any(topics, aspect, library)
        written = 1 if fits else _ODDS_WHERE_NOTHING_IS_WRITTEN
        times[aspect] = usual[topics][aspect] ** trust * written
    return times


def _usual(topics: Iterable[str], library: Library) -> dict[str, float]:
    """Give how usual each aspect is of some topics; one's own case may come up at any time."""
    return {
        aspect: max(1.0, often) if aspect in _OF_ONES_OWN_CASE else often
        for aspect, often in library.times_as_often(topics).items()
    }


def _weighed(one: Asked, times: Mapping[str, float]) -> Asked:
    likely = one.confidence * times[one.aspect]
    return replace(one, confidence=likely / (likely + 1 - one.confidence))
