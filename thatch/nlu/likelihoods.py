"""How likely a message means each of many things, and where it says so."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Span

from thatch.nlu.clauses import clauses
from thatch.nlu.labels import RED_FLAG, TOPIC
from thatch.nlu.message_classifier import MessageClassifier
from thatch.nlu.reading import Reading

_TRUST_IN_SENTENCES = 0.85
_TRUST_IN_CLAUSES = 0.6
"""A part alone says less surely what is asked than the whole does."""


@dataclass(frozen=True)
class Likelihoods:
    """What a message may mean: intents, red flags, and topics that it describes."""

    probabilities: dict[str, float]
    """Of each label; they need not add up to one."""
    said_in: dict[str, Span]
    """The clause that speaks for each label most."""

    @classmethod
    def of(cls, reading: Reading, classifier: MessageClassifier) -> "Likelihoods":
        """Read a message as a whole, by sentence and by clause, so that no line of many is drowned.

        Args:
            reading: the message.
            classifier: gives the probabilities of its words.
        """
        parts = clauses(reading.doc) or [reading.doc[:]]
        whole, in_sentences, in_clauses = classifier.by_words(
            reading, [reading.doc], list(reading.doc.sents) or parts, parts
        )
        by_words = np.maximum.reduce(
            [
                whole[0],
                _TRUST_IN_SENTENCES * in_sentences.max(axis=0),
                _TRUST_IN_CLAUSES * in_clauses.max(axis=0),
            ]
        )
        return cls(
            dict(zip(classifier.labels, by_words.tolist(), strict=True)),
            _where(classifier.labels, in_clauses, parts),
        )

    @property
    def intents(self) -> list[tuple[str, float]]:
        """Give the intents, the likeliest first."""
        intents = [
            (label, probability)
            for label, probability in self.probabilities.items()
            if not label.startswith((RED_FLAG, TOPIC))
        ]
        return sorted(intents, key=lambda one: -one[1])

    def topics(self, threshold: float) -> dict[str, Span]:
        """Give the topics that are described likely enough, and where."""
        return {
            label.removeprefix(TOPIC): self.said_in[label]
            for label, probability in self.probabilities.items()
            if label.startswith(TOPIC) and probability >= threshold
        }


def _where(
    labels: Sequence[str], in_parts: NDArray[np.float64], parts: Sequence[Span]
) -> dict[str, Span]:
    return {label: parts[at] for label, at in zip(labels, in_parts.argmax(axis=0), strict=True)}
