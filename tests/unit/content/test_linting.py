"""The linter finds what may not stand in a text, lets right uses stand, and is quick."""

import shutil
import time
from pathlib import Path

import pytest
import yaml

from thatch.content import grounding, likeness, readability, wording
from thatch.content.linting import lint
from thatch.content.passages import Passage, passages
from thatch.content.sentences import sentences
from thatch.content.style import style
from thatch.knowledge import Library, load
from thatch.knowledge.vocabulary import EvidenceGrade
from thatch.paths import KNOWLEDGE

SECONDS = 15


@pytest.fixture(scope="module")
def library() -> Library:
    return load(KNOWLEDGE)


def passage(
    text: str,
    aspect: str = "effectiveness",
    content: str = "prp.effectiveness",
    sources: tuple[str, ...] = ("prp_sr_2018",),
    evidence: EvidenceGrade = "limited",
) -> Passage:
    field = f"answers.{aspect}.text"
    return Passage("treatments/prp.yml", field, content, "answer", text, sources, aspect, evidence)


def words_of(text: str) -> list[str]:
    return list(wording.faults(passage(text), style()))


@pytest.mark.timed
def test_all_prose_is_clean_and_the_linter_quick(library: Library) -> None:
    start = time.monotonic()
    assert [str(one) for one in lint(library, KNOWLEDGE)] == []
    assert time.monotonic() - start < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "It cures baldness.",
        "Results are guaranteed.",
        "The injections are painless.",
        "PRP is the best treatment.",
        "PRP is safe.",
        "It is a miracle for hair.",
        "There are no side effects.",
        "It is clinically proven.",
        "Hair grows back permanently.",
        "It is the most effective treatment.",
        "It doesn't hurt.",
        "It’s a lotion.",
        "A session is £200.",
        "A session is about 200 pounds.",
        "Take 5 mg every evening.",
        "You should use 1 ml twice a day.",
        "The color of hair changes.",
        "See a gynecologist.",
        "Ask for a license.",
        "Book now and ask our experts.",
        "Hair grows!",
        "There are two: - One for men. - Two for women.",
    ],
)
def test_what_may_not_stand_in_a_text_is_found(text: str) -> None:
    assert len(words_of(text)) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "None of these is a cure.",
        "A product that claims to cure hair loss can count as a medicine.",
        "Walk away from guaranteed results.",
        "Nobody has shown that it is safe.",
        "The maker need not prove that it works or is safe.",
        "Natural does not mean harmless.",
        "It has not been proven.",
        "Have a proven shortage treated.",
        "The pull can make the loss permanent.",
        "The best-known one is minoxidil.",
        "The colour of hair changes, says the licensed centre.",
        "In one trial, 5 mg a day did more than 1 mg.",
        "The UK label says that men use 1 ml twice a day.",
    ],
)
def test_right_uses_of_such_words_stand(text: str) -> None:
    assert words_of(text) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("It may help.", "has 3 words, write 35 to 95 for 'effectiveness'"),
        ("It may help some. " * 30, "has 120 words, write 35 to 95 for 'effectiveness'"),
        ("It may help if you use it and " * 5 + "wait.", "has a sentence of 41 words"),
        (
            "Pharmacological interventions necessitate individualised dermatological "
            "consideration. " * 6,
            "reads at grade",
        ),
    ],
)
def test_what_is_hard_to_read_is_found(text: str, fault: str) -> None:
    assert any(one.startswith(fault) for one in readability.faults(passage(text), style().limits))


def test_reading_age_grows_with_words_and_sentences() -> None:
    easy, hard = "Hair falls. It grows back.", "Follicular miniaturisation is irreversible."
    assert readability.grade(easy) < 3 < 12 < readability.grade(hard)


def test_the_items_of_a_list_are_sentences_of_their_own() -> None:
    text = "Two *forms*:\n\n- Foam, for the scalp. It dries fast.\n- See [this](https://x.example)"
    assert sentences(text) == ("Two forms:", "Foam, for the scalp.", "It dries fast.", "See this")


@pytest.mark.parametrize(
    ("text", "grade", "faulty"),
    [
        ("PRP works for pattern hair loss.", "limited", True),
        ("PRP regrows hair in men.", "insufficient", True),
        ("PRP may help some people.", "limited", False),
        ("It has not been shown to work.", "insufficient", False),
        ("Minoxidil works for pattern hair loss.", "strong", False),
    ],
)
def test_words_are_no_surer_than_the_evidence(
    text: str, grade: EvidenceGrade, faulty: bool, library: Library
) -> None:
    found = list(grounding.faults(passage(text, evidence=grade), library, style().certainty))
    assert bool(found) == faulty


def test_sellers_alone_bear_no_claim_that_something_works(library: Library) -> None:
    vendor = next(id_ for id_, one in library.sources.items() if one.tier == "vendor")
    alone = passage("It may help.", sources=(vendor,))
    beside = passage("It may help.", sources=(vendor, "prp_sr_2018"))
    elsewhere = passage("It may help.", "cost", sources=(vendor,))
    certainty = style().certainty
    assert len(list(grounding.faults(alone, library, certainty))) == 1
    assert not list(grounding.faults(beside, library, certainty))
    assert not list(grounding.faults(elsewhere, library, certainty))


LONG = "Ask how your blood tubes are labelled and whether each item in the room is used only once."


def test_a_sentence_of_another_answer_is_found_though_a_word_differs() -> None:
    one = passage(LONG, "safety", "prp.safety")
    other = passage(LONG.replace("only once", "just once"), "cost", "mesotherapy.cost")
    found = list(likeness.near_each_other([one, other]))
    assert [faulty.content for faulty, _ in found] == ["mesotherapy.cost"]
    assert "says nearly what prp.safety says" in found[0][1]


def test_regions_of_one_answer_may_agree_and_lifelines_repeat() -> None:
    lifeline = "If you ever feel that you cannot go on at all, please call or text 988 at any hour."
    texts = [
        passage(LONG, "safety", "prp.safety"),
        passage(LONG, "safety", "prp.safety"),
        passage(lifeline, content="a.emotional_support"),
        passage(lifeline, content="b.emotional_support"),
    ]
    assert list(likeness.near_each_other(texts)) == []


def test_the_title_of_a_source_is_no_sentence_of_ours(library: Library) -> None:
    title = library.sources["mmwr_prp_2024"].title
    assert list(likeness.near_titles(passage(f"{title}.", sources=("mmwr_prp_2024",)), library))
    assert not list(likeness.near_titles(passage(LONG, sources=("mmwr_prp_2024",)), library))


def test_every_text_that_visitors_read_is_linted(library: Library) -> None:
    linted = {one.text for one in passages(library)}
    answers = {one.text for one in library.written() if not one.content.endswith(".timeline")}
    assert answers <= linted
    assert {flag.advice for flag in library.red_flags.values()} <= linted
    forms = {one.form for one in passages(library)}
    assert {"disagreement", "milestone", "in_short", "advice"} <= forms


def test_a_fault_names_file_and_field(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(KNOWLEDGE, tmp_path / "knowledge"))
    path = folder / "treatments" / "prp.yml"
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    raw["answers"]["pain"]["text"] += " Some clinics say that it is painless."
    raw["answers"]["approval"]["us"]["text"] += " It's new."
    path.write_text(yaml.safe_dump(raw), encoding="utf-8")
    found = [(one.file, one.field) for one in lint(load(folder), folder)]
    assert found == [(str(path), "answers.approval.us.text"), (str(path), "answers.pain.text")]
