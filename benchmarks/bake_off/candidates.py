"""The classifiers that compete: each hears messages after learning from others."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from benchmarks.bake_off.features import (
    Features,
    MiniLm,
    Ngrams,
    Remembered,
    SpacyVectors,
    Together,
)
from thatch.tuning.pipeline import Labelled, TrainedClassifier

Probabilities = list[dict[str, float]]
"""Of each message, the probability of each intent."""

OURS = "Thatch: words, pieces of words and cues by sentence, and MiniLM taught"


class Trained(ABC):
    """A classifier that has learnt."""

    @abstractmethod
    def hear(self, messages: Sequence[Labelled]) -> Probabilities:
        """Give the probability of each intent of each message."""

    @property
    @abstractmethod
    def size(self) -> int:
        """Give the bytes that it has to keep of what it learnt."""


@dataclass(frozen=True)
class Candidate:
    """One competitor."""

    name: str
    needs: tuple[str, ...]
    """Packages whose size counts with what was learnt."""
    learn: Callable[[Sequence[Labelled]], Trained]


def candidates(settings: Mapping[str, Any]) -> list[Candidate]:
    """List all competitors but DIET, which needs an environment of its own.

    Args:
        settings: of the product's classifier, from config.yml.
    """
    spacy, minilm = Remembered(SpacyVectors()), Remembered(MiniLm())
    return [
        Candidate(OURS, MiniLm.needs, lambda messages: _Ours(messages, settings)),
        _regression("word n-grams", Ngrams(pieces=False)),
        _regression("word and character n-grams", Ngrams(pieces=True)),
        _regression("spaCy small vectors", spacy),
        _regression("MiniLM embeddings", minilm),
        _regression("n-grams and spaCy", Together(Ngrams(pieces=True), spacy)),
        _regression("n-grams and MiniLM", Together(Ngrams(pieces=True), minilm)),
    ]


def _regression(name: str, features: Features) -> Candidate:
    return Candidate(name, features.needs, lambda messages: _Regressions(features, messages))


class _Ours(Trained):
    """The product's own component, as the pipeline runs it."""

    def __init__(self, messages: Sequence[Labelled], settings: Mapping[str, Any]) -> None:
        self._classifier = TrainedClassifier.learn(messages, settings)

    def hear(self, messages: Sequence[Labelled]) -> Probabilities:
        return self._classifier.hear(messages)

    @property
    def size(self) -> int:
        return self._classifier.size


class _Regressions(Trained):
    """A logistic regression for each intent, over any features."""

    def __init__(self, features: Features, messages: Sequence[Labelled]) -> None:
        features.learn(messages)
        self._features = features
        found = features.of(messages)
        self._intents = sorted({intent for one in messages for intent in one.asked})
        self._fits = [_fit(intent, found, messages) for intent in self._intents]
        self._weights = np.vstack([fit.coef_ for fit in self._fits]).astype(np.float32)
        self._bias = np.concatenate([fit.intercept_ for fit in self._fits])

    def hear(self, messages: Sequence[Labelled]) -> Probabilities:
        logits = self._features.of(messages) @ self._weights.T + self._bias
        return [dict(zip(self._intents, map(float, row), strict=True)) for row in expit(logits)]

    @property
    def size(self) -> int:
        return int(self._weights.nbytes)


def _fit(intent: str, found: Any, messages: Sequence[Labelled]) -> LogisticRegression:
    certain = [row for row, one in enumerate(messages) if intent not in one.optional]
    present = [intent in messages[row].asked for row in certain]
    return LogisticRegression(C=5.0, solver="liblinear").fit(found[certain], present)
