"""What a text means is learnt from numbers, the same way each time."""

from pathlib import Path

import numpy as np
import pytest

from thatch.nlu.classification import Example
from thatch.nlu.encoder_files import write_encoder
from thatch.nlu.meaning import MeaningClassifier
from thatch.nlu.sentence_encoder import ENCODER, SIZE, SentenceEncoder

LABELS = ["cost", "pain"]
TEXTS = {
    "how much is it": "cost",
    "what will I pay": "cost",
    "is it dear": "cost",
    "what do you charge": "cost",
    "does it hurt": "pain",
    "is it sore": "pain",
    "will I feel the needle": "pain",
    "how painful would that be": "pain",
}
EXAMPLES = [Example(text, frozenset({label})) for text, label in TEXTS.items()] * 40
ENCODER_AT_MOST = 25_000_000
"""Bytes: a quarter of what the same weights take as floats."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("encoder")
    write_encoder(made)
    return made


@pytest.fixture(scope="module")
def encoder(folder: Path) -> SentenceEncoder:
    return SentenceEncoder(folder)


def learn(encoder: SentenceEncoder) -> MeaningClassifier:
    vectors = np.array([encoder.encode(example.text) for example in EXAMPLES])
    return MeaningClassifier.learn(vectors, EXAMPLES, LABELS)


@pytest.mark.parametrize(
    ("text", "label"), [("expensive?", "cost"), ("I am scared that it will be agony", "pain")]
)
def test_other_words_of_the_same_meaning_are_understood(
    text: str, label: str, encoder: SentenceEncoder
) -> None:
    probabilities = learn(encoder).probabilities(encoder.encode(text))
    assert LABELS[int(probabilities.argmax())] == label


def test_the_same_data_make_the_same_network_which_is_kept(
    tmp_path: Path, encoder: SentenceEncoder
) -> None:
    vector = encoder.encode("what does one session set me back")
    first, second = learn(encoder), learn(encoder)
    assert np.array_equal(first.probabilities(vector), second.probabilities(vector))
    first.save(tmp_path)
    kept = MeaningClassifier.open(tmp_path, len(LABELS))
    assert np.array_equal(kept.probabilities(vector), first.probabilities(vector))


def test_the_encoder_is_small_and_made_alike_each_time(folder: Path, tmp_path: Path) -> None:
    write_encoder(tmp_path)
    made = (folder / ENCODER).read_bytes()
    assert len(made) < ENCODER_AT_MOST
    assert (tmp_path / ENCODER).read_bytes() == made


@pytest.mark.parametrize("text", ["", "  ", "?", "хочу спросить", "a" * 5000, "so " * 2000])
def test_any_text_is_encoded(text: str, encoder: SentenceEncoder) -> None:
    vector = encoder.encode(text)
    assert vector.shape == (SIZE,)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_texts_that_mean_the_same_lie_near_each_other(encoder: SentenceEncoder) -> None:
    pay, dear, bald = map(
        encoder.encode, ("what will I have to pay", "is it expensive", "my crown is thinning")
    )
    assert pay @ dear > pay @ bald
