"""What each word of a text means in its place, as numbers: a sentence encoder that runs offline."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from thatch.nlu.meaning.sessions import session

ENCODER = "encoder.onnx"
TOKENIZER = "tokenizer.json"
"""The files of an encoder, which `thatch.nlu.meaning.encoder_files` makes."""
IDS = "ids"
"""What an encoder is fed: the numbers of a text's pieces, shape (1, pieces)."""
STATES = "states"
"""What layers alone are fed: the states that those below them give, shape (1, pieces, 384)."""

SIZE = 384
"""Numbers by which a piece of a word is described."""
LONGEST = 256
"""Pieces of words that are read, some 200 words."""

States = NDArray[np.float32]
"""What the pieces of a text mean, shape (pieces, 384)."""


class SentenceEncoder:
    """all-MiniLM-L6-v2 in whole numbers of 8 bits, or so many of its layers."""

    def __init__(self, folder: Path) -> None:
        """Load an encoder from the folder of its files."""
        self._session = session(folder / ENCODER)
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_padding()
        # Of a life's story the end is read: that is where the question stands.
        self._tokenizer.enable_truncation(LONGEST, direction="left")

    def encode(self, text: str) -> States:
        """Give the numbers of each piece of a text, its beginning and its end among them."""
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        states: States = self._session.run(None, {IDS: ids})[0][0]
        return states
