"""Every red flag is raised by messages that tell of it, and by none that only look like it."""

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from thatch.importer import KnowledgeImporter
from thatch.knowledge import load
from thatch.nlu.language import read
from thatch.nlu.names import TopicNames
from thatch.nlu.reading import Reading
from thatch.nlu.red_flag_rules import RedFlagReader, RedFlagRules
from thatch.nlu.topic_matcher import topic_kinds
from thatch.paths import KNOWLEDGE, ROOT

LIBRARY = load(KNOWLEDGE)
FLAGS = sorted(LIBRARY.red_flags)
SHARE_RAISED = 0.99
"""Of all messages that the rules were written for; single ones are left to the classifier."""
SHARE_OF_FALSE_ALARMS = 0.01


@cache
def pipeline() -> tuple[TopicNames, RedFlagReader]:
    synonyms = KnowledgeImporter().get_nlu_data().entity_synonyms
    names = TopicNames.learn(synonyms, topic_kinds(LIBRARY))
    return names, RedFlagReader(RedFlagRules.of(LIBRARY))


def reading(text: str) -> Reading:
    names, _ = pipeline()
    reading = Reading(read(text))
    reading.mentions = names.find(reading.doc)
    return reading


def raised(text: str) -> list[str]:
    """The flags that the rules raise."""
    reader = pipeline()[1]
    return reader.raised(reader.told_in(reading(text)))


def raised_on(topic: str, text: str) -> list[str]:
    """The flags that the rules raise where a topic was spoken of before."""
    reader = pipeline()[1]
    return reader.raised_on(reader.told_in(reading(text))).get(topic, [])


def told() -> dict[str, list[str]]:
    """Messages by the flag that they must raise, those with several flags under each."""
    by_flag = defaultdict(list)
    file = ROOT / "data" / "nlu" / "red_flags" / "told.yml"
    for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
        for example in entry["examples"]:
            for flag in example["metadata"]["flags"]:
                by_flag[flag].append(example["text"])
    return by_flag


def innocent() -> list[dict[str, Any]]:
    file = Path(__file__).parent / "no_red_flags.yml"
    messages: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return messages


@pytest.mark.parametrize("flag", FLAGS)
def test_a_flag_is_raised_by_those_who_tell_of_it(flag: str) -> None:
    messages = told()[flag]
    assert len(messages) >= 15
    missed = [text for text in messages if flag not in raised(text)]
    assert len(missed) <= max(1, len(messages) // 20), missed


def test_hardly_any_message_is_missed() -> None:
    results = [flag in raised(text) for flag, texts in told().items() for text in texts]
    assert sum(results) / len(results) >= SHARE_RAISED


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("I take blood thinners and the bleeding won't stop", "unrelated_emergency"),
        ("I use glaucoma drops and got minoxidil in my eye", "eye_exposure"),
        ("my roots are dead and I want to die", "suicidal_now"),
        ("going to give up minoxidil and end it all", "suicidal_now"),
        ("I'm taking all my hair off and then I'll kill myself", "suicidal_now"),
        ("is he cutting himself, and will this take all my hair", "suicidal_now"),
        ("oh no, the dog licked the minoxidil off my head", "child_ingestion_or_pet"),
        ("I eat 500 a day and my periods have stopped", "eating_disorder"),
        ("my life is pointless without hair", "suicidal_now"),
        ("he can't breathe and his lips have gone blue", "unrelated_emergency"),
        ("my son came home from school with a round bald patch", "child_patch"),
        ("my daughter is 13, bald patches since primary school", "child_patch"),
        ("I'm 13 and it's been thinning since secondary school, my hair", "child_under_16"),
        ("looking for a child dermatologist, my son is 8 and losing his hair", "child_under_16"),
        ("I want kids minoxidil for my son, he is 9, his hair is thin", "child_under_16"),
        ("no point living at my time of life", "suicidal_now"),
        ("my kid drowned, look, help", "unrelated_emergency"),
    ],
)
def test_harmless_words_beside_it_hide_no_danger(text: str, flag: str) -> None:
    assert flag in raised(text)


