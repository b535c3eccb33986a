"""Shares of things that were right, and how sure one can be of them. Pure: counts, no model."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_RESAMPLED = 2000
_SEED = 20261122
_OUTSIDE = 0.05
"""How often the true share may lie outside the interval."""


@dataclass(frozen=True)
class Judged:
    """One message, and whether each thing that was looked for in it was right."""

    id: str
    rights: tuple[bool, ...]


@dataclass(frozen=True)
class Interval:
    """Where the true share lies, with 95 % confidence."""

    low: float
    high: float


@dataclass(frozen=True)
class Share:
    """A share of what was counted in messages. A message may hold several such things, or none."""

    judged: tuple[Judged, ...]

    @property
    def hits(self) -> int:
        """Count what was right."""
        return sum(sum(one.rights) for one in self.judged)

    @property
    def of(self) -> int:
        """Count what was looked for."""
        return sum(len(one.rights) for one in self.judged)

    @property
    def value(self) -> float | None:
        """Give the share, or None where nothing was to be counted."""
        return self.hits / self.of if self.of else None

    @property
    def missed(self) -> tuple[str, ...]:
        """Name the messages in which something missed."""
        return tuple(one.id for one in self.judged if not all(one.rights))

    @property
    def interval(self) -> Interval | None:
        """Give the 95 % interval by drawing the messages anew, or None where nothing was counted.

        Whole messages are drawn, since what is counted within one hangs together. The same
        messages always give the same interval.
        """
        counted = [one.rights for one in self.judged if one.rights]
        if not counted:
            return None
        if self.hits in (0, self.of):
            return _interval_of_all(len(counted), hit=self.hits > 0)
        return _bootstrap(counted)


def _bootstrap(counted: Sequence[tuple[bool, ...]]) -> Interval:
    hits = np.array([sum(rights) for rights in counted])
    of = np.array([len(rights) for rights in counted])
    draws = np.random.default_rng(_SEED).multinomial(
        len(counted), np.full(len(counted), 1 / len(counted)), size=_RESAMPLED
    )
    low, high = np.quantile(draws @ hits / (draws @ of), [_OUTSIDE / 2, 1 - _OUTSIDE / 2])
    return Interval(float(low), float(high))


def _interval_of_all(messages: int, *, hit: bool) -> Interval:
    """Give the exact binomial interval: drawing anew cannot vary what never varied."""
    bound = (_OUTSIDE / 2) ** (1 / messages)
    return Interval(bound, 1.0) if hit else Interval(0.0, 1 - bound)
