"""Two things at once: set side by side, told together, or an honest gap."""

from typing import Any

import pytest

from actions.answer import ActionAnswer
from actions.shelf import library
from tests.unit.actions.conversing import Conversation, Said


def ask(aspect: str, *topics: str, region: str = "uk", **entities: Any) -> Said:
    return Conversation({"region": region}).hear(
        ActionAnswer(), aspect, [(aspect, topics)], topic=topics, **entities
    )


def test_a_comparison_is_a_table_of_facts_in_which_none_wins() -> None:
    said = ask("comparison", "mesotherapy", "prp")
    (message,) = (one for one in said.messages if one["response"] == "utter_comparison")
    assert message["table"]["columns"] == ["", "Mesotherapy", "PRP"]
    rows = {row[0]: row[1:] for row in message["table"]["rows"]}
    assert rows["Evidence that it works"] == ["too little to say", "limited"]
    assert rows["Approval for hair loss"][0] == "not approved (the MHRA (UK))"
    assert all(len(row) == 3 and all(row) for row in message["table"]["rows"])
    assert [one["content"] for one in message["items"]] == ["mesotherapy.in_short", "prp.in_short"]
    assert {"not_approved", "injection_safety"} <= {one["id"] for one in said.caveats}


@pytest.mark.parametrize(("region", "regulator"), [("us", "the FDA (US)"), ("eu", "the EMA (EU)")])
def test_a_comparison_tells_what_the_visitors_own_regulator_says(
    region: str, regulator: str
) -> None:
    said = ask("comparison", "finasteride_oral", "minoxidil_topical", region=region)
    (table,) = (one["table"] for one in said.messages if "table" in one)
    (approval,) = (row for row in table["rows"] if row[0] == "Approval for hair loss")
    assert all(regulator in cell for cell in approval[1:])


def test_an_umbrella_is_compared_by_its_lead() -> None:
    said = ask("comparison", "minoxidil", "finasteride")
    (table,) = (one["table"] for one in said.messages if "table" in one)
    assert len(table["columns"]) == 3


def test_what_is_known_of_two_together_is_told_with_the_caveats_of_both() -> None:
    said = ask("combination", "minoxidil_topical", "finasteride_oral")
    assert said.responses[0] == "utter_combination.minoxidil_finasteride"
    told_of = {one["treatment"] for one in said.messages if one.get("treatment")}
    assert library().name_of("finasteride_oral") in told_of


def test_nothing_known_of_two_together_is_said() -> None:
    said = ask("combination", "scalp_micropigmentation", "onion_juice")
    assert "utter_no_combination" in said.responses


def test_alcohol_is_answered_for_the_medicine_that_is_asked_about() -> None:
    said = ask("contraindication", "minoxidil_topical", combination="alcohol_treatments")
    assert said.responses[0] == "utter_combination.alcohol_treatments"
    other = ask("contraindication", "minoxidil_topical", combination="jak_vaccines")
    assert other.responses[0] == "utter_minoxidil_topical.contraindication"


def test_how_long_it_takes_is_told_with_what_to_expect_and_when() -> None:
    said = ask("duration", "mesotherapy")
    assert said.responses[:2] == ["utter_mesotherapy.duration", "utter_mesotherapy.timeline"]


def test_a_labels_milestones_are_told_in_its_own_region_alone() -> None:
    library_ = library()
    regional = [
        topic.id
        for topic in library_.topics.values()
        if any(set(one.regions) == {"uk"} for one in topic.timeline)
    ]
    assert regional, "some label is told"
    for topic in regional:
        uk, us = (library_.timeline(topic, region) for region in ("uk", "us"))
        assert uk and (us is None or us.text != uk.text)
        assert uk.response.endswith(".uk")


@pytest.mark.parametrize("umbrella", sorted(library().umbrellas))
def test_an_umbrella_speaks_for_itself(umbrella: str) -> None:
    aspect = next(iter(library().umbrellas[umbrella].answers))
    assert ask(aspect, umbrella).responses[0].startswith(f"utter_{umbrella}.{aspect}")


def test_the_sex_of_the_person_chooses_among_an_umbrellas_members() -> None:
    said = Conversation({"region": "uk", "sex": "female"}).hear(
        ActionAnswer(), "causes", [("causes", ["androgenetic_alopecia"])]
    )
    assert said.responses[0] == "utter_female_pattern_hair_loss.causes"


def test_somebody_mentioned_by_the_way_is_not_what_is_asked_about() -> None:
    said = ask("effectiveness", "gp")
    assert not any("gp" in response for response in said.responses)


def test_a_text_on_two_things_tells_which_question_it_answers() -> None:
    said = ask("contraindication", "minoxidil_topical", combination="alcohol_treatments")
    assert said.messages[0]["on"] == {"topic": "minoxidil_topical", "aspect": "contraindication"}
    own = ask("contraindication", "minoxidil_topical")
    assert own.messages[0]["on"] is None


def test_dye_is_joined_with_what_is_named_and_not_with_what_was_spoken_of_before() -> None:
    conversation = Conversation()
    conversation.hear(ActionAnswer(), "pain", [("pain", ("mesotherapy",))], topic="mesotherapy")
    asked = [("combination", ("minoxidil_topical",))]
    said = conversation.hear(
        ActionAnswer(),
        "combination",
        asked,
        topic="minoxidil_topical",
        combination="dye_bleach_treatments",
    )
    assert said.slots["topics"] == ["minoxidil_topical"]
    assert said.responses[0] == "utter_combination.dye_bleach_treatments"
