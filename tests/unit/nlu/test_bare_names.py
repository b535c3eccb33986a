"""A few words that go on to another thing are told from those that ask something of it."""

from collections.abc import Sequence

import pytest

from thatch.nlu.bare_names import only_names
from thatch.nlu.language import read
from thatch.nlu.reading import Kind, Mention, Reading


def said(text: str, *named: tuple[str, Kind]) -> Reading:
    """A message in which the single words are names, of topics of these kinds."""
    doc = read(text)
    places = [next(token.i for token in doc if token.lower_ == word) for word, _ in named]
    kinds: Sequence[Kind] = [kind for _, kind in named]
    mentions = [
        Mention(word, kind, at, at + 1)
        for (word, _), kind, at in zip(named, kinds, places, strict=True)
    ]
    return Reading(doc, mentions)


PRP: tuple[str, Kind] = ("prp", "treatment")
MESO: tuple[str, Kind] = ("meso", "treatment")


@pytest.mark.parametrize(
    "text",
    [
        "PRP",
        "PRP??",
        "and PRP?",
        "what about PRP",
        "ok, and how about the PRP",
        "PRP stuff",
        "same for prp",
        "same with PRP?",
        "or PRP",
        "oh ok. PRP then",
        "hmm ok. PRP?",
    ],
)
def test_another_topic_goes_on(text: str) -> None:
    assert only_names(said(text, PRP))


@pytest.mark.parametrize("text", ["and with the lotion?", "and if they inject it", "the spray one"])
def test_another_form_goes_on(text: str) -> None:
    assert only_names(said(text))


@pytest.mark.parametrize(
    "text",
    [
        "the PRP",
        "how PRP",
        "and PRP costs?",
        "so does PRP hurt",
        "what if I stop PRP",
        "PRP the same thing?",
    ],
)
def test_what_asks_something_or_nothing_does_not(text: str) -> None:
    assert not only_names(said(text, PRP))


def test_two_topics_or_forms_may_be_compared() -> None:
    assert not only_names(said("and PRP or meso", PRP, MESO))
    assert not only_names(said("and tablets or foam"))
    assert not only_names(said("PRP or the tablets", PRP))


def test_who_tests_and_what_a_word_means_is_no_other_thing_asked_about() -> None:
    assert not only_names(said("and a biopsy?", ("biopsy", "test")))
    assert not only_names(said("what about amlodipine", ("amlodipine", "combination")))


def test_a_condition_alone_may_be_suspected() -> None:
    assert not only_names(said("malnutrition?", ("malnutrition", "condition")))


def test_nothing_named_goes_on_to_nothing() -> None:
    assert not only_names(said("and that one?"))
