"""Raises red flags, which win over all else, by rules that an auditor can read."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from thatch.knowledge import load
from thatch.nlu.component import AddsEntities, KeepingComponent
from thatch.nlu.fingerprint import fingerprint
from thatch.nlu.labels import RED_FLAG
from thatch.nlu.reading import Reading
from thatch.nlu.red_flag_rules import RedFlagReader, RedFlagRules, Told
from thatch.paths import KNOWLEDGE

_FILE = "red_flags.json"
_SURE = 0.5
"""How likely the classifier must find a flag to raise it beside those that rules raise."""
_IN_SPITE_OF_DENIAL = 0.8
"""How likely it must find one of which a message denies a sign, or tells the contrary: "waxy, and I
can't feel it" denies none, and of two sons of whom one is 19 the other may be a child."""
_THOUGH_UNCOUNTED = 0.3
"""How likely it must find one whose rule would not count what the message tells, since it only asks
or tells of long ago: of the less likely ones in benchmarks/understanding one of six was true."""
_OUTDONE = 0.05
"""A flag yields to one that the classifier finds likelier by more than this ratio."""
_HEEDED = 0.05
"""Where it finds none of them likelier than this, the classifier is at a loss, and rules count."""
_CONCEIVABLE = 0.01
"""What is no emergency takes more than a rule: the classifier must find it as likely as this."""
_CONCEIVABLE_OF_BEFORE = 0.005
"""And so does what a rule raises only with what was spoken of before, an emergency too: "we'd want
kids in two years", after a tablet, tells of no pregnancy. Read beside what was spoken of, nearly
all true ones in benchmarks/understanding are found likelier than this."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class RedFlagDetector(KeepingComponent[RedFlagReader], AddsEntities):
    """Adds an entity "red_flag" for each flag, and sets the intent "emergency" or "urgent".

    The classifier too raises a flag where it is surer than `threshold`: no rule knows all words. It
    must be surer where the message denies a sign, or tells what the flag's rule would not count.
    Of several, it tells which are meant: puffed eyelids after a dye are no blocked throat.
    Where no rule raises any, `red_flags_on` tells which topics, had they been named too, would have
    made it: what was spoken of before is known to actions alone. For them, a sign that stays true
    of the visitor becomes the entity "lasting_sign".
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Give the settings that `config.yml` may override."""
        return {"threshold": 0.5}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Tell Rasa's cache what is learnt from the knowledge rather than from data/nlu."""
        return fingerprint(RedFlagRules.of(load(KNOWLEDGE)).as_dict())

    def write(self, training_data: TrainingData, folder: Path) -> None:
        """Keep the rules in the model."""
        stored = json.dumps(RedFlagRules.of(load(KNOWLEDGE)).as_dict())
        (folder / _FILE).write_text(stored, encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> RedFlagReader:
        """Read the rules."""
        stored = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return RedFlagReader(RedFlagRules.from_dict(stored))

    def process(self, messages: list[Message]) -> list[Message]:
        """Raise the flags of messages."""
        for message in messages:
            self._detect(message)
        return messages

    def _detect(self, message: Message) -> None:
        told = self.kept.told_in(Reading.of(message))
        likelihoods = _likelihoods(message)
        by_rule = self._by_rule(told, likelihoods)
        likely = self._likely(likelihoods, told, Reading.of(message), bool(by_rule))
        flags = _not_outdone(self.kept.by_urgency({*by_rule, *likely}), likelihoods)
        if flags:
            self._raise(flags, message)
        self._note_lasting(told, message)
        if not by_rule and (flags_on := self._flags_on(told, flags, likelihoods)):
            message.set("red_flags_on", flags_on, add_to_output=True)

    def _by_rule(self, told: Told, likelihoods: Mapping[str, float]) -> list[str]:
        return [
            flag
            for flag in self.kept.raised(told)
            if self._is_emergency(flag) or likelihoods.get(flag, 0.0) >= _CONCEIVABLE
        ]

    def _likely(
        self, likelihoods: Mapping[str, float], told: Told, reading: Reading, beside_rules: bool
    ) -> list[str]:
        """Name those that the classifier finds likely, whatever the rules say of the message."""
        enough = _SURE if beside_rules else self._config["threshold"]
        likely = [flag for flag, likelihood in likelihoods.items() if likelihood >= enough]
        needed = {
            **dict.fromkeys(self.kept.uncounted(likely, told), _THOUGH_UNCOUNTED),
            **dict.fromkeys(self.kept.denied(likely, reading), _IN_SPITE_OF_DENIAL),
            **dict.fromkeys(self.kept.contradicted(likely, told), _IN_SPITE_OF_DENIAL),
        }
        return [flag for flag in likely if likelihoods[flag] >= needed.get(flag, enough)]

    def _flags_on(
        self, told: Told, guessed: Sequence[str], likelihoods: Mapping[str, float]
    ) -> dict[str, list[str]]:
        """Name, by topic, the flags in place of those guessed, of which the more urgent stay."""
        conceivable = {
            topic: [one for one in flags if likelihoods.get(one, 0.0) >= _CONCEIVABLE_OF_BEFORE]
            for topic, flags in self.kept.raised_on(told).items()
        }
        return {
            topic: [*(one for one in guessed if self._is_more_urgent(one, flags[0])), *flags]
            for topic, flags in conceivable.items()
            if flags
        }

    def _note_lasting(self, told: Told, message: Message) -> None:
        reading = Reading.of(message)
        if sign := self.kept.lasting(told):
            self.add_entities([reading.entity("lasting_sign", sign)], message)

    def _raise(self, flags: list[str], message: Message) -> None:
        reading = Reading.of(message)
        entities = [reading.entity("red_flag", flag) for flag in flags]
        self.add_entities(entities, message)
        emergency = any(map(self._is_emergency, flags))
        intent = {"name": "emergency" if emergency else "urgent", "confidence": 1.0}
        message.set(INTENT, intent, add_to_output=True)

    def _is_more_urgent(self, flag: str, other: str) -> bool:
        return self._is_emergency(flag) and not self._is_emergency(other)

    def _is_emergency(self, flag: str) -> bool:
        return self.kept.urgency_of(flag) == "emergency"


def _likelihoods(message: Message) -> dict[str, float]:
    """Give what the classifier thinks of each flag."""
    return {
        label.removeprefix(RED_FLAG): probability
        for label, probability in message.get("probabilities", {}).items()
        if label.startswith(RED_FLAG)
    }


def _not_outdone(flags: list[str], likelihoods: Mapping[str, float]) -> list[str]:
    """Leave out, of several flags, those that the classifier finds far less likely than another."""
    highest = max((likelihoods.get(flag, 0.0) for flag in flags), default=0.0)
    if highest < _HEEDED:
        return flags
    return [flag for flag in flags if likelihoods.get(flag, 0.0) >= _OUTDONE * highest]
