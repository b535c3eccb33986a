"""Words and pieces of words as features: what is kept of them are numbers, and no text."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from spacy.strings import get_string_id

from thatch.nlu.sparse_row import SparseRow

_FILES = ("words.npz", "pieces.npz")
"""What keeps each part of `WordFeatures`."""


@dataclass(frozen=True)
class Terms:
    """Words and their neighbours, or pieces of words, and how rare each is.

    Each is known by spaCy's 64-bit hash of it: as text, a quarter of a million would take every
    assistant some 40 MB.
    """

    of: Callable[[str], Iterable[str]]
    """Gives the terms of a text."""
    hashes: NDArray[np.uint64]
    """Of all terms that were learnt, the smallest first, shape (terms,)."""
    rarity: NDArray[np.float32]
    """In the same order, shape (terms,)."""

    @classmethod
    def learn(cls, vectorizer: TfidfVectorizer, texts: Sequence[str]) -> "Terms":
        """Learn the terms of some texts, as a vectorizer of scikit-learn splits them."""
        learnt = vectorizer.fit(texts)
        hashes = _hashes_of(learnt.get_feature_names_out())
        order = hashes.argsort()
        return cls(learnt.build_analyzer(), hashes[order], learnt.idf_[order].astype(np.float32))

    def weigh(self, text: str) -> SparseRow:
        """Weigh the terms of a text, just as scikit-learn does.

        Its own way, made for many texts, checks for longer than it computes for one.
        """
        columns, counts = np.unique(self._columns_of(text), return_counts=True)
        values = (1 + np.log(counts.astype(np.float32))) * self.rarity[columns]
        length = np.sqrt(values @ values)
        return SparseRow(columns, values / length if length else values, len(self.rarity))

    def _columns_of(self, text: str) -> NDArray[np.int64]:
        """Give the column of each term of a text that was learnt."""
        hashes = _hashes_of(self.of(text))
        # Looked for among all but the last, whatever is larger still has a place: the last one's.
        places = np.searchsorted(self.hashes[:-1], hashes)
        return np.asarray(places[self.hashes[places] == hashes])

    def save(self, path: Path) -> None:
        """Write to a file."""
        np.savez(path, hashes=self.hashes, rarity=self.rarity)

    @classmethod
    def open(cls, vectorizer: TfidfVectorizer, path: Path) -> "Terms":
        """Read what `save` wrote of the terms that such a vectorizer gives."""
        with np.load(path) as stored:
            return cls(vectorizer.build_analyzer(), stored["hashes"], stored["rarity"])


@dataclass(frozen=True)
class WordFeatures:
    """Words and their neighbours, and pieces of words, which bear misspellings."""

    parts: tuple[Terms, ...]

    @classmethod
    def learn(cls, texts: Sequence[str]) -> "WordFeatures":
        """Learn which words there are and how rare each is.

        Args:
            texts: plain words with spaces between.
        """
        return cls(tuple(Terms.learn(one, texts) for one in _vectorizers()))

    def of(self, text: str) -> list[SparseRow]:
        """Weigh the words of a text, and its pieces of words."""
        return [part.weigh(text) for part in self.parts]

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        for name, part in zip(_FILES, self.parts, strict=True):
            part.save(folder / name)

    @classmethod
    def open(cls, folder: Path) -> "WordFeatures":
        """Read what `save` wrote."""
        parts = zip(_vectorizers(), _FILES, strict=True)
        return cls(tuple(Terms.open(vectorizer, folder / name) for vectorizer, name in parts))


def _vectorizers() -> tuple[TfidfVectorizer, ...]:
    """Give what splits texts into words and their neighbours, and what into pieces of words."""
    return (
        TfidfVectorizer(ngram_range=(1, 3), token_pattern=r"\S+", min_df=2),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2),
    )


def _hashes_of(terms: Iterable[str]) -> NDArray[np.uint64]:
    return np.fromiter(map(get_string_id, terms), dtype=np.uint64)
