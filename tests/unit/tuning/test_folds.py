"""Near-duplicates never stand on both sides of a fold."""

import numpy as np

from thatch.tuning.folds import folds, near_duplicates

ALIKE = ["does prp hurt a lot", "does prp hurt a lot then", "so does prp hurt a lot then"]
OTHERS = ["what does it cost", "is it safe", "hello there", "how long does it take to grow back"]


def test_near_duplicates_are_one_group() -> None:
    groups = near_duplicates([*ALIKE, *OTHERS])
    assert len(set(groups[: len(ALIKE)])) == 1
    assert len(set(groups)) == 1 + len(OTHERS)


def test_each_text_is_held_out_once_and_with_its_like() -> None:
    texts = [*ALIKE, *OTHERS]
    held_out = [rows for _, rows in folds(texts, 3)]
    assert sorted(np.concatenate(held_out)) == list(range(len(texts)))
    for learn_from, rows in folds(texts, 3):
        assert not set(learn_from) & set(rows)
        assert len({row in rows for row in range(len(ALIKE))}) == 1
