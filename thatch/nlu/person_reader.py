"""Notes who is writing: entities for a name, the sex of the person whose hair it is, the region."""

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from thatch.nlu.component import AddsEntities, RuledComponent
from thatch.nlu.given_names import name_given
from thatch.nlu.language import plain_words
from thatch.nlu.reading import Reading
from thatch.nlu.regions import region_told
from thatch.nlu.whose_hair import sex_told


@DefaultV1Recipe.register(
    [
        DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER,
        DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR,
    ],
    is_trainable=False,
)
class PersonReader(RuledComponent, AddsEntities):
    """Finds the entities "name", "sex" and "region".

    Registered as a featurizer too: to the classifier all visitors have the same name.
    """

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
            self.add_entities(entities, message)
        return messages


def _note_name(message: Message) -> Reading:
    reading = Reading.of(message)
    reading.name = name_given(reading.doc.text)
    return reading
