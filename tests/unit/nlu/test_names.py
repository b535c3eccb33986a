"""Topics are found by their names, misspelt as they may be, and nothing else is."""

import pytest

from thatch.nlu.language import read
from thatch.nlu.names import TopicNames
from thatch.nlu.reading import Kind

NAMES = {
    "mesotherapy": "mesotherapy",
    "meso": "mesotherapy",
    "PRP": "prp",
    "platelet rich plasma": "prp",
    "hair transplant": "hair_transplant",
    "minoxidil": "minoxidil",
    "min": "minoxidil",
    "oral minoxidil": "minoxidil_oral",
    "finasteride": "finasteride_oral",
    "fin": "finasteride_oral",
    "iron": "iron",
    "trichotillomania": "trichotillomania",
    "AA patches": "alopecia_areata",
    "sertraline hair loss": "medication_hair_loss",
    "AAS": "anabolic_steroids",
}
KINDS: dict[str, Kind] = dict.fromkeys(NAMES.values(), "treatment")


@pytest.fixture(scope="module")
def names() -> TopicNames:
    return TopicNames.learn(NAMES, KINDS)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("what is mesotherapy", ["mesotherapy"]),
        ("Mesotherapy, PRP or minoxidil?", ["mesotherapy", "prp", "minoxidil"]),
        ("oral minoxidil", ["minoxidil_oral"]),
        ("platelet-rich plasma", ["prp"]),
        ("mezotheropy", ["mesotherapy"]),
        ("minoxdl", ["minoxidil"]),
        ("finastride", ["finasteride_oral"]),
        ("oral minoxadil", ["minoxidil_oral"]),
        ("hair transplants", ["hair_transplant"]),
        ("hairtransplant", ["hair_transplant"]),
        ("trikotilomania", ["trichotillomania"]),
        ("fina steride", ["finasteride_oral"]),
        ("fin/min spray", ["finasteride_oral", "minoxidil"]),
        ("I am fine, thanks", []),
        ("a mint, in 10 min", []),
        ("it took 5 mins", []),
        ("wait a min, ten min or so", []),
        ("minoxidil 5%, min every day", ["minoxidil", "minoxidil"]),
        ("after 3 PRP", ["prp"]),
        ("sertraline hairloss?", ["medication_hair_loss"]),
        ("mental health", []),
        ("AAS for the gym", ["anabolic_steroids"]),
        ("AA batteries", []),
        ("a messy transport", []),
        ("", []),
        ("?!", []),
    ],
)
def test_topics_are_found(names: TopicNames, text: str, topics: list[str]) -> None:
    assert [mention.topic for mention in names.find(read(text))] == topics


def test_a_mention_says_where_it_stands(names: TopicNames) -> None:
    doc = read("So, is a hair transplant painful?")
    (mention,) = names.find(doc)
    assert doc[mention.start : mention.end].text == "hair transplant"


def test_what_was_learnt_can_be_kept(names: TopicNames) -> None:
    again = TopicNames(names.names, names.kinds, names.ordinary)
    doc = read("mezotherapy vs prp")
    assert again.find(doc) == names.find(doc)


def test_a_name_is_not_taken_apart_because_it_may_also_be_written_in_two_words() -> None:
    written = ("baricitinib", "bari citinib", "on bari")
    names = TopicNames.learn(dict.fromkeys(written, "jak"), {"jak": "treatment"})
    (mention,) = names.find(read("pregnant and on baricitinib"))
    assert (mention.start, mention.end) == (3, 4), "'on' is no part of it"
