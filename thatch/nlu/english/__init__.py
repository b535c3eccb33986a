"""Language data: the words by which English-speaking visitors tell of themselves."""

from functools import cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent


@cache
def word_lists(name: str) -> dict[str, list[str]]:
    """Read the lists of one file, each below its heading.

    Args:
        name: the file's name without its ending: "sex", "places" or "forms".
    """
    text = (_FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = yaml.safe_load(text)
    return lists


@cache
def first_names() -> frozenset[str]:
    """Read common first names, in small letters."""
    lines = (_FOLDER / "first_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(
        name.lower() for line in lines if not line.startswith("#") for name in line.split()
    )
