"""Which of many things a text asks for: one logistic regression for each label, all at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from thatch.nlu.cues import cues_of
from thatch.nlu.sparse_row import SparseRow, as_matrix, side_by_side
from thatch.nlu.words import WordFeatures

_WEIGHTS = "weights.npy"
_LABELS = "labels.npz"
_PRECISION = 0.1
"""Solved for its dual this finely, log-odds are the exact ones to two digits, which is about what
half the precision of the weights leaves; more costs half as much again."""


@dataclass(frozen=True)
class Example:
    """A training text, what it asks for, and what nobody should learn from it either way."""

    text: str
    labels: frozenset[str]
    doubtful: frozenset[str] = field(default_factory=frozenset)


@dataclass
class MultiLabelClassifier:
    """Gives a probability for each label; they need not add up to one."""

    words: WordFeatures
    labels: list[str]
    weights: NDArray[np.float16]
    """Shape (features, labels). Of the many, a text needs a few hundred rows: half the precision
    saves the memory, and is more than was learnt."""
    bias: NDArray[np.float32]
    """Shape (labels,)."""

    @classmethod
    def learn(cls, examples: Sequence[Example], regularisation: float) -> "MultiLabelClassifier":
        """Train on examples.

        Args:
            examples: texts of plain words with spaces between.
            regularisation: C of the logistic regressions; smaller is smoother.
        """
        texts = [example.text for example in examples]
        words = WordFeatures.learn(texts)
        features = as_matrix([_features(words, text) for text in texts])
        # Of what is doubtful wherever it occurs, nothing can be learnt.
        labels = sorted({label for one in examples for label in one.labels - one.doubtful})
        # In processes: the solver's random numbers are shared, threads would mix them up.
        fits = Parallel(n_jobs=-1)(
            delayed(_fit)(features, *_taught(label, examples), regularisation) for label in labels
        )
        return cls(
            words,
            labels,
            np.ascontiguousarray(np.vstack([fit.coef_ for fit in fits]).T, dtype=np.float16),
            np.concatenate([fit.intercept_ for fit in fits]).astype(np.float32),
        )

    def probabilities(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Give the probability of each label for each text, shape (texts, labels)."""
        rows = [_features(self.words, text) for text in texts]
        said = [row.values @ self.weights[row.columns].astype(np.float32) for row in rows]
        return np.asarray(expit(np.array(said) + self.bias), dtype=np.float64)

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        self.words.save(folder)
        np.save(folder / _WEIGHTS, self.weights)
        np.savez(folder / _LABELS, labels=self.labels, bias=self.bias)

    @classmethod
    def open(cls, folder: Path) -> "MultiLabelClassifier":
        """Read what `save` wrote."""
        # Left in the file: only the rows of words that somebody writes are ever read.
        weights = np.load(folder / _WEIGHTS, mmap_mode="r")
        with np.load(folder / _LABELS) as stored:
            labels, bias = stored["labels"], stored["bias"]
        return cls(WordFeatures.open(folder), labels.tolist(), weights, bias)


def _features(words: WordFeatures, text: str) -> SparseRow:
    return side_by_side([*words.of(text), cues_of(text)])


def _taught(label: str, examples: Sequence[Example]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Tell the rows from which a label can be learnt, and which of them have it."""
    certain = [row for row, example in enumerate(examples) if label not in example.doubtful]
    return np.array(certain), np.array([label in examples[row].labels for row in certain])


def _fit(
    features: csr_matrix,
    certain: NDArray[np.int64],
    present: NDArray[np.bool_],
    regularisation: float,
) -> LogisticRegression:
    fit = LogisticRegression(
        C=regularisation, solver="liblinear", dual=True, tol=_PRECISION, random_state=0
    )
    return fit.fit(features[certain], present)
