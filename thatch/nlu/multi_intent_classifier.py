"""Tells all that a message asks, in the order in which it asks it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from thatch.nlu.bare_names import only_names
from thatch.nlu.component import AddsEntities, KeepingComponent
from thatch.nlu.labels import OUT_OF_SCOPE
from thatch.nlu.likelihoods import Likelihoods
from thatch.nlu.message_classifier import MessageClassifier
from thatch.nlu.nearness import topics_near
from thatch.nlu.reading import Mention, Reading

_FALLBACK = "nlu_fallback"
_MENTION = "mention"
_GREETING = "greet"
_YES = "affirm"
_CLINICS_OWN = "admin_"
"""How intents about appointments, prices and the like begin."""
_BESIDE_THE_POINT = frozenset(
    {"greet", "goodbye", "thanks", "give_name", "affirm", "deny", "mood", "mention"}
)
"""Intents that only count where nothing else is meant: "hi, thanks, and how much is PRP?"."""
_NAMES = ("topic", "route", "pointer", "combination")
"""What a message may only name: entities."""
_RANKED = 10
_OUTSIDE_THOUGH_OURS_IS_NAMED = 0.75
"""How likely a message has to be about something else that names a treatment or a condition: on
held-out messages of data/nlu less was right in one of four, and more in three of four."""
_OUTSIDE_THOUGH_OURS_WAS_SPOKEN_OF = 0.4
"""The same where nothing is named after something of ours: of turns on benchmarks/understanding, of
those that are less likely to be outside one of twelve was."""


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
class MultiIntentClassifier(KeepingComponent[MessageClassifier], AddsEntities, IntentClassifier):
    """Gives each intent a probability. All that pass `threshold` go into the message as `asked`.

    Where none does, the likeliest counts as a guess if it passes `least`; below that nothing was
    understood. Topics that are not named but pass `described` become entities too.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Give the settings that `config.yml` may override."""
        return {"regularisation": 5.0, "threshold": 0.4, "least": 0.12, "described": 0.4}

    def write(self, training_data: TrainingData, folder: Path) -> None:
        """Learn from the messages of data/nlu, all their intents included."""
        MessageClassifier.write(
            training_data.intent_examples, self._config["regularisation"], folder
        )

    @classmethod
    def read(cls, folder: Path) -> MessageClassifier:
        """Read the weights."""
        return MessageClassifier.open(folder)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set what is asked, the foremost as Rasa's intent."""
        for message in messages:
            self._classify(message)
        return messages

    def _classify(self, message: Message) -> None:
        reading = Reading.of(message)
        likelihoods = Likelihoods.of(reading, self.kept)
        message.set("probabilities", likelihoods.probabilities)
        self._note_described(likelihoods, reading, message)
        self._set_asked(likelihoods, reading, message)

    def _note_described(self, likelihoods: Likelihoods, reading: Reading, message: Message) -> None:
        """Add the topics that the message seems to describe to those that are told plainly."""
        plain = {mention.topic for mention in (*reading.mentions, *reading.described)}
        seeming = [
            Mention(topic, "described", clause.start, clause.end)
            for topic, clause in likelihoods.topics(self._config["described"]).items()
            if topic not in plain
        ]
        reading.described += seeming
        self.add_entities([reading.topic_entity(mention) for mention in seeming], message)

    def _set_asked(self, likelihoods: Likelihoods, reading: Reading, message: Message) -> None:
        ranking = likelihoods.intents
        # Of some messages nothing is left once they are cleaned, and nothing is asked by them.
        heard = ranking if reading.doc.text else []
        passed = within_scope(
            [entry for entry in heard if entry[1] >= self._config["threshold"]], reading
        )
        if only_names(reading) or _chooses(passed, reading, message):
            passed = [(_MENTION, ranking[0][1])]
        likeliest = passed or self._guess(heard, reading, message)
        # A mention is told by rule as well, and then no clause need speak for it.
        said_in = {_MENTION: reading.doc[:], **likelihoods.said_in}
        asked = [
            Asked(intent, confidence, topics_near(said_in[intent], reading))
            for intent, confidence in sorted(likeliest, key=lambda entry: said_in[entry[0]].start)
        ]
        foremost = _foremost(likeliest) or (_FALLBACK, 1 - ranking[0][1])
        message.set(INTENT, _named(*foremost), add_to_output=True)
        message.set(
            "intent_ranking", [_named(*entry) for entry in ranking[:_RANKED]], add_to_output=True
        )
        message.set("asked", [one.as_dict() for one in asked], add_to_output=True)
        message.set("guessed", not passed, add_to_output=True)
        for needed in ("threshold", "least"):
            message.set(needed, self._config[needed], add_to_output=True)
        message.set("in_few_words", reading.in_few_words, add_to_output=True)

    def _guess(
        self, ranking: list[tuple[str, float]], reading: Reading, message: Message
    ) -> list[tuple[str, float]]:
        """Take the likeliest intent, or the mere mention of something, or nothing.

        What names a topic of ours, or is said after one, is not ruled out by a guess.
        """
        likely = [
            (intent, probability)
            for intent, probability in ranking
            if probability >= self._config["least"]
            and not (_is_of_ours(reading) and intent == OUT_OF_SCOPE)
        ]
        if likely or not _names_in_few_words(reading, message):
            return likely[:1]
        return [(_MENTION, 1 - ranking[0][1])]


