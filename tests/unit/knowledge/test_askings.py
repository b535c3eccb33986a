"""What is usual is counted, and a topic of few messages leans on its kind."""

import pytest

from thatch.knowledge import load
from thatch.knowledge.askings import Askings
from thatch.paths import KNOWLEDGE

ASKINGS = Askings(
    {
        "prp": {"pain": 90, "cost": 10},
        "meso": {"pain": 1},
        "areata": {"prognosis": 100},
    },
    {"prp": "treatment", "meso": "treatment", "exosomes": "treatment", "areata": "condition"},
)


def test_what_is_asked_of_a_topic_more_than_of_any_is_above_one() -> None:
    times = ASKINGS.times_as_often(["prp"])
    assert times["pain"] > 1 > times["prognosis"] > 0


def test_of_a_topic_without_messages_what_is_usual_is_that_of_its_kind() -> None:
    assert ASKINGS.times_as_often(["exosomes"])["pain"] > 1
    assert ASKINGS.times_as_often(["exosomes"])["prognosis"] < 1


def test_one_message_hardly_counts() -> None:
    few, none = (ASKINGS.times_as_often([topic])["pain"] for topic in ("meso", "exosomes"))
    assert few == pytest.approx(none, rel=0.05)


def test_of_several_topics_what_is_asked_of_any_is_usual() -> None:
    times = ASKINGS.times_as_often(["prp", "areata"])
    assert times["pain"] == pytest.approx(times["prognosis"], rel=0.2)


def test_all_that_can_be_asked_is_counted_for_some_topic() -> None:
    """Else there would be no saying how usual it is."""
    library = load(KNOWLEDGE)
    assert set(library.askings.usual) == set(library.aspects)
