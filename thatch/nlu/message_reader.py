"""First in the pipeline: tokens and sentences of a cleaned message."""

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from thatch.nlu.language import read
from thatch.nlu.reading import SPOKEN_OF, Reading


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class MessageReader(Tokenizer):
    """Cleans a message, splits it with spaCy and attaches a `Reading` for what follows."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Give what Rasa's tokenizers need: an intent's name is one token."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "+"}

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Split one attribute of a message."""
        doc = read(message.get(attribute))
        if attribute == TEXT:
            message.set(TEXT, doc.text)
            before = (message.get("metadata") or {}).get(SPOKEN_OF, ())
            Reading(doc, spoken_of=tuple(before)).attach_to(message)
        return [Token(token.text, token.idx) for token in doc]
