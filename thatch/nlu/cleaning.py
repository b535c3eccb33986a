"""A visitor's text as it was meant: without markup, look-alike letters and tricks of direction."""

import re
import unicodedata

_TAG = re.compile(r"</?[A-Za-z!][^>]{0,200}>")
_RIGHT_TO_LEFT_OVERRIDE = re.compile("\u202e([^\u202c]*)\u202c?")
_REPEATED = re.compile(r"(.)\1{3,}", re.DOTALL)
_WORD = re.compile(r"\w+")
_UNIT_AT_AN_END = re.compile(r"(?<=\d)([A-Za-z]{1,3})\.(?=\s|$)")
"""spaCy takes the full stop of "I am 24M." for part of an abbreviation."""
_SPACE = re.compile(r"[^\S\n]+")

_CYRILLIC = "АВЕКМНОРСТХаеорсухіјѕԁԛԝ"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_LATIN = "ABEKMHOPCTXaeopcyxijsdqw" + "ABEZHIKMNOPTYXo"
_LOOKALIKES = str.maketrans(_CYRILLIC + _GREEK, _LATIN)
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "´": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."}
)


def clean(text: str) -> str:
    """Undo what hides the words of a message.

    Args:
        text: the message as it was typed.

    Returns:
        The same words in the same order. May be empty where there were none.
    """
    text = _RIGHT_TO_LEFT_OVERRIDE.sub(lambda found: found[1][::-1], text)
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    text = "".join(char for char in text if char == "\n" or unicodedata.category(char)[0] != "C")
    text = _TAG.sub(" ", text)
    text = _REPEATED.sub(lambda found: found[1] * 3, text)
    text = _WORD.sub(lambda found: _in_one_script(found[0]), text)
    text = _UNIT_AT_AN_END.sub(r"\1 .", text)
    return _SPACE.sub(" ", text).strip()


def _in_one_script(word: str) -> str:
    """Turn the foreign look-alikes of a word that is otherwise Latin into Latin letters."""
    latin = word.translate(_LOOKALIKES)
    return latin if latin.isascii() else word
