"""Finds topics by the names in the knowledge files, and the forms in which treatments come."""

import json
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from thatch.knowledge import Library, load
from thatch.nlu.component import KeepingComponent
from thatch.nlu.english import word_lists
from thatch.nlu.fingerprint import fingerprint
from thatch.nlu.names import TopicNames
from thatch.nlu.pointers import pointers
from thatch.nlu.reading import Kind, Reading
from thatch.paths import KNOWLEDGE

_FILE = "names.json"


@DefaultV1Recipe.register(
    [
        DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER,
        DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR,
    ],
    is_trainable=True,
)
class TopicMatcher(KeepingComponent[TopicNames], EntityExtractorMixin):
    """Notes the topics of a message in its `Reading`, and as entities named "topic".

    A form beside them, such as "the tablets", becomes an entity named "route", and words such as
    "the second one" an entity named "pointer". Registered as a featurizer too, because the
    classifier trains on what it notes.
    """

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Tell Rasa's cache what is learnt from the knowledge rather than from data/nlu."""
        return fingerprint(topic_kinds(load(KNOWLEDGE)))

    def write(self, training_data: TrainingData, folder: Path) -> None:
        """Learn the names that the importer has put among the synonyms."""
        names = TopicNames.learn(training_data.entity_synonyms, topic_kinds(load(KNOWLEDGE)))
        stored = {"names": names.names, "kinds": names.kinds, "ordinary": sorted(names.ordinary)}
        (folder / _FILE).write_text(json.dumps(stored), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> TopicNames:
        """Read the names."""
        return TopicNames(**json.loads((folder / _FILE).read_text(encoding="utf-8")))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Note the topics of all training messages."""
        for message in training_data.training_examples:
            if message.get(TEXT):
                self._note_topics(message)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Note the topics of messages and add them to their entities."""
        for message in messages:
            reading = self._note_topics(message)
            found = [
                *(reading.topic_entity(one) for one in (*reading.topics, *reading.companions)),
                *_route_entities(reading),
                *_pointer_entities(reading),
            ]
            entities = message.get(ENTITIES, []) + self.add_extractor_name(found)
            message.set(ENTITIES, entities, add_to_output=True)
        return messages

    def _note_topics(self, message: Message) -> Reading:
        reading = Reading.of(message)
        reading.mentions = self.kept.find(reading.doc)
        return reading


def topic_kinds(library: Library) -> dict[str, Kind]:
    """Give the kind of each topic, and of each combination, by whose companion it is named."""
    kinds: dict[str, Kind] = {id_: topic.kind for id_, topic in library.topics.items()}
    return {**kinds, **dict.fromkeys(library.combinations, "combination")}


def _route_entities(reading: Reading) -> list[dict[str, Any]]:
    return [
        reading.entity("route", route, reading.doc[token.i : token.i + 1])
        for route, words in word_lists("forms").items()
        for token in reading.doc
        if token.lower_ in words
    ]


def _pointer_entities(reading: Reading) -> list[dict[str, Any]]:
    return [reading.entity("pointer", pointer) for pointer in pointers(reading)]
