"""What near messages ask is remembered, and counts by how near they are."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from thatch.nlu.classification import Example
from thatch.nlu.meaning.encoder import SIZE
from thatch.nlu.meaning.graphs import write_quantised
from thatch.nlu.meaning.nearest_files import nearest_graph, write_nearest_messages
from thatch.nlu.meaning.nearest_messages import PLACE, ROWS, NearestMessages
from thatch.nlu.meaning.sessions import session

LABELS = ["cost", "pain"]
ASKED = [{"cost"}, {"pain"}, {"cost", "pain"}, set[str]()]
EACH = 40
"""Messages that ask the same, more than are looked at."""


def said(direction: int, seed: int) -> NDArray[np.float32]:
    """Make the states of a text of three pieces, which mean much the same as others' do."""
    noise = np.random.default_rng(seed).normal(scale=0.02, size=(3, SIZE))
    return np.asarray(noise + np.eye(SIZE)[direction], dtype=np.float32)


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> NearestMessages:
    folder = tmp_path_factory.mktemp("nearest")
    directions = [direction for direction in range(len(ASKED)) for _ in range(EACH)]
    write_nearest_messages(
        folder,
        (said(direction, seed) for seed, direction in enumerate(directions)),
        [Example("", frozenset(ASKED[direction])) for direction in directions],
        LABELS,
    )
    return NearestMessages.open(folder)


@pytest.mark.parametrize("direction", range(len(ASKED)))
def test_a_message_asks_what_those_near_it_ask(direction: int, messages: NearestMessages) -> None:
    found = dict(zip(LABELS, messages.probabilities(said(direction, 1000)), strict=True))
    assert {label for label, one in found.items() if one > 0.5} == ASKED[direction]


def test_what_no_near_message_asks_may_be_asked_all_the_same(messages: NearestMessages) -> None:
    cost, pain = messages.probabilities(said(0, 1000))
    assert 0 < pain < 0.02
    assert 0.98 < cost < 1


def test_nearer_messages_count_for_more(messages: NearestMessages) -> None:
    between = 0.6 * said(0, 1000) + 0.4 * said(1, 1001)
    cost, pain = messages.probabilities(between.astype(np.float32))
    assert cost > pain


def test_fewer_messages_than_are_looked_at_will_do(tmp_path: Path) -> None:
    write_nearest_messages(
        tmp_path,
        [said(0, 1), said(1, 2)],
        [Example("", frozenset({"cost"})), Example("", frozenset({"pain"}))],
        LABELS,
    )
    cost, pain = NearestMessages.open(tmp_path).probabilities(said(0, 3))
    assert cost > pain


def test_whole_numbers_find_the_nearest_that_floats_do(tmp_path: Path) -> None:
    drawn = np.random.default_rng(7).normal(size=(500, 128)).astype(np.float32)
    places = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    write_quantised(nearest_graph(places, 10), tmp_path / "graph.onnx")
    for place in places[:20]:
        (rows,) = session(tmp_path / "graph.onnx").run([ROWS], {PLACE: place[np.newaxis]})
        exactly = np.argsort(-places @ place)[:10]
        assert rows[0][0] == exactly[0]
        assert len(set(rows[0]) & set(exactly)) >= 8
