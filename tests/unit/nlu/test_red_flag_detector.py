"""Rules raise red flags, and the classifier tells which of several are meant."""

from collections.abc import Mapping
from typing import Any, cast

import pytest
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from tests.unit.nlu.test_red_flags import pipeline, raised, reading
from thatch.nlu.labels import RED_FLAG
from thatch.nlu.red_flag_detector import RedFlagDetector

EYELIDS = "I used a box dye on Saturday and my eyelids are swollen shut"
DYE, THROAT = "scalp_burn_or_dye_reaction", "anaphylaxis"


def detected(text: str, likelihoods: Mapping[str, float], threshold: float = 0.3) -> Message:
    """What becomes of a message of which the classifier thinks so."""
    message = Message.build(text)
    reading(text).attach_to(message)
    message.set("probabilities", {RED_FLAG + flag: one for flag, one in likelihoods.items()})
    # Asked, it needs no storage.
    storage = cast(ModelStorage, None)
    detector = RedFlagDetector({"threshold": threshold}, storage, Resource("flags"), pipeline()[1])
    detector.process([message])
    return message


def flags(message: Message) -> list[Any]:
    return _values(message, "red_flag")


def _values(message: Message, kind: str) -> list[Any]:
    return [one["value"] for one in message.get("entities", []) if one["entity"] == kind]


def test_rules_raise_all_that_they_know() -> None:
    assert {DYE, THROAT} <= set(raised(EYELIDS))


def test_the_classifier_tells_which_of_them_is_meant() -> None:
    message = detected(EYELIDS, {DYE: 0.98, THROAT: 0.01})
    assert flags(message) == [DYE]
    assert message.get("intent")["name"] == "urgent"


def test_in_doubt_both_are_raised_and_the_more_urgent_comes_first() -> None:
    message = detected(EYELIDS, {DYE: 0.6, THROAT: 0.2})
    assert flags(message)[0] == THROAT
    assert DYE in flags(message)
    assert message.get("intent")["name"] == "emergency"


def test_rules_stand_where_the_classifier_is_at_a_loss() -> None:
    message = detected(EYELIDS, {DYE: 0.03, THROAT: 0.0001})
    assert flags(message) == raised(EYELIDS)


def test_what_can_wait_is_not_raised_by_a_rule_that_the_classifier_finds_absurd() -> None:
    text = "I never see anybody now, no one knows, I cannot bear to go out with my hair like this"
    assert raised(text) == ["distress"]
    assert flags(detected(text, {"distress": 0.02})) == ["distress"]
    assert flags(detected(text, {"distress": 0.001})) == []


def test_an_emergency_is_raised_by_a_rule_whatever_the_classifier_thinks() -> None:
    text = "can't breathe after the injection"
    assert THROAT in flags(detected(text, {THROAT: 0.0}))


def test_what_it_is_sure_of_is_raised_beside_what_rules_raise() -> None:
    assert set(flags(detected(EYELIDS, {"eye_exposure": 0.9, DYE: 0.9}))) == {"eye_exposure", DYE}


@pytest.mark.parametrize(("likelihood", "expected"), [(0.35, ["distress"]), (0.25, [])])
def test_where_no_rule_knows_the_words_it_raises_what_passes_the_threshold(
    likelihood: float, expected: list[str]
) -> None:
    assert flags(detected("I keep away from mirrors", {"distress": likelihood})) == expected


@pytest.mark.parametrize(("likelihood", "expected"), [(0.35, ["chest_heart"]), (0.25, [])])
def test_it_must_be_surer_where_somebody_only_asks(likelihood: float, expected: list[str]) -> None:
    text = "Will minoxidil make my heart race?"
    assert raised(text) == []
    assert flags(detected(text, {"chest_heart": likelihood}, threshold=0.1)) == expected


@pytest.mark.parametrize(
    "text",
    ["My son is 19 and his crown is thinning", "he's 21", "my 17 year old daughter sheds a lot"],
)
def test_it_must_be_all_but_certain_beside_what_tells_the_contrary(text: str) -> None:
    assert raised(text) == []
    assert flags(detected(text, {"child_under_16": 0.7})) == []
    assert flags(detected(text, {"child_under_16": 0.9})) == ["child_under_16"]


def test_a_younger_age_tells_nothing_of_the_contrary() -> None:
    assert flags(detected("he's 12", {"child_under_16": 0.7})) == ["child_under_16"]


PULSE = "my pulse won't come down, even in bed"
HEART, LUMP, OTHER = "chest_heart", "breast_lump_5ari", "unrelated_emergency"


def test_a_rule_that_a_topic_of_before_fulfils_is_surer_than_a_guess() -> None:
    message = detected(PULSE, {OTHER: 0.4, HEART: 0.05})
    assert flags(message) == [OTHER]
    assert message.get("red_flags_on")["minoxidil_oral"] == [HEART]


def test_a_guess_that_is_more_urgent_stays_beside_it() -> None:
    message = detected("a nipple is sore and lumpy", {OTHER: 0.4, LUMP: 0.05})
    assert message.get("red_flags_on")["finasteride"] == [OTHER, LUMP]


def test_what_a_topic_of_before_would_make_one_must_be_conceivable() -> None:
    """Of an emergency too: Hubby's face dropped at that, after Botox."""
    face, eyes = "Hubby's face dropped at that. Is it per session?", "vision_neuro"
    assert detected(face, {eyes: 0.002}).get("red_flags_on") is None
    assert detected(face, {eyes: 0.02}).get("red_flags_on")["botulinum_toxin"] == [eyes]


def test_what_a_rule_raises_without_any_topic_is_not_raised_on_one() -> None:
    text = "I never see anybody now, no one knows, I cannot bear to go out with my hair like this"
    on_topics = detected(text, {"distress": 0.001}).get("red_flags_on") or {}
    assert not any("distress" in raised_on for raised_on in on_topics.values())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("im 14", ["visitor_under_16"]),
        ("I'm 15 and my hair is thinning", ["visitor_under_16"]),
        ("I'm 34 btw", ["visitor_grown_up"]),
        ("I'm 14 weeks pregnant", []),
        ("when i was 14 i had a fringe", []),
        ("my daughter is 9", []),
    ],
)
def test_an_age_of_the_visitor_lasts(text: str, told: list[str]) -> None:
    assert _values(detected(text, {}), "lasting_sign") == told


def test_an_age_alone_is_urgent_where_hair_was_spoken_of() -> None:
    message = detected("im 14", {"child_under_16": 0.5})
    assert message.get("red_flags_on")["receding_hairline"] == ["child_under_16"]


WAXY = "skin where the cold cap pressed has gone waxy and I can't feel it, blister coming"


def test_a_sign_that_is_denied_speaks_against_a_flag_that_is_only_likely() -> None:
    assert flags(detected(WAXY, {DYE: 0.6})) == []


def test_what_is_all_but_certain_is_raised_in_spite_of_a_denial() -> None:
    assert flags(detected(WAXY, {DYE: 0.94})) == [DYE]
