"""What is done to the sentence encoder's graph: weights spelt out, taken out, and put back."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper, numpy_helper

LAYERS = 6

Layer = dict[str, NDArray[np.float32]]
"""The weights of one layer, by the names that they are published under."""

_DENSE = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
_NORMS = ("attention.output.LayerNorm", "output.LayerNorm")


def spell_out(graph: GraphProto) -> None:
    """Put floats in place of each table of whole numbers that is multiplied by its scale."""
    tensors = {tensor.name: tensor for tensor in graph.initializer}
    made_by = {output: node for node in graph.node for output in node.output}
    for product in list(graph.node):
        cast = _cast_of_a_tensor(product, made_by, tensors)
        if cast is None:
            continue
        (scale,) = (name for name in product.input if name != cast.output[0])
        whole, factors = tensors[cast.input[0]], tensors[scale]
        floats = numpy_helper.to_array(whole).astype(np.float32) * numpy_helper.to_array(factors)
        graph.initializer.append(
            numpy_helper.from_array(floats.astype(np.float32), product.output[0])
        )
        for node in (product, cast):
            graph.node.remove(node)
        for tensor in (whole, factors):
            graph.initializer.remove(tensor)


def layer_of(graph: GraphProto, number: int) -> Layer:
    """Take the weights of a layer, counted from 0.

    Args:
        graph: the encoder's, spelt out.
        number: the layer's.
    """
    tensors = {tensor.name: tensor for tensor in graph.initializer}
    places = _places(graph, number).items()
    return {name: numpy_helper.to_array(tensors[place]).copy() for name, place in places}


def put_layer(graph: GraphProto, number: int, layer: Mapping[str, NDArray[np.float32]]) -> None:
    """Put other weights into a layer.

    Args:
        graph: the encoder's, spelt out.
        number: the layer's, counted from 0.
        layer: as `layer_of` gave it.
    """
    tensors = {tensor.name: tensor for tensor in graph.initializer}
    for name, place in _places(graph, number).items():
        tensors[place].CopyFrom(numpy_helper.from_array(np.asarray(layer[name]), place))


def lowest_layers(model: ModelProto, count: int) -> ModelProto:
    """Cut an encoder after so many layers, whose states it then gives."""
    lower = ModelProto()
    lower.CopyFrom(model)
    weight = _published(count - 1, f"{_NORMS[1]}.weight")
    (last,) = (node for node in lower.graph.node if weight in node.input)
    del lower.graph.output[:]
    lower.graph.output.append(
        helper.make_tensor_value_info(last.output[0], TensorProto.FLOAT, None)
    )
    return lower


def _places(graph: GraphProto, number: int) -> dict[str, str]:
    """Tell under which name the graph keeps each weight of a layer."""
    places = {
        name: _published(number, name)
        for part in (*_DENSE, *_NORMS)
        for name in (f"{part}.weight", f"{part}.bias")
    }
    made_by = {output: node for node in graph.node for output in node.output}
    # The export folded what dense layers multiply by into tensors without a name of their own.
    for part in _DENSE:
        bias = places[f"{part}.bias"]
        (sum_,) = (node for node in graph.node if bias in node.input)
        (product,) = (made_by[name] for name in sum_.input if name != bias)
        places[f"{part}.weight"] = product.input[1]
    return places


def _published(number: int, name: str) -> str:
    return f"inner.encoder.layer.{number}.{name}"


def _cast_of_a_tensor(
    product: NodeProto, made_by: Mapping[str, NodeProto], tensors: Mapping[str, TensorProto]
) -> NodeProto | None:
    if product.op_type != "Mul":
        return None
    factors = (made_by[name] for name in product.input if name in made_by)
    return next((one for one in factors if one.op_type == "Cast" and one.input[0] in tensors), None)
