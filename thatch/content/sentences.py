"""Takes a text apart into what a visitor reads as sentences and words."""

import re
from functools import cache

from thatch.knowledge.text import CONTACT, LINK

_BREAK = re.compile(r"(?<=[.!?])['\"’”)]?\s+(?=[\"'(“‘]?[A-Z0-9])")
_ITEM = re.compile(r"^\s*- ")
_WRAPPED = re.compile(r"(?<!\n)\n(?!\s*- |\s*\n)\s*")
"""A line that goes on below, as Markdown has it."""
_WORD = re.compile(r"[A-Za-z0-9]+(?:['’.,-][A-Za-z0-9]+)*%?")


def plain(text: str) -> str:
    """Leave out the marks of bold words and the addresses of links."""
    return LINK.sub(lambda link: link["title"], CONTACT.sub("999", text)).replace("*", "")


@cache
def sentences(text: str) -> tuple[str, ...]:
    """Give the sentences of a text; each item of a list counts as one at least."""
    return tuple(
        sentence.strip()
        for line in _WRAPPED.sub(" ", plain(text)).split("\n")
        for sentence in _BREAK.split(_ITEM.sub("", line))
        if sentence.strip()
    )


def words(text: str) -> list[str]:
    """Give the words of a text, numbers included."""
    return _WORD.findall(plain(text))


def normalised(sentence: str) -> str:
    """Give a sentence as it compares with others: its words in small letters."""
    return " ".join(words(sentence)).lower()
