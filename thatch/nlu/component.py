"""What components of the pipeline share, whether they keep something in the model or not."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, Generic, Self, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from thatch.nlu.fingerprint import fingerprint

Kept = TypeVar("Kept")
"""What a component puts into the model, and takes out of it again."""


class OwnComponent(GraphComponent):
    """Tells Rasa's cache of the code, which it does not look at by itself."""

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Digest the code; who learns from more than training data adds what that is."""
        return fingerprint()


class RuledComponent(OwnComponent):
    """Goes by rules alone: it is made as it is asked, and keeps nothing."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        """Make the component."""
        return cls()


class AddsEntities(EntityExtractorMixin):
    """Tells what it finds as Rasa's entities."""

    def add_entities(self, found: list[dict[str, Any]], message: Message) -> None:
        """Add entities to those that a message has."""
        entities = message.get(ENTITIES, []) + self.add_extractor_name(found)
        message.set(ENTITIES, entities, add_to_output=True)


class KeepingComponent(OwnComponent, ABC, Generic[Kept]):
    """Is made without what it keeps, to be trained, or loaded with it, to be asked."""

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        kept: Kept | None = None,
    ) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._kept = kept

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
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
    ) -> Self:
        """Load what the model was trained with."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, cls.read(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn, and keep what was learnt in the model."""
        with self._storage.write_to(self._resource) as folder:
            self.write(training_data, folder)
        return self._resource

    @abstractmethod
    def write(self, training_data: TrainingData, folder: Path) -> None:
        """Learn from the messages of data/nlu, and write what was learnt into a folder."""

    @classmethod
    @abstractmethod
    def read(cls, folder: Path) -> Kept:
        """Read what `write` wrote."""

    @property
    def kept(self) -> Kept:
        """Give what was learnt; only a loaded component has it."""
        assert self._kept is not None, "loaded before it is asked"
        return self._kept
