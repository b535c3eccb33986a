"""Notes who is writing: entities for a name, the sex of the person whose hair it is, the region."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from thatch.nlu.language import plain_words
from thatch.nlu.people import name_given, region_told
from thatch.nlu.reading import Reading
from thatch.nlu.whose_hair import sex_told


@DefaultV1Recipe.register(
    [
        DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER,
        DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR,
    ],
    is_trainable=False,
)
class PersonReader(GraphComponent, EntityExtractorMixin):
    """Finds the entities "name", "sex" and "region".

    Registered as a featurizer too: to the classifier all visitors have the same name.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "PersonReader":
        """Make the component; it learns nothing."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Note the names in all training messages."""
        for message in training_data.training_examples:
            if message.get(TEXT):
                _note_name(message)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add what is found to the entities of messages."""
        for message in messages:
            reading = _note_name(message)
            found = {
                "name": reading.name,
                "sex": sex_told(reading.doc),
                "region": region_told(plain_words(reading.doc)),
            }
            entities = [reading.entity(kind, value) for kind, value in found.items() if value]
            message.set(
                ENTITIES,
                message.get(ENTITIES, []) + self.add_extractor_name(entities),
                add_to_output=True,
            )
        return messages


def _note_name(message: Message) -> Reading:
    reading = Reading.of(message)
    reading.name = name_given(reading.doc.text)
    return reading
