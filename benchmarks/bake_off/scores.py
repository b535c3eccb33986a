"""How well a competitor hears, and what it costs."""

import os
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from benchmarks.bake_off.candidates import Trained
from thatch.tuning.out_of_fold import Said
from thatch.tuning.pipeline import Labelled
from thatch.tuning.thresholds import Hearing, hearing

_STEPS = np.round(np.arange(0.05, 0.96, 0.01), 2)
_WORDS = range(13, 18)
"""The length of messages whose time counts: about 15 words."""


@dataclass(frozen=True)
class Time:
    """Milliseconds of one core's work for a message of about 15 words.

    What else the machine does meanwhile does not count.
    """

    median: float
    p95: float

    @classmethod
    def of(cls, messages: Sequence[Labelled], milliseconds: Sequence[float]) -> "Time":
        """Sum up the times of those messages that have about 15 words."""
        counted = [
            took
            for one, took in zip(messages, milliseconds, strict=True)
            if len(one.text.split()) in _WORDS
        ]
        return cls(float(np.median(counted)), float(np.quantile(counted, 0.95)))


@dataclass(frozen=True)
class Row:
    """A competitor's line of the table; what could not be measured is None."""

    name: str
    folds: Hearing | None = None
    benchmark: Hearing | None = None
    others: Hearing | None = None
    time: Time | None = None
    megabytes: float | None = None
    remark: str = ""


def best_threshold(said: Sequence[Said]) -> float:
    """Give the threshold with the best balance of recall and precision, the same way for all."""
    return max(map(float, _STEPS), key=lambda step: hearing(said, step, least=0.0).f1)


def hear_singly(
    trained: Trained, messages: Sequence[Labelled]
) -> tuple[list[Mapping[str, float]], list[float]]:
    """Hear messages one by one on one core, as they come from visitors.

    Returns:
        Of each message the probability of each intent, and the milliseconds that it took.
    """
    probabilities: list[Mapping[str, float]] = []
    milliseconds = []
    with _on_one_core():
        for one in messages:
            began = time.process_time()
            probabilities += trained.hear([one])
            milliseconds.append(1000 * (time.process_time() - began))
    return probabilities, milliseconds


def only(said: Sequence[Said], intents: Collection[str]) -> list[Said]:
    """Leave out all intents but some: labelled benchmarks know of aspects alone."""
    return [
        Said(one.labelled, {name: one.intents[name] for name in one.intents if name in intents}, {})
        for one in said
    ]


@contextmanager
def _on_one_core() -> Iterator[None]:
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
