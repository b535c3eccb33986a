"""Messages in other languages are told from messy English."""

import pytest
import yaml

from thatch.nlu.foreign_language import ANSWERED, foreign_language
from thatch.nlu.language import read
from thatch.nlu.reading import Mention, Reading
from thatch.paths import ROOT


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ile kosztuje przeszczep włosów", "pl"),
        ("Was kostet bei Ihnen eine Haartransplantation?", "de"),
        ("هل زيت الروزماري مفيد للشعر؟", "ar"),
        ("saç ekimi kaç para", "tr"),
        ("Πονάει πολύ η θεραπεία;", "other"),
        ("does it wrk 4 u or nah", None),
        ("e dey work abi na wash", None),
        ("wher get", None),
        ("asdkjh qwe lkjjj", None),
        ("Bonjour", None),
        ("", None),
    ],
)
def test_languages_are_recognised(text: str, language: str | None) -> None:
    assert foreign_language(Reading(read(text))) == language


def test_names_of_treatments_are_of_no_language() -> None:
    reading = Reading(read("anagen catagen telogen effluvium baricitinib"))
    reading.mentions = [Mention("hair_cycle", "concept", 0, 5)]
    assert foreign_language(reading) is None


def test_each_language_that_is_answered_has_a_sentence() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    conditions = [one["condition"] for one in domain["responses"]["utter_other_language"]]
    assert [condition["value"] for (condition,) in conditions] == [*ANSWERED, "other"]
