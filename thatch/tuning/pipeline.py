"""The pipeline of config.yml taken apart, to train single components on parts of the data."""

import random
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import class_from_module_path

from thatch.importer import KnowledgeImporter
from thatch.nlu.labels import Labels
from thatch.nlu.multi_intent_classifier import MultiIntentClassifier
from thatch.nlu.reading import Reading
from thatch.paths import ROOT

CONFIG = ROOT / "config.yml"
_OURS = "thatch.nlu."
"""Rasa's own components between ours add nothing that the classifier learns from."""
_SEED = 20261122
_CONTEXT = ExecutionContext(GraphSchema({}), "tuning")


@dataclass(frozen=True)
class Labelled:
    """One training message, read by the components before the classifier."""

    message: Message
    asked: frozenset[str]
    """All intents that it unmistakably has."""
    optional: frozenset[str]
    """Intents that count neither for nor against."""
    red_flags: frozenset[str]
    topics: frozenset[str] = frozenset()
    """Those that it describes without their names."""
    named: frozenset[str] = frozenset()
    """Topics that it names, of which nobody has said whether it describes them too."""

    @property
    def foremost(self) -> str:
        """Give the intent that it has above all."""
        return str(self.message.get(INTENT))

    @property
    def text(self) -> str:
        """Give its cleaned text."""
        return str(self.message.get(TEXT))


def project_importer() -> KnowledgeImporter:
    """Give the importer of the pipeline, the domain and the messages that lie in this project."""
    return KnowledgeImporter(str(CONFIG), str(ROOT / "domain.yml"), str(ROOT / "data"))


def training_messages(importer: KnowledgeImporter, sample: int | None) -> TrainingData:
    """Give the messages of data/nlu, or so many of them, drawn at random and always the same."""
    messages = importer.get_nlu_data().intent_examples
    if sample is None or sample >= len(messages):
        return TrainingData(messages)
    return TrainingData(random.Random(_SEED).sample(messages, sample))


def read_all(importer: KnowledgeImporter, sets: Sequence[TrainingData]) -> list[list[Labelled]]:
    """Note in messages what the components before the classifier find in them.

    Args:
        importer: gives the pipeline, and the data that its components learn from.
        sets: the messages, with intents.
    """
    data = importer.get_nlu_data()
    read = list(sets)
    for entry in importer.get_config()["pipeline"]:
        if not entry["name"].startswith(_OURS):
            continue
        component = class_from_module_path(entry["name"])
        if component is MultiIntentClassifier:
            break
        with tempfile.TemporaryDirectory() as folder:
            trained = _train(component, entry, data, Path(folder))
        read = [trained.process_training_data(one) for one in read]
    return [[_labelled(message) for message in one.intent_examples] for one in read]


def settings_of(component: str, importer: KnowledgeImporter) -> dict[str, Any]:
    """Give what config.yml sets of a component, by the last part of its name."""
    entry: dict[str, Any] = next(
        one
        for one in importer.get_config()["pipeline"]
        if one["name"].rpartition(".")[2] == component
    )
    return {name: value for name, value in entry.items() if name != "name"}


@dataclass(frozen=True)
class TrainedClassifier:
    """The pipeline's classifier, trained on some messages, loaded as the assistant loads it."""

    component: MultiIntentClassifier
    size: int
    """Bytes on disk."""

    @classmethod
    def learn(
        cls, messages: Sequence[Labelled], settings: Mapping[str, Any]
    ) -> "TrainedClassifier":
        """Train on messages.

        Args:
            messages: to learn from.
            settings: the classifier's, from config.yml.
        """
        data = TrainingData([one.message for one in messages])
        with tempfile.TemporaryDirectory() as folder:
            component = _train(MultiIntentClassifier, settings, data, Path(folder))
            size = sum(one.stat().st_size for one in Path(folder).rglob("*") if one.is_file())
        return cls(component, size)

    def hear(self, messages: Sequence[Labelled]) -> list[dict[str, float]]:
        """Give the probability of each label of each message, as a visitor's would get it."""
        copies = [Message(data=dict(one.message.data)) for one in messages]
        return [one.get("probabilities") for one in self.component.process(copies)]


def _train(
    component: type[Any], settings: Mapping[str, Any], data: TrainingData, folder: Path
) -> Any:
    """Train one component as Rasa does, and load it again."""
    config = {**component.get_default_config(), **settings}
    made = (config, LocalModelStorage(folder), Resource(component.__name__), _CONTEXT)
    trainer = component.create(*made)
    if not hasattr(trainer, "train"):
        return trainer
    trainer.train(data)
    return component.load(*made)


def _labelled(message: Message) -> Labelled:
    labels = Labels.of(message)
    named = frozenset(mention.topic for mention in Reading.of(message).mentions)
    return Labelled(message, labels.asked, labels.optional, labels.red_flags, labels.topics, named)
