"""What is asked must fit what is spoken of, unless it is all but certain."""

import pytest

from actions.fitting import fitting
from actions.hearing import Asked, Heard
from actions.memory import Memory
from actions.shelf import library

THRESHOLD = 0.25


def _heard(
    *asked: tuple[str, float], named: tuple[str, ...] = (), guess: bool = False, short: bool = False
) -> Heard:
    likeliest = tuple(Asked(aspect, confidence=likely) for aspect, likely in asked)
    counted = tuple(one for one in likeliest if one.confidence >= THRESHOLD)
    return Heard(
        intent="",
        topics=named,
        asked=likeliest[:1] if guess else counted,
        routes=(),
        pointers=(),
        companions=(),
        red_flags=(),
        gives_name=False,
        guessed=guess,
        in_few_words=short,
        likeliest=likeliest,
        threshold=THRESHOLD,
    )


def _aspects(heard: Heard) -> list[str]:
    return [one.aspect for one in heard.asked]


def test_what_nothing_is_written_on_yields_to_what_stands_beside_it() -> None:
    """A transplant has no causes."""
    heard = fitting(
        _heard(("pain", 0.6), ("causes", 0.4), named=("hair_transplant",)), Memory(), library()
    )
    assert _aspects(heard) == ["pain"]
    assert heard.surely_asks


def test_alone_it_yields_to_a_likely_reading_as_a_guess() -> None:
    heard = fitting(
        _heard(("prognosis", 0.35), ("duration", 0.2), named=("prp",)), Memory(), library()
    )
    assert _aspects(heard) == ["duration"]
    assert not heard.surely_asks


def test_alone_it_is_a_guess_where_no_other_reading_is_likely() -> None:
    heard = fitting(
        _heard(("prognosis", 0.45), ("duration", 0.02), named=("prp",)), Memory(), library()
    )
    assert _aspects(heard) == ["prognosis"]
    assert not heard.surely_asks


@pytest.mark.parametrize("spoken_of", [("prp",), ("prp", "mesotherapy")])
def test_what_is_spoken_of_without_being_named_again_tells_too(spoken_of: tuple[str, ...]) -> None:
    heard = fitting(
        _heard(("definition", 0.3), ("what_is", 0.29)), Memory(topics=spoken_of), library()
    )
    assert _aspects(heard) == ["what_is"]


def test_what_is_likelier_than_not_is_heard_though_nothing_is_written_on_it() -> None:
    """So that the visitor is told so."""
    heard = fitting(_heard(("causes", 0.9), named=("hair_transplant",)), Memory(), library())
    assert _aspects(heard) == ["causes"]
    assert heard.surely_asks


def test_where_nothing_is_spoken_of_all_stays() -> None:
    heard = _heard(("causes", 0.4), ("pain", 0.3))
    assert fitting(heard, Memory(), library()) == heard


def test_what_else_can_be_done_may_be_asked_of_anything() -> None:
    """PRP is too dear: what is there instead?"""
    heard = fitting(_heard(("cost", 0.6), ("options", 0.5), named=("prp",)), Memory(), library())
    assert _aspects(heard) == ["cost", "options"]


def test_what_a_treatment_does_to_somebody_is_a_side_effect() -> None:
    """It has no symptoms; heard as both, it is asked once."""
    heard = fitting(
        _heard(("symptoms", 0.6), ("side_effects", 0.3), named=("minoxidil",)), Memory(), library()
    )
    assert _aspects(heard) == ["side_effects"]


def test_a_kind_of_hair_loss_has_symptoms() -> None:
    heard = _heard(("symptoms", 0.6), named=("telogen_effluvium",))
    assert _aspects(fitting(heard, Memory(topics=("minoxidil",)), library())) == ["symptoms"]


def test_what_is_only_kept_in_mind_makes_no_side_effect_of_a_symptom() -> None:
    heard = fitting(_heard(("symptoms", 0.6)), Memory(in_mind=("prp",)), library())
    assert _aspects(heard) == ["symptoms"]


def test_what_is_often_asked_of_a_topic_wins_over_what_seldom_is() -> None:
    """Of finasteride "perm?" asks whether the harm lasts, and not what the word means."""
    heard = fitting(
        _heard(("definition", 0.3), ("side_effects", 0.2)),
        Memory(topics=("finasteride",)),
        library(),
    )
    assert _aspects(heard) == ["side_effects"]


def test_a_guess_that_is_often_asked_of_a_topic_is_none_any_more() -> None:
    heard = _heard(("side_effects", 0.2), ("areas", 0.1), guess=True, short=True)
    assert not heard.surely_asks
    assert fitting(heard, Memory(topics=("finasteride",)), library()).surely_asks


def test_a_guess_stays_one_where_few_words_only_name_something() -> None:
    heard = _heard(("side_effects", 0.2), named=("finasteride",), guess=True, short=True)
    assert not fitting(heard, Memory(), library()).surely_asks
