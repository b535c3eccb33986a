"""Misspelt words of signs are mended, and no others."""

import pytest

from thatch.nlu.spelling import Speller

SPELLER = Speller(["swelling", "throat", "faint"], ["palpit", "blister"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("swellnig", "swelling"),
        ("throta", "throat"),
        ("throat", "throat"),
        ("float", "float"),
        ("thro", "thro"),
        ("palpitashuns", "palpitashuns"),
        ("@throaz", "@throaz"),
        ("xhroat", "xhroat"),
    ],
)
def test_a_word_is_mended_only_where_it_is_plain_what_was_meant(written: str, meant: str) -> None:
    assert SPELLER.mended(written) == meant
