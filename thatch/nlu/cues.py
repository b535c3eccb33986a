"""Cues: turns of phrase that point to an aspect, as evidence for the classifier."""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from thatch.nlu.english import word_lists
from thatch.nlu.phrases import pattern, spaced

_WEIGHT = 0.4
"""How much a cue counts beside the words, whose features have a length of one in all."""


def cue_matrix(texts: Sequence[str]) -> csr_matrix:
    """Tell which cues stand in which text.

    Args:
        texts: plain words with spaces between, topics as `@treatment`.

    Returns:
        Shape (texts, cues + aspects): each cue by itself, and whether an aspect has any.
    """
    patterns, aspects = _compiled()
    rows = np.zeros((len(texts), len(patterns)), dtype=np.float32)
    for row, text in enumerate(texts):
        words = spaced(text.split())
        rows[row] = [one.search(words) is not None for one in patterns]
    any_of_aspect = (rows @ aspects > 0).astype(np.float32)
    return csr_matrix(np.hstack([rows, any_of_aspect]) * np.float32(_WEIGHT))


@cache
def _compiled() -> tuple[list[re.Pattern[str]], NDArray[np.float32]]:
    """Compile all cues, and tell which belongs to which aspect: shape (cues, aspects)."""
    cues = [
        (number, phrase)
        for number, phrases in enumerate(word_lists("cues").values())
        for phrase in phrases
    ]
    aspects = np.zeros((len(cues), len(word_lists("cues"))), dtype=np.float32)
    aspects[range(len(cues)), [number for number, _ in cues]] = 1
    return [re.compile(pattern(phrase, {})) for _, phrase in cues], aspects
