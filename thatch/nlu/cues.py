"""Cues: turns of phrase that point to an aspect, as evidence for the classifier."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from thatch.nlu.english import word_lists
from thatch.nlu.phrases import PhraseFinder

_WEIGHT = 0.4
"""How much a cue counts beside the words, whose features have a length of one in all."""


def cue_matrix(texts: Sequence[str]) -> csr_matrix:
    """Tell which cues stand in which text.

    Args:
        texts: plain words with spaces between, topics as `@treatment`.

    Returns:
        Shape (texts, cues + aspects): each cue by itself, and whether an aspect has any.
    """
    aspects = _aspects()
    cues = np.zeros((len(texts), len(aspects)), dtype=np.float32)
    for row, text in enumerate(texts):
        cues[row, [number for number, _ in _finder().find(text.split())]] = 1
    any_of_aspect = (cues @ aspects > 0).astype(np.float32)
    return csr_matrix(np.hstack([cues, any_of_aspect]) * np.float32(_WEIGHT))


@cache
def _finder() -> PhraseFinder:
    return PhraseFinder([cue for cues in word_lists("cues").values() for cue in cues], {})


@cache
def _aspects() -> NDArray[np.float32]:
    """Tell which cue belongs to which aspect: shape (cues, aspects)."""
    counts = [len(cues) for cues in word_lists("cues").values()]
    return np.repeat(np.eye(len(counts), dtype=np.float32), counts, axis=0)
