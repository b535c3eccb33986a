"""Intents as rivals: most messages ask one thing, so that each speaks against the others."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from thatch.nlu.opinions import Probabilities, log_odds

_RIVALRY = 0.3
"""How much of the log-odds of the likeliest rival is taken from an intent's own: what a logistic
regression on messages of data/nlu takes, which the classifier had not learnt from."""


def as_rivals(probabilities: Probabilities, intents: NDArray[np.bool_]) -> Probabilities:
    """Make an intent less likely by what else is likely, and more so where nothing else is.

    Args:
        probabilities: of all labels, shape (labels,).
        intents: which of the labels are intents, shape (labels,).

    Returns:
        The probabilities with those of intents weighed against each other.
    """
    if intents.sum() < 2:
        return probabilities
    own = log_odds(probabilities[intents])
    second, first = np.sort(own)[-2:]
    rivals = np.where(own == first, second, first)
    weighed = probabilities.copy()
    weighed[intents] = expit(own - _RIVALRY * rivals)
    return weighed
