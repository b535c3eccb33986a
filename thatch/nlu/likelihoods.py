"""How likely a message means each of many things, and where it says so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from thatch.nlu.classification import MultiLabelClassifier
from thatch.nlu.clauses import clauses
from thatch.nlu.labels import RED_FLAG, TOPIC

_TRUST_IN_CLAUSES = 0.7
"""A clause alone says less surely what is asked than a sentence does. On benchmarks/understanding,
anything from 0.5 to 0.85 does alike."""


@dataclass(frozen=True)
class Likelihoods:
    """What a message may mean: intents, red flags, and topics that it describes."""

    probabilities: dict[str, float]
    """Of each label; they need not add up to one."""
    said_in: dict[str, Span]
    """The clause that speaks for each label most."""

    @classmethod
    def of(
        cls,
        doc: Doc,
        classifier: MultiLabelClassifier,
        words: Callable[[Doc | Span], str],
    ) -> "Likelihoods":
        """Read a message as a whole, by sentence and by clause, so that no line of many is drowned.

        Args:
            doc: the message.
            classifier: gives the probabilities of a text.
            words: gives the text of a part as the classifier knows it.
        """
        wholes: list[Doc | Span] = [doc, *doc.sents]
        parts = clauses(doc)
        by_text = classifier.probabilities([words(part) for part in (*wholes, *parts)])
        in_wholes, in_parts = by_text[: len(wholes)], by_text[len(wholes) :]
        return cls(
            dict(zip(classifier.labels, _likeliest(in_wholes, in_parts), strict=True)),
            _where(classifier.labels, in_parts, parts),
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


def _likeliest(wholes: NDArray[np.float64], clauses: NDArray[np.float64]) -> list[float]:
    likeliest: list[float] = np.maximum(
        wholes.max(axis=0), _TRUST_IN_CLAUSES * clauses.max(axis=0)
    ).tolist()
    return likeliest


def _where(
    labels: Sequence[str], in_parts: NDArray[np.float64], parts: Sequence[Span]
) -> dict[str, Span]:
    return {label: parts[at] for label, at in zip(labels, in_parts.argmax(axis=0), strict=True)}
