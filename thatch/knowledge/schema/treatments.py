"""Something done about hair loss, with the facts that its caveats follow from."""

from datetime import date
from typing import Annotated, Literal

from pydantic import model_validator

from thatch.knowledge.schema.answers import AnswerEntry
from thatch.knowledge.schema.fields import (
    AspectId,
    AtLeastOne,
    Identifier,
    Line,
    Record,
    Review,
    SourceId,
    Sources,
    TopicId,
)
from thatch.knowledge.schema.topics import Topic
from thatch.knowledge.vocabulary import (
    EvidenceGrade,
    PregnancyAdvice,
    Region,
    Regulator,
    RegulatoryStatus,
    Route,
)


class Evidence(Record):
    """How well a treatment's benefit is shown."""

    grade: EvidenceGrade
    sources: Sources


class Standing(Record):
    """What one regulator says of a treatment for hair loss."""

    status: RegulatoryStatus
    checked: date
    sources: Sources


class PrescriptionOnly(Record):
    """Where a treatment is supplied on a prescription only."""

    regions: Annotated[tuple[Region, ...], AtLeastOne]
    checked: date
    sources: Sources


class Pregnancy(Record):
    """What is known of a treatment in pregnancy and breastfeeding."""

    advice: PregnancyAdvice
    sources: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def _advice_has_a_source(self) -> "Pregnancy":
        if self.advice == "avoid" and not self.sources:
            raise ValueError("advises to avoid it without a source, add sources or say unstudied")
        return self


class InShort(Record):
    """A treatment in a few words each: its column in a comparison, beside what its facts say."""

    what: Line
    course: Line
    side_effects: Line
    not_for: Line
    sources: Sources


class Treatment(Topic):
    """Something done about hair loss. Its caveats follow from these facts."""

    kind: Literal["treatment"]
    route: Route
    used_for: TopicId | None = None
    """The hair loss it is used for first, which is meant where somebody who spoke of the treatment
    alone asks why it is, whether it grows back or what else there is."""
    evidence: Evidence
    regulators: dict[Regulator, Standing]
    prescription_only: PrescriptionOnly | None = None
    pregnancy: Pregnancy | None = None
    in_short: InShort


class Combination(Record):
    """What is known of two treatments together, or of one with something that is no topic."""

    id: Identifier
    of: Annotated[tuple[TopicId, ...], AtLeastOne]
    """Both of two topics; beside `companions`, any of these or none."""
    companions: tuple[Line, ...] = ()
    """What visitors call the thing that is no topic: "alcohol", "a few pints"."""
    aspects: Annotated[tuple[AspectId, ...], AtLeastOne] = ("combination",)
    """The questions that it answers."""
    evidence: Evidence | None = None
    """Where the question is how well the two work together."""
    answer: AnswerEntry
    review: Review

    @model_validator(mode="after")
    def _joins_two(self) -> "Combination":
        if not self.companions and len(self.of) != 2:
            raise ValueError("joins two topics, name two in `of` or add `companions`")
        return self
