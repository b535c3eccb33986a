"""What those messages ask that mean most nearly the same, of all that the encoder was taught with.

What was taught is general and forgets what is rare; to look it up remembers. To weigh both is the
idea of Khandelwal et al. 2020, "Generalization through memorization: nearest neighbor language
models".
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession
from scipy.sparse import csr_matrix
from scipy.special import softmax

from thatch.nlu.meaning.encoder import States
from thatch.nlu.meaning.sessions import session
from thatch.nlu.opinions import Probabilities

PLACES, ASKED = "nearest_messages.onnx", "nearest_messages.npz"
"""The files, which `thatch.nlu.meaning.nearest_files` makes."""
PLACE = "place"
"""What the search is fed, shape (1, directions)."""
NEARNESS, ROWS = "nearness", "rows"
"""How near the nearest messages are, and which they are; each of shape (1, nearest)."""

_SHARPNESS = 20.0
"""How fast a message counts for less as it is less near."""
_DOUBT = 0.01
"""What no near message asks may be asked all the same."""


@dataclass(frozen=True)
class NearestMessages:
    """Where messages lie among meanings, and what each of them asks."""

    places: InferenceSession
    """Finds the nearest messages of a place."""
    middle: NDArray[np.float32]
    """Of all meanings, shape (384,)."""
    directions: NDArray[np.float32]
    """Those in which meanings differ most, shape (384, directions)."""
    asked: csr_matrix
    """One where a message has a label, shape (messages, labels)."""

    def probabilities(self, states: States) -> Probabilities:
        """Give how likely each label is by what the nearest messages have, shape (labels,).

        Args:
            states: what the encoder makes of a text.
        """
        place = of_length_one((mean(states) - self.middle) @ self.directions)
        nearness, rows = self.places.run([NEARNESS, ROWS], {PLACE: place[np.newaxis]})
        votes = softmax(_SHARPNESS * nearness[0]) @ self.asked[rows[0]]
        return np.asarray((votes + _DOUBT) / (1 + 2 * _DOUBT), dtype=np.float64)

    @classmethod
    def open(cls, folder: Path) -> "NearestMessages":
        """Read what `thatch.nlu.meaning.nearest_files` wrote."""
        with np.load(folder / ASKED) as stored:
            columns = stored["columns"]
            ones = np.ones(len(columns), dtype=np.float32)
            asked = csr_matrix((ones, columns, stored["ends"]), shape=tuple(stored["shape"]))
            return cls(session(folder / PLACES), stored["middle"], stored["directions"], asked)


def mean(states: States) -> NDArray[np.float32]:
    """Give what a text means as a whole, of length one, shape (384,)."""
    return of_length_one(states.mean(axis=0))


def of_length_one(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Divide vectors by their lengths, so that only their directions count."""
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True), dtype=np.float32)
