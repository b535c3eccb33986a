"""Finds words that point at something spoken of before: "the second one", "which of those"."""

from functools import cache

from thatch.nlu.clauses import clauses
from thatch.nlu.english import word_lists
from thatch.nlu.language import plain_words
from thatch.nlu.phrases import PhraseFinder
from thatch.nlu.reading import Reading


def pointers(reading: Reading) -> list[str]:
    """Name what a message points at: "first", "second", "third", "last", "other" or "all".

    Args:
        reading: the message.
    """
    return [
        _places()[number]
        for clause in clauses(reading.doc)
        for number, _ in _finder().find(plain_words(clause))
    ]


@cache
def _finder() -> PhraseFinder:
    return PhraseFinder([one for phrases in word_lists("pointers").values() for one in phrases], {})


@cache
def _places() -> list[str]:
    """Give the place that each phrase points at."""
    return [place for place, phrases in word_lists("pointers").items() for _ in phrases]
