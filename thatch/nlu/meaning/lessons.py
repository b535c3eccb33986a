"""What the upper layers of the encoder learn from, in batches of whole texts."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from thatch.nlu.classification import Example
from thatch.nlu.meaning.encoder import LONGEST
from thatch.nlu.meaning.packing import packed

Matrix = NDArray[np.float32]

_PIECES = LONGEST
"""Pieces of a batch, some ten messages of usual length: few, so that there are many steps."""
TEXTS = 16
"""Texts that a batch has places for."""


class Batch(NamedTuple):
    """Texts that are learnt from at once, one after another in one row of pieces."""

    states: Matrix
    """What the encoder's lower layers give, shape (256, 384)."""
    place: NDArray[np.int32]
    """Of which text each piece is, `TEXTS` where it is of none, shape (256,)."""
    wanted: Matrix
    """One where a text has a label, shape (16, labels)."""
    certain: Matrix
    """Zero where a label should not be learnt from, or there is no text, shape (16, labels)."""
    number: np.float32
    """How many texts there are."""


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

    def batches(self, seed: int) -> list[list[int]]:
        """Draw the rows of each batch; every text occurs in one."""
        drawn = np.random.default_rng(seed)
        sizes = [len(one) for one in self._states]
        batches = list(packed(drawn.permutation(len(sizes)), sizes, _PIECES, TEXTS))
        return [batches[number] for number in drawn.permutation(len(batches))]

    def batch(self, rows: Sequence[int]) -> Batch:
        """Put texts one after another."""
        texts = [self._states[row] for row in rows]
        place = np.full(_PIECES, TEXTS, dtype=np.int32)
        of_texts = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
        place[: len(of_texts)] = of_texts
        return Batch(
            _filled(np.concatenate(texts), _PIECES),
            place,
            _filled(self._wanted[rows], TEXTS),
            _filled(self._certain[rows], TEXTS),
            np.float32(len(rows)),
        )


def _filled(matrix: NDArray[np.floating[Any]], rows: int) -> Matrix:
    """Give a matrix more rows, of zeros."""
    filled = np.zeros((rows, matrix.shape[1]), dtype=np.float32)
    filled[: len(matrix)] = matrix
    return filled


def label_matrix(sets: Sequence[frozenset[str]], labels: Sequence[str]) -> Matrix:
    """Tell which set of labels has which label: one where it does, shape (sets, labels)."""
    places = {label: place for place, label in enumerate(labels)}
    matrix = np.zeros((len(sets), len(labels)), dtype=np.float32)
    for row, one in enumerate(sets):
        matrix[row, [places[label] for label in one if label in places]] = 1
    return matrix