def test_hardly_any_alarm_is_false() -> None:
    alarms = [
        (one["text"], set(raised(one["text"])) - set(one.get("also_fine", ())))
        for one in innocent()
    ]
    false = [alarm for alarm in alarms if alarm[1]]
    assert len(false) / len(alarms) <= SHARE_OF_FALSE_ALARMS, false


@pytest.mark.parametrize("flag", FLAGS)
def test_the_facts_own_examples_raise_it(flag: str) -> None:
    examples = {
        "anaphylaxis": "cant breathe after the injection",
        "chest_heart": "chest hurts on minoxidil",
        "suicidal_now": "going to kill myself",
        "sepsis_infection": "scalp hot and red with fever after my transplant",
        "overdose": "swallowed ten iron tablets",
        "child_ingestion_or_pet": "my toddler drank minoxidil",
        "unrelated_emergency": "my dad collapsed",
    }
    if flag in examples:
        assert flag in raised(examples[flag])


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("no fever and no redness after my transplant", "sepsis_infection"),
        ("I have not had any chest pain or palpitations on minoxidil", "chest_heart"),
        ("without any swelling of the face after the injection", "anaphylaxis"),
    ],
)
def test_a_denial_is_understood(text: str, flag: str) -> None:
    assert flag not in raised(text)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("can't sleep, my chest hurts, been on minoxidil a week", "chest_heart"),
        ("not sure if it matters but my throat is closing up after the jabs", "anaphylaxis"),
    ],
)
def test_a_no_before_something_else_denies_nothing(text: str, flag: str) -> None:
    assert flag in raised(text)


@pytest.mark.parametrize(
    ("text", "flag", "denied"),
    [
        ("no fever, no pus, a bit of pink round the grafts", "sepsis_infection", True),
        ("no fever, but my scalp has gone grey and numb", "skin_dying", False),
        ("I feel awful since the transplant", "sepsis_infection", False),
    ],
)
def test_what_is_denied_speaks_against_a_flag(text: str, flag: str, denied: bool) -> None:
    assert (flag in pipeline()[1].denied([flag], reading(text))) is denied


def test_the_most_urgent_comes_first() -> None:
    flags = raised("libido gone on finasteride and now I want to kill myself")
    assert flags[0] == "suicidal_now"
    assert "sexual_side_effects" in flags


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("does propecia suit everybody? a lump has come up behind my nipple", "breast_lump_5ari"),
        ("can exosomes hurt? there is a grey curtain over my eye since", "vision_neuro"),
    ],
)
def test_a_treatment_named_in_a_mere_question_counts(text: str, flag: str) -> None:
    assert flag in raised(text)


def test_a_treatment_in_a_mere_question_is_no_alarm_by_itself() -> None:
    assert raised("can minoxidil cause chest pain? and how often do I put it on") == []


@pytest.mark.parametrize(
    "text",
    [
        "my mum had a fall in the kitchen and will not wake up",
        "his face has dropped on one side",
        "she cannot speak right and her arm is weak",
        "someone is trying to break in at the back door",
    ],
)
def test_figures_of_speech_hide_no_emergency(text: str) -> None:
    assert "unrelated_emergency" in raised(text)


@pytest.mark.parametrize(
    ("topic", "text", "flag"),
    [
        ("minoxidil_oral", "my pulse won't come down below 110", "chest_heart"),
        ("spironolactone", "we stopped using condoms and my period is late", "pregnancy_exposure"),
        ("ritlecitinib", "the chills and a fever of 39 since Sunday", "jak_infection"),
    ],
)
def test_a_treatment_spoken_of_before_counts(topic: str, text: str, flag: str) -> None:
    assert flag not in raised(text)
    assert flag in raised_on(topic, text)


@pytest.mark.parametrize(
    "text",
    [
        "and does it hurt?",
        "no fever, no chills",
        "could it set my heart racing?",
        "does it matter if I have it in May",
        "I gave it up in March",
        "thanks",
    ],
)
def test_a_treatment_spoken_of_before_is_no_alarm_by_itself(text: str) -> None:
    for topic in ("minoxidil_oral", "ritlecitinib", "prp", "finasteride"):
        assert raised_on(topic, text) == []
