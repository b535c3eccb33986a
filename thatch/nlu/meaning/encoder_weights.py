"""The sentence encoder's weights as they were published, spelt out into floats."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto, TensorProto, numpy_helper

Weight = NDArray[np.float32]
Numbers = TypeVar("Numbers")
"""`Weight`, or what it is while it is learnt."""

HEADS = 12
"""Each layer looks at a text in so many ways."""
SMALLEST_VARIANCE = 1e-12
"""Is added to each variance before numbers are divided by its root."""

_LAYERS = 6


class Affine(NamedTuple, Generic[Numbers]):
    """What numbers are multiplied by, and what is added to them."""

    weight: Numbers
    bias: Numbers


class Layer(NamedTuple, Generic[Numbers]):
    """The parts of a layer, in the order of their work."""

    query: Affine[Numbers]
    key: Affine[Numbers]
    value: Affine[Numbers]
    seen: Affine[Numbers]
    norm_of_seen: Affine[Numbers]
    inner: Affine[Numbers]
    output: Affine[Numbers]
    norm_of_output: Affine[Numbers]


@dataclass(frozen=True)
class EncoderWeights:
    """A BERT of 384 numbers for each piece of a word, whose texts are all of one type."""

    pieces: Weight
    """What each piece of a word means by itself, shape (30522, 384)."""
    places: Weight
    """What its place in the text adds, shape (512, 384)."""
    norm: Affine[Weight]
    """What brings the sum of both into bounds."""
    layers: tuple[Layer[Weight], ...]
    """The lowest first."""

    @classmethod
    def of(cls, graph: GraphProto) -> "EncoderWeights":
        """Take the weights out of the published graph."""
        floats, tables = _floats(graph), _tables(graph)
        embeddings = "inner.embeddings."
        return cls(
            floats[f"{embeddings}word_embeddings.weight"],
            floats[f"{embeddings}position_embeddings.weight"]
            + floats[f"{embeddings}token_type_embeddings.weight"][0],
            _norm(f"{embeddings}LayerNorm", floats),
            tuple(_layer(number, floats, tables) for number in range(_LAYERS)),
        )

    def without_highest(self, count: int) -> "EncoderWeights":
        """Leave out so many of the highest layers."""
        return replace(self, layers=self.layers[:-count])

    def topped_by(self, layers: Sequence[Layer[Weight]]) -> "EncoderWeights":
        """Put layers on top."""
        return replace(self, layers=(*self.layers, *layers))


def _floats(graph: GraphProto) -> dict[str, Weight]:
    """Give what the graph computes with: its tables, those of whole numbers times their scales."""
    tensors = {tensor.name: tensor for tensor in graph.initializer}
    floats = {
        name: numpy_helper.to_array(tensor)
        for name, tensor in tensors.items()
        if tensor.data_type == TensorProto.FLOAT
    }
    casts = {node.output[0]: node.input[0] for node in graph.node if node.op_type == "Cast"}
    for product in (node for node in graph.node if node.op_type == "Mul"):
        table = next((casts[name] for name in product.input if casts.get(name) in tensors), None)
        scale = next((floats[name] for name in product.input if name in floats), None)
        if table is not None and scale is not None:
            whole = numpy_helper.to_array(tensors[table]).astype(np.float32)
            floats[product.output[0]] = (whole * scale).astype(np.float32)
    return floats


def _tables(graph: GraphProto) -> dict[str, str]:
    """Name, by what is added afterwards, each table that is multiplied by: it bears no name."""
    products = {node.output[0]: node for node in graph.node if node.op_type == "MatMul"}
    return {
        bias: products[product].input[1]
        for node in graph.node
        if node.op_type == "Add"
        for bias, product in (node.input, reversed(node.input))
        if product in products
    }


def _layer(number: int, floats: Mapping[str, Weight], tables: Mapping[str, str]) -> Layer[Weight]:
    def dense(part: str) -> Affine[Weight]:
        bias = f"{prefix}{part}.bias"
        return Affine(floats[tables[bias]], floats[bias])

    prefix = f"inner.encoder.layer.{number}."
    return Layer(
        query=dense("attention.self.query"),
        key=dense("attention.self.key"),
        value=dense("attention.self.value"),
        seen=dense("attention.output.dense"),
        norm_of_seen=_norm(f"{prefix}attention.output.LayerNorm", floats),
        inner=dense("intermediate.dense"),
        output=dense("output.dense"),
        norm_of_output=_norm(f"{prefix}output.LayerNorm", floats),
    )


def _norm(name: str, floats: Mapping[str, Weight]) -> Affine[Weight]:
    return Affine(floats[f"{name}.weight"], floats[f"{name}.bias"])
