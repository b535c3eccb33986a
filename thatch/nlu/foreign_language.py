"""Recognises messages in other languages, which get one fixed sentence in their own."""

from functools import cache
from typing import Any, Self

from py3langid.langid import MODEL_FILE, LanguageIdentifier
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT
from rasa.shared.nlu.training_data.message import Message

from thatch.nlu.fingerprint import fingerprint
from thatch.nlu.reading import Reading
from thatch.nlu.spelling import ordinary_words

_INTENT = "other_language"
_FEWEST_WORDS = 2
_MOST_ENGLISH = 0.5
"""Share of a message's words; slang and misspelt messages have more."""
_SURELY = 0.8
_ANSWERED = (
    *("ar", "bn", "de", "es", "fr", "hi", "it", "nl"),
    *("pl", "pt", "ro", "ru", "tr", "uk", "ur", "zh"),
)
"""Those in which `utter_other_language` has a sentence."""
_OTHERS = ("bg", "cs", "el", "fa", "hu")
_OTHER = "other"
_LANGUAGES = ("en", *_ANSWERED, *_OTHERS)
"""Those that visitors may write; among all that are known, keyboard mashing is always one."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LanguageReader(GraphComponent, EntityExtractorMixin):
    """Sets the intent "other_language" and an entity "language" where nothing was understood."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        """Make the component; the identifier is loaded now rather than at the first message."""
        _identifier()
        return cls()

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Tell Rasa's cache of the code."""
        return fingerprint()

    def process(self, messages: list[Message]) -> list[Message]:
        """Recognise the languages of messages of which nothing was surely understood."""
        for message in messages:
            reading = Reading.of(message)
            if message.get("guessed") and (language := foreign_language(reading)):
                entity = self.add_extractor_name([reading.entity("language", language)])
                message.set(ENTITIES, message.get(ENTITIES, []) + entity, add_to_output=True)
                intent = {"name": _INTENT, "confidence": 1.0}
                message.set(INTENT, intent, add_to_output=True)
        return messages


def foreign_language(reading: Reading) -> str | None:
    """Name the language of a message that is surely not English.

    Args:
        reading: the message; names of treatments are of no language.

    Returns:
        A code of ISO 639-1, "other" where no sentence is written in it, or nothing.
    """
    words = [
        word
        for word in reading.words(reading.doc, topics_by="kind")
        if word[0] != "@" and any(map(str.isalpha, word))
    ]
    english = sum(word in ordinary_words() for word in words)
    if len(words) < _FEWEST_WORDS or english >= _MOST_ENGLISH * len(words):
        return None
    language, likelihood = _identifier().classify(" ".join(words))
    if language == "en" or likelihood < _SURELY:
        return None
    return str(language) if language in _ANSWERED else _OTHER


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_LANGUAGES))
    return identifier
