"""The pipeline of config.yml taken apart, to train single components on parts of the data."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
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
from thatch.nlu.multi_intent_classifier import MultiIntentClassifier

_OURS = "thatch.nlu."
"""Rasa's own components between ours add nothing that the classifier learns from."""
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

    @property
    def text(self) -> str:
        """Give its cleaned text."""
        return str(self.message.get(TEXT))


def read_messages(importer: KnowledgeImporter) -> list[Labelled]:
    """Read data/nlu, and note in each message what the components before the classifier find."""
    data = importer.get_nlu_data()
    for entry in importer.get_config()["pipeline"]:
        if not entry["name"].startswith(_OURS):
            continue
        component = class_from_module_path(entry["name"])
        if component is MultiIntentClassifier:
            break
        with _trained(component, entry, data) as trained:
            data = trained.process_training_data(data)
    return [_labelled(message) for message in data.intent_examples]


def settings_of(component: str, importer: KnowledgeImporter) -> dict[str, Any]:
    """Give what config.yml sets of a component, by the last part of its name."""
    entry: dict[str, Any] = next(
        one
        for one in importer.get_config()["pipeline"]
        if one["name"].rpartition(".")[2] == component
    )
    return {name: value for name, value in entry.items() if name != "name"}


def probabilities(
    learn_from: Sequence[Labelled], hear: Sequence[Labelled], settings: Mapping[str, Any]
) -> list[dict[str, float]]:
    """Train the classifier on some messages, and let it hear others as it would visitors.

    Args:
        learn_from: the messages to learn from.
        hear: the messages to be heard.
        settings: the classifier's, from config.yml.

    Returns:
        Of each message that was heard, the probability of each label.
    """
    data = TrainingData([one.message for one in learn_from])
    with _trained(MultiIntentClassifier, settings, data) as classifier:
        heard = classifier.process([Message(data=dict(one.message.data)) for one in hear])
    return [one.get("probabilities") for one in heard]


@contextmanager
def _trained(
    component: type[Any], settings: Mapping[str, Any], data: TrainingData
) -> Iterator[Any]:
    """Train one component as Rasa does, and load it again."""
    config = {**component.get_default_config(), **settings}
    resource = Resource(component.__name__)
    with tempfile.TemporaryDirectory() as folder:
        made = (config, LocalModelStorage(Path(folder)), resource, _CONTEXT)
        trainer = component.create(*made)
        if not hasattr(trainer, "train"):
            yield trainer
            return
        trainer.train(data)
        yield component.load(*made)


def _labelled(message: Message) -> Labelled:
    metadata = (message.get("metadata") or {}).get("example", {})
    return Labelled(
        message=message,
        asked=frozenset({message.get(INTENT), *metadata.get("also", ())}),
        optional=frozenset(metadata.get("maybe", ())),
        red_flags=frozenset(metadata.get("flags", ())),
    )
