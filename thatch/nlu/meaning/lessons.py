"""What the upper layers of the encoder learn from, in batches of texts of about one length."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from thatch.nlu.classification import Example
from thatch.nlu.meaning.encoder import LONGEST, SIZE

Matrix = NDArray[np.float32]

_LENGTHS = (12, 16, 20, 26, 34, 48, 72, 128, LONGEST)
"""Pieces to which texts are filled up; for each length the network is compiled once."""
_BATCH = 8
"""Texts that are learnt from at once: few, so that there are many steps."""


class Batch(NamedTuple):
    """Texts that are learnt from at once."""

    states: Matrix
    """What the encoder's lower layers give, shape (texts, pieces, 384)."""
    present: Matrix
    """One where a text has a piece, zero where it was filled up, shape (texts, pieces)."""
    wanted: Matrix
    """One where a text has a label, shape (texts, labels)."""
    certain: Matrix
    """Zero where a label should not be learnt from, shape (texts, labels)."""


class Lessons:
    """Texts, as the lower layers of the encoder know them, and what they are labelled with."""

    def __init__(
        self,
        states: Sequence[NDArray[np.float16]],
        examples: Sequence[Example],
        labels: Sequence[str],
    ) -> None:
        """Note what there is to learn.

        Args:
            states: of each text, shape (pieces, 384).
            examples: what each text asks for.
            labels: all that can be asked for.
        """
        self._states = states
        self._wanted = label_matrix([example.labels for example in examples], labels)
        self._certain = 1 - label_matrix([example.doubtful for example in examples], labels)

    def batches(self, seed: int) -> list[NDArray[np.int64]]:
        """Draw the rows of each batch; every text occurs in one."""
        drawn = np.random.default_rng(seed)
        batches = []
        for rows in self._by_length():
            mixed = drawn.permutation(rows)
            # The last batch begins anew, so that all are of one size.
            filled = np.resize(mixed, -(-len(mixed) // _BATCH) * _BATCH)
            batches += list(filled.reshape(-1, _BATCH))
        return [batches[place] for place in drawn.permutation(len(batches))]

    def batch(self, rows: NDArray[np.int64]) -> Batch:
        """Fill texts up to one length."""
        length = _length(max(len(self._states[row]) for row in rows))
        states = np.zeros((len(rows), length, SIZE), dtype=np.float32)
        present = np.zeros((len(rows), length), dtype=np.float32)
        for place, row in enumerate(rows):
            pieces = len(self._states[row])
            states[place, :pieces] = self._states[row]
            present[place, :pieces] = 1
        return Batch(states, present, self._wanted[rows], self._certain[rows])

    def _by_length(self) -> list[NDArray[np.int64]]:
        lengths = np.array([_length(len(one)) for one in self._states])
        return [np.flatnonzero(lengths == length) for length in np.unique(lengths)]


def _length(pieces: int) -> int:
    return next(length for length in _LENGTHS if pieces <= length)


def label_matrix(sets: Sequence[frozenset[str]], labels: Sequence[str]) -> Matrix:
    """Tell which set of labels has which label: one where it does, shape (sets, labels)."""
    places = {label: place for place, label in enumerate(labels)}
    matrix = np.zeros((len(sets), len(labels)), dtype=np.float32)
    for row, one in enumerate(sets):
        matrix[row, [places[label] for label in one if label in places]] = 1
    return matrix
