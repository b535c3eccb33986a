"""A message that names nothing is read beside what was spoken of before it."""

import numpy as np
import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from tests.unit.nlu.small_classifier import small_classifier
from thatch.nlu.language import read
from thatch.nlu.likelihoods import Likelihoods
from thatch.nlu.meaning.encoder import SIZE
from thatch.nlu.message_classifier import MessageClassifier
from thatch.nlu.message_reader import MessageReader
from thatch.nlu.reading import SPOKEN_OF, Mention, Reading

TAUGHT = {"how much is it": "cost", "does it hurt": "pain", "the baby is four months": "topic.baby"}
PERM = "is that permanent"


@pytest.fixture(scope="module")
def classifier(tmp_path_factory: pytest.TempPathFactory) -> MessageClassifier:
    """Know a few words, and mean by them whatever chance has it."""
    reads = np.random.default_rng(1).normal(size=(2, SIZE, len(TAUGHT))).astype(np.float32)
    return small_classifier(TAUGHT, tmp_path_factory.mktemp("encoder"), reads)


def heard(text: str, classifier: MessageClassifier, *, before: tuple[str, ...]) -> dict[str, float]:
    reading = Reading(read(text), spoken_of=before)
    return Likelihoods.of(reading, classifier).probabilities


def test_what_was_spoken_of_counts_for_what_is_asked_and_for_nothing_else(
    classifier: MessageClassifier,
) -> None:
    alone = heard(PERM, classifier, before=())
    after = heard(PERM, classifier, before=("finasteride_oral",))
    assert alone["topic.baby"] == after["topic.baby"]
    assert alone["cost"] != after["cost"]
    assert alone["pain"] != after["pain"]


def test_a_message_that_names_something_stands_alone(classifier: MessageClassifier) -> None:
    named = [Mention("prp", "treatment", 0, 1)]
    alone = Likelihoods.of(Reading(read("prp sore?"), named), classifier)
    after = Likelihoods.of(Reading(read("prp sore?"), named, spoken_of=("wigs",)), classifier)
    assert alone.probabilities == after.probabilities


def test_a_message_that_points_at_something_stands_alone(classifier: MessageClassifier) -> None:
    first = "go on then, the first one"
    assert heard(first, classifier, before=()) == heard(first, classifier, before=("prp", "wigs"))


def test_a_message_brings_what_was_spoken_of() -> None:
    reader = MessageReader(MessageReader.get_default_config())
    message = Message({TEXT: PERM, "metadata": {SPOKEN_OF: ["finasteride_oral"]}})
    reader.process([message])
    assert Reading.of(message).spoken_of == ("finasteride_oral",)
