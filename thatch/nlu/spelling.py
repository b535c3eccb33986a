"""When a word counts as misspelt; and the mending of signs. Names of topics have more to weigh."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

SHORTEST_TO_MEND = 5
"""Letters of a word that may be misspelt: shorter ones are too like one another."""
MOST_SLIPS = 3
"""Letters of the longest words that may be wrong."""
_LONG, _VERY_LONG = 8, 14
_ORDINARY = 100
"""How often a word stands in the spelling checker's corpus at least to be none misspelt."""


def slips_allowed(word: str) -> int:
    """Give how many letters of a word may be wrong."""
    if len(word) < _LONG:
        return 1
    return 2 if len(word) < _VERY_LONG else MOST_SLIPS


@cache
def ordinary_words() -> frozenset[str]:
    """Give the English words that are too common to be another one misspelt."""
    dictionary = SpellChecker(language="en").word_frequency.dictionary
    return frozenset(word for word, count in dictionary.items() if count >= _ORDINARY)


class Speller:
    """Finds which of some words a misspelt one stands for."""

    def __init__(self, words: Iterable[str], stems: Iterable[str]) -> None:
        """Take the words that count, and beginnings of words that count whatever their ending."""
        self._stems = tuple(stems)
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(set(words)):
            if len(word) >= SHORTEST_TO_MEND:
                self._by_letter[word[0]].append(word)
        self._words = frozenset(words)

    def mended(self, word: str) -> str:
        """Give the word that was meant, or the word as it is where that is not plain."""
        if len(word) < SHORTEST_TO_MEND or not word.isalpha() or self._is_known(word):
            return word
        near = process.extractOne(
            word,
            self._by_letter[word[0]],
            scorer=OSA.distance,
            score_cutoff=slips_allowed(word),
        )
        return near[0] if near else word

    def _is_known(self, word: str) -> bool:
        return word in self._words or word in ordinary_words() or word.startswith(self._stems)
