"""A text's features: of many thousand that there are it has a few hundred."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix


@dataclass(frozen=True)
class SparseRow:
    """The features that a text has."""

    columns: NDArray[np.int64]
    """Which they are."""
    values: NDArray[np.float32]
    """How much of each there is."""
    width: int
    """How many features there are."""


def side_by_side(rows: Sequence[SparseRow]) -> SparseRow:
    """Join the features of one text that were found in several ways."""
    *starts, width = accumulate((row.width for row in rows), initial=0)
    return SparseRow(
        np.concatenate([row.columns + start for row, start in zip(rows, starts, strict=True)]),
        np.concatenate([row.values for row in rows]),
        width,
    )


def as_matrix(rows: Sequence[SparseRow]) -> csr_matrix:
    """Put the features of several texts below each other, shape (texts, features)."""
    ends = np.cumsum([0, *(len(row.columns) for row in rows)])
    columns, values = (
        np.concatenate(parts)
        for parts in zip(*((row.columns, row.values) for row in rows), strict=True)
    )
    matrix = csr_matrix((values, columns, ends), shape=(len(rows), rows[0].width))
    matrix.sort_indices()
    return matrix
