"""Language data: the words by which English-speaking visitors tell of themselves."""

from functools import cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent


@cache
def word_lists(name: str) -> dict[str, list[str]]:
    """Read the lists of one file, each below its heading.

    Args:
        name: the file's name without its ending, such as "places".
    """
    text = (_FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = yaml.safe_load(text)
    return lists


@cache
def first_names() -> frozenset[str]:
    """Read common first names, in small letters."""
    return _words("first_names")


@cache
def not_names() -> frozenset[str]:
    """Read words that stand where a name could and are none, in small letters."""
    return _words("not_names")


def _words(name: str) -> frozenset[str]:
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(
        word.lower() for line in lines if not line.startswith("#") for word in line.split()
    )
