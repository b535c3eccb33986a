"""Which of many things a text means: a small network on the numbers of the sentence encoder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from thinc.api import Adam, Linear, Model, Relu, chain, fix_random_seed
from thinc.types import Floats2d

from thatch.nlu.classification import Example
from thatch.nlu.reading import Vector
from thatch.nlu.sentence_encoder import SIZE

Network = Model[Floats2d, Floats2d]

_FILE = "network.bin"
_SCALE = np.float32(SIZE**0.5)
"""Brings the numbers of a text, which have a length of one in all, to about one each."""
_HIDDEN = 1024
_DROPOUT = 0.5
_EPOCHS = 16
_BATCH = 256
_LEARN_RATE = 3e-3
_SEED = 20261122


@dataclass
class MeaningClassifier:
    """Gives a probability for each label; they need not add up to one."""

    network: Network

    @classmethod
    def learn(
        cls, vectors: NDArray[np.float32], examples: Sequence[Example], labels: Sequence[str]
    ) -> "MeaningClassifier":
        """Train on examples.

        Args:
            vectors: those of the texts, shape (examples, 384).
            examples: what each text asks for.
            labels: all that can be asked for, in the order of the probabilities.
        """
        fix_random_seed(_SEED)
        wanted = _matrix([example.labels for example in examples], labels)
        certain = 1 - _matrix([example.doubtful for example in examples], labels)
        network = _untrained(len(labels))
        optimiser = Adam(_LEARN_RATE)
        order = np.random.default_rng(_SEED)
        for epoch in range(_EPOCHS):
            optimiser.learn_rate = _LEARN_RATE * (1 - epoch / _EPOCHS)
            for rows in _batches(order.permutation(len(examples))):
                said, learn_from = network.begin_update(_scaled(vectors[rows]))
                errors = (expit(said) - wanted[rows]) * certain[rows]
                learn_from((errors / len(rows)).astype(np.float32))
                network.finish_update(optimiser)
        return cls(network)

    def probabilities(self, vector: Vector) -> NDArray[np.float64]:
        """Give the probability of each label for one text, shape (labels,)."""
        said = self.network.predict(_scaled(vector[np.newaxis]))
        return np.asarray(expit(said[0]), dtype=np.float64)

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        (folder / _FILE).write_bytes(self.network.to_bytes())

    @classmethod
    def open(cls, folder: Path, labels: int) -> "MeaningClassifier":
        """Read what `save` wrote, of so many labels."""
        return cls(_untrained(labels).from_bytes((folder / _FILE).read_bytes()))


def _untrained(labels: int) -> Network:
    network: Network = chain(Relu(_HIDDEN, SIZE, dropout=_DROPOUT), Linear(labels, _HIDDEN))
    network.initialize()
    return network


def _scaled(vectors: NDArray[np.float32]) -> Floats2d:
    return cast(Floats2d, vectors * _SCALE)


def _matrix(sets: Sequence[frozenset[str]], labels: Sequence[str]) -> NDArray[np.float32]:
    """Tell which set has which label: shape (sets, labels)."""
    places = {label: place for place, label in enumerate(labels)}
    matrix = np.zeros((len(sets), len(labels)), dtype=np.float32)
    for row, one in enumerate(sets):
        matrix[row, [places[label] for label in one if label in places]] = 1
    return matrix


def _batches(rows: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    return [rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH)]
