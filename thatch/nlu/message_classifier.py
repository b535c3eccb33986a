"""Learns what messages ask and tell from their words, and from what they mean as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rasa.shared.nlu.training_data.message import Message

from thatch.nlu.classification import Example, MultiLabelClassifier
from thatch.nlu.examples import example_of
from thatch.nlu.fingerprint import fingerprint
from thatch.nlu.kept import write_once
from thatch.nlu.labels import is_intent, is_topic
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

    @cached_property
    def topics(self) -> NDArray[np.bool_]:
        """Tell which of the labels are topics that are described, shape (labels,)."""
        return np.array([is_topic(label) for label in self.labels])

    @staticmethod
    def write(messages: Sequence[Message], regularisation: float, folder: Path) -> None:
        """Train on messages whose readings are complete, and write what was learnt.

        Args:
            messages: with intents.
            regularisation: C of the logistic regressions on words; smaller is smoother.
            folder: must exist.
        """
        read = [example_of(message) for message in messages]
        _write_words(read, regularisation, folder)
        labels = MultiLabelClassifier.open(folder).labels
        whole = [Reading.of(message).doc.text for message in messages]
        as_written = [replace(one, text=text) for one, text in zip(read, whole, strict=True)]
        _write_meaning(as_written, labels, folder)

    @classmethod
    def open(cls, folder: Path) -> "MessageClassifier":
        """Read what `write` wrote."""
        return cls(MultiLabelClassifier.open(folder), MeaningClassifier.open(folder))


def _write_words(examples: Sequence[Example], regularisation: float, folder: Path) -> None:
    def learn(kept: Path) -> None:
        MultiLabelClassifier.learn(examples, regularisation).save(kept)

    mark = fingerprint([_learnt_from(examples), regularisation])
    write_once("words", mark, folder, learn)


def _write_meaning(examples: Sequence[Example], labels: Sequence[str], folder: Path) -> None:
    # Only where it is needed: what teaches the encoder takes memory that using it does not.
    from thatch.nlu.meaning import training

    def learn(kept: Path) -> None:
        training.write_meaning(kept, examples, labels)

    mark = fingerprint([_learnt_from(examples), labels], code=Path(training.__file__).parent)
    write_once("meaning", mark, folder, learn)


def _learnt_from(examples: Sequence[Example]) -> list[tuple[str, list[str], list[str]]]:
    """Give what `fingerprint` can hold."""
    return [(one.text, sorted(one.labels), sorted(one.doubtful)) for one in examples]
