"""What a text has of words, pieces of words and turns of phrase."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from spacy.strings import get_string_id

from thatch.nlu.cues import cues_of
from thatch.nlu.english import word_lists
from thatch.nlu.sparse_row import as_matrix, side_by_side
from thatch.nlu.words import WordFeatures

TEXTS = ["does it hurt", "how much is it, how much", "is it sore", "does it hurt much"]
UNKNOWN = "xyzzy"


def test_words_weigh_what_scikit_learn_says() -> None:
    asked = [*TEXTS, UNKNOWN]
    theirs = [
        _as_scikit_learn_says(asked, ngram_range=(1, 3), token_pattern=r"\S+"),
        _as_scikit_learn_says(asked, analyzer="char_wb", ngram_range=(2, 5)),
    ]
    learnt = WordFeatures.learn(TEXTS)
    ours = as_matrix([side_by_side(learnt.of(text)) for text in asked])
    assert np.allclose(ours.toarray(), np.hstack(theirs), atol=1e-6)


def _as_scikit_learn_says(asked: Sequence[str], **kind: Any) -> NDArray[np.float64]:
    """Weigh the terms of some texts, a column for each in the order of their hashes."""
    vectorizer = TfidfVectorizer(sublinear_tf=True, min_df=2, **kind).fit(TEXTS)
    hashes = [get_string_id(term) for term in vectorizer.get_feature_names_out()]
    order = sorted(range(len(hashes)), key=hashes.__getitem__)
    return np.asarray(vectorizer.transform(asked).toarray()[:, order])


def test_words_are_kept(tmp_path: Path) -> None:
    learnt = WordFeatures.learn(TEXTS)
    learnt.save(tmp_path)
    kept = WordFeatures.open(tmp_path)
    before, after = (side_by_side(words.of("is it much")) for words in (learnt, kept))
    assert (before.columns == after.columns).all()
    assert (before.values == after.values).all()


def test_a_cue_counts_for_itself_and_for_its_aspect() -> None:
    aspects = list(word_lists("cues"))
    cues = sum(map(len, word_lists("cues").values()))
    row = cues_of("is it expensive")
    assert row.width == cues + len(aspects)
    assert [aspects[column - cues] for column in row.columns if column >= cues] == ["cost"]
    assert (row.columns < cues).any()


def test_plain_words_hold_no_cue() -> None:
    assert not len(cues_of("a lorry").columns)
