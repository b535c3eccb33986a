"""The rules of style as style.yml holds them."""

import re
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import AfterValidator

from thatch.content.passages import Form
from thatch.knowledge.schema import Line, Record
from thatch.knowledge.vocabulary import EvidenceGrade

Words = tuple[int, int]
"""The least and the most."""


def _compiles(pattern: str) -> str:
    re.compile(pattern)
    return pattern


Pattern = Annotated[str, AfterValidator(_compiles)]


class Limits(Record):
    """How long and how hard to read a text may be."""

    grade: float
    """The highest Flesch-Kincaid grade of an answer."""
    sentence: int
    """The most words of a sentence."""
    forms: dict[Form, Words]
    aspects: dict[str, Words]
    """Of answers that are longer or shorter than others by their nature."""

    def length(self, form: Form, aspect: str) -> Words:
        """Give the least and the most words of a text."""
        return self.aspects.get(aspect, self.forms[form])


class Forbidden(Record):
    """A kind of words that no text may hold, but for the contexts in which they are right."""

    words: Pattern
    instead: Line
    """What would be right."""
    allowed: tuple[Pattern, ...] = ()
    """Contexts that the words may stand in: each must span them, within one sentence."""


class Certainty(Record):
    """Words that say more than weak evidence shows."""

    grades: tuple[EvidenceGrade, ...]
    aspects: tuple[str, ...]
    words: Pattern
    hedged: Pattern
    """What makes a sentence with such words as uncertain as its evidence."""


class Style(Record):
    """All rules of style."""

    limits: Limits
    forbidden: dict[str, Forbidden]
    certainty: Certainty
    spelling_allowed: tuple[Line, ...]
    """Words that an American list knows and British texts use all the same."""


@cache
def style() -> Style:
    """Read the rules of style."""
    path = Path(__file__).with_name("style.yml")
    return Style.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
