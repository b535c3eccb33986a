"""Signs: what a visitor tells, found by phrases that an auditor can read.

In a phrase, `...` stands for up to four words, `a|b` for either word, `word?` for a word that may be
left out, `word*` for any ending, `#` for a digit, and `@mesotherapy` for that topic by any of its names.
`_` joins the words of an alternative: `a_lot|lots`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from thatch.nlu.language import plain_words, read

_NEGATIONS = frozenset({"no", "not", "never", "without", "nor", "neither", "none", "hardly"})
_GAP = rf"(?:(?!(?:{'|'.join(sorted(_NEGATIONS))}) )[^ ]+ ){{0,4}}"
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
                sign: re.compile("|".join(f"(?:{_pattern(one, members)})" for one in phrases))
                for sign, phrases in signs.items()
            }
        )

    def found_in(self, sentence: Sequence[str]) -> set[str]:
        """Find the signs that a sentence tells of and does not deny.

        Args:
            sentence: its plain words, with `@mesotherapy` in place of a topic's name.
        """
        text = "".join(f"{word} " for word in sentence)
        return {
            sign
            for sign, pattern in self.patterns.items()
            if any(not _denied(text[: match.start()]) for match in pattern.finditer(text))
        }


def _denied(before: str) -> bool:
    return not _NEGATIONS.isdisjoint(before.split()[-_NEGATION_REACH:])


def _pattern(phrase: str, members: Mapping[str, Sequence[str]]) -> str:
    """Turn a phrase into an expression over words that each end in a space."""
    return r"(?<![^ ])" + "".join(_element(part, members) for part in phrase.split())


def _element(part: str, members: Mapping[str, Sequence[str]]) -> str:
    if part == "...":
        return _GAP
    optional = part.endswith("?")
    alternatives = (part[:-1] if optional else part).split("|")
    choice = "|".join(_alternative(words, members) for words in alternatives)
    return f"(?:{choice})" + ("?" if optional else "")


def _alternative(words: str, members: Mapping[str, Sequence[str]]) -> str:
    if words.startswith("@"):
        topic = words[1:]
        return "(?:" + "|".join(f"@{one}" for one in (topic, *members.get(topic, ()))) + ") "
    ending = words.endswith("*")
    plain = "".join(f"{_literal(word)} " for word in _plain(words.rstrip("*")))
    return plain[:-1] + "[^ ]* " if ending else plain


def _plain(words: str) -> list[str]:
    """Split as messages are split; the digit sign would not survive that."""
    spaced = words.replace("_", " ")
    return spaced.split() if "#" in words else plain_words(read(spaced))


def _literal(word: str) -> str:
    return re.escape(word).replace(re.escape("#"), "[0-9]")
