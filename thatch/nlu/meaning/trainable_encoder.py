"""The upper layers of the sentence encoder and what reads labels out of them, made to be trained.

The layers are BERT's (Devlin et al. 2019), as all-MiniLM-L6-v2 has them.
"""

from collections.abc import Sequence
from typing import TypedDict

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array

from thatch.nlu.meaning.encoder import SIZE
from thatch.nlu.meaning.encoder_weights import HEADS, SMALLEST_VARIANCE, Affine, Layer, Weight

_UNSEEN = -1e9
"""Keeps the attention of a text away from the others."""

Head = dict[str, Array]
"""The weights of a `LabelAttention`, by their names there."""


class Weights(TypedDict):
    """All that is trained."""

    layers: list[Layer[Array]]
    head: Head


def untrained(layers: Sequence[Layer[Weight]], labels: int, seed: int) -> Weights:
    """Begin with layers as they were published, and with a head that knows nothing.

    Args:
        layers: the upper ones, the lowest first.
        labels: how many there are.
        seed: of the random numbers.
    """
    heeds, weighs = jax.random.normal(jax.random.key(seed), (2, SIZE, labels)) * SIZE**-0.5
    # With its type told, all keep theirs while they learn, and no step is compiled twice.
    bias = jnp.full(labels, _log_odds_of_a_rare_label(labels), dtype=jnp.float32)
    return {
        "layers": [jax.tree.map(jnp.asarray, layer) for layer in layers],
        "head": {"heeds": heeds, "weighs": weighs, "bias": bias},
    }


def said(weights: Weights, states: Array, place: Array, texts: int) -> Array:
    """Give the log-odds of each label of each text, shape (texts, labels).

    Args:
        weights: as far as they are trained.
        states: of the lower layers, one text after another, shape (pieces, 384).
        place: of which text each piece is, from 0, shape (pieces,); `texts` for one of none.
        texts: for how many there are places.
    """
    unseen = jnp.where(place[:, None] == place, 0.0, _UNSEEN)
    for layer in weights["layers"]:
        states = _through(layer, states, unseen)
    return _read(weights["head"], states, place, texts)


def _read(head: Head, states: Array, place: Array, texts: int) -> Array:
    """Do as `LabelAttention`, for many texts at once."""
    heeds = states @ head["heeds"]
    largest = jax.lax.stop_gradient(jax.ops.segment_max(heeds, place, texts + 1))
    heeded = jnp.exp(heeds - largest[place])
    pieces = jax.nn.one_hot(place, texts, axis=0)
    together = pieces @ heeded
    # Where there is no text nothing may be divided by nothing: that would spoil all slopes.
    total = jnp.where(together > 0, together, 1)
    return pieces @ (heeded * (states @ head["weighs"])) / total + head["bias"]


def _through(layer: Layer[Array], states: Array, unseen: Array) -> Array:
    seen = _dense(layer.seen, _attention(layer, states, unseen))
    states = _norm(layer.norm_of_seen, states + seen)
    inner = jax.nn.gelu(_dense(layer.inner, states), approximate=False)
    return _norm(layer.norm_of_output, states + _dense(layer.output, inner))


def _attention(layer: Layer[Array], states: Array, unseen: Array) -> Array:
    query, key, value = (
        _in_heads(_dense(part, states)) for part in (layer.query, layer.key, layer.value)
    )
    scores = query @ key.swapaxes(1, 2) * (SIZE // HEADS) ** -0.5
    seen = jax.nn.softmax(scores + unseen, axis=-1) @ value
    return seen.swapaxes(0, 1).reshape(states.shape)


def _in_heads(states: Array) -> Array:
    return states.reshape(-1, HEADS, SIZE // HEADS).swapaxes(0, 1)


def _dense(part: Affine[Array], states: Array) -> Array:
    return states @ part.weight + part.bias


def _norm(norm: Affine[Array], states: Array) -> Array:
    centred = states - states.mean(axis=-1, keepdims=True)
    variance = (centred**2).mean(axis=-1, keepdims=True)
    return centred * jax.lax.rsqrt(variance + SMALLEST_VARIANCE) * norm.weight + norm.bias


def _log_odds_of_a_rare_label(labels: int) -> float:
    return float(-np.log(max(labels, 2)))
