"""What messages taught is learnt anew where anything that it is learnt from has changed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from thatch.nlu import kept, message_classifier
from thatch.nlu.classification import Example, MultiLabelClassifier
from thatch.nlu.meaning import training

EXAMPLES = [
    Example("how much is it", frozenset({"cost"})),
    Example("does it hurt", frozenset({"pain"})),
    Example("is it dear and sore", frozenset({"cost", "pain"})),
    Example("what will I pay", frozenset({"cost"})),
    Example("hello", frozenset()),
]
OTHERWISE = [
    pytest.param(EXAMPLES[1:], id="fewer"),
    pytest.param([replace(EXAMPLES[0], text="what is it"), *EXAMPLES[1:]], id="other words"),
    pytest.param([replace(EXAMPLES[0], labels=frozenset({"pain"})), *EXAMPLES[1:]], id="labels"),
    pytest.param([replace(EXAMPLES[0], doubtful=frozenset({"pain"})), *EXAMPLES[1:]], id="doubts"),
]
LABELS = ["cost", "pain"]


@pytest.fixture
def learnt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Sequence[Example]]:
    """What was learnt from, each time; nothing is kept from before."""
    monkeypatch.setattr(kept, "STATE", tmp_path / "state")
    times: list[Sequence[Example]] = []

    def note(folder: Path, examples: Sequence[Example], labels: Sequence[str]) -> None:
        times.append(examples)

    learn = MultiLabelClassifier.learn

    def learn_and_note(examples: Sequence[Example], regularisation: float) -> MultiLabelClassifier:
        times.append(examples)
        return learn(examples, regularisation)

    monkeypatch.setattr(training, "write_meaning", note)
    monkeypatch.setattr(MultiLabelClassifier, "learn", learn_and_note)
    return times


@pytest.mark.parametrize("otherwise", OTHERWISE)
def test_meaning_is_learnt_from_examples(
    otherwise: list[Example], learnt: list[Sequence[Example]], tmp_path: Path
) -> None:
    for examples in (EXAMPLES, EXAMPLES, otherwise, EXAMPLES):
        message_classifier._write_meaning(examples, LABELS, tmp_path)
    assert learnt == [EXAMPLES, otherwise]
    message_classifier._write_meaning(EXAMPLES, LABELS[:1], tmp_path)
    assert learnt == [EXAMPLES, otherwise, EXAMPLES]


@pytest.mark.parametrize("otherwise", OTHERWISE)
def test_words_are_learnt_from_examples(
    otherwise: list[Example], learnt: list[Sequence[Example]], tmp_path: Path
) -> None:
    for examples in (EXAMPLES, EXAMPLES, otherwise, EXAMPLES):
        message_classifier._write_words(examples, 5.0, tmp_path)
    assert learnt == [EXAMPLES, otherwise]
    message_classifier._write_words(EXAMPLES, 1.0, tmp_path)
    assert learnt == [EXAMPLES, otherwise, EXAMPLES]
