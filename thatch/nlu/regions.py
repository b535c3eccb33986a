"""The region that a visitor lives in, whose rules and phone numbers hold for them."""

import re
from collections.abc import Sequence
from functools import cache

from thatch.nlu.english import word_lists
from thatch.nlu.language import plain_words, read
from thatch.nlu.templates import one_of

_LIVING_IN = "(?:(?:live|living|based|am|are) (?:over )?(?:here )?in|here in|am from|are from)"


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
