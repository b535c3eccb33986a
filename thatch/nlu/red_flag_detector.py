"""Raises red flags, which win over all else, by rules that an auditor can read."""

import json
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from thatch.knowledge import Library, load
from thatch.knowledge.vocabulary import URGENCIES
from thatch.nlu.component import AddsEntities, KeepingComponent
from thatch.nlu.fingerprint import fingerprint
from thatch.nlu.labels import RED_FLAG
from thatch.nlu.reading import Reading
from thatch.nlu.signs import SignReader, SignWords
from thatch.paths import KNOWLEDGE

_FILE = "red_flags.json"


@dataclass(frozen=True)
class Rule:
    """What raises one red flag."""

    signs: Sequence[Sequence[str]]
    """Lines of signs; any line suffices, all of its signs must occur."""
    unless: Sequence[str]
    """Signs whose sentence is not counted, but for its background."""
    urgency: str


@dataclass(frozen=True)
class RedFlagRules:
    """All rules, and the signs that they speak of."""

    rules: Mapping[str, Rule]
    signs: Mapping[str, SignWords]
    members: Mapping[str, Sequence[str]]
    background: Collection[str]
    """Signs that count in whatever sentence they stand.

    "Does Propecia suit me? And a nipple is sore" names the tablet in a mere question.
    """

    @classmethod
    def of(cls, library: Library) -> "RedFlagRules":
        """Take the rules from the knowledge."""
        return cls(
            rules={
                id_: Rule(flag.signs, flag.unless, flag.urgency)
                for id_, flag in library.red_flags.items()
            },
            signs={
                id_: SignWords(sign.phrases, sign.together, sign.unless)
                for id_, sign in library.signs.items()
            },
            members=library.members,
            background=[id_ for id_, sign in library.signs.items() if sign.background],
        )

    @classmethod
    def from_dict(cls, stored: dict[str, Any]) -> "RedFlagRules":
        """Undo `as_dict`."""
        rules = {flag: Rule(**rule) for flag, rule in stored["rules"].items()}
        signs = {sign: SignWords(**told) for sign, told in stored["signs"].items()}
        return cls(rules, signs, stored["members"], stored["background"])

    def as_dict(self) -> dict[str, Any]:
        """Give what can be written as JSON."""
        rules = {flag: vars(rule) for flag, rule in self.rules.items()}
        signs = {sign: told.as_dict() for sign, told in self.signs.items()}
        return {
            "rules": rules,
            "signs": signs,
            "members": self.members,
            "background": self.background,
        }

    def raised(self, signs_by_sentence: Sequence[set[str]]) -> list[str]:
        """Name the flags that a message raises, the most urgent first."""
        background = set().union(*signs_by_sentence).intersection(self.background)
        raised = [
            flag
            for flag, rule in self.rules.items()
            if _raises(rule, signs_by_sentence, background)
        ]
        return sorted(raised, key=lambda flag: URGENCIES.index(self.rules[flag].urgency))

    def not_denied(self, flags: Sequence[str], denied: Set[str]) -> list[str]:
        """Leave out the flags of which a message says that a sign is absent.

        Args:
            flags: those that seem likely, though no rule raises them.
            denied: the signs that the message speaks of only to deny them.
        """
        return [
            flag for flag in flags if denied.isdisjoint(chain.from_iterable(self.rules[flag].signs))
        ]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class RedFlagDetector(KeepingComponent[RedFlagRules], AddsEntities):
    """Adds an entity "red_flag" for each flag, and sets the intent "emergency" or "urgent".

    The classifier too raises a flag where it is surer than `threshold`: no rule knows all words.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Give the settings that `config.yml` may override."""
        return {"threshold": 0.5}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        kept: RedFlagRules | None = None,
    ) -> None:
        super().__init__(config, model_storage, resource, kept)
        self._reader = SignReader(kept.signs, kept.members) if kept else None

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Tell Rasa's cache what is learnt from the knowledge rather than from data/nlu."""
        return fingerprint(RedFlagRules.of(load(KNOWLEDGE)).as_dict())

    def write(self, training_data: TrainingData, folder: Path) -> None:
        """Keep the rules in the model."""
        stored = json.dumps(RedFlagRules.of(load(KNOWLEDGE)).as_dict())
        (folder / _FILE).write_text(stored, encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> RedFlagRules:
        """Read the rules."""
        return RedFlagRules.from_dict(json.loads((folder / _FILE).read_text(encoding="utf-8")))

    def process(self, messages: list[Message]) -> list[Message]:
        """Raise the flags of messages."""
        for message in messages:
            if flags := self._flags(message):
                self._raise(flags, message)
        return messages

    def _flags(self, message: Message) -> list[str]:
        assert self._reader is not None, "made of the rules"
        reading = Reading.of(message)
        by_rule = self.kept.raised(self._reader.found_in(reading))
        if by_rule:
            return by_rule
        likely = self._likely(message.get("probabilities", {}))
        return self.kept.not_denied(likely, self._reader.denied_in(reading)) if likely else []

    def _likely(self, probabilities: Mapping[str, float]) -> list[str]:
        return [
            label.removeprefix(RED_FLAG)
            for label, probability in probabilities.items()
            if label.startswith(RED_FLAG) and probability >= self._config["threshold"]
        ]

    def _raise(self, flags: list[str], message: Message) -> None:
        reading = Reading.of(message)
        entities = [reading.entity("red_flag", flag) for flag in flags]
        self.add_entities(entities, message)
        emergency = any(self.kept.rules[flag].urgency == "emergency" for flag in flags)
        intent = {"name": "emergency" if emergency else "urgent", "confidence": 1.0}
        message.set(INTENT, intent, add_to_output=True)


def _raises(rule: Rule, signs_by_sentence: Sequence[set[str]], background: set[str]) -> bool:
    counted = (signs for signs in signs_by_sentence if signs.isdisjoint(rule.unless))
    told = set[str]().union(*counted)
    if told.issubset(background):
        return False
    told |= background
    return any(told.issuperset(line) for line in rule.signs)
