"""Finds topics by the knowledge files' names and phrases, and the forms of treatments."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.tokens import Token

from thatch.knowledge import Library, load
from thatch.nlu.component import AddsEntities, KeepingComponent
from thatch.nlu.descriptions import Descriptions
from thatch.nlu.english import word_lists
from thatch.nlu.fingerprint import fingerprint
from thatch.nlu.names import TopicNames
from thatch.nlu.phrases import either_way
from thatch.nlu.pointers import pointers
from thatch.nlu.reading import Kind, Reading
from thatch.paths import KNOWLEDGE

_FILE = "names.json"


@dataclass(frozen=True)
class TopicWords:
    """How visitors tell of topics."""

    names: TopicNames
    descriptions: Descriptions


@DefaultV1Recipe.register(
    [
        DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER,
        DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR,
    ],
    is_trainable=True,
)
class TopicMatcher(KeepingComponent[TopicWords], AddsEntities):
    """Notes the topics of a message in its `Reading`, and as entities named "topic".

    A form beside them, such as "the tablets", becomes an entity named "route", and words such as
    "the second one" an entity named "pointer". Registered as a featurizer too, because the
    classifier trains on what it notes.
    """

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Tell Rasa's cache what is learnt from the knowledge rather than from data/nlu."""
        library = load(KNOWLEDGE)
        return fingerprint([topic_kinds(library), _described(library)])

    def write(self, training_data: TrainingData, folder: Path) -> None:
        """Learn the names that the importer has put among the synonyms."""
        library = load(KNOWLEDGE)
        names = TopicNames.learn(training_data.entity_synonyms, topic_kinds(library))
        stored = {
            "names": {
                "names": names.names,
                "kinds": names.kinds,
                "ordinary": sorted(names.ordinary),
            },
            "descriptions": {"phrases": _described(library), "members": library.members},
        }
        (folder / _FILE).write_text(json.dumps(stored), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> TopicWords:
        """Read the names and the phrases."""
        stored = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        names = TopicNames(**stored["names"])
        return TopicWords(names, Descriptions(**stored["descriptions"], kinds=names.kinds))

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
            self.add_entities(found, message)
        return messages

    def _note_topics(self, message: Message) -> Reading:
        reading = Reading.of(message)
        reading.mentions = self.kept.names.find(reading.doc)
        reading.described = self.kept.descriptions.find(reading)
        return reading


def topic_kinds(library: Library) -> dict[str, Kind]:
    """Give the kind of each topic, and of each combination, by whose companion it is named."""
    kinds: dict[str, Kind] = {id_: topic.kind for id_, topic in library.topics.items()}
    return {**kinds, **dict.fromkeys(library.combinations, "combination")}


def _described(library: Library) -> dict[str, list[str]]:
    """Give the turns of phrase that tell of each topic."""
    return {
        id_: [phrase for written in topic.names.described for phrase in either_way(written)]
        for id_, topic in library.topics.items()
        if topic.names.described
    }


def _route_entities(reading: Reading) -> list[dict[str, Any]]:
    return [
        reading.entity("route", route, reading.doc[token.i : token.i + 1])
        for route, words in word_lists("forms").items()
        for token in reading.doc
        if token.lower_ in words and not _is_another_thing(token)
    ]


def _is_another_thing(form: Token) -> bool:
    before = form.doc[form.i - 1].lower_ if form.i else ""
    return before in word_lists("not_forms").get(form.lower_, ())


def _pointer_entities(reading: Reading) -> list[dict[str, Any]]:
    return [reading.entity("pointer", pointer) for pointer in pointers(reading)]
