"""Notes the meaning of a message as numbers, for the classifier."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from thatch.nlu.fingerprint import fingerprint
from thatch.nlu.reading import Reading
from thatch.nlu.sentence_encoder import SentenceEncoder

_THREADS = 2


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceReader(GraphComponent):
    """Sets the `vector` of a message's `Reading`."""

    def __init__(
        self, storage: ModelStorage, resource: Resource, encoder: SentenceEncoder | None = None
    ) -> None:
        self._storage = storage
        self._resource = resource
        self._encoder = encoder

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceReader":
        """Make a component that has no encoder yet."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "SentenceReader":
        """Load the encoder that lies in the model."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, SentenceEncoder(folder))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Tell Rasa's cache of the code that makes the encoder."""
        return fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        """Put the encoder into the model; it learns nothing from the messages."""
        # Only where it is needed: what makes the encoder takes memory that using it does not.
        from thatch.nlu.encoder_files import write_encoder

        with self._storage.write_to(self._resource) as folder:
            write_encoder(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Encode all training messages, some side by side."""
        messages = [one for one in training_data.training_examples if one.get(TEXT)]
        with ThreadPoolExecutor(_THREADS) as pool:
            list(pool.map(self._encode, messages))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Encode messages."""
        for message in messages:
            self._encode(message)
        return messages

    def _encode(self, message: Message) -> None:
        assert self._encoder is not None, "loaded before it encodes"
        reading = Reading.of(message)
        reading.vector = self._encoder.encode(reading.doc.text)
