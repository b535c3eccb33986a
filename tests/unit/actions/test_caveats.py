"""Every caveat rule, on treatments made up for it."""

from datetime import date, timedelta
from typing import Any

import pytest

from actions.caveats import caveats_of, caveats_of_answers
from thatch.knowledge import Curated, Library, load
from thatch.knowledge.schema import Review, Treatment
from thatch.knowledge.vocabulary import Region
from thatch.paths import KNOWLEDGE

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def library() -> Library:
    return load(KNOWLEDGE)


def treatment(**facts: Any) -> Treatment:
    """A treatment of which nothing is known that demands a caveat, but for the given facts."""
    return Treatment.model_validate(
        {
            "id": "leeching",
            "kind": "treatment",
            "name": "leeching",
            "route": "topical",
            "evidence": {"grade": "strong", "sources": ["a_study"]},
            "regulators": {},
            "review": {"checked": "2026-11-22", "due": "2027-11-22"},
            "in_short": {
                "what": "leeches on the scalp",
                "course": "once a week",
                "side_effects": "itching",
                "not_for": "people who bleed easily",
                "sources": ["a_study"],
            },
            "answers": {"what_is": {"text": "It uses leeches.", "sources": ["a_study"]}},
            **facts,
        }
    )


def standing(status: str) -> dict[str, Any]:
    return {"status": status, "checked": "2026-11-22", "sources": ["a_study"]}


def ids(of: Treatment, region: Region, library: Library) -> list[str]:
    return [caveat.id for caveat in caveats_of(of, region, library)]


def test_facts_without_a_doubt_demand_nothing(library: Library) -> None:
    approved = {"mhra": standing("approved"), "fda": standing("not_regulated")}
    assert ids(treatment(regulators=approved), "uk", library) == []


@pytest.mark.parametrize(
    ("status", "caveat"),
    [
        ("not_approved", "not_approved"),
        ("off_label", "off_label"),
        ("cleared", "cleared_not_approved"),
        ("device_marked", "device_mark"),
        ("investigational", "investigational"),
    ],
)
def test_a_regulators_status_demands_its_caveat(status: str, caveat: str, library: Library) -> None:
    one = treatment(regulators={"fda": standing(status), "mhra": standing("approved")})
    (found,) = caveats_of(one, "uk", library)
    assert (found.id, found.regulators, found.topic) == (caveat, ("fda",), "leeching")


@pytest.mark.parametrize(
    ("region", "order"),
    [
        ("uk", ("mhra", "fda", "ema")),
        ("us", ("fda", "mhra", "ema")),
        ("eu", ("ema", "mhra", "fda")),
    ],
)
def test_the_visitors_own_regulator_goes_first(
    region: Region, order: tuple[str, ...], library: Library
) -> None:
    everywhere = {one: standing("not_approved") for one in ("ema", "fda", "mhra")}
    (found,) = caveats_of(treatment(regulators=everywhere), region, library)
    assert found.regulators == order


@pytest.mark.parametrize("route", ["topical", "oral", "device", "surgical", "procedure", "diet"])
def test_injection_safety_is_for_injections_alone(route: str, library: Library) -> None:
    assert ids(treatment(route="injection"), "uk", library) == ["injection_safety"]
    assert ids(treatment(route=route), "uk", library) == []


def test_prescription_only_holds_where_it_is_so(library: Library) -> None:
    one = treatment(
        prescription_only={"regions": ["uk"], "checked": "2026-11-22", "sources": ["a_study"]}
    )
    (found,) = caveats_of(one, "uk", library)
    assert found.response == "utter_caveat.prescription_only.uk"
    assert ids(one, "us", library) == []


@pytest.mark.parametrize(
    ("grade", "caveats"),
    [
        ("strong", []),
        ("moderate", []),
        ("limited", []),
        ("insufficient", ["insufficient_evidence"]),
        ("none", ["insufficient_evidence"]),
    ],
)
def test_weak_evidence_is_told(grade: str, caveats: list[str], library: Library) -> None:
    evidence = {"grade": grade, "sources": ["a_study"]}
    assert ids(treatment(evidence=evidence), "uk", library) == caveats


def test_a_cosmetic_claims_no_effect_that_would_need_evidence(library: Library) -> None:
    evidence = {"grade": "none", "sources": ["a_study"]}
    assert ids(treatment(evidence=evidence, route="cosmetic"), "uk", library) == []


@pytest.mark.parametrize(
    ("pregnancy", "caveat"),
    [
        ({"advice": "avoid", "sources": ["a_study"]}, "pregnancy"),
        ({"advice": "unstudied"}, "pregnancy_unstudied"),
    ],
)
def test_pregnancy_is_told(pregnancy: dict[str, Any], caveat: str, library: Library) -> None:
    assert ids(treatment(pregnancy=pregnancy), "uk", library) == [caveat]


def test_caveats_of_two_treatments_are_told_apart_where_they_name_them(library: Library) -> None:
    facts: dict[str, Any] = {
        "route": "injection",
        "regulators": {"fda": standing("not_approved")},
    }
    first = {one.key for one in caveats_of(treatment(**facts), "uk", library)}
    second = {one.key for one in caveats_of(treatment(id="cupping", **facts), "uk", library)}
    assert first & second == {"utter_caveat.injection_safety"}


def answer(topic: str, aspect: str, due: date) -> Curated:
    return Curated(
        f"{topic}.{aspect}",
        topic,
        aspect,
        "any",
        "A text.",
        ("a_study",),
        Review(checked=due - timedelta(days=365), due=due),
    )


def test_an_answer_past_its_review_says_so(library: Library) -> None:
    yesterday = TODAY - timedelta(days=1)
    given = [answer("biotin", "pain", TODAY), answer("biotin", "cost", yesterday)]
    (found,) = caveats_of_answers(given, library, TODAY)
    assert (found.id, found.due) == ("overdue_review", yesterday)


def test_an_answer_due_today_is_not_overdue(library: Library) -> None:
    assert caveats_of_answers([answer("biotin", "cost", TODAY)], library, TODAY) == []


def test_a_disagreement_is_told_with_the_aspect_it_is_about(library: Library) -> None:
    (found,) = caveats_of_answers([answer("mesotherapy", "what_is", TODAY)], library, TODAY)
    assert found.id == "sources_disagree"
    assert found.response == "utter_mesotherapy.disagreement.origin"
    assert caveats_of_answers([answer("mesotherapy", "pain", TODAY)], library, TODAY) == []
