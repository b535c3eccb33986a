"""Keeps what the lower layers give of all texts in a file: in memory it would take gigabytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from thatch.nlu.meaning.encoder import SIZE, States


@dataclass(frozen=True)
class StatesFile:
    """States of texts, one text after another; half the precision halves the file."""

    path: Path
    ends: NDArray[np.int64]
    """Where each text ends, in pieces from the beginning of the file, shape (texts,)."""

    @classmethod
    def write(cls, path: Path, texts: Iterable[States]) -> "StatesFile":
        """Write the states of texts as they come."""
        pieces = []
        with path.open("wb") as file:
            for states in texts:
                file.write(states.astype(np.float16).tobytes())
                pieces.append(len(states))
        return cls(path, np.cumsum(pieces))

    def open(self) -> list[NDArray[np.float16]]:
        """Give the states of each text, shape (pieces, 384), which are read as they are used."""
        together = np.memmap(self.path, dtype=np.float16, mode="r").reshape(-1, SIZE)
        return np.split(np.asarray(together), self.ends[:-1])
