"""What a text means is learnt from examples, the same way each time."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from onnxruntime import InferenceSession

from thatch.nlu.classification import Example
from thatch.nlu.meaning.classifier import MeaningClassifier
from thatch.nlu.meaning.encoder import ENCODER, IDS, LONGEST, SIZE, STATES, SentenceEncoder
from thatch.nlu.meaning.encoder_files import (
    published_encoder,
    published_model,
    write_encoder,
    write_layers,
)
from thatch.nlu.meaning.encoder_graph import encoder_graph
from thatch.nlu.meaning.sessions import session
from thatch.nlu.meaning.training import write_meaning
from thatch.paths import ROOT

LABELS = ["cost", "pain"]
TEXTS = {
    "how much is it": {"cost"},
    "what will I pay": {"cost"},
    "is it dear": {"cost"},
    "what do you charge": {"cost"},
    "does it hurt": {"pain"},
    "is it sore": {"pain"},
    "will I feel the needle": {"pain"},
    "how painful would that be": {"pain"},
    "how much is it and is it sore": {"cost", "pain"},
    "does it hurt, and what do you charge": {"cost", "pain"},
    "I have had thin hair for years": set[str](),
    "hello, my name is Sam": set[str](),
}
EXAMPLES = [Example(text, frozenset(labels)) for text, labels in TEXTS.items()] * 20
ENCODER_AT_MOST = 25_000_000
"""Bytes: a quarter of what the same weights take as floats."""


def teach(folder: Path) -> MeaningClassifier:
    folder.mkdir(exist_ok=True)
    write_meaning(folder, EXAMPLES, LABELS)
    return MeaningClassifier.open(folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("taught")


@pytest.fixture(scope="module")
def taught(folder: Path) -> MeaningClassifier:
    return teach(folder)


def test_what_was_taught_is_known(taught: MeaningClassifier) -> None:
    for text, asked in TEXTS.items():
        probabilities = dict(zip(LABELS, taught.probabilities(text), strict=True))
        assert {label for label, one in probabilities.items() if one > 0.5} == asked, text


@pytest.mark.parametrize(
    ("text", "label"), [("expensive?", "cost"), ("I am scared that it will be agony", "pain")]
)
def test_other_words_of_the_same_meaning_are_understood(
    text: str, label: str, taught: MeaningClassifier
) -> None:
    assert LABELS[int(taught.probabilities(text).argmax())] == label


def test_the_same_messages_teach_the_same(
    folder: Path, taught: MeaningClassifier, tmp_path: Path
) -> None:
    teach(tmp_path)
    for file in folder.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_to_answer_loads_nothing_that_only_teaching_needs() -> None:
    loads = "import sys, thatch.nlu.message_classifier; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", loads], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split())
    assert "onnxruntime" in loaded
    assert loaded.isdisjoint({"onnx", "onnxruntime.quantization", "jax", "optax"})


def test_the_encoder_stays_small(folder: Path, taught: MeaningClassifier) -> None:
    assert (folder / ENCODER).stat().st_size < ENCODER_AT_MOST


def test_the_lean_graph_says_what_the_published_one_does() -> None:
    ids = np.array([[101, 2129, 2172, 2003, 14241, 1998, 2515, 2009, 3480, 102]])
    others = {"attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    published = InferenceSession(published_model())
    lean = InferenceSession(encoder_graph(published_encoder()).SerializeToString())
    (expected, *_) = published.run(None, {"input_ids": ids, **others})
    (found,) = lean.run(None, {IDS: ids})
    assert np.allclose(found, expected, atol=1e-4)


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> SentenceEncoder:
    folder = tmp_path_factory.mktemp("published")
    write_encoder(published_encoder(), folder)
    return SentenceEncoder(folder)


@pytest.mark.parametrize("text", ["", "  ", "?", "хочу спросить", "a" * 5000, "so " * 2000])
def test_any_text_is_encoded(text: str, encoder: SentenceEncoder) -> None:
    states = encoder.encode(text)
    pieces, size = states.shape
    assert 2 <= pieces <= LONGEST
    assert size == SIZE
    assert np.isfinite(states).all()


def test_of_a_long_story_the_end_is_read(encoder: SentenceEncoder) -> None:
    story = "and then I went to the shop for my mother " * 40
    states = encoder.encode(f"{story} and does it hurt")
    assert len(states) == LONGEST
    assert np.array_equal(states, encoder.encode(f"Once, {story} and does it hurt"))
    assert not np.array_equal(states, encoder.encode(f"{story} and what is it"))


def test_without_its_highest_layers_an_encoder_knows_less(
    encoder: SentenceEncoder, tmp_path: Path
) -> None:
    write_encoder(published_encoder().without_highest(2), tmp_path)
    lower, whole = (one.encode("is it dear") for one in (SentenceEncoder(tmp_path), encoder))
    assert lower.shape == whole.shape
    assert not np.allclose(lower, whole)


def test_layers_alone_read_on_where_those_below_them_stopped(
    encoder: SentenceEncoder, tmp_path: Path
) -> None:
    write_encoder(published_encoder().without_highest(2), tmp_path)
    write_layers(published_encoder().layers[-2:], tmp_path / "above.onnx")
    below = SentenceEncoder(tmp_path).encode("is it dear")
    (found,) = session(tmp_path / "above.onnx").run(None, {STATES: below[np.newaxis]})
    assert np.allclose(found[0], encoder.encode("is it dear"), atol=1e-5)


def test_with_layers_put_back_an_encoder_is_as_it_was() -> None:
    published = published_encoder()
    whole = published.without_highest(2).topped_by(published.layers[-2:])
    assert encoder_graph(whole) == encoder_graph(published)


def test_texts_that_mean_the_same_lie_near_each_other(encoder: SentenceEncoder) -> None:
    def direction(text: str) -> NDArray[np.float32]:
        mean = encoder.encode(text).mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean))

    pay, dear, bald = map(
        direction, ("what will I have to pay", "is it expensive", "my crown is thinning")
    )
    assert pay @ dear > pay @ bald
