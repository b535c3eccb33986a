"""Signs: what a visitor tells, found by phrases that an auditor can read."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from graphlib import TopologicalSorter
from itertools import chain, pairwise

from spacy.tokens import Span

from thatch.nlu.english import word_lists
from thatch.nlu.phrases import NEGATIONS, Members, PhraseFinder
from thatch.nlu.reading import Kind, Reading
from thatch.nlu.spelling import Speller

_NEGATION_REACH = 6
"""How many words before a sign a "no" still denies it: "no sign of any fever or chills"."""
_SPELT_OUT: tuple[Kind, ...] = ("condition", "concept", "test", "role", "combination")
"""Kinds of topics whose names are looked at as words too: "bald spot on the crown"."""


@dataclass(frozen=True)
class SignWords:
    """How visitors tell of a sign."""

    phrases: Sequence[str] = ()
    together: Sequence[Sequence[str]] = ()
    """Lines of other signs; a sentence that has all signs of a line has this one too."""
    unless: Sequence[str] = ()
    """Signs beside which it does not count in a sentence."""

    as_dict = asdict


class SignReader:
    """Finds signs in sentences."""

    def __init__(self, signs: Mapping[str, SignWords], members: Members) -> None:
        """Take how each sign is told, and the topics of each umbrella."""
        phrases = [(sign, phrase) for sign, told in signs.items() for phrase in told.phrases]
        self._signs = [sign for sign, _ in phrases]
        self._finder = PhraseFinder([phrase for _, phrase in phrases], members)
        self._composed = _composed(signs)
        self._speller = Speller(self._finder.words, self._finder.stems)

    def told_in(self, reading: Reading) -> list[set[str]]:
        """Find the signs that each sentence of a message tells of in so many words."""
        return [
            {sign for sign, denied in self._spoken_of(sentence, reading) if not denied}
            for sentence in reading.doc.sents
        ]

    def by_topic(self) -> dict[str, set[str]]:
        """Give the signs that the mere name of a topic tells of: `@finasteride` of a tablet."""
        return {
            topic: {self._signs[number] for number, _ in self._finder.find([f"@{topic}"])}
            for topic in self._finder.topics
        }

    def denied_in(self, reading: Reading) -> set[str]:
        """Find the signs that a message speaks of only to deny them: "no fever, no pus"."""
        spoken_of = set[tuple[str, bool]]().union(
            *(self._spoken_of(sentence, reading) for sentence in reading.doc.sents)
        )
        return {sign for sign, denied in spoken_of if denied and (sign, False) not in spoken_of}

    def _spoken_of(self, sentence: Span, reading: Reading) -> set[tuple[str, bool]]:
        """Give the signs that a sentence speaks of, each with whether it denies it."""
        return {
            (self._signs[number], _denied(words[:begin]))
            for wording in _wordings(reading, sentence)
            for words in [[self._speller.mended(word) for word in wording]]
            for number, begins in self._finder.find(words)
            for begin in begins
        }

    def completed(self, told: set[str]) -> set[str]:
        """Add the signs that others make up together, and take away those that others rule out."""
        told = set(told)
        for sign, words in self._composed:
            if _made_up(words, told):
                told.add(sign)
            if not told.isdisjoint(words.unless):
                told.discard(sign)
        return told

    def conceivable(self, told: set[str]) -> set[str]:
        """Add the signs that others make up together, whatever may rule them out."""
        told = set(told)
        for sign, words in self._composed:
            if _made_up(words, told):
                told.add(sign)
        return told


def _wordings(reading: Reading, sentence: Span) -> set[tuple[str, ...]]:
    """Give the words of a sentence, with conditions by their names and by the visitor's words."""
    kinds: tuple[tuple[Kind, ...], ...] = ((), _SPELT_OUT)
    return {
        tuple(reading.words(sentence, topics_by="topic", spelt_out=spelt_out))
        for spelt_out in kinds
    }


def _composed(signs: Mapping[str, SignWords]) -> list[tuple[str, SignWords]]:
    """Give the signs that depend on others, each after those that it depends on.

    Raises:
        CycleError: signs that depend on each other.
    """
    needed = {
        sign: {*chain.from_iterable(words.together), *words.unless} for sign, words in signs.items()
    }
    return [
        (sign, signs[sign]) for sign in TopologicalSorter(needed).static_order() if needed[sign]
    ]


def _made_up(words: SignWords, told: set[str]) -> bool:
    return any(told.issuperset(line) for line in words.together)


def _denied(before: Sequence[str]) -> bool:
    """Say whether a "no" reaches a sign: only words that carry it on may lie between, or a list.

    "Not had any chest pain or palpitations" denies both, "can't sleep, palpitations" neither, and
    "oh no, palpitations" does not either.
    """
    carriers, exclaims = (word_lists("negation")[name] for name in ("carriers", "exclaims"))
    in_a_list = False
    for previous, word in reversed(list(pairwise(["", *before[-_NEGATION_REACH:]]))):
        if word in NEGATIONS:
            return previous not in exclaims
        in_a_list = in_a_list or word in ("or", "nor")
        if not in_a_list and word not in carriers:
            return False
    return False
