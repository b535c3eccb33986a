"""Signs: what a visitor tells, found by phrases that an auditor can read."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from thatch.nlu.phrases import NEGATIONS, pattern, spaced

_NEGATION_REACH = 3
"""How many words before a sign a "no" still denies it: "no sign of any fever"."""


@dataclass(frozen=True)
class SignReader:
    """Finds signs in sentences."""

    patterns: Mapping[str, re.Pattern[str]]

    @classmethod
    def of(
        cls, signs: Mapping[str, Iterable[str]], members: Mapping[str, Sequence[str]]
    ) -> "SignReader":
        """Compile phrases.

        Args:
            signs: the phrases of each sign.
            members: the topics of each umbrella.
        """
        return cls(
            {
                sign: re.compile("|".join(f"(?:{pattern(one, members)})" for one in phrases))
                for sign, phrases in signs.items()
            }
        )

    def found_in(self, sentence: Sequence[str]) -> set[str]:
        """Find the signs that a sentence tells of and does not deny.

        Args:
            sentence: its plain words, with `@mesotherapy` in place of a topic's name.
        """
        text = spaced(sentence)
        return {
            sign
            for sign, one in self.patterns.items()
            if any(not _denied(text[: match.start()]) for match in one.finditer(text))
        }


def _denied(before: str) -> bool:
    return not NEGATIONS.isdisjoint(before.split()[-_NEGATION_REACH:])
