"""What measures the assistant is never what it learnt from."""

import json
import re

import yaml

from thatch.paths import ROOT
from thatch.yaml_loader import SafeLoader

LONGEST_BY_CHANCE = 3
"""Words in which two strangers may well say the same: "does it hurt"."""


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def measured() -> set[str]:
    folder = ROOT / "benchmarks" / "understanding"
    records = [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return {plain(one["text"]) for record in records for one in record.get("turns", [record])}


def learnt() -> set[str]:
    families = [
        yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)["nlu"]
        for path in sorted((ROOT / "data" / "nlu").glob("**/*.yml"))
    ]
    return {
        plain(example["text"])
        for family in families
        for intent in family
        for example in intent["examples"]
    }


def test_no_labelled_message_is_a_training_message() -> None:
    taught = learnt()
    assert taught, "no training messages were found"
    both = measured() & taught
    assert not {text for text in both if len(text.split()) > LONGEST_BY_CHANCE}
