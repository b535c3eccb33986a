"""The search for the nearest of many places as a graph of ONNX, in whole numbers of 8 bits.

So kept, 60,000 places take 8 MB, and to look through them one millisecond; as floats that numpy
multiplies, four times as much of both.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from thatch.nlu.meaning.encoder_graph import FORMAT, OPERATIONS

PLACE = "place"
"""What the graph is fed, shape (1, directions)."""
NEARNESS, ROWS = "nearness", "rows"
"""How near the nearest places are, and which they are; each of shape (1, nearest)."""


def write_nearest(path: Path, places: NDArray[np.float32], nearest: int) -> None:
    """Write a graph that finds the nearest of some places.

    Args:
        path: the file.
        places: of length one each, shape (places, directions).
        nearest: how many are to be found.
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
    operations = [helper.make_opsetid("", OPERATIONS)]
    with TemporaryDirectory() as work:
        in_floats = Path(work) / "nearest.onnx"
        onnx.save(helper.make_model(graph, opset_imports=operations, ir_version=FORMAT), in_floats)
        quantize_dynamic(in_floats, path, weight_type=QuantType.QInt8)
