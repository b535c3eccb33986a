"""Splits messages for cross-validation so that near-duplicates never stand on both sides."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import GroupKFold

_ALIKE = 0.6
"""The cosine of the words and neighbours of two messages from which they are near-duplicates."""
_AT_ONCE = 500

Rows = NDArray[np.intp]


def folds(texts: Sequence[str], count: int) -> Iterator[tuple[Rows, Rows]]:
    """Split texts into folds.

    Args:
        texts: plain words with spaces between.
        count: how many folds.

    Yields:
        The rows to learn from and the rows held out, for each fold.
    """
    yield from GroupKFold(count).split(texts, groups=near_duplicates(texts))


def near_duplicates(texts: Sequence[str]) -> NDArray[np.int32]:
    """Number the groups of texts that say nearly the same in nearly the same words.

    Whatever is alike through a third text is in the same group.

    Args:
        texts: plain words with spaces between.

    Returns:
        The group of each text.
    """
    words = TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 2), sublinear_tf=True)
    features = words.fit_transform(texts)
    alike = [_alike(features[start : start + _AT_ONCE], features) for start in _starts(len(texts))]
    groups: NDArray[np.int32] = connected_components(vstack(alike), directed=False)[1]
    return groups


def _starts(length: int) -> range:
    return range(0, length, _AT_ONCE)


def _alike(some: csr_matrix, everything: csr_matrix) -> csr_matrix:
    cosines = (some @ everything.T).tocsr()
    cosines.data[cosines.data < _ALIKE] = 0
    cosines.eliminate_zeros()
    return cosines
