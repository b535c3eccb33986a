"""The spaCy pipeline that splits a message into sentences and plain words."""

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from thatch.nlu.cleaning import clean


@cache
def english() -> Language:
    """Make the pipeline: English tokens and sentences by rule, no model, about 0.1 ms a message."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "...", "\n", "\n\n"]})
    return pipeline


def read(text: str) -> Doc:
    """Read a message.

    Args:
        text: the message as it was typed.
    """
    return english()(clean(text))


def plain(token: Token) -> str:
    """Give a token's plain word: small letters, "n't" as "not", "'m" as "am"."""
    word = token.norm_.lower().replace("'", "")
    return "am" if word == "m" and token.i and token.nbor(-1).text_with_ws in ("i", "I") else word


def plain_words(span: Doc | Span) -> list[str]:
    """Give the plain words of a text, without spaces and punctuation."""
    return [plain(token) for token in span if not token.is_punct and not token.is_space]
