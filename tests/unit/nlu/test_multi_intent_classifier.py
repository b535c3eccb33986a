"""What rules conclude of a message is asked of it, whatever the classifiers were taught."""

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from tests.unit.nlu.small_classifier import small_classifier
from thatch.nlu.language import read
from thatch.nlu.multi_intent_classifier import MultiIntentClassifier
from thatch.nlu.reading import Mention, Reading

ASKED = {"how much is it": "cost", "what do you charge": "cost", "does it hurt": "pain"}
PRP = "prp"


@pytest.fixture(scope="module")
def classifier(tmp_path_factory: pytest.TempPathFactory) -> MultiIntentClassifier:
    """One that knows words for costs and for pain, and an encoder that was taught nothing yet."""
    folder = tmp_path_factory.mktemp("taught")
    return MultiIntentClassifier(
        MultiIntentClassifier.get_default_config(),
        LocalModelStorage(folder),
        Resource("classifier"),
        small_classifier(ASKED, folder),
    )


def test_a_mere_mention_needs_no_lesson(classifier: MultiIntentClassifier) -> None:
    message = Message({TEXT: "and prp?"})
    Reading(read("and prp?"), [Mention(PRP, "treatment", 1, 2)]).attach_to(message)
    classifier.process([message])
    (asked,) = message.get("asked")
    assert (asked["intent"], asked["topics"]) == ("mention", [PRP])
