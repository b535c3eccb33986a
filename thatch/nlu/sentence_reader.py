"""Notes the meaning of a message as numbers, for the classifier."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from thatch.nlu.component import KeepingComponent
from thatch.nlu.reading import Reading
from thatch.nlu.sentence_encoder import SentenceEncoder

_THREADS = 2


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceReader(KeepingComponent[SentenceEncoder]):
    """Sets the `vector` of a message's `Reading`."""

    def write(self, training_data: TrainingData, folder: Path) -> None:
        """Put the encoder into the model; it learns nothing from the messages."""
        # Only where it is needed: what makes the encoder takes memory that using it does not.
        from thatch.nlu.encoder_files import write_encoder

        write_encoder(folder)

    @classmethod
    def read(cls, folder: Path) -> SentenceEncoder:
        """Load the encoder."""
        return SentenceEncoder(folder)

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
        reading = Reading.of(message)
        reading.vector = self.kept.encode(reading.doc.text)
