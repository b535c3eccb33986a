"""What a text asks for is learnt from its words."""

from pathlib import Path

import numpy as np

from thatch.nlu.classification import Example, MultiLabelClassifier

COST = [Example(text, frozenset({"cost"})) for text in ("how much is it", "is it how much")]
PAIN = [
    Example(text, frozenset({"pain", "topic.prp"}), doubtful=frozenset({"topic.prp"}))
    for text in ("does it hurt", "it does hurt")
]


def test_what_is_only_ever_doubtful_is_not_learnt() -> None:
    classifier = MultiLabelClassifier.learn(COST + PAIN, regularisation=5.0)
    assert classifier.labels == ["cost", "pain"]


def test_the_likelier_label_is_the_one_learnt_from_such_words() -> None:
    classifier = MultiLabelClassifier.learn(COST + PAIN, regularisation=5.0)
    cost, pain = classifier.probabilities(["will it hurt much"])[0]
    assert pain > cost


def test_what_was_learnt_is_kept(tmp_path: Path) -> None:
    classifier = MultiLabelClassifier.learn(COST + PAIN, regularisation=5.0)
    classifier.save(tmp_path)
    texts = ["will it hurt much", "how much"]
    kept = MultiLabelClassifier.open(tmp_path)
    assert kept.labels == classifier.labels
    assert np.array_equal(kept.probabilities(texts), classifier.probabilities(texts))
