"""What rules conclude of a message is asked of it, whatever the classifiers were taught."""

import numpy as np
import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from thatch.nlu.classification import Example, MultiLabelClassifier
from thatch.nlu.language import read
from thatch.nlu.meaning.classifier import MeaningClassifier
from thatch.nlu.meaning.encoder import SIZE, SentenceEncoder
from thatch.nlu.meaning.encoder_files import published_encoder, write_encoder
from thatch.nlu.meaning.label_attention import LabelAttention
from thatch.nlu.message_classifier import MessageClassifier
from thatch.nlu.multi_intent_classifier import MultiIntentClassifier
from thatch.nlu.reading import Mention, Reading

ASKED = {"how much is it": "cost", "what do you charge": "cost", "does it hurt": "pain"}
PRP = "prp"


@pytest.fixture(scope="module")
def classifier(tmp_path_factory: pytest.TempPathFactory) -> MultiIntentClassifier:
    """One that knows words for costs and for pain, and an encoder that was taught nothing yet."""
    folder = tmp_path_factory.mktemp("taught")
    examples = [Example(text, frozenset({intent})) for text, intent in ASKED.items()]
    words = MultiLabelClassifier.learn(examples, regularisation=5.0)
    write_encoder(published_encoder(), folder)
    labels = len(words.labels)
    unread, even = np.zeros((SIZE, labels), np.float32), np.zeros(labels, np.float32)
    meaning = MeaningClassifier(SentenceEncoder(folder), LabelAttention(unread, unread, even))
    return MultiIntentClassifier(
        MultiIntentClassifier.get_default_config(),
        LocalModelStorage(folder),
        Resource("classifier"),
        MessageClassifier(words, meaning),
    )


def test_a_mere_mention_needs_no_lesson(classifier: MultiIntentClassifier) -> None:
    message = Message({TEXT: "and prp?"})
    Reading(read("and prp?"), [Mention(PRP, "treatment", 1, 2)]).attach_to(message)
    classifier.process([message])
    (asked,) = message.get("asked")
    assert (asked["intent"], asked["topics"]) == ("mention", [PRP])
