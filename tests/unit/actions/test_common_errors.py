"""What other assistants get wrong, said right: the common errors of the facts' safety.yml."""

from dataclasses import dataclass

import pytest

from actions.answer import ActionAnswer
from tests.facts import facts, needs_facts
from tests.unit.actions.conversing import Conversation, rendered


@dataclass(frozen=True)
class Error:
    """A wrong claim, the question that invites it, and what the reply says instead."""

    claim: str
    """As the facts quote it."""
    aspect: str
    topic: str
    says: tuple[str, ...]
    never: tuple[str, ...] = ()
    caveat: str | None = None
    region: str = "uk"


ERRORS = (
    Error(
        "Mesotherapy began in 1976", "what_is", "mesotherapy",
        ("1976", "1952", "Pistor", "sources differ"), caveat="sources_disagree",
    ),
    Error(
        'Mesotherapy products are FDA or MHRA approved, or "WHO approved"', "approval",
        "mesotherapy", ("No. The MHRA has not approved mesotherapy",), ("WHO",), "not_approved",
    ),
    Error(
        'Mesotherapy products are FDA or MHRA approved, or "WHO approved"', "ingredients",
        "mesotherapy", ("A US rule counts", "without proof as hair growers"),
    ),
    Error(
        "Topical minoxidil is covered by an FDA OTC monograph", "approval", "minoxidil_topical",
        ("sold under its own approval", "the general US rule accepts no ingredient"),
        ("monograph",), region="us",
    ),
    Error(
        'Laser caps are "FDA approved"', "approval", "low_level_laser",
        ("FDA cleared, and none of that is approval", "510(k)"),
        caveat="cleared_not_approved", region="us",
    ),
    Error(
        "PRP is FDA approved for hair", "approval", "prp",
        ("No. The FDA has not approved PRP", "clears kits for preparing PRP", "off-label"),
        caveat="off_label", region="us",
    ),
    Error(
        "NICE recommends baricitinib for alopecia areata (TA926)", "availability", "baricitinib",
        ("NICE does not recommend it",), caveat="sources_disagree",
    ),
    Error(
        "Deuruxolitinib is US-only", "approval", "deuruxolitinib",
        ("Yes. The MHRA announced its approval of deuruxolitinib on 12 March 2026",),
    ),
    Error(
        "Deuruxolitinib is US-only", "approval", "deuruxolitinib",
        ("a test of the gene CYP2C9",), region="us",
    ),
    Error(
        "Topical finasteride avoids side effects and is FDA approved", "approval",
        "finasteride_topical", ("No. The FDA has not approved", "32 reports"),
        caveat="not_approved", region="us",
    ),
    Error(
        "Topical finasteride avoids side effects and is FDA approved", "safety",
        "finasteride_topical", ("not free of whole-body effects", "suicidal thoughts"), region="us",
    ),
    Error(
        "Topical finasteride avoids side effects and is FDA approved", "approval",
        "finasteride_topical", ("holds national licences",), region="eu",
    ),
    Error(
        "EMA found dutasteride causes suicidal thoughts", "safety", "dutasteride_oral",
        ("the EMA found no direct link with suicidal thoughts", "asked for a caution"), region="eu",
    ),
    Error(
        "EMA found dutasteride causes suicidal thoughts", "safety", "finasteride_oral",
        ("the EMA confirmed suicidal thoughts as a side effect of finasteride tablets",),
        region="eu",
    ),
    Error(
        "Oral minoxidil is licensed for hair loss", "approval", "minoxidil_oral",
        ("No, not for hair loss", "licensed for high blood pressure only"), caveat="off_label",
    ),
    Error(
        "Oral minoxidil is licensed for hair loss", "safety", "minoxidil_oral",
        ("The warning was written for blood-pressure amounts",),
    ),
    Error(
        "Dutasteride is unapproved everywhere for hair", "approval", "dutasteride_oral",
        ("South Korea and Japan have approved it",), caveat="off_label",
    ),
    Error(
        "Biotin is harmless and regrows hair", "effectiveness", "biotin",
        ("no good evidence that biotin grows hair in people who do not lack it",), ("harmless",),
    ),
    Error(
        "Biotin is harmless and regrows hair", "tests", "biotin",
        ("troponin", "hide a heart attack"),
    ),
    Error(
        "Rosemary oil equals minoxidil", "comparison", "rosemary_oil",
        ("does not equal minoxidil", "2% minoxidil", "Without a dummy group"),
    ),
    Error(
        "Clascoterone gives 539% more hair", "effectiveness", "clascoterone",
        ("That does not mean 539% more hair", "come from the company"), caveat="investigational",
    ),
    Error(
        "Men and women use the same minoxidil plan", "how_to_use", "minoxidil_topical",
        ("men's 5% foam says 1 g twice a day", "women's 5% foam says 1 g once a day",
         "women's 2% liquid says 1 ml twice a day"),
    ),
    Error(
        "Men and women use the same minoxidil plan", "duration", "minoxidil_topical",
        ("Stop if nothing has changed by 16", "Stop if nothing has changed by 24",
         "Stop if nothing has changed after a year"),
    ),
)  # fmt: skip


@pytest.mark.parametrize("error", ERRORS, ids=lambda one: f"{one.topic}-{one.aspect}-{one.region}")
def test_the_answer_gets_it_right(error: Error) -> None:
    said = Conversation({"region": error.region}).hear(
        ActionAnswer(), error.aspect, [(error.aspect, [error.topic])], topic=error.topic
    )
    written = [
        one
        for one in said.messages
        if one["response"].startswith("utter_caveat.")
        or one["response"].startswith(f"utter_{error.topic}.")
    ]
    text = "\n".join(map(rendered, written))
    for words in error.says:
        assert words in text
    for words in error.never:
        assert words not in text
    if error.caveat:
        assert error.caveat in {one["id"] for one in said.caveats}


@needs_facts
def test_each_common_error_of_the_facts_has_its_conversation() -> None:
    known = {one["wrong_claim"] for one in facts("safety")["common_errors"]}
    assert {error.claim for error in ERRORS} == known
