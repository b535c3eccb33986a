"""Teaches the upper layers of the sentence encoder what our visitors ask and tell."""

import math
from collections.abc import Callable, Hashable, Sequence
from typing import cast

import jax
import jax.numpy as jnp
import numpy as np
import optax
from jax import Array
from numpy.typing import NDArray

from thatch.nlu.meaning.encoder_graph import Layer
from thatch.nlu.meaning.label_attention import LabelAttention
from thatch.nlu.meaning.lessons import Batch, Lessons
from thatch.nlu.meaning.trainable_encoder import Weights, said, untrained

_ROUNDS = (1.0, 0.5, 0.5, 0.5)
"""What part of the texts is learnt from in each round: after the first only the hardest, as in
Jiang et al. 2019, "Accelerating deep learning by focusing on the biggest losers". A text that is
left out keeps its last error, and so comes back when others are known better."""
_LEARN_RATES = {"layers": 3e-4, "head": 2e-3}
"""What the published layers know is changed slowly, what knows nothing yet quickly."""
_WARM_UP = 0.06
_DECAY = 0.01
_LARGEST_GRADIENT = 5.0
_SEED = 20261126
_CHANCE = "rbg"
"""Random numbers that cost a tenth of the usual ones, and are as reproducible."""


def fine_tune(
    layers: Sequence[Layer],
    lessons: Lessons,
    labels: int,
    on_round: Callable[[int, int], object],
) -> tuple[list[Layer], LabelAttention]:
    """Train the upper layers, and what reads labels out of what they give.

    Args:
        layers: as they were published, the lowest first.
        lessons: what the layers below give, and what is to be read out of it.
        labels: how many there are.
        on_round: called before each round, with its number and how many there are.

    Returns:
        The layers as they became, and the reader.
    """
    optimiser = _optimiser(sum(map(lessons.batches_of, _ROUNDS)))
    weights = untrained(list(layers), labels, _SEED)
    state = optimiser.init(weights)
    step = _step(optimiser)
    chance = jax.random.key(_SEED, impl=_CHANCE)
    drawn = np.random.default_rng(_SEED)
    errors = np.zeros(len(lessons))
    for number, share in enumerate(_ROUNDS, start=1):
        on_round(number, len(_ROUNDS))
        for rows in lessons.round(_hardest(errors, share), drawn):
            chance, now = jax.random.split(chance)
            weights, state, errors[rows] = step(weights, state, lessons.batch(rows), now)
    trained = [
        {name: np.asarray(weight) for name, weight in layer.items()} for layer in weights["layers"]
    ]
    head = {name: np.asarray(weight) for name, weight in weights["head"].items()}
    return trained, LabelAttention(**head)


def _hardest(errors: NDArray[np.float64], share: float) -> NDArray[np.int64]:
    """Give the rows with the largest errors, in their order."""
    hardest_first = np.argsort(-errors, kind="stable")
    return np.sort(hardest_first[: math.ceil(share * len(errors))])


def _step(
    optimiser: optax.GradientTransformation,
) -> Callable[[Weights, optax.OptState, Batch, Array], tuple[Weights, optax.OptState, Array]]:
    @jax.jit
    def step(
        weights: Weights, state: optax.OptState, batch: Batch, chance: Array
    ) -> tuple[Weights, optax.OptState, Array]:
        slope, errors = jax.grad(_error, has_aux=True)(weights, batch, chance)
        change, state = optimiser.update(slope, state, weights)
        return cast(Weights, optax.apply_updates(weights, change)), state, errors

    return step


def _error(weights: Weights, batch: Batch, chance: Array) -> tuple[Array, Array]:
    """Give the mean of the texts' errors, and each: over all labels that can be learnt from it."""
    found = said(weights, jnp.asarray(batch.states), jnp.asarray(batch.present), chance)
    of_labels = (jnp.logaddexp(0, found) - found * batch.wanted) * batch.certain
    errors = of_labels.sum(axis=1)
    return errors.mean(), errors


def _optimiser(steps: int) -> optax.GradientTransformation:
    """Change weights quickly at first, once it is warm, and hardly at all at the end."""
    by_part: dict[Hashable, optax.GradientTransformation] = {
        part: optax.adamw(
            optax.warmup_cosine_decay_schedule(0, rate, int(_WARM_UP * steps), steps),
            weight_decay=_DECAY,
        )
        for part, rate in _LEARN_RATES.items()
    }
    return optax.chain(
        optax.clip_by_global_norm(_LARGEST_GRADIENT),
        optax.multi_transform(by_part, {part: part for part in by_part}),
    )
