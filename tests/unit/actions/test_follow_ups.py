"""The buttons under an answer."""

from actions.answer import ActionAnswer
from tests.unit.actions.conversing import Conversation, Said

ANSWER = ActionAnswer()
ASKED = [("cost", ("prp",))]


def asked_by(said: Said) -> list[str]:
    return [button["payload"].removeprefix("/").partition("{")[0] for button in said.buttons]


def test_what_may_have_been_meant_comes_before_what_is_usual() -> None:
    usual = asked_by(Conversation().hear(ANSWER, "cost", ASKED, topic="prp"))
    readings = {"cost": 1.0, "aftercare": 0.2, "pain": 0.1, "duration": 0.06}
    offered = asked_by(Conversation().hear(ANSWER, "cost", ASKED, likeliest=readings, topic="prp"))
    assert len(usual) == 3
    assert not {"aftercare", "pain"}.issubset(usual)
    assert offered == ["aftercare", "pain", usual[0]]


def test_what_is_hardly_likely_is_not_offered() -> None:
    readings = {"cost": 1.0, "aftercare": 0.01}
    said = Conversation().hear(ANSWER, "cost", ASKED, likeliest=readings, topic="prp")
    assert "aftercare" not in asked_by(said)


def test_what_has_been_told_is_not_offered() -> None:
    conversation = Conversation()
    conversation.hear(ANSWER, "pain", [("pain", ("prp",))], topic="prp")
    readings = {"cost": 1.0, "pain": 0.2}
    assert "pain" not in asked_by(
        conversation.hear(ANSWER, "cost", ASKED, likeliest=readings, topic="prp")
    )


def test_a_reading_is_offered_of_what_has_an_answer_to_it() -> None:
    conversation = Conversation()
    said = conversation.hear(
        ANSWER,
        "effectiveness",
        [("effectiveness", ("wigs", "prp"))],
        likeliest={"effectiveness": 1.0, "pain": 0.2},
        topic=("wigs", "prp"),
    )
    assert '/pain{"topic": "prp"}' in [button["payload"] for button in said.buttons]
