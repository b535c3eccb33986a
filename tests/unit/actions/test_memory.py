"""What is remembered of a conversation."""

from typing import Any

from rasa_sdk.interfaces import Tracker

from actions.memory import Memory


def said(*topics: str, intent: str = "admin_book") -> dict[str, Any]:
    entities = [{"entity": "topic", "value": topic} for topic in topics]
    return {"event": "user", "parse_data": {"intent": {"name": intent}, "entities": entities}}


def spoke_of(*topics: str) -> dict[str, Any]:
    return {"event": "slot", "name": "topics", "value": list(topics)}


def remembered(slots: dict[str, Any], events: list[dict[str, Any]]) -> Memory:
    return Memory.of(Tracker("test", slots, {}, events, False, None, {}, "action_listen"))


def test_what_a_booking_named_is_remembered() -> None:
    events = [said("prp"), spoke_of("prp"), said("mesotherapy"), {"event": "bot"}, said()]
    assert remembered({"topics": ["prp"]}, events).topics == ("mesotherapy",)


def test_what_an_action_spoke_of_since_wins() -> None:
    events = [said("mesotherapy"), spoke_of("prp"), said()]
    assert remembered({"topics": ["prp"]}, events).topics == ("prp",)


def test_the_message_at_hand_is_not_yet_remembered() -> None:
    assert remembered({}, [said("mesotherapy")]).topics == ()


def test_what_was_out_of_scope_is_not_remembered() -> None:
    events = [said("rosemary_oil"), said("seborrhoeic_dermatitis", intent="out_of_scope"), said()]
    assert remembered({}, events).topics == ("rosemary_oil",)