def within_scope(passed: list[tuple[str, float]], reading: Reading) -> list[tuple[str, float]]:
    """Leave out what is asked about a thing that is none of ours: "lip filler, how sore is it".

    Where something of ours is named or was spoken of, leave out that it were none, unless that is
    likely: "are tapes better", after a wig.

    Args:
        passed: intents that are likely enough, each with its probability.
        reading: the message, its topics noted.
    """
    outside = dict(passed).get(OUT_OF_SCOPE)
    if outside is None:
        return passed
    if outside < _needed_to_be_outside(reading):
        return [entry for entry in passed if entry[0] != OUT_OF_SCOPE]
    if reading.topics:
        return passed
    return [entry for entry in passed if entry[0].startswith((OUT_OF_SCOPE, _CLINICS_OWN))]


def _needed_to_be_outside(reading: Reading) -> float:
    """Give how likely a message has to be about something else."""
    if reading.names_what_is_asked_about or reading.companions:
        return _OUTSIDE_THOUGH_OURS_IS_NAMED
    return _OUTSIDE_THOUGH_OURS_WAS_SPOKEN_OF if reading.spoken_of else 0


def _is_of_ours(reading: Reading) -> bool:
    return bool(reading.topics or reading.companions or reading.spoken_of)


def _foremost(likeliest: list[tuple[str, float]]) -> tuple[str, float] | None:
    """Take the likeliest that is to the point; of the others a greeting yields: "hi, I'm Ali"."""
    to_the_point = [entry for entry in likeliest if entry[0] not in _BESIDE_THE_POINT]
    more_than_a_greeting = [entry for entry in likeliest if entry[0] != _GREETING]
    return next(iter(to_the_point or more_than_a_greeting or likeliest), None)


def _chooses(passed: list[tuple[str, float]], reading: Reading, message: Message) -> bool:
    """Say whether a yes chooses something: "go on then, the first one" does not merely agree."""
    agrees = dict(passed).keys() - {_MENTION} == {_YES}
    return agrees and _names_in_few_words(reading, message)


def _names_in_few_words(reading: Reading, message: Message) -> bool:
    """Say whether a few words name a topic, a form or the like: "no, I meant the tablets"."""
    named = {entity["entity"] for entity in message.get(ENTITIES, [])}
    return reading.in_few_words and not named.isdisjoint(_NAMES)


def _named(intent: str, confidence: float) -> dict[str, Any]:
    return {"name": intent, "confidence": confidence}
