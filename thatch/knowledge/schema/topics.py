"""What a visitor may ask about."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from thatch.knowledge.schema.answers import AnswerEntry, Disagreement
from thatch.knowledge.schema.fields import (
    AspectId,
    AtLeastOne,
    Identifier,
    Line,
    Record,
    Review,
    Sources,
    TopicId,
)
from thatch.knowledge.vocabulary import REGIONS, Region, Stage


class Names(Record):
    """What visitors call a topic. Spelling mistakes of two letters need no entry of their own."""

    synonyms: tuple[Line, ...] = ()
    brands: tuple[Line, ...] = ()
    misspellings: tuple[Line, ...] = ()
    described: tuple[Line, ...] = ()
    """Turns of phrase that tell of it without any name, in the language of signs.

    `hair ~ thyroid` is `hair ... thyroid` and `thyroid ... hair`.
    """


class Milestone(Record):
    """What to expect of a topic at one time of its course."""

    when: Line
    """As it stands at the start of a line: "Weeks 2 to 6"."""
    stage: Stage
    what: Line
    sources: Sources
    regions: Annotated[tuple[Region, ...], AtLeastOne] = REGIONS
    """Those whose visitors are told; a label's words hold for its own region alone."""


class Topic(Record):
    """What a visitor may ask about."""

    id: Identifier
    kind: Literal["treatment", "condition", "concept", "test", "role", "umbrella"]
    name: Line
    """As it reads within a sentence: "mesotherapy", "a hair transplant"."""
    names: Names = Names()
    review: Review
    disagreements: tuple[Disagreement, ...] = ()
    timeline: tuple[Milestone, ...] = ()
    """In order of time; told beside the answer on duration or prognosis."""
    answers: Annotated[dict[AspectId, AnswerEntry], Field(min_length=1)]
    """By aspect."""


class Concept(Topic):
    """A term that needs explaining."""

    kind: Literal["concept"]
    belongs_to: TopicId | None = None
    """What the term is nothing without, as a dermaroller is nothing without microneedling: who asks
    about one asks about both, and it answers what nothing is written on of the term."""


class Condition(Topic):
    """A kind of hair loss, or what causes it."""

    kind: Literal["condition"]


class Test(Topic):
    """Something that is measured or looked at to find out why hair is lost."""

    kind: Literal["test"]
    looks_for: tuple[TopicId, ...] = ()
    """The kinds of hair loss that it finds, which whoever asks about a result asks about too."""


class Role(Topic):
    """Somebody who can be seen about hair loss."""

    kind: Literal["role"]


class Umbrella(Topic):
    """A broader name for several topics, which answer where it has no words of its own."""

    kind: Literal["umbrella"]
    members: Annotated[tuple[TopicId, ...], AtLeastOne]
    leads: Annotated[tuple[TopicId, ...], AtLeastOne]
    """The members that answer where the visitor does not say which is meant."""
    by_sex: dict[Literal["female", "male"], TopicId] = Field(default={})
    """The member that answers where the sex of the person is known."""

    @model_validator(mode="after")
    def _only_members_answer(self) -> "Umbrella":
        for topic in (*self.leads, *self.by_sex.values()):
            if topic not in self.members:
                raise ValueError(f"is answered by {topic!r}, which is none of its members; add it")
        return self
