"""Trains the model, where content or data have changed since the last time."""

import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from thatch.paths import MODELS, ROOT, STATE
from thatch.processes import RASA_ENVIRONMENT, python

MODEL = MODELS / "thatch.tar.gz"
LOG = STATE / "logs" / "training.log"

_STAMP = MODELS / "thatch.json"
_INPUTS = (
    "config.yml",
    "domain.yml",
    "clinic.yml",
    "data/**/*.yml",
    "thatch/importer.py",
    "thatch/clinic.py",
    "thatch/knowledge/**/*.py",
    "thatch/nlu/**/*",
    "thatch/dialogue/*.py",
    "requirements.lock",
)
_STEP = re.compile(r"(?:Starting to train|Restored) component '(\w+)'")
_PROGRESS = re.compile(r"Learning (what messages mean, \d+ %)")
_STEPS = {
    "TopicMatcher": "the names of treatments and conditions",
    "MultiIntentClassifier": "what people ask",
    "RedFlagDetector": "red flags",
    "MemoizationPolicy": "stories",
    "RulePolicy": "rules",
}
"""What each component learns, in plain words."""


class TrainingError(Exception):
    """The model could not be trained; says why, and where the log is."""


def ensure_trained(console: Console) -> None:
    """Train unless the model was made from the very files that are there now.

    Raises:
        TrainingError: training failed.
    """
    if _trained_from() != digest():
        train(console)


def train(console: Console) -> None:
    """Train the model and show what is being learnt.

    Raises:
        TrainingError: training failed.
    """
    inputs = digest()
    LOG.parent.mkdir(parents=True, exist_ok=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("")
        for step in chain(["reading content and data"], _run_rasa()):
            told = f"Training: {step}"
            progress.update(task, description=told)
            if not console.is_terminal:  # where a line is not drawn anew, each says its own
                console.print(told)
        progress.update(task, description=f"Trained {MODEL.relative_to(ROOT)}")
    _check_content()
    _STAMP.write_text(json.dumps({"inputs": inputs}), encoding="utf-8")


def digest() -> str:
    """Digest all that the model is made from."""
    hashed = hashlib.sha256(sys.version.encode())
    for path in sorted(path for pattern in _INPUTS for path in ROOT.glob(pattern)):
        if path.is_file() and path.suffix != ".pyc":
            hashed.update(path.relative_to(ROOT).as_posix().encode())
            hashed.update(path.read_bytes())
    return hashed.hexdigest()


def content_of(model: Path) -> str | None:
    """Give the hash of the content that a model was trained with, or None where it has none.

    Args:
        model: a model archive.
    """
    with tarfile.open(model) as archive:
        metadata = archive.extractfile("metadata.json")
        assert metadata is not None
        slots = json.load(metadata)["domain"]["slots"]
    hash_: str | None = slots.get("content_hash", {}).get("initial_value")
    return hash_


def _check_content() -> None:
    """Refuse a model without our content: Rasa keeps quiet where the importer is not found."""
    if content_of(MODEL) is None:
        MODEL.unlink()
        raise TrainingError(
            "Training failed: the model holds none of the content. "
            "Does config.yml name thatch.importer.KnowledgeImporter, and can it be imported?"
        )


def _trained_from() -> str | None:
    if not (MODEL.exists() and _STAMP.exists()):
        return None
    stamp: dict[str, str] = json.loads(_STAMP.read_text(encoding="utf-8"))
    return stamp["inputs"]


def _run_rasa() -> Iterator[str]:
    """Run `rasa train`, log its output and tell what it has come to.

    Rasa's validation is left to the tests: it takes a minute, and nobody would read it here.
    """
    name = MODEL.name.removesuffix(".tar.gz")
    command = python("rasa", "train", "--skip-validation", "--fixed-model-name", name)
    with (
        LOG.open("w", buffering=1, encoding="utf-8") as log,
        subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **RASA_ENVIRONMENT},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        ) as rasa,
    ):
        assert rasa.stdout is not None
        for line in rasa.stdout:
            log.write(line)
            if step := _step(line):
                yield step
    if rasa.returncode != 0:
        raise TrainingError(f"{_reason(LOG)}\nThe log is {LOG}.")


def _step(line: str) -> str | None:
    """Tell in plain words what a line of the log says about how far training has come."""
    if taught := _PROGRESS.search(line):
        return taught[1]
    component = _STEP.search(line)
    return _STEPS.get(component[1]) if component else None


def _reason(log: Path) -> str:
    """Find what an operator must know: Rasa's own last words, without the way it came to them."""
    lines = [line.strip() for line in log.read_text(encoding="utf-8").splitlines() if line.strip()]
    told = [line for line in lines if re.match(r"(\x1b\[\d+m)?\w*(Exception|Error)\b", line)]
    return "Training failed: " + (told or lines or ["no output"])[-1]
