"""Thresholds follow from what was said of messages that were never seen."""

import pytest
from rasa.shared.nlu.training_data.message import Message

from thatch.tuning.calibration import Calibration
from thatch.tuning.out_of_fold import Said
from thatch.tuning.pipeline import Labelled
from thatch.tuning.thresholds import (
    Hearing,
    choose_described,
    choose_least,
    choose_red_flag_threshold,
    choose_threshold,
    hearing,
)

PRP = frozenset({"prp"})


def _said(
    intents: dict[str, float],
    asked: set[str],
    optional: frozenset[str] = frozenset(),
    **flags: float,
) -> Said:
    raised = frozenset(flag for flag in flags if flag.startswith("true_"))
    labelled = Labelled(Message({"text": ""}), frozenset(asked), optional, raised)
    return Said(labelled, intents, flags)


def test_hearing() -> None:
    said = [
        _said({"pain": 0.9, "cost": 0.4, "safety": 0.1}, {"pain"}),
        _said({"pain": 0.2, "cost": 0.3, "safety": 0.1}, {"cost", "pain"}),
    ]
    assert hearing(said, 0.35, least=0.25) == Hearing(recall=2 / 3, precision=2 / 3, exact=0.0)
    assert hearing(said, 0.5, least=0.5) == Hearing(recall=1 / 3, precision=1.0, exact=0.5)


def test_a_classifier_that_says_nothing_hears_nothing() -> None:
    assert hearing([_said({}, {"pain"})], 1.0, least=1.0) == Hearing(0.0, 1.0, 0.0)


def test_optional_intents_count_neither_way() -> None:
    said = [_said({"pain": 0.9, "cost": 0.8}, {"pain"}, optional=frozenset({"cost"}))]
    assert hearing(said, 0.5, least=0.5) == Hearing(1.0, 1.0, 1.0)


def test_the_lowest_threshold_that_keeps_the_precision() -> None:
    right = [_said({"pain": 0.42, "cost": 0.02}, {"pain"})] * 20
    surplus = [_said({"pain": 0.8, "cost": 0.31}, {"pain"})] * 20
    choice = choose_threshold([*right, *surplus])
    assert choice.value == 0.32
    assert "recall 100.0%, precision 100.0%" in choice.why


def test_without_such_a_threshold_the_best_balance() -> None:
    said = [
        *[_said({"pain": 0.6, "cost": 0.7}, {"pain"})] * 10,
        *[_said({"pain": 0.7, "cost": 0.6}, {"pain"})] * 10,
    ]
    choice = choose_threshold(said)
    assert "none reaches 90%" in choice.why
    assert choice.value <= 0.6


def test_a_lone_guess_counts_where_it_is_right_more_often_than_not() -> None:
    wrong = [_said({"pain": 0.1, "cost": 0.05}, {"cost"})] * 10
    right = [_said({"pain": 0.2, "cost": 0.05}, {"pain"})] * 10
    sure = [_said({"pain": 0.9, "cost": 0.05}, {"cost"})] * 10
    choice = choose_least([*wrong, *right, *sure], threshold=0.4)
    assert choice.value == pytest.approx(0.2)
    assert "of 20 messages in which nothing passes the threshold, 10 get an answer" in choice.why


def test_no_guess_counts_where_all_are_wrong() -> None:
    wrong = [_said({"pain": 0.1, "cost": 0.05}, {"cost"})] * 10
    assert choose_least(wrong, threshold=0.4).value == 0.4


def test_red_flags_alarm_no_more_often_than_allowed() -> None:
    quiet = [_said({"pain": 1.0}, {"pain"}, sepsis=0.1)] * 995
    alarmed = [_said({"pain": 1.0}, {"pain"}, sepsis=0.6)] * 5
    flagged = [_said({"pain": 1.0}, {"pain"}, true_sepsis=0.3)] * 4
    assert choose_red_flag_threshold([*quiet, *alarmed, *flagged]).value == 0.11
    choice = choose_red_flag_threshold([*quiet, *alarmed * 2, *flagged])
    assert choice.value == 0.61
    assert "finds 0 of 4" in choice.why


def test_calibration_tells_how_often_what_is_said_is_so() -> None:
    said = [0.1] * 10 + [0.6] * 10
    so = [True] * 3 + [False] * 7 + [True] * 8 + [False] * 2
    calibration = Calibration.learn(said, so)
    assert calibration.of(0.1) == pytest.approx(0.3)
    assert calibration.of(0.6) == pytest.approx(0.8)
    assert calibration.least_said(0.75) == pytest.approx(0.6)
    assert calibration.least_said(0.9) == 1.0


def test_a_topic_that_is_named_counts_neither_way_as_described() -> None:
    described = Labelled(Message({"text": ""}), frozenset(), frozenset(), frozenset(), PRP)
    named = Labelled(Message({"text": ""}), frozenset(), frozenset(), frozenset(), named=PRP)
    other = Labelled(Message({"text": ""}), frozenset(), frozenset(), frozenset())
    said = [
        *[Said(described, {}, {}, {"prp": 0.6})] * 9,
        Said(other, {}, {}, {"prp": 0.32}),
        Said(other, {}, {}, {"prp": 0.31}),
        *[Said(named, {}, {}, {"prp": 0.9})] * 9,
    ]
    choice = choose_described(said)
    assert choice.value == 0.32
    assert "finds 9 of 9" in choice.why
