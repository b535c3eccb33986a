"""Notes the meaning of a message as numbers, for the classifier."""

from typing import Any

import structlog
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from thatch.nlu.known_sentences import KnownSentences
from thatch.nlu.reading import Reading
from thatch.nlu.sentence_encoder import encoder
from thatch.paths import STATE

KNOWN = STATE / "cache" / "sentences.npz"

_log = structlog.get_logger()
_TELL_EVERY = 500
"""Messages after which training says how far it has come."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceReader(GraphComponent):
    """Sets the `vector` of a message's `Reading`."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceReader":
        """Make the component, and load the encoder; it learns nothing."""
        encoder()
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Encode all training messages that were not encoded before."""
        readings = [Reading.of(one) for one in training_data.training_examples if one.get(TEXT)]
        known = KnownSentences(KNOWN)
        progress = _Progress(len(readings))
        vectors = known.encode([one.doc.text for one in readings], encoder(), progress.advance)
        for reading, vector in zip(readings, vectors, strict=True):
            reading.vector = vector
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Encode messages."""
        for message in messages:
            reading = Reading.of(message)
            reading.vector = encoder().encode(reading.doc.text)
        return messages


class _Progress:
    def __init__(self, of: int) -> None:
        self._done, self._of = 0, of

    def advance(self) -> None:
        self._done += 1
        if self._done % _TELL_EVERY == 0:
            _log.info("thatch.sentences", read=f"{self._done} of {self._of}")
