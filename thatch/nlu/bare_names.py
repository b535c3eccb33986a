"""Tells a few words that name a thing from those that ask something of it."""

from collections.abc import Set
from itertools import chain

from thatch.nlu.english import word_lists
from thatch.nlu.reading import ASKED_ABOUT, Reading

_BESIDE = "beside_"
"""How lists begin of words that link beside another, by which the list is named."""


def only_names(reading: Reading) -> bool:
    """Say whether a message goes on to one other topic, or form, and asks nothing of its own.

    "And with the lotion?", "or PRP" and "castor oil?" repeat the last question, whatever it was;
    "PRP or mesotherapy?" asks which, and a condition alone may be suspected: "not enough protein?"

    Args:
        reading: the message, its topics noted.
    """
    kinds = [mention.kind for mention in reading.mentions]
    words = set(_without_hesitation(reading)) - {f"@{kind}" for kind in kinds}
    if not words:
        return kinds == ["treatment"]
    forms = words.intersection(chain.from_iterable(word_lists("forms").values()))
    names_one = len(kinds) == 1 and kinds[0] in ASKED_ABOUT
    return (names_one or (len(forms) == 1 and not kinds)) and _only_link(words - forms)


def _without_hesitation(reading: Reading) -> list[str]:
    """Give the words that say something; "or PRP" as "and PRP", but "foam or PRP" as it is."""
    hesitates = word_lists("linking")["hesitates"]
    words = [word for word in reading.words(reading.doc, topics_by="kind") if word not in hesitates]
    return ["and", *words[1:]] if words[:1] == ["or"] else words


def _only_link(words: Set[str]) -> bool:
    lists = word_lists("linking")
    goes_on = set(lists["goes_on"]).union(
        *(lists[name] for name in lists.keys() & {f"{_BESIDE}{word}" for word in words})
    )
    return words <= goes_on.union(lists["links"]) and not words.isdisjoint(goes_on)
