"""Where somebody lives is told by what they say of themselves, not by any place that they name."""

import pytest

from thatch.nlu.language import plain_words, read
from thatch.nlu.regions import region_told


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("I live in Germany", "eu"),
        ("I'm in the US", "us"),
        ("im from scotland", "uk"),
        ("is it cheaper in Turkey", None),
        ("tell us more", None),
        ("I read it in America Today", None),
    ],
)
def test_the_region_where_somebody_lives(text: str, region: str | None) -> None:
    assert region_told(plain_words(read(text))) == region
