"""How graphs of ONNX are written; how they are run is told in `thatch.nlu.meaning.sessions`."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onnx
from onnx import GraphProto, ModelProto, helper
from onnxruntime.quantization import QuantType, quantize_dynamic

_OPERATIONS = 23
_FORMAT = 11
"""The versions of ONNX that first have attention as one operation."""


def as_model(graph: GraphProto) -> ModelProto:
    """Give a graph as a model that can be run."""
    operations = [helper.make_opsetid("", _OPERATIONS)]
    return helper.make_model(graph, opset_imports=operations, ir_version=_FORMAT)


def write_quantised(model: ModelProto, path: Path, **settings: Any) -> None:
    """Write a model in whole numbers of 8 bits.

    Args:
        model: in floats.
        path: the file.
        settings: of ONNX Runtime's `quantize_dynamic`.
    """
    with TemporaryDirectory() as work:
        in_floats = Path(work) / path.name
        onnx.save(model, in_floats)
        quantize_dynamic(in_floats, path, weight_type=QuantType.QInt8, **settings)
