"""Who is writing: the name that is given, and the region where they live."""

import re
from collections.abc import Sequence
from functools import cache

from thatch.nlu.english import first_names, not_names, word_lists
from thatch.nlu.language import plain_words, read
from thatch.nlu.spelling import ordinary_words
from thatch.nlu.templates import one_of

_NAME = r"(?P<name>[^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?)"
_CALLED = _NAME.replace("<name>", "<called>")
_BEGINNING = r"(?:^|[.!,?\n]\s*)"
_END_OF_CLAUSE = r"(?=\s*(?:$|[,.!;:\n\-(]|and\b|here\b|from\b))"
_END_OF_CLAUSE_OR_AGE = _END_OF_CLAUSE.replace("$", r"$|\d")
_GIVEN = re.compile(
    rf"(?:\bmy |\bmy good |\bthe |{_BEGINNING})name(?:'s| is|s)\s+{_NAME}"
    rf"|{_BEGINNING}(?:please |you can |just )?call me\s+{_CALLED}",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    rf"(?:{_BEGINNING}|\b(?:hi|hello|hey|hiya|yo|morning|evening|namaste)\s+){_NAME}"
    r"(?: (?:is )?(?:here|speaking|this side)\b| is my name\b)",
    re.IGNORECASE,
)
_MYSELF = re.compile(rf"\b[Mm]yself {_NAME} from\b")
_I_AM = re.compile(rf"\b(?:[Ii]'?m|[Ii] am) {_NAME}{_END_OF_CLAUSE}")
_LIKELY = re.compile(
    r"\b(?:i'?m|i am|it'?s|it is|this is|im called|i'm called)\s+"
    rf"{_NAME}\b{_END_OF_CLAUSE_OR_AGE}",
    re.IGNORECASE,
)
_OPENING = re.compile(rf"^(?:(?:[Hh]i|[Hh]ello|[Hh]ey),? )?{_NAME},? (?:\(?\d\d\b)")
_SIGNED = re.compile(
    r"\b(?:regards|thanks|thank you|cheers|best|yours|sincerely|ta|love)[,.!\s]+"
    rf"(?:and regards,? )?{_NAME}\s*[.!]?\s*$",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(?:regards|sincerely|faithfully|wishes|yours)[,.!\s]+"
    rf"(?:(?i:dr|mr|mrs|ms|miss|eng)\.? )?{_NAME}\s*[.!]?\s*$"
)
_ONLY = re.compile(rf"^(?:(?:hi|hello|hey|yes|sure|ok)[,.!]? )?{_NAME}[.!]?$", re.IGNORECASE)
_LIVING_IN = "(?:(?:live|living|based|am|are) (?:over )?(?:here )?in|here in|am from|are from)"


def name_given(text: str) -> str | None:
    """Find the name that a visitor gives as their own.

    Args:
        text: the message, in its own letters.
    """
    for found in _GIVEN.finditer(text):
        name = found["name"] or found["called"]
        if _may_be_one(name):
            return _tidy(name)
    for pattern in (_INTRODUCED, _MYSELF, _I_AM, _CLOSED):
        for found in pattern.finditer(text):
            if _stands_out(found["name"]):
                return _tidy(found["name"])
    for pattern in (_LIKELY, _OPENING, _SIGNED):
        for found in pattern.finditer(text):
            if found["name"].lower() in first_names():
                return _tidy(found["name"])
    if (only := _ONLY.match(text)) and _stands_alone(only["name"]):
        return _tidy(only["name"])
    return None


def _may_be_one(word: str) -> bool:
    """Say whether a word is a name where one is due: any word that is none of the language."""
    written_as_one = word.istitle() or word.lower() not in ordinary_words()
    return word.lower() in first_names() or (written_as_one and word.lower() not in not_names())


def _stands_out(word: str) -> bool:
    """Say whether a word is a known first name, or is written as one and is no other word."""
    unknown = word.lower() not in ordinary_words() and word.lower() not in not_names()
    return word.lower() in first_names() or (word.istitle() and unknown)


def _stands_alone(word: str) -> bool:
    """Say whether a word is a known first name that is no other word, unless written as a name."""
    return word.lower() in first_names() and (
        word.istitle() or word.lower() not in ordinary_words()
    )


def region_told(words: Sequence[str]) -> str | None:
    """Tell the region that a visitor says they live in.

    Args:
        words: the plain words of the message.
    """
    text = f" {' '.join(words)} "
    return next((region for region, one in _homes().items() if one.search(text)), None)


@cache
def _homes() -> dict[str, re.Pattern[str]]:
    return {
        region: re.compile(f" {_LIVING_IN} (?:the )?{one_of([*map(_plain, places)], {})}")
        for region, places in word_lists("places").items()
    }


def _plain(place: str) -> str:
    return " ".join(plain_words(read(place)))


def _tidy(name: str) -> str:
    return name if any(letter.isupper() for letter in name[1:]) else name.title()
