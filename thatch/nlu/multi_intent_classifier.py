"""Tells all that a message asks, in the order in which it asks it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.tokens import Doc, Span

from thatch.nlu.classification import Example, MultiLabelClassifier
from thatch.nlu.clauses import clauses
from thatch.nlu.fingerprint import fingerprint
from thatch.nlu.labels import Labels
from thatch.nlu.reading import Mention, Reading

RED_FLAG_PREFIX = "red_flag."
"""Before the label of a red flag; all other labels are intents."""

_FALLBACK = "nlu_fallback"
_RANKED = 10
_TRUST_IN_CLAUSES = 0.7
"""A clause alone says less surely what is asked than a sentence does. On benchmarks/understanding,
anything from 0.5 to 0.85 does alike."""


@dataclass(frozen=True)
class Asked:
    """One thing that is asked, and the topics that stand nearest to it."""

    intent: str
    confidence: float
    topics: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Give what the tracker keeps."""
        return {"intent": self.intent, "confidence": self.confidence, "topics": list(self.topics)}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MultiIntentClassifier(GraphComponent, IntentClassifier):
    """Gives each intent a probability. All that pass `threshold` go into the message as `asked`.

    Where none does, the likeliest counts if it passes `least`; below that nothing was understood.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Give the settings that `config.yml` may override."""
        return {"regularisation": 5.0, "threshold": 0.4, "least": 0.12}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        classifier: MultiLabelClassifier | None = None,
    ) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._classifier = classifier

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "MultiIntentClassifier":
        """Make a component that has yet to be trained."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "MultiIntentClassifier":
        """Load the weights that the model was trained with."""
        with model_storage.read_from(resource) as folder:
            classifier = MultiLabelClassifier.open(folder)
        return cls(config, model_storage, resource, classifier)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Tell Rasa's cache of the code and the cues that the classifier is trained with."""
        return fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the messages of data/nlu, all their intents included."""
        examples = [_example(message) for message in training_data.intent_examples]
        classifier = MultiLabelClassifier.learn(examples, self._config["regularisation"])
        with self._storage.write_to(self._resource) as folder:
            classifier.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set what is asked, the foremost as Rasa's intent."""
        for message in messages:
            self._classify(message)
        return messages

    def _classify(self, message: Message) -> None:
        assert self._classifier is not None, "loaded before it is asked"
        reading = Reading.of(message)
        parts = clauses(reading.doc)
        wholes: list[Doc | Span] = [reading.doc, *reading.doc.sents]
        by_text = self._classifier.probabilities(
            [_words(reading, part) for part in (*wholes, *parts)]
        )
        in_wholes, in_parts = by_text[: len(wholes)], by_text[len(wholes) :]
        likeliest = np.maximum(in_wholes.max(axis=0), _TRUST_IN_CLAUSES * in_parts.max(axis=0))
        labels = self._classifier.labels
        probabilities = dict(zip(labels, likeliest, strict=True))
        said_in = {
            label: parts[at] for label, at in zip(labels, in_parts.argmax(axis=0), strict=True)
        }
        self._set(message, reading, probabilities, said_in)

    def _set(
        self,
        message: Message,
        reading: Reading,
        probabilities: dict[str, float],
        said_in: dict[str, Span],
    ) -> None:
        intents = {
            label: float(one)
            for label, one in probabilities.items()
            if not label.startswith(RED_FLAG_PREFIX)
        }
        ranking = sorted(intents.items(), key=lambda entry: -entry[1])
        passed = self._passing(ranking)
        asked = [
            Asked(intent, confidence, _topics_near(said_in[intent], reading))
            for intent, confidence in sorted(passed, key=lambda entry: said_in[entry[0]].start)
        ]
        foremost = passed[0] if passed else (_FALLBACK, 1 - ranking[0][1])
        message.set(INTENT, _named(*foremost), add_to_output=True)
        message.set(
            "intent_ranking", [_named(*entry) for entry in ranking[:_RANKED]], add_to_output=True
        )
        message.set("asked", [one.as_dict() for one in asked], add_to_output=True)
        message.set("probabilities", probabilities)

    def _passing(self, ranking: list[tuple[str, float]]) -> list[tuple[str, float]]:
        passed = [entry for entry in ranking if entry[1] >= self._config["threshold"]]
        return passed or [entry for entry in ranking[:1] if entry[1] >= self._config["least"]]


def _example(message: Message) -> Example:
    labels = Labels.of(message)
    reading = Reading.of(message)
    return Example(
        text=_words(reading, reading.doc),
        labels=labels.asked | {RED_FLAG_PREFIX + flag for flag in labels.red_flags},
        doubtful=labels.optional,
    )


def _words(reading: Reading, part: Doc | Span) -> str:
    return " ".join(reading.words(part, topics_by="kind"))


def _named(intent: str, confidence: float) -> dict[str, Any]:
    return {"name": intent, "confidence": confidence}


def _topics_near(clause: Span, reading: Reading) -> tuple[str, ...]:
    """The topics of a clause, or of the last clause before it that has any, or of all."""
    topics = reading.topics
    inside = [one for one in topics if clause.start <= one.start < clause.end]
    before = [one for one in topics if one.start < clause.start][-1:]
    nearest: Sequence[Mention] = inside or before or topics
    return tuple(dict.fromkeys(mention.topic for mention in nearest))
