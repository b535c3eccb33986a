"""What messages ask of topics is counted, whether these are named or described."""

from rasa.shared.nlu.training_data.message import Message

from thatch.tuning.counting import asked
from thatch.tuning.pipeline import Labelled


def _message(asked_: set[str], described: set[str], named: set[str]) -> Labelled:
    none = frozenset[str]()
    return Labelled(
        Message(), frozenset(asked_), none, none, frozenset(described), frozenset(named)
    )


def test_each_message_counts_once_for_each_topic_and_aspect() -> None:
    messages = [
        _message({"pain", "cost"}, set(), {"prp"}),
        _message({"pain"}, {"prp"}, {"meso"}),
        _message({"pain"}, {"prp"}, {"prp"}),
    ]
    counts = asked(messages, ["prp", "meso"], ["pain", "cost"])
    assert counts == {"prp": {"pain": 3, "cost": 1}, "meso": {"pain": 1}}


def test_what_is_no_topic_and_what_is_no_question_of_one_do_not_count() -> None:
    counts = asked([_message({"greet"}, set(), {"alcohol"})], ["prp"], ["pain"])
    assert not any(counts.values())
