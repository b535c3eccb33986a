"""What rules conclude of a message is asked of it, whatever the classifiers were taught."""

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from thatch.nlu.classification import Example, MultiLabelClassifier
from thatch.nlu.language import read
from thatch.nlu.meaning.classifier import MeaningClassifier
from thatch.nlu.meaning.training import write_meaning
from thatch.nlu.message_classifier import MessageClassifier
from thatch.nlu.multi_intent_classifier import MultiIntentClassifier
from thatch.nlu.reading import Mention, Reading

ASKED = {"how much is it": "cost", "what do you charge": "cost", "does it hurt": "pain"}
PRP = "prp"


@pytest.fixture(scope="module")
def classifier(tmp_path_factory: pytest.TempPathFactory) -> MultiIntentClassifier:
    """One that was taught what things cost and whether they hurt, and no more."""
    folder = tmp_path_factory.mktemp("taught")
    examples = [Example(text, frozenset({intent})) for text, intent in ASKED.items()]
    words = MultiLabelClassifier.learn(examples, regularisation=5.0)
    write_meaning(folder, list(ASKED), examples, words.labels)
    return MultiIntentClassifier(
        MultiIntentClassifier.get_default_config(),
        LocalModelStorage(folder),
        Resource("classifier"),
        MessageClassifier(words, MeaningClassifier.open(folder)),
    )


def test_a_mere_mention_needs_no_lesson(classifier: MultiIntentClassifier) -> None:
    message = Message({TEXT: "and prp?"})
    Reading(read("and prp?"), [Mention(PRP, "treatment", 1, 2)]).attach_to(message)
    classifier.process([message])
    (asked,) = message.get("asked")
    assert (asked["intent"], asked["topics"]) == ("mention", [PRP])
