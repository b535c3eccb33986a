"""The meaning of a text as numbers, by a sentence encoder that runs offline and learns nothing."""

from pathlib import Path

import numpy as np
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from thatch.nlu.reading import Vector

ENCODER = "encoder.onnx"
TOKENIZER = "tokenizer.json"
"""The files of an encoder, which `thatch.nlu.encoder_files` makes."""

SIZE = 384
"""Numbers by which a text is described."""

_LONGEST = 128
"""Pieces of words that are read; what stands beyond some 100 words adds nothing but time."""


class SentenceEncoder:
    """all-MiniLM-L6-v2 in whole numbers of 8 bits."""

    def __init__(self, folder: Path) -> None:
        """Load an encoder from the folder of its files."""
        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # which would keep what the longest text needed
        self._session = InferenceSession(str(folder / ENCODER), options)
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_LONGEST)

    def encode(self, text: str) -> Vector:
        """Give the numbers of a text, shape (384,) and of length one."""
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        fed = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        mean = self._session.run(None, fed)[0][0].mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)
