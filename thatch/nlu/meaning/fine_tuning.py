"""Teaches the upper layers of the sentence encoder what our visitors ask and tell."""

from collections.abc import Callable, Hashable, Sequence
from typing import cast

import jax
import jax.numpy as jnp
import numpy as np
import optax
from jax import Array

from thatch.nlu.meaning.encoder_weights import Layer, Weight
from thatch.nlu.meaning.label_attention import LabelAttention
from thatch.nlu.meaning.lessons import TEXTS, Batch, Lessons
from thatch.nlu.meaning.trainable_encoder import Weights, said, untrained

_LEARN_RATES = {"layers": 3e-4, "head": 2e-3}
"""What the published layers know is changed slowly, what knows nothing yet quickly."""
_ROUNDS = 2
_WARM_UP = 0.06
_DECAY = 0.01
_LARGEST_GRADIENT = 5.0
_SEED = 20261126


def fine_tune(
    layers: Sequence[Layer[Weight]],
    lessons: Lessons,
    labels: int,
    on_step: Callable[[int, int], object],
) -> tuple[list[Layer[Weight]], LabelAttention]:
    """Train the upper layers, and what reads labels out of what they give.

    Texts are learnt from twice, in small batches: many steps teach more than as much time spent on
    several rounds of larger ones. So seldom seen, none is learnt by heart, and nothing need be
    dropped at random against that.

    Args:
        layers: as they were published, the lowest first.
        lessons: what the layers below give, and what is to be read out of it.
        labels: how many there are.
        on_step: called before each step, with its number from 0 and how many there are.

    Returns:
        The layers as they became, and the reader.
    """
    batches = [rows for number in range(_ROUNDS) for rows in lessons.batches(_SEED + number)]
    optimiser = _optimiser(len(batches))
    weights = untrained(layers, labels, _SEED)
    state = optimiser.init(weights)
    step = _step(optimiser)
    for number, rows in enumerate(batches):
        on_step(number, len(batches))
        weights, state = step(weights, state, lessons.batch(rows))
    trained = jax.tree.map(np.asarray, weights)
    return trained["layers"], LabelAttention(**trained["head"])


def _step(
    optimiser: optax.GradientTransformation,
) -> Callable[[Weights, optax.OptState, Batch], tuple[Weights, optax.OptState]]:
    @jax.jit
    def step(
        weights: Weights, state: optax.OptState, batch: Batch
    ) -> tuple[Weights, optax.OptState]:
        slope = jax.grad(_error)(weights, batch)
        change, state = optimiser.update(slope, state, weights)
        return cast(Weights, optax.apply_updates(weights, change)), state

    return step


def _error(weights: Weights, batch: Batch) -> Array:
    """Give the mean error of a text, over all labels that can be learnt from it."""
    found = said(weights, jnp.asarray(batch.states), jnp.asarray(batch.place), TEXTS)
    errors = (jnp.logaddexp(0, found) - found * batch.wanted) * batch.certain
    return errors.sum() / batch.number


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
