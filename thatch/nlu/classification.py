"""Which of many things a text asks for: one logistic regression for each label, all at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import skops.io
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from scipy.special import expit
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion

from thatch.nlu.cues import cue_matrix

_FEATURES, _WEIGHTS = "features.skops", "weights.npz"


@dataclass(frozen=True)
class Example:
    """A training text, what it asks for, and what nobody should learn from it either way."""

    text: str
    labels: frozenset[str]
    doubtful: frozenset[str] = field(default_factory=frozenset)


@dataclass
class MultiLabelClassifier:
    """Gives a probability for each label; they need not add up to one."""

    features: FeatureUnion
    labels: list[str]
    weights: NDArray[np.float32]
    """Shape (labels, features)."""
    bias: NDArray[np.float32]
    """Shape (labels,)."""

    @classmethod
    def learn(cls, examples: Sequence[Example], regularisation: float) -> "MultiLabelClassifier":
        """Train on examples.

        Args:
            examples: texts of plain words with spaces between.
            regularisation: C of the logistic regressions; smaller is smoother.
        """
        features = _word_features()
        texts = [example.text for example in examples]
        matrix = _joined(features.fit_transform(texts), texts)
        labels = sorted({label for example in examples for label in example.labels})
        fits = [
            LogisticRegression(C=regularisation, solver="liblinear")
            for _ in labels
        ]
        for label, fit in zip(labels, fits, strict=True):
            certain = [
                row for row, example in enumerate(examples) if label not in example.doubtful
            ]
            fit.fit(matrix[certain], [label in examples[row].labels for row in certain])
        return cls(
            features,
            labels,
            np.vstack([fit.coef_ for fit in fits]).astype(np.float32),
            np.concatenate([fit.intercept_ for fit in fits]).astype(np.float32),
        )

    def probabilities(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Give the probability of each label for each text, shape (texts, labels)."""
        scores = _joined(self.features.transform(texts), texts) @ self.weights.T + self.bias
        return np.asarray(expit(scores))

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        skops.io.dump(self.features, folder / _FEATURES)
        np.savez(folder / _WEIGHTS, labels=self.labels, weights=self.weights, bias=self.bias)

    @classmethod
    def open(cls, folder: Path) -> "MultiLabelClassifier":
        """Read what `save` wrote."""
        with np.load(folder / _WEIGHTS) as stored:
            labels, weights, bias = (stored[name] for name in ("labels", "weights", "bias"))
        features = skops.io.load(folder / _FEATURES, trusted=["numpy.float32"])
        return cls(features, labels.tolist(), weights, bias)


def _word_features() -> FeatureUnion:
    """Words and their neighbours, and pieces of words, which bear misspellings."""
    shared = {"sublinear_tf": True, "min_df": 2, "dtype": np.float32}
    return FeatureUnion(
        [
            ("words", TfidfVectorizer(ngram_range=(1, 3), token_pattern=r"\S+", **shared)),
            ("pieces", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), **shared)),
        ]
    )


def _joined(words: csr_matrix, texts: Sequence[str]) -> csr_matrix:
    return hstack([words, cue_matrix(texts)]).tocsr()
