"""Recognises messages in other languages, which get one fixed sentence in their own."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from thatch.nlu.component import AddsEntities, RuledComponent
from thatch.nlu.labels import OUT_OF_SCOPE
from thatch.nlu.reading import Reading
from thatch.nlu.spelling import ordinary_words

_INTENT = "other_language"
_FEWEST_WORDS = 2
_MOST_ENGLISH = 0.5
"""Share of a message's words; slang and misspelt messages have more."""
_SURELY = 0.8
_UNDERSTOOD = 0.7
"""How likely an intent must be that rules out another language; English counts from less."""
ANSWERED = (
    *("ar", "bn", "de", "es", "fr", "hi", "it", "nl"),
    *("pl", "pt", "ro", "ru", "tr", "uk", "ur", "zh"),
)
"""Those in which `utter_other_language` has a sentence."""
_OTHERS = ("bg", "cs", "el", "fa", "hu")
_OTHER = "other"
_LANGUAGES = ("en", *ANSWERED, *_OTHERS)
"""Those that visitors may write; among all that are known, keyboard mashing is always one."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LanguageReader(RuledComponent, AddsEntities):
    """Sets the intent "other_language" and an entity "language" where nothing was understood."""

    def __init__(self) -> None:
        """Load the identifier now rather than at the first message."""
        _identifier()

    def process(self, messages: list[Message]) -> list[Message]:
        """Recognise the languages of messages of which nothing was surely understood."""
        for message in messages:
            reading = Reading.of(message)
            if _not_surely_understood(message) and (language := foreign_language(reading)):
                self.add_entities([reading.entity("language", language)], message)
                intent = {"name": _INTENT, "confidence": 1.0}
                message.set(INTENT, intent, add_to_output=True)
        return messages


def _not_surely_understood(message: Message) -> bool:
    """Say so also where a message seems to be about something else, as unknown words do."""
    foremost = message.get(INTENT)
    unsure = message.get("guessed") or foremost["confidence"] < _UNDERSTOOD
    return bool(unsure) or foremost["name"] == OUT_OF_SCOPE


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
    return str(language) if language in ANSWERED else _OTHER


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_LANGUAGES))
    return identifier
