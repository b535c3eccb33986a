"""Tells a few words that name a thing from those that ask something of it."""

from collections.abc import Set
from itertools import chain

from thatch.nlu.english import word_lists
from thatch.nlu.reading import ASKED_ABOUT, Reading


def only_names(reading: Reading) -> bool:
    """Say whether a message goes on to one other topic, or form, and asks nothing of its own.

    "And with the lotion?" and "castor oil?" repeat the last question, whatever it was; "PRP or
    mesotherapy?" asks which, and a condition alone may be suspected: "not enough protein?"

    Args:
        reading: the message, its topics noted.
    """
    kinds = [mention.kind for mention in reading.mentions]
    words = set(reading.words(reading.doc, topics_by="kind")) - {f"@{kind}" for kind in kinds}
    if not words:
        return kinds == ["treatment"]
    forms = words.intersection(chain.from_iterable(word_lists("forms").values()))
    names_one = len(kinds) == 1 and kinds[0] in ASKED_ABOUT
    return (names_one or (len(forms) == 1 and not kinds)) and _only_link(words - forms)


def _only_link(words: Set[str]) -> bool:
    lists = word_lists("linking")
    linking = {*lists["goes_on"], *lists["links"]}
    for partner in ("about", "if"):
        if partner in words:
            linking.update(lists[f"beside_{partner}"])
    return words <= linking and not words.isdisjoint(lists["goes_on"])
