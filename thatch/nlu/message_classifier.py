"""Learns what messages ask and tell from their words, and from what they mean as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rasa.shared.nlu.training_data.message import Message

from thatch.nlu.classification import MultiLabelClassifier
from thatch.nlu.examples import example_of
from thatch.nlu.meaning import MeaningClassifier
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

    @classmethod
    def learn(cls, messages: Sequence[Message], regularisation: float) -> "MessageClassifier":
        """Train on messages whose readings are complete.

        Args:
            messages: with intents.
            regularisation: C of the logistic regressions on words; smaller is smoother.
        """
        examples = [example_of(message) for message in messages]
        words = MultiLabelClassifier.learn(examples, regularisation)
        vectors = np.array([Reading.of(message).vector for message in messages], dtype=np.float32)
        return cls(words, MeaningClassifier.learn(vectors, examples, words.labels))

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        self.words.save(folder)
        self.meaning.save(folder)

    @classmethod
    def open(cls, folder: Path) -> "MessageClassifier":
        """Read what `save` wrote."""
        words = MultiLabelClassifier.open(folder)
        return cls(words, MeaningClassifier.open(folder, len(words.labels)))
