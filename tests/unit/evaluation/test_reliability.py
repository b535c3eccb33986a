"""Probabilities against what came true."""

import pytest

from tests.unit.evaluation.hearing import heard, question
from thatch.evaluation.reliability import aspect_reliability, reliability


def test_bins() -> None:
    found = reliability([0.12, 0.18, 0.95, 1.0], [False, True, True, True])
    assert [(one.so, one.of) for one in found.bins] == [(0.5, 2), (1.0, 2)]
    assert [one.said for one in found.bins] == pytest.approx([0.15, 0.975])
    assert found.error == pytest.approx((0.35 * 2 + 0.025 * 2) / 4)


def test_nothing_said_is_no_error() -> None:
    assert reliability([], []).bins == ()
    assert reliability([], []).error == 0.0


def test_optional_aspects_and_other_intents_are_left_out() -> None:
    asked = question(aspects=("pain",), aspects_optional=("cost",))
    made = heard(probabilities={"pain": 0.95, "cost": 0.5, "greet": 0.3, "safety": 0.05})
    outside = question("t2", kind="out_of_scope")
    found = aspect_reliability(
        [asked, outside],
        [made, heard(probabilities={"pain": 0.5})],
        ["pain", "cost", "safety"],
    )
    assert [(one.said, one.so) for one in found.bins] == [(0.05, 0.0), (0.95, 1.0)]
