"""What a probability is worth: how often things that were given it came true."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression


@dataclass(frozen=True)
class Calibration:
    """Turns what a classifier says into how often it is so; never falls as that rises."""

    fit: IsotonicRegression

    @classmethod
    def learn(cls, said: Sequence[float], so: Sequence[bool]) -> "Calibration":
        """Learn from probabilities and from whether each thing was so."""
        return cls(IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(said, so))

    def of(self, said: float) -> float:
        """Give how often things that are given a probability are so."""
        return float(self.fit.predict([said])[0])

    def least_said(self, so: float) -> float:
        """Give the lowest probability from which things are so at least as often as asked.

        Above all that was ever said where nothing is so as often: then nothing passes.
        """
        steps: NDArray[np.float64] = self.fit.X_thresholds_
        passing = steps[self.fit.y_thresholds_ >= so]
        return float(passing[0]) if len(passing) else 1.0
