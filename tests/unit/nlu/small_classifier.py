"""A classifier that learns in a moment: a few words, and an encoder that was taught nothing."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from thatch.nlu.classification import Example, MultiLabelClassifier
from thatch.nlu.meaning.classifier import MeaningClassifier
from thatch.nlu.meaning.encoder import SIZE, SentenceEncoder
from thatch.nlu.meaning.encoder_files import published_encoder, write_encoder
from thatch.nlu.meaning.label_attention import LabelAttention
from thatch.nlu.meaning.nearest_messages import NearestMessages
from thatch.nlu.message_classifier import MessageClassifier


def small_classifier(
    taught: Mapping[str, str], folder: Path, reads: NDArray[np.float32] | None = None
) -> MessageClassifier:
    """Make a classifier.

    Args:
        taught: the label of each text that it learns.
        folder: where the encoder is written; must exist.
        reads: what it makes of the encoder's numbers, shape (2, 384, labels); without it, nothing.
    """
    examples = [Example(text, frozenset({label})) for text, label in taught.items()]
    words = MultiLabelClassifier.learn(examples, regularisation=5.0)
    write_encoder(published_encoder(), folder)
    labels = len(words.labels)
    heeds, weighs = np.zeros((2, SIZE, labels), np.float32) if reads is None else reads
    attention = LabelAttention(heeds, weighs, np.zeros(labels, np.float32))
    meaning = MeaningClassifier(SentenceEncoder(folder), attention, _undecided(labels))
    return MessageClassifier(words, meaning)


def _undecided(labels: int) -> NearestMessages:
    """Remember one message, which half asks for everything."""
    halves = csr_matrix(np.full((1, labels), 0.5, np.float32))
    one = np.ones((1, 1), np.float32)
    return NearestMessages(np.zeros(SIZE, np.float32), np.ones((SIZE, 1), np.float32), one, halves)
