"""Learns what messages ask and tell from their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rasa.shared.nlu.training_data.message import Message
from spacy.tokens import Doc, Span

from thatch.nlu.classification import Example, MultiLabelClassifier
from thatch.nlu.labels import TOPIC, Labels
from thatch.nlu.reading import Reading


@dataclass(frozen=True)
class MessageClassifier:
    """Gives the probabilities of messages and their parts."""

    words: MultiLabelClassifier

    @property
    def labels(self) -> list[str]:
        """Give all that a message may ask or tell, in the order of the probabilities."""
        return self.words.labels

    @classmethod
    def learn(cls, messages: Sequence[Message], regularisation: float) -> "MessageClassifier":
        """Train on messages whose `Reading` is complete.

        Args:
            messages: training messages.
            regularisation: C of the logistic regressions on words; smaller is smoother.
        """
        examples = [_example(message) for message in messages]
        return cls(MultiLabelClassifier.learn(examples, regularisation))

    def by_words(self, reading: Reading, *kinds: Sequence[Doc | Span]) -> list[NDArray[np.float64]]:
        """Give the probabilities of several kinds of parts of a message, by their words.

        Args:
            reading: the message.
            kinds: the parts of each kind.

        Returns:
            For each kind, shape (parts, labels). A text that occurs twice is looked at once.
        """
        texts = [_words(reading, part) for parts in kinds for part in parts]
        once = list(dict.fromkeys(texts))
        found = self.words.probabilities(once)[[once.index(text) for text in texts]]
        ends = accumulate((len(parts) for parts in kinds), initial=0)
        return [found[start:end] for start, end in pairwise(ends)]

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        self.words.save(folder)

    @classmethod
    def open(cls, folder: Path) -> "MessageClassifier":
        """Read what `save` wrote."""
        return cls(MultiLabelClassifier.open(folder))


def _example(message: Message) -> Example:
    """Learn what a message means; whether it describes what it names too cannot be told."""
    labels = Labels.of(message)
    reading = Reading.of(message)
    return Example(
        text=_words(reading, reading.doc),
        labels=labels.learnt,
        doubtful=labels.optional.union(TOPIC + one.topic for one in reading.mentions),
    )


def _words(reading: Reading, part: Doc | Span) -> str:
    return " ".join(reading.words(part, topics_by="kind"))
