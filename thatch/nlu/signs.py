"""Signs: what a visitor tells, found by phrases that an auditor can read."""

from collections.abc import Mapping, Sequence

from thatch.nlu.english import word_lists
from thatch.nlu.phrases import NEGATIONS, Members, PhraseFinder

_NEGATION_REACH = 6
"""How many words before a sign a "no" still denies it: "no sign of any fever or chills"."""


class SignReader:
    """Finds signs in sentences."""

    def __init__(self, signs: Mapping[str, Sequence[str]], members: Members) -> None:
        """Take the phrases of each sign, and the topics of each umbrella."""
        phrases = [(sign, phrase) for sign, phrases in signs.items() for phrase in phrases]
        self._signs = [sign for sign, _ in phrases]
        self._finder = PhraseFinder([phrase for _, phrase in phrases], members)

    def found_in(self, sentence: Sequence[str]) -> set[str]:
        """Find the signs that a sentence tells of and does not deny.

        Args:
            sentence: its plain words, with `@mesotherapy` in place of a topic's name.
        """
        return {
            self._signs[number]
            for number, begins in self._finder.find(sentence)
            if any(not _denied(sentence[:begin]) for begin in begins)
        }


def _denied(before: Sequence[str]) -> bool:
    """Say whether a "no" reaches a sign: only words that carry it on may lie between, or a list.

    "Not had any chest pain or palpitations" denies both, "can't sleep, palpitations" neither.
    """
    carriers = word_lists("negation")["carriers"]
    in_a_list = False
    for word in reversed(before[-_NEGATION_REACH:]):
        if word in NEGATIONS:
            return True
        in_a_list = in_a_list or word in ("or", "nor")
        if not in_a_list and word not in carriers:
            return False
    return False
