"""The name that a visitor gives as their own."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from thatch.nlu.english import first_names, not_names, word_lists
from thatch.nlu.spelling import ordinary_words

_WORD = r"[^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?"
_NAME = rf"(?P<name>{_WORD})\b"
_END = r"$|[,.!;:\n(-]|(?:and|n|but|i|here|from|btw|by the way|again)\b"
_PARTS = {
    "FULL_NAME": rf"{_NAME}(?: (?-i:[A-Z][^\W\d_]+))?",
    "NAME": _NAME,
    "TITLED": rf"(?P<name>(?:mr|mrs|ms|miss)\.? {_WORD})\b",
    "START ": r"(?:^|[.!?,;:\n(])\s*",
    " END": rf"\s*(?:{_END})",
    " END_OR_AGE": rf"\s*(?:{_END}|\d)",
    " LAST": r"\s*(?:\bx+)?[\s.!):]*$",
}
"""What stands in capitals in introductions.yml."""
_PART = re.compile("|".join(sorted(_PARTS, key=len, reverse=True)))


def name_given(text: str) -> str | None:
    """Find the name that a visitor gives as their own.

    Args:
        text: the message, in its own letters.
    """
    return next(
        (
            _tidy(name)
            for place, is_name in _NEEDED.items()
            for name in _named(place, text)
            if is_name(name)
        ),
        None,
    )


def _named(place: str, text: str) -> Iterator[str]:
    """Give the words that stand where a name could."""
    for pattern in _introductions()[place]:
        for found in pattern.finditer(text):
            yield found["name"]


@cache
def _introductions() -> dict[str, list[re.Pattern[str]]]:
    return {
        place: [_compiled(introduction) for introduction in introductions]
        for place, introductions in word_lists("introductions").items()
    }


def _compiled(introduction: str) -> re.Pattern[str]:
    return re.compile(_PART.sub(lambda found: _PARTS[found[0]], introduction), re.IGNORECASE)


def _may_be_one(word: str) -> bool:
    """Say whether a word is a name where one is due: any word that is none of the language."""
    written_as_one = word.istitle() or word.lower() not in ordinary_words()
    return _is_first_name(word) or (written_as_one and word.lower() not in not_names())


def _stands_out(word: str) -> bool:
    """Say whether a word is a known first name, or is written as one and is no other word."""
    unknown = word.lower() not in ordinary_words() and word.lower() not in not_names()
    return _is_first_name(word) or (word.istitle() and unknown)


def _stands_alone(word: str) -> bool:
    """Say whether a word is a known first name that is no other word, unless written as a name."""
    return _is_first_name(word) and (word.istitle() or word.lower() not in ordinary_words())


def _is_first_name(word: str) -> bool:
    return word.lower().partition("-")[0] in first_names()


def _is_surname(titled: str) -> bool:
    return titled.split()[-1].lower() not in not_names()


def _tidy(name: str) -> str:
    return " ".join(map(_with_a_capital, name.split()))


def _with_a_capital(word: str) -> str:
    """Write a word as a name, and leave one with capitals of its own: "McDonald"."""
    has_its_own = any(letter.isupper() for letter in word[1:]) and not word.isupper()
    return word if has_its_own else word.title()


_NEEDED: dict[str, Callable[[str], bool]] = {
    "of_any_surname": _is_surname,
    "of_any_word": _may_be_one,
    "of_a_likely_word": _stands_out,
    "of_a_first_name": _is_first_name,
    "of_nothing_else": _stands_alone,
}
"""What a word must be to be a name in each place of introductions.yml, the surest first."""
