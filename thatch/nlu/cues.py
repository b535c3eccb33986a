"""Cues: turns of phrase that point to an aspect, as evidence for the classifier."""

from functools import cache

import numpy as np

from thatch.nlu.english import word_lists
from thatch.nlu.phrases import PhraseFinder
from thatch.nlu.sparse_row import SparseRow

_WEIGHT = 0.4
"""How much a cue counts beside the words, whose features have a length of one in all."""


def cues_of(text: str) -> SparseRow:
    """Tell which cues stand in a text, and by them which aspects.

    Args:
        text: plain words with spaces between, topics as `@treatment`.
    """
    aspects = _aspects()
    cues = [number for number, _ in _finder().find(text.split())]
    of_aspects = sorted({len(aspects) + aspects[number] for number in cues})
    columns = np.array([*cues, *of_aspects], dtype=np.int64)
    values = np.full(len(columns), _WEIGHT, dtype=np.float32)
    return SparseRow(columns, values, len(aspects) + len(word_lists("cues")))


@cache
def _finder() -> PhraseFinder:
    return PhraseFinder([cue for cues in word_lists("cues").values() for cue in cues], {})


@cache
def _aspects() -> list[int]:
    """Give the number of the aspect that each cue belongs to."""
    by_aspect = word_lists("cues").values()
    return [aspect for aspect, cues in enumerate(by_aspect) for _ in cues]
