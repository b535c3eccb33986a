"""The sentence encoder's weights as they were published, spelt out into floats."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto, NodeProto, TensorProto, numpy_helper

Weight = NDArray[np.float32]
Layer = Mapping[str, Weight]
"""The weights of one layer, by the names that they are published under."""

QUERY, KEY, VALUE = (f"attention.self.{part}" for part in ("query", "key", "value"))
SEEN = "attention.output.dense"
INNER = "intermediate.dense"
OUTPUT = "output.dense"
"""What of a layer multiplies and adds, in the order of its work."""
NORM, NORM_OF_SEEN, NORM_OF_OUTPUT = (
    f"{before}LayerNorm" for before in ("", "attention.output.", "output.")
)
"""What brings numbers into bounds: those of pieces in their places, and those of a layer."""

HEADS = 12
"""Each layer looks at a text in so many ways."""
SMALLEST_VARIANCE = 1e-12
"""Is added to each variance before numbers are divided by its root."""

_DENSE = (QUERY, KEY, VALUE, SEEN, INNER, OUTPUT)
_NORMS = (NORM_OF_SEEN, NORM_OF_OUTPUT)
_LAYERS = 6


@dataclass(frozen=True)
class EncoderWeights:
    """A BERT of 384 numbers for each piece of a word, whose texts are all of one type."""

    pieces: Weight
    """What each piece of a word means by itself, shape (30522, 384)."""
    places: Weight
    """What its place in the text adds, shape (512, 384)."""
    norm: Layer
    """What brings the sum of both into bounds, named `NORM`."""
    layers: tuple[Layer, ...]
    """The lowest first."""

    @classmethod
    def of(cls, graph: GraphProto) -> "EncoderWeights":
        """Take the weights out of the published graph."""
        floats = _floats(graph)
        embeddings = "inner.embeddings."
        return cls(
            floats[f"{embeddings}word_embeddings.weight"],
            floats[f"{embeddings}position_embeddings.weight"]
            + floats[f"{embeddings}token_type_embeddings.weight"][0],
            {name: floats[f"{embeddings}{name}"] for name in (f"{NORM}.weight", f"{NORM}.bias")},
            tuple(_layer(graph, floats, number) for number in range(_LAYERS)),
        )

    def without_highest(self, count: int) -> "EncoderWeights":
        """Leave out so many of the highest layers."""
        return replace(self, layers=self.layers[:-count])

    def topped_by(self, layers: Sequence[Layer]) -> "EncoderWeights":
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


def _layer(graph: GraphProto, floats: Mapping[str, Weight], number: int) -> Layer:
    prefix = f"inner.encoder.layer.{number}."
    made_by = {output: node for node in graph.node for output in node.output}
    layer = {
        f"{part}.{kind}": floats[f"{prefix}{part}.{kind}"]
        for part in _NORMS
        for kind in ("weight", "bias")
    }
    for part in _DENSE:
        bias = f"{prefix}{part}.bias"
        layer[f"{part}.bias"] = floats[bias]
        layer[f"{part}.weight"] = floats[_multiplied_before(bias, graph, made_by)]
    return layer


def _multiplied_before(bias: str, graph: GraphProto, made_by: Mapping[str, NodeProto]) -> str:
    """Name the table by which is multiplied what a bias is added to: it has no name of its own."""
    (added,) = (node for node in graph.node if bias in node.input)
    (product,) = (made_by[name] for name in added.input if name != bias)
    return str(product.input[1])
