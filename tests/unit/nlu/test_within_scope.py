"""What names something of ours is turned away only where it is likely about something else."""

import pytest

from thatch.nlu.language import read
from thatch.nlu.multi_intent_classifier import within_scope
from thatch.nlu.reading import Kind, Mention, Reading

PAIN = ("pain", 0.4)


def about(kind: Kind | None) -> Reading:
    """A message that names a topic of a kind, or none."""
    return Reading(read("Alpecin"), [Mention("named", kind, 0, 1)] if kind else [])


@pytest.mark.parametrize("kind", ["treatment", "condition", "umbrella"])
def test_a_treatment_or_a_condition_is_ours(kind: Kind) -> None:
    assert within_scope([("out_of_scope", 0.64), PAIN], about(kind)) == [PAIN]


def test_all_the_same_it_may_likely_be_about_something_else() -> None:
    heard = [("out_of_scope", 0.9), PAIN]
    assert within_scope(heard, about("treatment")) == heard


def test_a_test_alone_may_be_for_anything() -> None:
    heard = [("out_of_scope", 0.64), PAIN]
    assert within_scope(heard, about("test")) == heard


def test_where_nothing_is_named_what_is_asked_is_asked_of_that_other_thing() -> None:
    booking = ("admin_book", 0.5)
    heard = [("out_of_scope", 0.64), PAIN, booking]
    assert within_scope(heard, about(None)) == [heard[0], booking]


@pytest.mark.parametrize(
    ("outside", "kept"), [(0.3, [PAIN]), (0.5, [("out_of_scope", 0.5)])], ids=["hardly", "likely"]
)
def test_after_something_of_ours_it_must_be_rather_likely(
    outside: float, kept: list[tuple[str, float]]
) -> None:
    """Are tapes better? After a wig."""
    reading = about(None)
    reading.spoken_of = ("wigs",)
    assert within_scope([("out_of_scope", outside), PAIN], reading) == kept


def test_where_all_is_ours_all_stays() -> None:
    assert within_scope([PAIN], about(None)) == [PAIN]
