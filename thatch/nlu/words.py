"""Words and pieces of words as features, kept in files that nothing has to be trusted with."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

_FILE = "words.json"


@dataclass
class WordFeatures:
    """Words and their neighbours, and pieces of words, which bear misspellings."""

    vectorizers: tuple[TfidfVectorizer, ...]

    @classmethod
    def learn(cls, texts: Sequence[str]) -> "WordFeatures":
        """Learn which words there are and how rare each is.

        Args:
            texts: plain words with spaces between.
        """
        return cls(tuple(one.fit(texts) for one in _untrained()))

    def transform(self, texts: Sequence[str]) -> csr_matrix:
        """Weigh the words of texts, shape (texts, features)."""
        return hstack([one.transform(texts) for one in self.vectorizers]).tocsr()

    def save(self, folder: Path) -> None:
        """Write to a folder."""
        stored = [
            {"terms": sorted(one.vocabulary_, key=one.vocabulary_.get), "idf": one.idf_.tolist()}
            for one in self.vectorizers
        ]
        (folder / _FILE).write_text(json.dumps(stored), encoding="utf-8")

    @classmethod
    def open(cls, folder: Path) -> "WordFeatures":
        """Read what `save` wrote."""
        stored = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        vectorizers = _untrained()
        for one, learnt in zip(vectorizers, stored, strict=True):
            one.vocabulary = learnt["terms"]
            one.idf_ = np.array(learnt["idf"])
        return cls(vectorizers)


def _untrained() -> tuple[TfidfVectorizer, ...]:
    shared = {"sublinear_tf": True, "min_df": 2, "dtype": np.float32}
    return (
        TfidfVectorizer(ngram_range=(1, 3), token_pattern=r"\S+", **shared),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), **shared),
    )
