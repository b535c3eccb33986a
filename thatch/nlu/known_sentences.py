"""Training sentences that were encoded before, kept so that training again takes less time."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from thatch.nlu.sentence_encoder import SentenceEncoder, Vectors


class KnownSentences:
    """The numbers of texts, in a file that may be deleted at any time."""

    def __init__(self, file: Path) -> None:
        """Read what the file holds, if there is one.

        Args:
            file: its name, ending in `.npz`.
        """
        self._file = file
        self._known: dict[str, Vectors] = {}
        if file.exists():
            with np.load(file) as stored:
                self._known = dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))

    def encode(
        self, texts: Sequence[str], encoder: SentenceEncoder, on_each: Callable[[], object]
    ) -> list[Vectors]:
        """Give the numbers of texts; encode those that are not known, and keep them.

        Args:
            texts: the texts.
            encoder: encodes what is new.
            on_each: called after each text that is encoded.
        """
        new = {key: text for text in texts if (key := _key(text)) not in self._known}
        if new:
            vectors = encoder.encode_all(list(new.values()), on_each)
            self._known |= dict(zip(new, vectors, strict=True))
            self._keep()
        return [self._known[_key(text)] for text in texts]

    def _keep(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        np.savez(self._file, keys=list(self._known), vectors=np.array(list(self._known.values())))


def _key(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
