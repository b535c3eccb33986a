"""Opinions on what a message means, and how they are weighed against each other."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit

Probabilities = NDArray[np.float64]
"""Of each label; they need not add up to one."""

_DOUBT = 1e-4
"""Nothing is more certain than this leaves it."""


def log_odds(probabilities: Probabilities) -> Probabilities:
    """Give what can be weighed: certainty counts, and however much doubt is doubt."""
    return np.asarray(logit(probabilities.clip(_DOUBT, 1 - _DOUBT)))


def weighed(one: Probabilities, other: Probabilities, trust_in_other: float) -> Probabilities:
    """Weigh two opinions by their log-odds, in which one that is certain counts for more.

    Args:
        one: an opinion, shape (labels,).
        other: another, of the same shape.
        trust_in_other: from 0, where it counts for nothing, to 1, where nothing else does.
    """
    return np.asarray(
        expit((1 - trust_in_other) * log_odds(one) + trust_in_other * log_odds(other))
    )
