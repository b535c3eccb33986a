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
from scipy.sparse import csr_matrix
from scipy.special import softmax

from thatch.nlu.classification import Example
from thatch.nlu.meaning.encoder import States
from thatch.nlu.meaning.lessons import label_matrix
from thatch.nlu.opinions import Probabilities

_FILE = "nearest_messages.npz"
_DIRECTIONS = 96
"""Those in which meanings differ most; with all 384 it would take three times as long, and tell
hardly more."""
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

    middle: NDArray[np.float32]
    """Of all meanings, shape (384,)."""
    directions: NDArray[np.float32]
    """Shape (384, directions)."""
    places: NDArray[np.float32]
    """Of length one each, shape (messages, directions)."""
    asked: csr_matrix
    """One where a message has a label, shape (messages, labels)."""

    @classmethod
    def learn(
        cls, meanings: Iterable[States], examples: Sequence[Example], labels: Sequence[str]
    ) -> "NearestMessages":
        """Find the places of messages.

        Args:
            meanings: what the taught encoder makes of each message.
            examples: what each message asks for.
            labels: all that can be asked for, in the order of the probabilities.
        """
        found = np.array([_mean(states) for states in meanings])
        middle = found.mean(axis=0)
        directions = _widest(found - middle)
        places = _of_length_one((found - middle) @ directions)
        asked = label_matrix([example.labels for example in examples], labels)
        return cls(middle, directions, places, csr_matrix(asked))

    def probabilities(self, states: States) -> Probabilities:
        """Give how likely each label is by what the nearest messages have, shape (labels,).

        Args:
            states: what the encoder makes of a text.
        """
        place = _of_length_one((_mean(states) - self.middle) @ self.directions)
        nearness = self.places @ place
        nearest = np.argsort(nearness)[-_NEAREST:]
        votes = softmax(_SHARPNESS * nearness[nearest]) @ self.asked[nearest]
        return np.asarray((votes + _DOUBT) / (1 + 2 * _DOUBT), dtype=np.float64)

    def save(self, folder: Path) -> None:
        """Write to a folder, in half the precision."""
        np.savez(
            folder / _FILE,
            middle=self.middle,
            directions=self.directions,
            places=self.places.astype(np.float16),
            shape=self.asked.shape,
            columns=self.asked.indices,
            ends=self.asked.indptr,
        )

    @classmethod
    def open(cls, folder: Path) -> "NearestMessages":
        """Read what `save` wrote."""
        with np.load(folder / _FILE) as stored:
            columns = stored["columns"]
            ones = np.ones(len(columns), dtype=np.float32)
            return cls(
                stored["middle"],
                stored["directions"],
                stored["places"].astype(np.float32),
                csr_matrix((ones, columns, stored["ends"]), shape=tuple(stored["shape"])),
            )


def _widest(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Find the directions in which vectors lie apart most, shape (384, directions).

    Each is divided by the root of how far they do, so that no few outweigh the rest.
    """
    variances, directions = np.linalg.eigh(np.cov(vectors, rowvar=False))
    apart = np.sqrt(variances[-_DIRECTIONS:].clip(_LEAST_VARIANCE))
    return np.asarray(directions[:, -_DIRECTIONS:] / np.sqrt(apart), dtype=np.float32)


def _mean(states: States) -> NDArray[np.float32]:
    return np.asarray(_of_length_one(states.mean(axis=0)))


def _of_length_one(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True), dtype=np.float32)
