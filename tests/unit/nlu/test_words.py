"""What a text has of words, pieces of words and turns of phrase."""

from pathlib import Path

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from thatch.nlu.cues import cues_of
from thatch.nlu.english import word_lists
from thatch.nlu.sparse_row import as_matrix, side_by_side
from thatch.nlu.words import WordFeatures

TEXTS = ["does it hurt", "how much is it, how much", "is it sore", "does it hurt much"]
UNKNOWN = "xyzzy"


def test_words_weigh_what_scikit_learn_says() -> None:
    weighed = [
        TfidfVectorizer(sublinear_tf=True, min_df=2, **kind).fit(TEXTS).transform([*TEXTS, UNKNOWN])
        for kind in (
            {"ngram_range": (1, 3), "token_pattern": r"\S+"},
            {"analyzer": "char_wb", "ngram_range": (2, 5)},
        )
    ]
    learnt = WordFeatures.learn(TEXTS)
    ours = as_matrix([side_by_side(learnt.of(text)) for text in [*TEXTS, UNKNOWN]])
    assert np.allclose(ours.toarray(), hstack(weighed).toarray(), atol=1e-6)


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
