"""Rasa's own commands work on the project, and its silent failures are caught."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from thatch import training
from thatch.knowledge import load
from thatch.knowledge.responses import responses
from thatch.paths import KNOWLEDGE, ROOT
from thatch.processes import RASA_ENVIRONMENT
from thatch.training import MODEL, TrainingError, content_of


def rasa(*arguments: str, cwd: Path = ROOT, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rasa", *arguments],
        cwd=cwd,
        env={**os.environ, **RASA_ENVIRONMENT},
        input=text,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of Rasa's part of the project, which a test may break."""
    for name in ("config.yml", "domain.yml", "endpoints.yml", "credentials.yml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "data" / "rules", tmp_path / "data" / "rules")
    (tmp_path / "data" / "nlu.yml").write_text(
        'version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hello\n    - good day\n'
        "- intent: goodbye\n  examples: |\n    - bye now\n    - good bye\n",
        encoding="utf-8",
    )
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_data_validate_finds_nothing() -> None:
    run = rasa("data", "validate", "--fail-on-warnings")
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_model_holds_all_content(_trained: None) -> None:
    library = load(KNOWLEDGE)
    with tarfile.open(MODEL) as archive:
        metadata = archive.extractfile("metadata.json")
        assert metadata is not None
        domain = json.load(metadata)["domain"]
    compiled = responses(library)
    assert compiled.keys() <= domain["responses"].keys()
    for name, response in compiled.items():
        assert [one["text"] for one in domain["responses"][name]] == [response["text"]]
    assert content_of(MODEL) == library.content_hash


def test_a_missing_importer_is_caught_though_rasa_keeps_quiet(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(project / "config.yml", "thatch.importer.KnowledgeImporter", "thatch.importer.NoImporter")
    monkeypatch.setattr(training, "MODEL", project / "models" / "thatch.tar.gz")
    run = rasa("train", "--fixed-model-name", "thatch", cwd=project)
    assert run.returncode == 0, "Rasa trains without the content and says nothing"
    with pytest.raises(TrainingError, match="holds none of the content"):
        training._check_content()
    assert not training.MODEL.exists()


@pytest.mark.parametrize(
    ("section", "component"), [("pipeline", "DIETClassifier"), ("policies", "TEDPolicy")]
)
def test_a_component_that_needs_tensorflow_is_named(
    project: Path, section: str, component: str
) -> None:
    edit(project / "config.yml", f"{section}:\n", f"{section}:\n- name: {component}\n")
    run = rasa("train", cwd=project)
    assert run.returncode == 1
    said = run.stdout + run.stderr
    assert f"config.yml: {section}: {component} needs TensorFlow" in said
    assert "Traceback" not in said


def test_a_response_that_the_knowledge_makes_is_not_overridden(project: Path) -> None:
    edit(
        project / "domain.yml",
        "responses:\n",
        "responses:\n  utter_mesotherapy.pain:\n  - text: Not at all.\n",
    )
    run = rasa("train", cwd=project)
    assert run.returncode == 1
    assert "utter_mesotherapy.pain is made from the knowledge files" in run.stdout + run.stderr


def test_conversations_go_as_the_stories_tell(_trained: None, tmp_path: Path) -> None:
    run = rasa(
        "test",
        "core",
        *("--model", str(MODEL)),
        *("--stories", "tests/conversations"),
        *("--out", str(tmp_path)),
        "--fail-on-prediction-errors",
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]
    failed = (tmp_path / "failed_test_stories.yml").read_text(encoding="utf-8")
    assert "None of the test stories failed" in failed


def test_nlu_can_be_tested_as_rasa_users_do(_trained: None, tmp_path: Path) -> None:
    run = rasa(
        "test",
        "nlu",
        *("--model", str(MODEL)),
        *("--nlu", "tests/conversations/nlu.yml"),
        *("--out", str(tmp_path)),
        "--no-plot",
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]
    report = json.loads((tmp_path / "intent_report.json").read_text(encoding="utf-8"))
    assert report["accuracy"] == 1.0


def test_shell_nlu_shows_what_is_understood(_trained: None) -> None:
    run = rasa("shell", "nlu", "--model", str(MODEL), text="does prp hurt\n/stop\n")
    assert '"name": "pain"' in run.stdout
    assert '"value": "prp"' in run.stdout
