"""What a text means is learnt from numbers, the same way each time."""

from pathlib import Path

import numpy as np
import pytest

from thatch.nlu.classification import Example
from thatch.nlu.known_sentences import KnownSentences
from thatch.nlu.meaning import MeaningClassifier
from thatch.nlu.sentence_encoder import SIZE, encoder

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
EXAMPLES = [Example(text, frozenset({label})) for text, label in TEXTS.items()] * 20


def learn() -> MeaningClassifier:
    vectors = np.array([encoder().encode(example.text) for example in EXAMPLES])
    return MeaningClassifier.learn(vectors, EXAMPLES, LABELS)


@pytest.mark.parametrize(
    ("text", "label"), [("expensive?", "cost"), ("I am scared that it will be agony", "pain")]
)
def test_other_words_of_the_same_meaning_are_understood(text: str, label: str) -> None:
    probabilities = learn().probabilities(encoder().encode(text))
    assert LABELS[int(probabilities.argmax())] == label


def test_the_same_data_make_the_same_network_which_is_kept(tmp_path: Path) -> None:
    vector = encoder().encode("what does one session set me back")
    first, second = learn(), learn()
    assert np.array_equal(first.probabilities(vector), second.probabilities(vector))
    first.save(tmp_path)
    kept = MeaningClassifier.open(tmp_path, len(LABELS))
    assert np.array_equal(kept.probabilities(vector), first.probabilities(vector))


def test_a_text_is_encoded_alike_alone_and_among_others() -> None:
    texts = list(TEXTS)
    together = encoder().encode_all(texts, lambda: None)
    assert all(
        np.array_equal(vector, encoder().encode(text))
        for text, vector in zip(texts, together, strict=True)
    )


def test_what_was_encoded_is_not_encoded_again(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "sentences.npz"
    encoded: list[None] = []
    for texts, anew in ((["is it sore"], 1), (["is it sore", "is it dear", "is it dear"], 1)):
        encoded.clear()
        vectors = KnownSentences(file).encode(texts, encoder(), lambda: encoded.append(None))
        assert len(encoded) == anew
        assert [vector.shape for vector in vectors] == [(SIZE,)] * len(texts)
