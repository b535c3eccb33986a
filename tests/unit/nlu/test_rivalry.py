"""Most messages ask one thing: intents speak against each other."""

import numpy as np
import pytest

from thatch.nlu.rivalry import as_rivals

INTENTS = np.array([True, True, True, False])


def test_what_else_is_likely_speaks_against_an_intent() -> None:
    weighed = as_rivals(np.array([0.9, 0.4, 0.1, 0.5]), INTENTS)
    assert weighed[1] < 0.4


def test_where_nothing_else_is_likely_an_intent_gains() -> None:
    assert as_rivals(np.array([0.4, 0.05, 0.02, 0.5]), INTENTS)[0] > 0.4


def test_their_order_stays_and_other_labels_do() -> None:
    before = np.array([0.7, 0.69, 0.1, 0.5])
    weighed = as_rivals(before, INTENTS)
    assert list(np.argsort(weighed[:3])) == list(np.argsort(before[:3]))
    assert weighed[3] == before[3]


def test_two_that_are_as_likely_stay_so() -> None:
    first, second = as_rivals(np.array([0.8, 0.8, 0.1, 0.5]), INTENTS)[:2]
    assert first == second < 0.8


@pytest.mark.parametrize("intents", [[False, False], [True, False]])
def test_a_lone_intent_has_no_rival(intents: list[bool]) -> None:
    before = np.array([0.7, 0.2])
    assert np.array_equal(as_rivals(before, np.array(intents)), before)


def test_certainty_has_bounds() -> None:
    assert np.isfinite(as_rivals(np.array([1.0, 0.0, 0.0, 0.0]), INTENTS)).all()
