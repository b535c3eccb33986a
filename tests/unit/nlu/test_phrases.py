"""The language of phrases means what its description says."""

import pytest

from thatch.nlu.language import plain_words, read
from thatch.nlu.phrases import Phrase, PhraseFinder, either_way

MEMBERS = {"minoxidil": ["minoxidil_topical", "minoxidil_oral"]}


def words(text: str) -> list[str]:
    return [
        word
        for part in text.split()
        for word in (plain_words(read(part)) if "@" not in part else [part])
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("throat ... closing", "my throat is slowly closing up", True),
        ("throat ... closing", "my throat is fine and the shop is now closing", False),
        ("throat ... closing", "my throat is not closing", False),
        ("can't breathe", "I cannot breathe", True),
        ("can't breathe", "cant breathe", True),
        ("swell*", "swelling", True),
        ("swell*", "unswelling", False),
        ("lip|lips ... swell*", "my lips have swelled", True),
        ("my? throat", "throat", True),
        ("heart_rate|pulse ... 1##", "heart rate of 118", True),
        ("heart_rate|pulse ... 1##", "heart rate of 60", False),
        ("on @minoxidil", "on @minoxidil_oral", True),
        ("on @minoxidil", "on @minoxidil", True),
        ("on @minoxidil", "on @finasteride_oral", False),
        ("a_lot|lots", "a lot of hair", True),
        ("^ can|could", "can it cause pain", True),
        ("^ can|could", "I can feel it", False),
        ("the first $", "no, the first", True),
        ("the first $", "the first session", False),
        ("pain", "painful", False),
        ("pain", "no pain", True),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str, found: bool) -> None:
    spaced = "".join(f"{word} " for word in words(text))
    assert bool(Phrase(phrase, MEMBERS).compiled().search(spaced)) is found
    assert bool(list(PhraseFinder([phrase], MEMBERS).find(words(text)))) is found


def test_it_is_told_where_a_phrase_begins() -> None:
    assert list(PhraseFinder(["pain"], {}).find(words("pain here and pain there"))) == [(0, [0, 3])]


def test_phrases_are_looked_up_by_words_that_they_need() -> None:
    assert Phrase("my? throat ... clos*|tight", {}).needs() == [{"throat"}, {"clo*", "tight"}]
    assert Phrase("@minoxidil ... 1##", MEMBERS).needs() == []


def test_two_parts_may_come_in_either_order() -> None:
    assert either_way("hair|shed* ~ lithium") == [
        "hair|shed* ... lithium",
        "lithium ... hair|shed*",
    ]
    assert either_way("throat ... closing") == ["throat ... closing"]
