"""Learns what messages ask and tell from their words, and from what they mean as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rasa.shared.nlu.training_data.message import Message

from thatch.nlu.classification import MultiLabelClassifier
from thatch.nlu.examples import example_of
from thatch.nlu.labels import is_intent
from thatch.nlu.meaning.classifier import MeaningClassifier
from thatch.nlu.reading import Reading


@dataclass(frozen=True)
class MessageClassifier:
    """Two classifiers of the same labels: what words miss meaning often knows, and the reverse."""

    words: MultiLabelClassifier
    meaning: MeaningClassifier

    @property
    def labels(self) -> list[str]:
        """Give all that can be asked or told, in the order of the probabilities."""
        return self.words.labels

    @cached_property
    def intents(self) -> NDArray[np.bool_]:
        """Tell which of the labels are intents, shape (labels,)."""
        return np.array([is_intent(label) for label in self.labels])

    @staticmethod
    def write(messages: Sequence[Message], regularisation: float, folder: Path) -> None:
        """Train on messages whose readings are complete, and write what was learnt.

        Args:
            messages: with intents.
            regularisation: C of the logistic regressions on words; smaller is smoother.
            folder: must exist.
        """
        # Only where it is needed: what teaches the encoder takes memory that using it does not.
        from thatch.nlu.meaning.kept import write_meaning_once

        examples = [example_of(message) for message in messages]
        words = MultiLabelClassifier.learn(examples, regularisation)
        words.save(folder)
        texts = [Reading.of(message).doc.text for message in messages]
        write_meaning_once(folder, texts, examples, words.labels)

    @classmethod
    def open(cls, folder: Path) -> "MessageClassifier":
        """Read what `write` wrote."""
        return cls(MultiLabelClassifier.open(folder), MeaningClassifier.open(folder))
