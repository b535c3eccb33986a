"""What those messages ask that mean most nearly the same, of all that the encoder was taught with.

What was taught is general and forgets what is rare; to look it up remembers. To weigh both is the
idea of Khandelwal et al. 2020, "Generalization through memorization: nearest neighbor language
models".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession
from scipy.sparse import csr_matrix
from scipy.special import softmax

from thatch.nlu.classification import Example
from thatch.nlu.meaning.encoder import States
from thatch.nlu.meaning.lessons import label_matrix
from thatch.nlu.meaning.nearest_graph import NEARNESS, PLACE, ROWS, write_nearest
from thatch.nlu.meaning.sessions import session
from thatch.nlu.opinions import Probabilities

_PLACES = "nearest_messages.onnx"
_FILE = "nearest_messages.npz"
_DIRECTIONS = 128
"""Those in which meanings differ most; all 384 tell hardly more."""
_NEAREST = 20
_SHARPNESS = 20.0
"""How fast a message counts for less as it is less near."""
_LEAST_VARIANCE = 1e-6
"""Below it nothing differs: of a few messages, in most directions."""
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
    """Shape (384, 128)."""
    asked: csr_matrix
    """One where a message has a label, shape (messages, labels)."""

    @classmethod
    def write(
        cls,
        folder: Path,
        meanings: Iterable[States],
        examples: Sequence[Example],
        labels: Sequence[str],
    ) -> None:
        """Find the places of messages, and write them; no text is among what is written.

        Args:
            folder: must exist.
            meanings: what the taught encoder makes of each message.
            examples: what each message asks for.
            labels: all that can be asked for, in the order of the probabilities.
        """
        found = np.array([_mean(states) for states in meanings])
        middle = found.mean(axis=0)
        directions = _widest(found - middle)
        places = _of_length_one((found - middle) @ directions)
        write_nearest(folder / _PLACES, places, min(_NEAREST, len(places)))
        asked = csr_matrix(label_matrix([example.labels for example in examples], labels))
        np.savez(
            folder / _FILE,
            middle=middle,
            directions=directions,
            columns=asked.indices,
            ends=asked.indptr,
            shape=asked.shape,
        )

    @classmethod
    def open(cls, folder: Path) -> "NearestMessages":
        """Read what `write` wrote."""
        with np.load(folder / _FILE) as stored:
            columns = stored["columns"]
            ones = np.ones(len(columns), dtype=np.float32)
            asked = csr_matrix((ones, columns, stored["ends"]), shape=tuple(stored["shape"]))
            return cls(session(folder / _PLACES), stored["middle"], stored["directions"], asked)

    def probabilities(self, states: States) -> Probabilities:
        """Give how likely each label is by what the nearest messages have, shape (labels,).

        Args:
            states: what the encoder makes of a text.
        """
        place = _of_length_one((_mean(states) - self.middle) @ self.directions)
        nearness, rows = self.places.run([NEARNESS, ROWS], {PLACE: place[np.newaxis]})
        votes = softmax(_SHARPNESS * nearness[0]) @ self.asked[rows[0]]
        return np.asarray((votes + _DOUBT) / (1 + 2 * _DOUBT), dtype=np.float64)


def _widest(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Find the directions in which vectors lie apart most, shape (384, 128).

    Each is divided by the root of how far they do, so that no few outweigh the rest.
    """
    variances, directions = np.linalg.eigh(np.cov(vectors, rowvar=False))
    apart = np.sqrt(variances[-_DIRECTIONS:].clip(_LEAST_VARIANCE))
    return np.asarray(directions[:, -_DIRECTIONS:] / np.sqrt(apart), dtype=np.float32)


def _mean(states: States) -> NDArray[np.float32]:
    return _of_length_one(states.mean(axis=0))


def _of_length_one(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True), dtype=np.float32)
