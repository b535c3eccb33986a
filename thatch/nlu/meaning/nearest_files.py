"""Makes the files of `NearestMessages`.

Messages are searched by a graph of ONNX in whole numbers of 8 bits: so kept, 60,000 take 8 MB, and
to look through them one millisecond; as floats that numpy multiplies, four times as much of both.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, TensorProto, helper, numpy_helper
from scipy.sparse import csr_matrix

from thatch.nlu.classification import Example
from thatch.nlu.meaning.encoder import States
from thatch.nlu.meaning.graphs import as_model, write_quantised
from thatch.nlu.meaning.lessons import label_matrix
from thatch.nlu.meaning.nearest_messages import (
    ASKED,
    NEARNESS,
    PLACE,
    PLACES,
    ROWS,
    mean,
    of_length_one,
)

_DIRECTIONS = 128
"""Those in which meanings differ most; all 384 tell hardly more."""
_NEAREST = 20
_LEAST_VARIANCE = 1e-6
"""Below it nothing differs: of a few messages, in most directions."""


def write_nearest_messages(
    folder: Path,
    meanings: Iterable[States],
    examples: Sequence[Example],
    labels: Sequence[str],
) -> None:
    """Find the places of messages, and write them; no text is among what is written.

    Args:
        folder: must exist.
        meanings: what the taught encoder makes of each message.
        examples: what each message asks for.
        labels: all that can be asked for, in the order of the probabilities.
    """
    found = np.array([mean(states) for states in meanings])
    middle = found.mean(axis=0)
    directions = _widest(found - middle)
    places = of_length_one((found - middle) @ directions)
    write_quantised(nearest_graph(places, min(_NEAREST, len(places))), folder / PLACES)
    asked = csr_matrix(label_matrix([example.labels for example in examples], labels))
    np.savez(
        folder / ASKED,
        middle=middle,
        directions=directions,
        columns=asked.indices,
        ends=asked.indptr,
        shape=asked.shape,
    )


def _widest(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Find the directions in which vectors lie apart most, shape (384, 128).

    Each is divided by the root of how far they do, so that no few outweigh the rest.
    """
    variances, directions = np.linalg.eigh(np.cov(vectors, rowvar=False))
    apart = np.sqrt(variances[-_DIRECTIONS:].clip(_LEAST_VARIANCE))
    return np.asarray(directions[:, -_DIRECTIONS:] / np.sqrt(apart), dtype=np.float32)


def nearest_graph(places: NDArray[np.float32], nearest: int) -> ModelProto:
    """Write a graph that finds the nearest of some places.

    Args:
        places: of length one each, shape (places, directions).
        nearest: how many are to be found.

    Returns:
        A model fed with `PLACE`, shape (1, directions), whose outputs `NEARNESS` and `ROWS` have
        the shape (1, nearest).
    """
    graph = helper.make_graph(
        [
            helper.make_node("MatMul", [PLACE, "places"], ["all"]),
            helper.make_node("TopK", ["all", "nearest"], [NEARNESS, ROWS]),
        ],
        "nearest",
        [helper.make_tensor_value_info(PLACE, TensorProto.FLOAT, (1, places.shape[1]))],
        [
            helper.make_tensor_value_info(NEARNESS, TensorProto.FLOAT, (1, nearest)),
            helper.make_tensor_value_info(ROWS, TensorProto.INT64, (1, nearest)),
        ],
        [
            numpy_helper.from_array(np.ascontiguousarray(places.T), "places"),
            numpy_helper.from_array(np.array([nearest]), "nearest"),
        ],
    )
    return as_model(graph)
