"""Stock DIET in an environment of its own, since it needs a TensorFlow that the product leaves out.

A message that asks several things trains a joined intent such as `pain+cost`, where enough messages
ask just that; else its foremost one.
"""

import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from thatch.paths import ROOT
from thatch.processes import RASA_ENVIRONMENT
from thatch.tuning.pipeline import Labelled

_JOINED_FROM = 5
"""Messages from which on a set of intents is trained as one."""
_WORKER = Path(__file__).with_name("rasa_worker.py")
_UV = ROOT / ".venv" / "bin" / "uv"
_PACKAGES = ("rasa==3.6.21", "dask==2022.10.2", "numpy<1.24", "scipy>=1.10,<1.13", "setuptools<81")
_OVERRIDES = (
    "absl-py>=1.4",
    "aiohttp>=3.9",
    "confluent-kafka>=2",
    "matplotlib>=3.7",
    "pymongo>=4.6",
    "regex>=2023.12",
    "pydantic>=1.10.17",
    "tensorflow==2.12.0",
    "tensorflow-text==2.12.0",
)
_BRINGS = ("tensorflow", "tensorflow_text", "tensorflow_hub", "keras", "jaxlib", "jax")
"""The folders of site-packages that DIET alone is installed for."""
_STOCK: dict[str, Any] = {
    "recipe": "default.v1",
    "assistant_id": "bake_off",
    "language": "en",
    "pipeline": [
        {
            "name": "WhitespaceTokenizer",
            "intent_tokenization_flag": True,
            "intent_split_symbol": "+",
        },
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
        {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True},
    ],
}


class DietError(Exception):
    """DIET could not be installed or trained; says at which step and why."""


@dataclass(frozen=True)
class Parsed:
    """What a Rasa model made of messages."""

    intents: list[frozenset[str]]
    milliseconds: list[float]


def install(folder: Path) -> Path:
    """Build the environment in a folder, or use the one that is there.

    Returns:
        Its Python.

    Raises:
        DietError: a package cannot be had.
    """
    python = folder / "environment" / "bin" / "python"
    done = folder / "installed"
    if done.exists():
        return python
    overrides = folder / "overrides.txt"
    overrides.write_text("\n".join(_OVERRIDES), encoding="utf-8")
    _run("making its environment", [str(_UV), "venv", "--python", "3.11", str(python.parents[1])])
    # Without the settings of pyproject.toml, which leave TensorFlow out.
    pip = [str(_UV), "pip", "install", "--no-config", "--quiet", "--python", str(python)]
    _run("installing it", [*pip, "--override", str(overrides), *_PACKAGES])
    done.touch()
    return python


def train(python: Path, messages: Sequence[Labelled], folder: Path) -> Path:
    """Train the stock pipeline.

    Returns:
        The model.

    Raises:
        DietError: training failed.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "config.yml").write_text(yaml.safe_dump(_STOCK), encoding="utf-8")
    (folder / "nlu.yml").write_text(yaml.safe_dump(_training_data(messages)), encoding="utf-8")
    rasa = [str(python), "-m", "rasa", "train", "nlu", "--config", "config.yml"]
    _run("training it", [*rasa, "--nlu", "nlu.yml", "--fixed-model-name", "diet"], folder)
    return folder / "models" / "diet.tar.gz"


def parse(python: Path, model: Path, texts: Sequence[str], folder: Path) -> Parsed:
    """Parse texts one at a time on one core.

    Args:
        python: of the environment that the model was trained in.
        model: a model archive.
        texts: the messages.
        folder: for the files by which this is told.

    Raises:
        DietError: the model cannot be used.
    """
    asked, result = folder / "texts.json", folder / "result.json"
    asked.write_text(json.dumps(list(texts)), encoding="utf-8")
    _run("parsing messages", [str(python), str(_WORKER), str(model), str(asked), str(result)])
    found = json.loads(result.read_text(encoding="utf-8"))
    intents = [frozenset((intent or "").split("+")) for intent in found["intents"]]
    return Parsed(intents, found["milliseconds"])


def megabytes(python: Path, model: Path) -> float:
    """Give the size on disk of a model and of what only DIET needs."""
    packages = python.parents[1] / "lib" / "python3.11" / "site-packages"
    files = [file for name in _BRINGS for file in (packages / name).rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in [*files, model]) / 1e6


def _training_data(messages: Sequence[Labelled]) -> dict[str, Any]:
    often = Counter(one.asked for one in messages)
    by_intent: dict[str, list[str]] = {}
    for one in messages:
        joined = "+".join(sorted(one.asked)) if often[one.asked] >= _JOINED_FROM else one.foremost
        by_intent.setdefault(joined, []).append(" ".join(one.text.split()))
    examples = [
        {"intent": intent, "examples": [{"text": text} for text in texts]}
        for intent, texts in by_intent.items()
    ]
    return {"version": "3.1", "nlu": examples}


def _run(step: str, command: Sequence[str], folder: Path | None = None) -> None:
    ended = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **RASA_ENVIRONMENT, "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        last = (ended.stderr.strip() or ended.stdout.strip() or "no output").splitlines()[-1]
        raise DietError(f"{step} failed: {last}")
