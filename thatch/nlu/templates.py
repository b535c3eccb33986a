"""Phrases in which a word in capitals stands for any of a list: "my HAIR" finds "my fringe"."""

import re
from collections.abc import Iterable, Mapping


def template(phrases: Iterable[str], lists: Mapping[str, str]) -> re.Pattern[str]:
    """Write one expression that finds any of some phrases in words that each have a space after.

    Args:
        phrases: their words with spaces between.
        lists: by word in capitals, an expression of `one_of`, or another that ends with a space.
    """
    return re.compile(rf"(?<![^ ]){one_of(phrases, lists)}")


def one_of(phrases: Iterable[str], lists: Mapping[str, str]) -> str:
    """Write an expression for any of some phrases, the longest first.

    Args:
        phrases: their words with spaces between.
        lists: what a word in capitals stands for, as for `template`.
    """
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(_phrase(phrase, lists) for phrase in longest_first)})"


def _phrase(phrase: str, lists: Mapping[str, str]) -> str:
    return "".join(lists.get(word, f"{re.escape(word)} ") for word in phrase.split())
