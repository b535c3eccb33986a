"""Words and pieces of words as features, kept in files that nothing has to be trusted with."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from thatch.nlu.sparse_row import SparseRow

_FILE = "words.json"


@dataclass(frozen=True)
class Terms:
    """Words and their neighbours, or pieces of words, and how rare each is."""

    of: Callable[[str], Iterable[str]]
    """Gives the terms of a text."""
    columns: Mapping[str, int]
    """Of all terms that were learnt."""
    rarity: NDArray[np.float32]
    """Shape (terms,)."""

    @classmethod
    def found_by(
        cls, vectorizer: TfidfVectorizer, columns: Mapping[str, int], rarity: ArrayLike
    ) -> "Terms":
        """Take what a vectorizer of scikit-learn has learnt; it splits texts into terms."""
        return cls(vectorizer.build_analyzer(), columns, np.array(rarity, dtype=np.float32))

    def weigh(self, text: str) -> SparseRow:
        """Weigh the terms of a text, just as scikit-learn does.

        Its own way, made for many texts, checks for longer than it computes for one.
        """
        counts = Counter(self.columns[term] for term in self.of(text) if term in self.columns)
        columns = np.fromiter(counts, dtype=np.int64, count=len(counts))
        often = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1 + np.log(often)) * self.rarity[columns]
        length = np.sqrt(values @ values)
        return SparseRow(columns, values / length if length else values, len(self.rarity))


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
        fitted = (one.fit(texts) for one in _vectorizers())
        return cls(tuple(Terms.found_by(one, one.vocabulary_, one.idf_) for one in fitted))

    def of(self, text: str) -> list[SparseRow]:
        """Weigh the words of a text, and its pieces of words."""
        return [part.weigh(text) for part in self.parts]

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        stored = [
            {
                "terms": sorted(part.columns, key=part.columns.__getitem__),
                "rarity": part.rarity.tolist(),
            }
            for part in self.parts
        ]
        (folder / _FILE).write_text(json.dumps(stored), encoding="utf-8")

    @classmethod
    def open(cls, folder: Path) -> "WordFeatures":
        """Read what `save` wrote."""
        stored = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return cls(
            tuple(
                Terms.found_by(
                    one,
                    {term: column for column, term in enumerate(learnt["terms"])},
                    learnt["rarity"],
                )
                for one, learnt in zip(_vectorizers(), stored, strict=True)
            )
        )


def _vectorizers() -> tuple[TfidfVectorizer, ...]:
    return (
        TfidfVectorizer(ngram_range=(1, 3), token_pattern=r"\S+", min_df=2),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2),
    )
