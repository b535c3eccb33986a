"""For each treatment, aspect and region the reply holds just the caveats that the facts demand.

What they demand is worked out here from the files themselves, not by the code under test.
"""

from datetime import date
from itertools import product
from typing import Any

import pytest
import yaml

from actions.answer import ActionAnswer
from tests.unit.actions.conversing import Conversation, rendered
from thatch.paths import KNOWLEDGE

TREATMENTS: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((KNOWLEDGE / "treatments").glob("*.yml"))
}
ASPECTS: dict[str, dict[str, Any]] = yaml.safe_load(
    (KNOWLEDGE / "aspects.yml").read_text(encoding="utf-8")
)
WITHDRAWN: dict[str, Any] = yaml.safe_load(
    (KNOWLEDGE / "withdrawn.yml").read_text(encoding="utf-8")
)
REGIONS = ("uk", "us", "eu")
OWN_REGULATOR = {"uk": "mhra", "us": "fda", "eu": "ema"}
HEARD_AS = {"symptoms": "side_effects"}
"""What is asked of a treatment by the name of something else: it has no symptoms."""
BY_STATUS = {
    "not_approved": "not_approved",
    "off_label": "off_label",
    "cleared": "cleared_not_approved",
    "device_marked": "device_mark",
    "investigational": "investigational",
}


def answered(facts: dict[str, Any], aspect: str, region: str) -> str | None:
    """The aspect whose text answers, if any does."""

    def text(one: str) -> Any:
        entry = facts["answers"].get(one, {})
        found = entry.get(region, entry)
        ids = {f"{facts['id']}.{one}", f"{facts['id']}.{one}.{region}"}
        return {"not_covered": "it"} if found.get("draft") or ids & WITHDRAWN.keys() else found

    if "not_covered" in text(aspect):
        return None
    candidates = (aspect, *ASPECTS[aspect].get("instead", ()))
    return next((one for one in candidates if "text" in text(one)), None)


def demanded(facts: dict[str, Any], aspect: str, region: str) -> set[tuple[str, frozenset[str]]]:
    """The caveats that must stand beside an answer, with the regulators that they name."""
    caveats: set[tuple[str, frozenset[str]]] = set()
    for status, caveat in BY_STATUS.items():
        bodies = {body for body, one in facts["regulators"].items() if one["status"] == status}
        if bodies:
            caveats.add((caveat, frozenset(bodies)))
    if facts["route"] == "injection":
        caveats.add(("injection_safety", frozenset()))
    if region in facts.get("prescription_only", {}).get("regions", ()):
        caveats.add(("prescription_only", frozenset()))
    if facts["route"] != "cosmetic" and facts["evidence"]["grade"] in ("insufficient", "none"):
        caveats.add(("insufficient_evidence", frozenset()))
    if "pregnancy" in facts:
        avoided = facts["pregnancy"]["advice"] == "avoid"
        caveats.add(("pregnancy" if avoided else "pregnancy_unstudied", frozenset()))
    if any(aspect in one["aspects"] for one in facts.get("disagreements", ())):
        caveats.add(("sources_disagree", frozenset()))
    review = facts["answers"][aspect].get("review", facts["review"])
    if review["due"] < date.today():
        caveats.add(("overdue_review", frozenset()))
    return caveats


@pytest.mark.parametrize(
    ("treatment", "aspect", "region"), list(product(TREATMENTS, ASPECTS, REGIONS))
)
def test_a_reply_holds_the_caveats_that_its_facts_demand(
    treatment: str, aspect: str, region: str
) -> None:
    facts = TREATMENTS[treatment]
    said = Conversation({"region": region}).hear(
        ActionAnswer(), aspect, [(aspect, [treatment])], topic=treatment
    )
    told = [(one["id"], frozenset(one.get("regulators", ()))) for one in said.caveats]
    by = answered(facts, HEARD_AS.get(aspect, aspect), region)
    assert len(told) - sum(id_ == "sources_disagree" for id_, _ in told) == len(
        {id_ for id_, _ in told if id_ != "sources_disagree"}
    ), "no caveat stands twice, but for two disagreements"
    assert set(told) == (demanded(facts, by, region) if by else set())
    own = OWN_REGULATOR[region]
    for caveat in said.caveats:
        assert own not in caveat.get("regulators", ())[1:], "the visitor's regulator goes first"
    texts = [rendered(message) for message in said.messages if message.get("caveats")]
    assert all("{" not in text and "None" not in text for text in texts)
    if by:
        assert said.responses[-1] == "utter_sources"


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_a_caveat_is_said_in_full_once_and_named_ever_after(treatment: str) -> None:
    conversation = Conversation()
    first = conversation.hear(ActionAnswer(), "what_is", [("what_is", [treatment])])
    second = conversation.hear(ActionAnswer(), "side_effects", [("side_effects", [treatment])])
    full = {name for name in first.responses if name.startswith("utter_caveat.")}
    assert not full & set(second.responses)
    lasting = {one["id"] for one in first.caveats} - {"sources_disagree"}
    assert lasting <= {one["id"] for one in second.caveats}
    assert second.responses.count("utter_caveats_reminder") == (1 if lasting else 0)
