"""An editor adds a treatment: it is understood and answered, and no code was changed for it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.system.conftest import Assistant, Begin
from thatch.paths import ROOT, STATE

ZORVEXIL = """
id: zorvexil
kind: treatment
name: zorvexil
names:
  synonyms: [zorvexil, zorvexil lotion]
  brands: [Hairzor]
review: {checked: 2026-11-25, due: 2027-11-22}
route: topical
evidence: {grade: insufficient, sources: [meso_sr_2023]}
regulators:
  mhra: {status: not_approved, checked: 2026-11-22, sources: [belgravia_meso]}
in_short:
  what: a made-up lotion
  course: daily
  side_effects: none known
  not_for: anybody
  sources: [meso_sr_2023]
answers:
  what_is:
    text: >-
      Zorvexil is a lotion that was made up to test this assistant. Nobody sells it and nobody has
      studied it. If you read this on a website, somebody forgot to take the file out again. Please
      tell the clinic, and ask about something else.
    sources: [meso_sr_2023]
"""


def check(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "thatch", "check"], cwd=project, capture_output=True, text=True
    )


@pytest.mark.slow
def test_a_new_treatment_is_one_file(project: Path, tmp_path: Path, begin: Begin) -> None:
    before = check(project)
    assert before.returncode == 0, before.stdout
    file = project / "data" / "knowledge" / "treatments" / "zorvexil.yml"
    file.write_text(ZORVEXIL, encoding="utf-8")

    state = tmp_path / "state"
    # As in any checkout that was trained before: what the messages taught is not taught again.
    for kept in ("words", "meaning"):
        shutil.copytree(STATE / kept, state / kept)
    assistant = Assistant.start(state, project=project, PYTHONPATH=str(project))
    assert "Training: the names of treatments and conditions\n" in assistant.lines
    try:
        visitor = begin(assistant.address)
        for asked in (
            "what is zorvexil?",
            "tell me about hairzor, what is it",
            "what is zorvexill",
        ):
            reply = visitor.say(asked)
            assert reply["answer"]["topics"] == ["zorvexil"], asked
            assert any("made up to test" in one["text"] for one in reply["messages"]), asked
            begun = {one["id"] for one in reply["answer"]["caveats"]}
            assert {"not_approved", "insufficient_evidence"} <= begun
    finally:
        assistant.stop()

    file.unlink()
    assert check(project).stdout == before.stdout
    assert not (ROOT / "data" / "knowledge" / "treatments" / "zorvexil.yml").exists()
