"""Raises red flags, which win over all else, by rules that an auditor can read."""

import json
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
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
class RedFlagDetector(KeepingComponent[RedFlagRules], AddsEntities):
    """Adds an entity "red_flag" for each flag, and sets the intent "emergency" or "urgent".

    The classifier too raises a flag where it is surer than `threshold`: no rule knows all words.
    Where nothing is raised, `red_flags_on` tells which topics, had they been named too, would have
    had it: what was spoken of before is known to actions alone.
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
        self._reader = RedFlagReader(kept) if kept else None

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
        assert self._reader is not None, "made of the rules"
        for message in messages:
            self._read(message, self._reader)
        return messages

    def _read(self, message: Message, reader: RedFlagReader) -> None:
        told = reader.told_in(Reading.of(message))
        if flags := reader.raised(told) or self._likely(message, reader):
            self._raise(flags, message)
        elif flags_on := reader.raised_on(told):
            message.set("red_flags_on", flags_on, add_to_output=True)

    def _likely(self, message: Message, reader: RedFlagReader) -> list[str]:
        """Name the flags that the classifier raises."""
        likely = [
            label.removeprefix(RED_FLAG)
            for label, probability in message.get("probabilities", {}).items()
            if label.startswith(RED_FLAG) and probability >= self._config["threshold"]
        ]
        return reader.not_denied(likely, Reading.of(message)) if likely else []

    def _raise(self, flags: list[str], message: Message) -> None:
        reading = Reading.of(message)
        entities = [reading.entity("red_flag", flag) for flag in flags]
        self.add_entities(entities, message)
        emergency = any(self.kept.rules[flag].urgency == "emergency" for flag in flags)
        intent = {"name": "emergency" if emergency else "urgent", "confidence": 1.0}
        message.set(INTENT, intent, add_to_output=True)
