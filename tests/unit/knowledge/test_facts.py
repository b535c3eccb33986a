"""What the knowledge says of approval, evidence, route and urgency is what the facts say."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.facts import entries, needs_facts
from thatch.knowledge import Library, load
from thatch.paths import KNOWLEDGE

pytestmark = needs_facts

BODIES = {"fda": "fda", "mhra": "mhra", "ema_eu": "ema"}

DIFFERENT: dict[tuple[str, str], str] = {
    ("finasteride_topical", "ema"): "single EU countries authorised it, the EMA did not",
    ("deuruxolitinib", "ema"): "no checked source says that the EMA has not approved it",
    ("hair_transplant", "fda"): "without a source, which a standing must have",
    ("hair_fibres", "fda"): "without a source, which a standing must have",
    ("hair_extensions", "fda"): "without a source, which a standing must have",
    ("hair_extensions", "mhra"): "without a source, which a standing must have",
    ("wigs", "fda"): "without a source, which a standing must have",
    ("iron", "fda"): "approved for a lack of iron; a standing tells of hair loss",
    ("iron", "mhra"): "approved for a lack of iron; a standing tells of hair loss",
}
"""What is left out of the knowledge on purpose, and why. Nothing is said otherwise than it was."""


@pytest.fixture(scope="module")
def library() -> Library:
    return load(KNOWLEDGE)


def standings() -> Iterator[tuple[str, str, str]]:
    for id_, treatment in entries("treatments", "treatments").items():
        for body, ours in BODIES.items():
            if body in treatment["regulatory"]:
                yield id_, ours, treatment["regulatory"][body]["status"]


def sources_of(facts: Any) -> Iterator[str]:
    if isinstance(facts, dict):
        yield from facts.get("sources", ())
    values = facts.values() if isinstance(facts, dict) else facts
    for value in values if isinstance(facts, dict | list) else ():
        yield from sources_of(value)


@pytest.mark.parametrize(("treatment", "body", "status"), list(standings()))
def test_a_regulators_word_is_that_of_the_facts(
    treatment: str, body: Any, status: str, library: Library
) -> None:
    standing = library.treatments[treatment].regulators.get(body)
    if (treatment, body) in DIFFERENT:
        assert standing is None, "left out on purpose, so not said otherwise either"
    else:
        assert standing is not None
        assert standing.status == status


def test_no_regulators_word_is_our_own(library: Library) -> None:
    known = {(treatment, body) for treatment, body, _ in standings()}
    ours = {(id_, body) for id_, one in library.treatments.items() for body in one.regulators}
    assert ours <= known
    assert set(DIFFERENT) <= known, "a difference from facts that are no more"


@pytest.mark.parametrize("treatment", sorted(entries("treatments", "treatments")))
def test_route_and_evidence_are_those_of_the_facts(treatment: str, library: Library) -> None:
    facts, ours = entries("treatments", "treatments")[treatment], library.treatments[treatment]
    assert (ours.route, ours.evidence.grade) == (facts["route"], facts["evidence"]["grade"])


def test_each_red_flag_is_as_urgent_as_the_facts_say(library: Library) -> None:
    expected = {id_: one["urgency"] for id_, one in entries("safety", "red_flags").items()}
    assert {id_: one.urgency for id_, one in library.red_flags.items()} == expected


@pytest.mark.parametrize("red_flag", sorted(entries("safety", "red_flags")))
def test_urgent_advice_rests_on_sources_of_the_facts(red_flag: str, library: Library) -> None:
    known = set(sources_of(entries("safety", "red_flags")[red_flag]))
    assert known & set(library.red_flags[red_flag].sources)


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("treatments", "treatments"),
        ("conditions", "conditions"),
        ("concepts", "concepts"),
        ("tests", "tests"),
        ("tests", "roles"),
    ],
)
def test_whatever_the_facts_speak_of_is_a_topic(file: str, key: str, library: Library) -> None:
    assert set(entries(file, key)) <= set(library.topics)


def test_each_combination_of_the_facts_is_answered(library: Library) -> None:
    assert set(entries("combinations", "combinations")) <= set(library.combinations)
