"""A message is read as it was meant."""

import pytest

from thatch.nlu.cleaning import clean
from thatch.nlu.language import plain_words, read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("  does   it hurt ", "does it hurt"),
        ("<img src=x onerror=alert(1)> what is prp", "what is prp"),
        ("dоes mіnохidіl wоrk", "does minoxidil work"),
        ("‮tah\u202c tcefrep a", "hat tcefrep a"),
        ("sooooooo sore", "sooo sore"),
        ("it’s “fine” – really…", 'it\'s "fine" - really...'),
        ("ﬁnasteride ２％", "finasteride 2%"),
        ("what\u200b is\x00 meso", "what is meso"),
        ("Привет", "Привет"),
        ("I am 24M.", "I am 24M ."),
        ("a < b and c > d", "a < b and c > d"),
        ("", ""),
    ],
)
def test_what_hides_the_words_is_undone(typed: str, meant: str) -> None:
    assert clean(typed) == meant


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("can't", ["can", "not"]),
        ("dont know", ["do", "not", "know"]),
        ("I'm 24M.", ["i", "am", "24", "m"]),
        ("im ali", ["i", "am", "ali"]),
        ("fin/min spray", ["fin", "min", "spray"]),
    ],
)
def test_words_are_plain(typed: str, words: list[str]) -> None:
    assert plain_words(read(typed)) == words


def test_lines_are_sentences() -> None:
    assert len(list(read("first line\nsecond line").sents)) == 2
