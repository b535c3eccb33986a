"""Raises red flags, which win over all else, by rules that an auditor can read."""

import json
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
from thatch.nlu.red_flag_rules import RedFlagReader, RedFlagRules
from thatch.paths import KNOWLEDGE

_FILE = "red_flags.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class RedFlagDetector(KeepingComponent[RedFlagReader], AddsEntities):
    """Adds an entity "red_flag" for each flag, and sets the intent "emergency" or "urgent".

    The classifier too raises a flag where it is surer than `threshold`: no rule knows all words.
    Where nothing is raised, `red_flags_on` tells which topics, had they been named too, would have
    had it: what was spoken of before is known to actions alone.
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
            told = self.kept.told_in(Reading.of(message))
            if flags := self.kept.raised(told) or self._likely(message):
                self._raise(flags, message)
            elif flags_on := self.kept.raised_on(told):
                message.set("red_flags_on", flags_on, add_to_output=True)
        return messages

    def _likely(self, message: Message) -> list[str]:
        """Name the flags that the classifier raises."""
        likely = [
            label.removeprefix(RED_FLAG)
            for label, probability in message.get("probabilities", {}).items()
            if label.startswith(RED_FLAG) and probability >= self._config["threshold"]
        ]
        return self.kept.not_denied(likely, Reading.of(message)) if likely else []

    def _raise(self, flags: list[str], message: Message) -> None:
        reading = Reading.of(message)
        entities = [reading.entity("red_flag", flag) for flag in flags]
        self.add_entities(entities, message)
        emergency = any(self.kept.urgency_of(flag) == "emergency" for flag in flags)
        intent = {"name": "emergency" if emergency else "urgent", "confidence": 1.0}
        message.set(INTENT, intent, add_to_output=True)
