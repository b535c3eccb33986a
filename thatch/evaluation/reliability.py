"""Whether a probability means what it says: of all things given 70 %, 70 % should be so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from thatch.evaluation.heard import Heard
from thatch.evaluation.labelled import Question

_BINS = 10


@dataclass(frozen=True)
class Bin:
    """Things that were given much the same probability."""

    said: float
    """Their mean probability."""
    so: float
    """The share of them that was so."""
    of: int


@dataclass(frozen=True)
class Reliability:
    """The probabilities in bins of equal width, empty ones left out."""

    bins: tuple[Bin, ...]

    @property
    def error(self) -> float:
        """Give the expected calibration error: how far off a probability is, on the average."""
        of = sum(one.of for one in self.bins)
        return sum(abs(one.said - one.so) * one.of for one in self.bins) / of if of else 0.0


def reliability(said: Iterable[float], so: Iterable[bool]) -> Reliability:
    """Compare probabilities with what came true.

    Args:
        said: probabilities, from 0 to 1.
        so: whether each thing was so.
    """
    probabilities, true = np.array(list(said), dtype=float), np.array(list(so), dtype=bool)
    bin_of = np.minimum((probabilities * _BINS).astype(int), _BINS - 1)
    return Reliability(
        tuple(
            _bin(probabilities[bin_of == number], true[bin_of == number])
            for number in range(_BINS)
            if (bin_of == number).any()
        )
    )


def aspect_reliability(
    questions: Sequence[Question], heard: Sequence[Heard], aspects: Iterable[str]
) -> Reliability:
    """Compare the probabilities of aspects with what is asked in messages within the scope.

    Args:
        questions: with their labels; optional aspects are left out.
        heard: what the assistant made of each.
        aspects: all that there are.
    """
    known = set(aspects)
    pairs = [
        (probability, aspect in question.labels.aspects)
        for question, said in zip(questions, heard, strict=True)
        if question.kind == "in_scope"
        for aspect, probability in said.probabilities.items()
        if aspect in known and aspect not in question.labels.aspects_optional
    ]
    return reliability((one for one, _ in pairs), (so for _, so in pairs))


def _bin(said: NDArray[np.float64], so: NDArray[np.bool_]) -> Bin:
    return Bin(float(said.mean()), float(so.mean()), len(said))
