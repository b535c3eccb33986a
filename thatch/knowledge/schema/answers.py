"""What is written on one aspect of a topic, or why nothing is."""

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from thatch.knowledge.schema.fields import (
    AspectId,
    AtLeastOne,
    ByRegion,
    Identifier,
    Line,
    Markdown,
    Record,
    Review,
    Sources,
)
from thatch.knowledge.vocabulary import REGIONS


class Answer(Record):
    """What the assistant says of one aspect of a topic."""

    text: Markdown
    sources: Sources
    review: Review | None = None
    """Where it differs from the review of the whole file."""
    draft: bool = False
    """Not yet told to anybody."""


class Gap(Record):
    """Something left unanswered on purpose: the visitor is told so, and whom to ask."""

    not_covered: Line
    """Why, for editors."""


def _answer_or_gap(value: Any) -> str:
    gap = isinstance(value, Gap) or (isinstance(value, dict) and "not_covered" in value)
    return "gap" if gap else "one"


AnswerOrGap = Annotated[
    Annotated[Answer, Tag("one")] | Annotated[Gap, Tag("gap")], Discriminator(_answer_or_gap)
]


class RegionalAnswer(ByRegion):
    """An answer for each region."""

    uk: AnswerOrGap
    us: AnswerOrGap
    eu: AnswerOrGap


def _one_or_regional(value: Any) -> str:
    if isinstance(value, dict) and value.keys() & set(REGIONS):
        return "regional"
    return "regional" if isinstance(value, RegionalAnswer) else _answer_or_gap(value)


AnswerEntry = Annotated[
    Annotated[Answer, Tag("one")]
    | Annotated[Gap, Tag("gap")]
    | Annotated[RegionalAnswer, Tag("regional")],
    Discriminator(_one_or_regional),
]


class Disagreement(Record):
    """Something that sources tell differently: said wherever one of `aspects` is answered."""

    id: Identifier
    aspects: Annotated[tuple[AspectId, ...], AtLeastOne]
    text: Markdown
    sources: Sources
