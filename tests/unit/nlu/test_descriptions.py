"""Topics told in a turn of phrase."""

import pytest

from thatch.nlu.descriptions import Descriptions
from thatch.nlu.language import read
from thatch.nlu.reading import Mention, Reading

DESCRIPTIONS = Descriptions(
    {"receding_hairline": ["temples ... going|gone"], "prp": ["own blood ... spun"]},
    members={},
    kinds={"receding_hairline": "condition", "prp": "treatment"},
)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("My temples are slowly going.", ["receding_hairline"]),
        ("My temples are not going.", []),
        ("Your own blood, is it spun? And my temples have gone.", ["prp", "receding_hairline"]),
        ("The temples of Greece.", []),
    ],
)
def test_topics_are_found(text: str, topics: list[str]) -> None:
    assert [one.topic for one in DESCRIPTIONS.find(Reading(read(text)))] == topics


def test_a_condition_is_the_background_of_a_treatment_that_is_named() -> None:
    reading = Reading(read("Biotin, my temples are going, and my own blood is spun"))
    reading.mentions = [Mention("biotin", "treatment", 0, 1)]
    assert [one.topic for one in DESCRIPTIONS.find(reading)] == ["prp"]


def test_what_matters_beside_a_treatment_may_describe_a_condition() -> None:
    reading = Reading(read("Temples gone since testosterone"))
    reading.mentions = [Mention("testosterone_finasteride", "combination", 3, 4)]
    descriptions = Descriptions(
        {"anabolic_steroid_hair_loss": ["temples ... testosterone"]},
        members={},
        kinds={"anabolic_steroid_hair_loss": "condition"},
    )
    assert [one.topic for one in descriptions.find(reading)] == ["anabolic_steroid_hair_loss"]
