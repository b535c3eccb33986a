"""What becomes of an answer is derived: from its file, from withdrawn.yml and signatures.yml."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from thatch.content.life_cycle import (
    UnknownContentError,
    dropped_signature,
    due,
    named,
    sign,
    withdraw,
)
from thatch.knowledge import KnowledgeError, Library, load
from thatch.knowledge.responses import responses
from thatch.paths import KNOWLEDGE

TODAY = date(2026, 11, 25)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the knowledge that a test may change."""
    return Path(shutil.copytree(KNOWLEDGE, tmp_path / "knowledge"))


def change(path: Path, text: str, to: str) -> None:
    held = path.read_text(encoding="utf-8")
    assert held.count(text) == 1
    path.write_text(held.replace(text, to), encoding="utf-8")


def status(library: Library, id_: str) -> str:
    (found,) = named(id_, library)
    return found.status


def test_what_is_withdrawn_is_said_nowhere_any_more(folder: Path) -> None:
    before = load(folder)
    text = next(one.text for one in before.all_answers() if one.id == "prp.pain")
    withdraw("prp.pain", "a new trial says otherwise", TODAY, before, folder)
    after = load(folder)
    assert status(after, "prp.pain") == "withdrawn"
    assert after.withdrawn["prp.pain"].why == "a new trial says otherwise"
    said = [str(one["text"]) for one in responses(after).values()]
    assert text in [str(one["text"]) for one in responses(before).values()]
    assert not any(text in one for one in said)
    assert after.answer("prp", "pain", "uk") is None
    assert type(after.entry("prp", "pain", "uk")).__name__ == "Gap", "the visitor is told of a gap"
    assert after.content_hash != before.content_hash, "so the next start trains a model without it"


def test_one_regions_answer_can_be_withdrawn_alone(folder: Path) -> None:
    withdraw("prp.approval.uk", "out of date", TODAY, load(folder), folder)
    library = load(folder)
    assert library.answer("prp", "approval", "uk") is None
    assert library.answer("prp", "approval", "us") is not None


def test_timelines_and_combinations_can_be_withdrawn(folder: Path) -> None:
    for id_ in ("mesotherapy.timeline", "combination.minoxidil_finasteride"):
        withdraw(id_, "to be written anew", TODAY, load(folder), folder)
    library = load(folder)
    assert library.timeline("mesotherapy", "uk") is None
    assert library.together("minoxidil_finasteride", "uk") is None
    assert len(library.withdrawn) == 2, "the second does not overwrite the first"


def test_a_withdrawal_of_nothing_is_refused(folder: Path) -> None:
    with pytest.raises(UnknownContentError, match=r"did you mean 'prp\.pain'\?"):
        withdraw("prp.pian", "a slip", TODAY, load(folder), folder)
    with pytest.raises(UnknownContentError, match="names no single answer"):
        withdraw("prp", "too much at once", TODAY, load(folder), folder)
    assert not load(folder).withdrawn


def test_an_entry_about_no_answer_is_a_fault_of_its_file(folder: Path) -> None:
    (folder / "withdrawn.yml").write_text(
        "prp.pian: {why: a slip, withdrawn: 2026-11-25}\n", encoding="utf-8"
    )
    with pytest.raises(
        KnowledgeError, match=r"prp\.pian: is no answer, did you mean 'prp\.pain'\?"
    ):
        load(folder)


def test_a_signature_holds_until_the_text_is_edited(folder: Path) -> None:
    sign("prp.pain", "Dr A. Example", "dermatologist", TODAY, load(folder), folder)
    signed = load(folder)
    assert status(signed, "prp.pain") == "clinician_reviewed"
    assert status(signed, "prp.cost") == "checked"
    raw = yaml.safe_load((folder / "treatments" / "prp.yml").read_text(encoding="utf-8"))
    raw["answers"]["pain"]["text"] += " Ask beforehand."
    (folder / "treatments" / "prp.yml").write_text(yaml.safe_dump(raw), encoding="utf-8")
    edited = load(folder)
    (text,) = named("prp.pain", edited)
    assert text.status == "checked"
    dropped = dropped_signature(text, edited)
    assert dropped and dropped.by == "Dr A. Example"


def test_folding_lines_anew_is_no_edit(folder: Path) -> None:
    sign("prp.pain", "Dr A. Example", "dermatologist", TODAY, load(folder), folder)
    path = folder / "treatments" / "prp.yml"
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump(raw, width=40), encoding="utf-8")
    assert status(load(folder), "prp.pain") == "clinician_reviewed"


def test_each_regions_text_is_signed_by_itself(folder: Path) -> None:
    signed = sign("prp.approval", "Dr A. Example", "dermatologist", TODAY, load(folder), folder)
    assert {one.id for one in signed} == {"prp.approval.uk", "prp.approval.us"}
    assert set(load(folder).signatures) == {"prp.approval.uk", "prp.approval.us"}


def test_no_text_claims_a_review_that_nobody_made() -> None:
    assert not load(KNOWLEDGE).signatures


def test_a_draft_is_not_in_the_model(folder: Path) -> None:
    path = folder / "treatments" / "prp.yml"
    raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    raw["answers"]["pain"]["draft"] = True
    path.write_text(yaml.safe_dump(raw), encoding="utf-8")
    library = load(folder)
    assert status(library, "prp.pain") == "draft"
    assert "utter_prp.pain" not in responses(library)


def test_what_is_due_is_told_in_time(folder: Path) -> None:
    change(
        folder / "treatments" / "prp.yml",
        "review: {checked: 2026-11-22, due: 2027-11-22}",
        "review: {checked: 2025-11-22, due: 2026-11-24}",
    )
    library = load(folder)
    assert {one.id.partition(".")[0] for one in due(library, TODAY)} == {"prp"}
    assert due(library, date(2026, 11, 24)) == [], "it may be checked on the very day"
    everything = {one.id for one in due(library, date(2100, 1, 1))}
    assert {"red_flag.anaphylaxis", "guidance.injection_safety", "mesotherapy.pain"} <= everything


def test_nothing_is_due_of_a_withdrawn_text(folder: Path) -> None:
    withdraw("prp.pain", "gone", TODAY, load(folder), folder)
    assert "prp.pain" not in {one.id for one in due(load(folder), date(2100, 1, 1))}
