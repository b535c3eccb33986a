"""Reads what a text asks and tells out of the words that speak for it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, softmax

from thatch.nlu.meaning.encoder import States

_FILE = "label_attention.npz"


@dataclass(frozen=True)
class LabelAttention:
    """Looks at a text once for each label, so that no question of several is drowned by the rest.

    Label-wise attention as in Mullenbach et al. 2018, "Explainable prediction of medical codes from
    clinical text".
    """

    heeds: NDArray[np.float32]
    """What makes a piece of a word matter to a label, shape (384, labels)."""
    weighs: NDArray[np.float32]
    """What a piece that matters says for a label, shape (384, labels)."""
    bias: NDArray[np.float32]
    """Shape (labels,)."""

    def probabilities(self, states: States) -> NDArray[np.float64]:
        """Give the probability of each label of a text, shape (labels,)."""
        attention = softmax(states @ self.heeds, axis=0)
        said = (attention * (states @ self.weighs)).sum(axis=0) + self.bias
        return np.asarray(expit(said), dtype=np.float64)

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        np.savez(folder / _FILE, **vars(self))

    @classmethod
    def open(cls, folder: Path) -> "LabelAttention":
        """Read what `save` wrote."""
        with np.load(folder / _FILE) as stored:
            return cls(**stored)
