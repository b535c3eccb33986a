"""A classifier that learns in a moment: a few words, and an encoder that was taught nothing."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from thatch.nlu.classification import Example, MultiLabelClassifier
from thatch.nlu.meaning.classifier import MeaningClassifier
from thatch.nlu.meaning.encoder import SIZE, SentenceEncoder
from thatch.nlu.meaning.encoder_files import published_encoder, write_encoder
from thatch.nlu.meaning.label_attention import LabelAttention
from thatch.nlu.meaning.nearest_files import write_nearest_messages
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
    encoder = SentenceEncoder(folder)
    write_nearest_messages(folder, map(encoder.encode, taught), examples, words.labels)
    nearest = NearestMessages.open(folder)
    return MessageClassifier(words, MeaningClassifier(encoder, attention, nearest))
