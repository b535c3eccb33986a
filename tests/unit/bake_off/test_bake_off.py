"""The bake-off counts and writes what it says. What it compares with need not be installed."""

from pathlib import Path

import pytest
from rasa.shared.nlu.training_data.message import Message

from benchmarks.bake_off import diet, page
from benchmarks.bake_off.contest import DIET, WHOLE
from benchmarks.bake_off.scores import Row, Time, best_threshold, only
from thatch.tuning.out_of_fold import Said
from thatch.tuning.pipeline import Labelled
from thatch.tuning.thresholds import Hearing

PAGE = f"# Before\n{page._BEGIN}old\n{page._END}After\n"


def _labelled(text: str, foremost: str, *also: str) -> Labelled:
    message = Message.build(text, foremost)
    return Labelled(message, frozenset({foremost, *also}), frozenset(), frozenset())


def test_only_messages_of_about_fifteen_words_are_timed() -> None:
    messages = [_labelled(" ".join(["word"] * count), "pain") for count in (3, 13, 15, 17, 40)]
    assert Time.of(messages, [900.0, 1.0, 2.0, 3.0, 900.0]).median == 2.0


def test_the_threshold_with_the_best_balance() -> None:
    one = _labelled("does it hurt", "pain")
    said = [Said(one, {"pain": 0.4, "cost": 0.2}, {})]
    assert best_threshold(said) == 0.21


def test_other_intents_are_left_out() -> None:
    said = [Said(_labelled("hello", "pain"), {"pain": 0.4, "greet": 0.9}, {})]
    assert only(said, {"pain", "cost"})[0].intents == {"pain": 0.4}


def test_the_results_stand_between_the_marks(tmp_path: Path) -> None:
    written, picture = tmp_path / "page.md", tmp_path / "pictures" / "bake_off.svg"
    written.write_text(PAGE, encoding="utf-8")
    heard = Hearing(recall=0.912, precision=0.85, exact=0.7)
    rows = [
        Row("some", folds=heard, benchmark=heard, time=Time(1.24, 2.0), megabytes=3.0),
        Row(WHOLE, time=Time(4.0, 6.0), megabytes=16.0),
        Row(DIET, folds=heard, time=Time(30.0, 40.0), megabytes=1500.0),
    ]
    page.write(rows, "Learnt.", written, picture)
    text = written.read_text(encoding="utf-8")
    assert text.startswith("# Before\n") and text.endswith("After\n")
    assert "old" not in text
    line = "| some | 91.2 / 85.0 / 70.0 | 91.2 / 85.0 / 70.0 |  | 1.2 | 2.0 | 3 |  |"
    assert line in text
    assert "DIET's NLU takes 7.5 times as long" in text
    assert "some" in picture.read_text(encoding="utf-8")
    page.write(rows, "Learnt.", written, picture)
    assert written.read_text(encoding="utf-8") == text


def test_a_competitor_that_cannot_be_had_says_so() -> None:
    assert page.table([Row(DIET, remark="installing it failed: no network")])[-1] == (
        f"| {DIET} |  |  |  |  |  |  | installing it failed: no network |"
    )


def test_a_set_of_intents_is_joined_where_it_is_frequent() -> None:
    often = [_labelled(f"how much and does it hurt {n}", "cost", "pain") for n in range(5)]
    seldom = [_labelled("is it safe and what is in it", "safety", "ingredients")]
    trained = diet._training_data([*often, *seldom])["nlu"]
    assert [(one["intent"], len(one["examples"])) for one in trained] == [
        ("cost+pain", 5),
        ("safety", 1),
    ]


def test_a_failed_step_is_named() -> None:
    with pytest.raises(diet.DietError, match="training it failed: ls: "):
        diet._run("training it", ["ls", "no such file"])
