"""Who is writing, and about whose hair: a name that is given, the person's sex, the region."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from thatch.nlu.english import first_names, not_names, word_lists
from thatch.nlu.language import plain_words, read

_NAME = r"(?P<name>[^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?)"
_CALLED = _NAME.replace("<name>", "<called>")
_GIVEN = re.compile(
    rf"\b(?:my name(?:'s| is)|my names|the name's|name is)\s+{_NAME}"
    rf"|(?:^|[.!,?\n]\s*)(?:please |you can |just )?call me\s+{_CALLED}",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    rf"(?:^|[.!,?\n]\s*|\b(?:hi|hello|hey|hiya|yo|morning|evening|namaste)\s+){_NAME}"
    r"(?: (?:is )?(?:here|speaking|this side)\b| is my name\b)",
    re.IGNORECASE,
)
_MYSELF = re.compile(rf"\b[Mm]yself {_NAME} from\b")
_LIKELY = re.compile(
    rf"\b(?:i'?m|i am|it'?s|it is|this is|im called|i'm called)\s+{_NAME}\b(?P<after>.{{0,6}})",
    re.IGNORECASE,
)
_OPENING = re.compile(rf"^(?:(?:[Hh]i|[Hh]ello|[Hh]ey),? )?{_NAME},? (?:\(?\d\d\b)")
_SIGNED = re.compile(
    r"\b(?:regards|thanks|thank you|cheers|best|yours|sincerely|ta|love)[,.!\s]+"
    rf"(?:and regards,? )?{_NAME}\s*[.!]?\s*$",
    re.IGNORECASE,
)
_LIVING_IN = "(?:(?:live|living|based|am|are) (?:over )?(?:here )?in|here in|am from|are from)"
_ENDS_A_CLAUSE = re.compile(r"^\s*(?:$|[,.!;:\n\-(]|and\b|here\b|from\b|\d)")


def name_given(text: str) -> str | None:
    """Find the name that a visitor gives as their own.

    Args:
        text: the message, in its own letters.
    """
    for found in _GIVEN.finditer(text):
        name = found["name"] or found["called"]
        if name.lower() not in not_names():
            return _tidy(name)
    for pattern in (_INTRODUCED, _MYSELF):
        for found in pattern.finditer(text):
            if _stands_out(found["name"]):
                return _tidy(found["name"])
    for pattern in (_LIKELY, _OPENING, _SIGNED):
        for found in pattern.finditer(text):
            ends = "after" not in found.groupdict() or _ENDS_A_CLAUSE.match(found["after"])
            if ends and found["name"].lower() in first_names():
                return _tidy(found["name"])
    return None


def _stands_out(word: str) -> bool:
    """Say whether a word is a known first name, or is written as one and is no other word."""
    return word.lower() in first_names() or (word[0].isupper() and word.lower() not in not_names())


def sex_told(words: Sequence[str]) -> str | None:
    """Tell the sex of the person whose hair it is about, where the words give it away.

    Args:
        words: the plain words of the message.
    """
    text = f" {' '.join(words)} "
    found = [
        (match.start(), sex)
        for sex, pattern in _sexes().items()
        for match in pattern.finditer(text)
    ]
    return min(found)[1] if found else None


def region_told(words: Sequence[str]) -> str | None:
    """Tell the region that a visitor says they live in.

    Args:
        words: the plain words of the message.
    """
    text = f" {' '.join(words)} "
    return next((region for region, one in _homes().items() if one.search(text)), None)


@cache
def _sexes() -> dict[str, re.Pattern[str]]:
    return {sex: re.compile(f" {_any_of(told)}(?= )") for sex, told in word_lists("sex").items()}


@cache
def _homes() -> dict[str, re.Pattern[str]]:
    return {
        region: re.compile(f" {_LIVING_IN} (?:the )?{_any_of(places)} ")
        for region, places in word_lists("places").items()
    }


def _any_of(phrases: Iterable[str]) -> str:
    """Write an expression for any of some phrases; `#` stands for a number."""
    spelt = {" ".join(_plain(phrase)) for phrase in phrases}
    longest_first = sorted(spelt, key=lambda phrase: (-len(phrase), phrase))
    escaped = (re.escape(phrase).replace(re.escape("#"), r"\d+") for phrase in longest_first)
    return f"(?:{'|'.join(escaped)})"


def _plain(phrase: str) -> list[str]:
    """Split as messages are split; the sign for a number would not survive that."""
    return phrase.split() if "#" in phrase else plain_words(read(phrase))


def _tidy(name: str) -> str:
    return name if any(letter.isupper() for letter in name[1:]) else name.title()
