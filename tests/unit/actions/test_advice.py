"""Urgent advice comes first, and stands until something else is understood."""

import pytest
from rasa_sdk.interfaces import Action

from actions.answer import ActionAnswer
from actions.fixed_replies import ActionDecline, ActionEncourage
from actions.not_understood import ActionNotUnderstood
from actions.red_flag import ActionRedFlag
from tests.unit.actions.conversing import Conversation

ANSWER = ActionAnswer()


def test_urgent_advice_tells_what_it_is_about() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "pain", [("pain", ("mesotherapy",))], topic="mesotherapy")
    said = conversation.hear(ActionRedFlag(), "emergency", red_flag="anaphylaxis")
    assert said.messages[0]["topics"] == ["mesotherapy"]


@pytest.mark.parametrize("not_understood", [ActionNotUnderstood(), ANSWER])
def test_urgent_advice_stands_until_something_else_is_asked(
    not_understood: ActionNotUnderstood | ActionAnswer,
) -> None:
    conversation = Conversation()
    advice = conversation.hear(ActionRedFlag(), "emergency", red_flag="anaphylaxis").responses
    guess = [("pain", ())] if not_understood is ANSWER else []
    said = conversation.hear(not_understood, "pain", guess, guessed_from="can I not sleep it off")
    assert said.responses == advice
    conversation.hear(ANSWER, "cost", [("cost", ("prp",))], topic="prp")
    assert conversation.hear(ActionNotUnderstood(), "nlu_fallback").responses != advice


@pytest.mark.parametrize("aspect", ["provider_choice", "safety"])
def test_whether_to_ring_at_all_is_nothing_new_after_urgent_advice(aspect: str) -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "cost", [("cost", ("minoxidil",))], topic="minoxidil")
    advice = conversation.hear(ActionRedFlag(), "emergency", red_flag="child_ingestion_or_pet")
    assert conversation.hear(ANSWER, aspect, [(aspect, ())]).responses == advice.responses


def test_after_advice_that_can_wait_a_question_is_answered() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "cost", [("cost", ("finasteride",))], topic="finasteride")
    conversation.hear(ActionRedFlag(), "urgent", red_flag="sexual_side_effects")
    said = conversation.hear(ANSWER, "safety", [("safety", ())])
    assert "utter_finasteride.safety" in said.responses


RACING_HEART = {"minoxidil_oral": ["chest_heart"], "ritlecitinib": ["jak_clot_stroke"]}
SORE_LUMP = {"finasteride": ["breast_lump_5ari"]}


@pytest.mark.parametrize("otherwise", [ActionNotUnderstood(), ActionDecline(), ActionEncourage()])
def test_what_was_spoken_of_before_makes_a_sign_urgent(otherwise: Action) -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "cost", [("cost", ("minoxidil_oral",))], topic="minoxidil_oral")
    said = conversation.hear(otherwise, "nlu_fallback", red_flags_on=RACING_HEART)
    assert said.responses == ["utter_red_flag.chest_heart.uk"]
    assert said.messages[0]["topics"] == ["minoxidil_oral"]
    again = conversation.hear(ActionNotUnderstood(), "nlu_fallback")
    assert again.responses == said.responses


def test_a_sign_beside_a_question_is_advised_on_first() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "cost", [("cost", ("finasteride",))], topic="finasteride")
    said = conversation.hear(ANSWER, "stopping", [("stopping", ())], red_flags_on=SORE_LUMP)
    assert said.responses[0] == "utter_red_flag.breast_lump_5ari.uk"
    assert "utter_finasteride.stopping" in said.responses


def test_what_was_spoken_of_tells_more_than_a_guess() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "cost", [("cost", ("minoxidil_oral",))], topic="minoxidil_oral")
    said = conversation.hear(
        ActionRedFlag(), "emergency", red_flag="unrelated_emergency", red_flags_on=RACING_HEART
    )
    assert said.responses == ["utter_red_flag.chest_heart.uk"]


def test_a_sign_that_is_none_of_what_was_spoken_of_is_no_alarm() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "cost", [("cost", ("biotin",))], topic="biotin")
    said = conversation.hear(ActionNotUnderstood(), "nlu_fallback", red_flags_on=RACING_HEART)
    assert not any("red_flag" in response for response in said.responses)


@pytest.mark.parametrize(
    ("action", "intent", "response"),
    [
        (ActionEncourage(), "mood", "utter_mood"),
        (ActionDecline(), "out_of_scope", "utter_out_of_scope"),
    ],
)
def test_a_fixed_reply_is_given_unless_urgent_advice_stands(
    action: Action, intent: str, response: str
) -> None:
    conversation = Conversation()
    assert conversation.hear(action, intent).responses == [response]
    advice = conversation.hear(ActionRedFlag(), "emergency", red_flag="anaphylaxis").responses
    assert conversation.hear(action, intent).responses == advice


def test_a_red_flag_told_without_a_question_says_what_it_is_about() -> None:
    said = Conversation().hear(ActionRedFlag(), "emergency", red_flag="anaphylaxis")
    assert said.messages[0]["aspects"] == ["side_effects"]


@pytest.fixture
def at_14() -> Conversation:
    """A conversation in which the visitor has told an age under 16."""
    conversation = Conversation()
    conversation.hear(ActionEncourage(), "mood", lasting_sign="visitor_under_16")
    return conversation


def test_who_told_an_age_under_16_is_told_nothing_of_treatments_later(at_14: Conversation) -> None:
    said = at_14.hear(ANSWER, "cost", [("cost", ("minoxidil",))], topic="minoxidil")
    assert said.responses == ["utter_red_flag.child_under_16.uk"]
    said = at_14.hear(ANSWER, "effectiveness", [("effectiveness", ())])
    assert said.responses == ["utter_red_flag.child_under_16.uk"]


def test_an_emergency_of_somebody_under_16_is_advised_on_alone(at_14: Conversation) -> None:
    said = at_14.hear(
        ActionRedFlag(),
        "emergency",
        [("cost", ("minoxidil",))],
        topic="minoxidil",
        red_flag="anaphylaxis",
    )
    assert said.responses == ["utter_red_flag.anaphylaxis.uk"]


def test_what_can_be_done_is_of_treatments_too(at_14: Conversation) -> None:
    said = at_14.hear(
        ANSWER, "options", [("options", ("alopecia_areata",))], topic="alopecia_areata"
    )
    assert said.responses == ["utter_red_flag.child_under_16.uk"]


def test_of_hair_loss_somebody_under_16_is_told(at_14: Conversation) -> None:
    said = at_14.hear(ANSWER, "causes", [("causes", ("alopecia_areata",))], topic="alopecia_areata")
    assert said.responses[0] == "utter_alopecia_areata.causes"


def test_an_older_age_that_is_told_later_counts(at_14: Conversation) -> None:
    said = at_14.hear(
        ANSWER,
        "cost",
        [("cost", ("minoxidil",))],
        topic="minoxidil",
        lasting_sign="visitor_grown_up",
    )
    assert not any("red_flag" in response for response in said.responses)


def test_nothing_is_told_of_treatments_where_somebody_is_under_16() -> None:
    said = Conversation().hear(
        ANSWER,
        "urgent",
        [("effectiveness", ("minoxidil",)), ("causes", ("alopecia_areata",))],
        topic=("minoxidil", "alopecia_areata"),
        red_flag="child_under_16",
    )
    assert said.responses[0] == "utter_alopecia_areata.causes"
    assert not any("minoxidil" in response for response in said.responses)
