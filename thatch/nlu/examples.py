"""What the classifier learns from: the words of a message, and what it is labelled with."""

from rasa.shared.nlu.training_data.message import Message
from spacy.tokens import Doc, Span

from thatch.nlu.classification import Example
from thatch.nlu.labels import TOPIC, Labels
from thatch.nlu.reading import Reading


def example_of(message: Message) -> Example:
    """Give a training message as an example; its `Reading` has to be complete.

    Whether a message describes what it names too cannot be told, so nothing is learnt of that.
    """
    labels = Labels.of(message)
    reading = Reading.of(message)
    return Example(
        text=text_of(reading.doc, reading),
        labels=labels.learnt,
        doubtful=labels.optional.union(TOPIC + one.topic for one in reading.mentions),
    )


def text_of(part: Doc | Span, reading: Reading) -> str:
    """Give a part of a message as the classifier knows it: topics by their kind."""
    return " ".join(reading.words(part, topics_by="kind"))
