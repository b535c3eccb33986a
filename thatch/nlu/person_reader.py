"""Notes who is writing: entities for a name, the sex of the person whose hair it is, the region."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message

from thatch.nlu.language import plain_words
from thatch.nlu.people import name_given, region_told, sex_told
from thatch.nlu.reading import Reading


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PersonReader(GraphComponent, EntityExtractorMixin):
    """Finds the entities "name", "sex" and "region"."""

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

    def process(self, messages: list[Message]) -> list[Message]:
        """Add what is found to the entities of messages."""
        for message in messages:
            doc = Reading.of(message).doc
            words = plain_words(doc)
            found = {"name": name_given(doc.text), "sex": sex_told(words), "region": region_told(words)}
            entities = [
                {"entity": entity, "value": value, "start": 0, "end": len(doc.text)}
                for entity, value in found.items()
                if value
            ]
            message.set(
                ENTITIES,
                message.get(ENTITIES, []) + self.add_extractor_name(entities),
                add_to_output=True,
            )
        return messages
