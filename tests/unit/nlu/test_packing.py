"""Texts share batches that are nearly full; a text learns nothing from its neighbours there."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest
from numpy.typing import NDArray

from thatch.nlu.classification import Example
from thatch.nlu.meaning.encoder import SIZE
from thatch.nlu.meaning.encoder_files import published_encoder
from thatch.nlu.meaning.lessons import TEXTS, Batch, Lessons
from thatch.nlu.meaning.packing import packed

ROOM = 256
SIZES = np.random.default_rng(1).integers(7, 120, size=2000).tolist()
LABELS = ["cost", "pain"]


@pytest.mark.parametrize("most", [4, 16])
def test_every_text_has_a_place_in_one_batch(most: int) -> None:
    batches = list(packed(range(len(SIZES)), SIZES, ROOM, most))
    assert sorted(row for batch in batches for row in batch) == list(range(len(SIZES)))
    assert max(len(batch) for batch in batches) <= most
    assert max(sum(SIZES[row] for row in batch) for batch in batches) <= ROOM


def test_hardly_any_room_is_left() -> None:
    batches = list(packed(range(len(SIZES)), SIZES, ROOM, 16))
    assert sum(SIZES) > 0.97 * ROOM * len(batches)


def test_a_text_may_take_a_batch_for_itself() -> None:
    assert list(packed([0, 1, 2], [ROOM, 5, ROOM], ROOM, 16)) == [[0], [1], [2]]


def _log_odds(batches: list[Batch]) -> list[NDArray[np.float32]]:
    # JAX in a process of its own: its threads would stay in this one.
    import jax.numpy as jnp

    from thatch.nlu.meaning.trainable_encoder import said, untrained

    weights = untrained(published_encoder().layers[-2:], len(LABELS), seed=1)
    return [
        np.asarray(said(weights, jnp.asarray(batch.states), jnp.asarray(batch.place), TEXTS))
        for batch in batches
    ]


def test_neighbours_in_a_batch_change_nothing() -> None:
    drawn = np.random.default_rng(1)
    states = [drawn.normal(size=(size, SIZE)).astype(np.float16) for size in (9, 30, 70)]
    lessons = Lessons(states, [Example("any", frozenset())] * len(states), LABELS)
    batches = [lessons.batch(rows) for rows in ([0, 1, 2], [0], [1], [2])]
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:
        together, *alone = apart.submit(_log_odds, batches).result()
    assert np.isfinite(together).all()
    for place, one in enumerate(alone):
        assert np.allclose(together[place], one[0], atol=1e-4)
