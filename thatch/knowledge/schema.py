"""What a knowledge file holds. Unknown fields, unknown ids, missing sources are errors."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationInfo,
    model_validator,
)

from thatch.knowledge.problems import suggestion
from thatch.knowledge.text import CONTACT, TEMPLATE_FIELD, fault_in
from thatch.knowledge.vocabulary import (
    REGIONS,
    EvidenceGrade,
    PregnancyAdvice,
    Region,
    Regulator,
    RegulatoryStatus,
    Route,
    SourceTier,
    Urgency,
)


def _visitor_text(text: str) -> str:
    if fault := fault_in(text):
        raise ValueError(fault)
    return text


def _template(text: str) -> str:
    _visitor_text(TEMPLATE_FIELD.sub("", text))
    return text


def _known(kind: str) -> Callable[[str, ValidationInfo], str]:
    """Hold an id to those of its kind, where the loader tells which there are."""

    def check(value: str, info: ValidationInfo) -> str:
        known = (info.context or {}).get(f"{kind}s")
        if known is not None and value not in known:
            raise ValueError(f"{value!r} is no {kind}, {suggestion(value, known)}")
        return value

    return check


def _contacts_exist(text: str, info: ValidationInfo) -> str:
    for contact in CONTACT.finditer(text):
        _known("contact")(contact["kind"], info)
    return text


Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
SourceId = Annotated[Identifier, AfterValidator(_known("source"))]
AspectId = Annotated[Identifier, AfterValidator(_known("aspect"))]
TopicId = Annotated[Identifier, AfterValidator(_known("topic"))]
ContactId = Annotated[Identifier, AfterValidator(_known("contact"))]
SignId = Annotated[Identifier, AfterValidator(_known("sign"))]

Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\n{}<>]+$")]
Markdown = Annotated[str, AfterValidator(_visitor_text)]
Template = Annotated[str, AfterValidator(_template)]
HttpsUrl = Annotated[str, StringConstraints(pattern=r"^https://\S+$")]
ContactUri = Annotated[str, StringConstraints(pattern=r"^(https://|tel:|mailto:)\S+$")]


def _named(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if not value:
        raise ValueError("is empty, name at least one")
    return value


AtLeastOne = AfterValidator(_named)
"""Unlike `min_length` it keeps quiet where the entries themselves are at fault."""
Sources = Annotated[tuple[SourceId, ...], AtLeastOne]


class Record(BaseModel):
    """Anything in a knowledge file: strict, and not to be changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class ByRegion(Record):
    """Something that differs by region."""

    def __getitem__(self, region: Region) -> Any:
        return getattr(self, region)


class Review(Record):
    """When a text was checked against its sources, and when it must be again."""

    checked: date
    due: date

    @model_validator(mode="after")
    def _due_after_checked(self) -> "Review":
        if self.due <= self.checked:
            raise ValueError("is due before it was checked, give a later date for due")
        return self


class Source(Record):
    """A publication that answers rest on."""

    title: Line
    publisher: Line
    year: int | None = None
    url: HttpsUrl
    tier: SourceTier
    accessed: date


class Names(Record):
    """What visitors call a topic. Spelling mistakes of two letters need no entry of their own."""

    synonyms: tuple[Line, ...] = ()
    brands: tuple[Line, ...] = ()
    misspellings: tuple[Line, ...] = ()


class Answer(Record):
    """What the assistant says of one aspect of a topic."""

    text: Markdown
    sources: Sources
    review: Review | None = None
    """Where it differs from the review of the whole file."""


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


class Topic(Record):
    """What a visitor may ask about."""

    id: Identifier
    kind: Literal["treatment", "condition", "concept"]
    name: Line
    """As it reads within a sentence: "mesotherapy", "a hair transplant"."""
    names: Names = Names()
    review: Review
    disagreements: tuple[Disagreement, ...] = ()
    answers: Annotated[dict[AspectId, AnswerEntry], Field(min_length=1)]
    """By aspect."""


class Concept(Topic):
    """A term that needs explaining."""

    kind: Literal["concept"]


class Condition(Topic):
    """A kind of hair loss, or what causes it."""

    kind: Literal["condition"]


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


class Treatment(Topic):
    """Something done about hair loss. Its caveats follow from these facts."""

    kind: Literal["treatment"]
    route: Route
    evidence: Evidence
    regulators: dict[Regulator, Standing]
    prescription_only: PrescriptionOnly | None = None
    pregnancy: Pregnancy | None = None


class Umbrella(Record):
    """A broader name for several topics, answered by its leading members."""

    name: Line
    names: Names = Names()
    members: Annotated[tuple[TopicId, ...], AtLeastOne]
    leads: Annotated[tuple[TopicId, ...], AtLeastOne]
    """The members that answer where the visitor does not say which is meant."""
    by_sex: dict[Literal["female", "male"], TopicId] = {}
    """The member that answers where the sex of the person is known."""

    @model_validator(mode="after")
    def _only_members_answer(self) -> "Umbrella":
        for topic in (*self.leads, *self.by_sex.values()):
            if topic not in self.members:
                raise ValueError(f"is answered by {topic!r}, which is none of its members; add it")
        return self


class Aspect(Record):
    """What can be asked about a topic."""

    title: Line
    button: Line
    """The question on a button, of a topic already spoken of: "Does it hurt?"."""
    instead: tuple[AspectId, ...] = ()
    """The aspects that answer, first to last, where a topic has no text for this one."""
    next: tuple[AspectId, ...] = ()
    """The aspects that visitors tend to ask next, offered as buttons."""


class RegulatorBody(Record):
    """A medicines regulator."""

    name: Line
    full_name: Line
    region: Region


class RegionalTemplate(ByRegion):
    """A caveat's wording for each region."""

    uk: Template
    us: Template
    eu: Template


class CaveatText(Record):
    """How a caveat is worded, and the words that give it away when typed into an answer."""

    title: Line
    text: Template | RegionalTemplate | None = None
    """None where each topic brings its own words.

    May name `{treatment}`, `{regulators}` and `{due}`, which are filled in from the facts.
    """
    sources: tuple[SourceId, ...] = ()
    typed_in: tuple[str, ...] = ()
    """Regular expressions, of any case."""
    said_in: tuple[AspectId, ...] = ()
    """The aspects whose answers are about this very matter and so may speak of it."""


class Guidance(Record):
    """A public body's advice, which the facts bring into an answer."""

    title: Line
    by: Line
    text: Markdown
    sources: Sources
    review: Review


class ContactLine(Record):
    """Where a region's visitors turn to. Without a `uri` it is words alone."""

    label: Line
    uri: ContactUri | None = None


class ContactKind(ByRegion):
    """The lines of one kind, by region, the first one being the one that texts name."""

    sources: tuple[SourceId, ...] = ()
    uk: Annotated[tuple[ContactLine, ...], AtLeastOne]
    us: Annotated[tuple[ContactLine, ...], AtLeastOne]
    eu: Annotated[tuple[ContactLine, ...], AtLeastOne]


class Sign(Record):
    """One thing that a visitor may tell, in the words that visitors use for it.

    In a phrase, `...` stands for up to four words, `a|b` for either word, `word?` for a word that
    may be left out, `word*` for any ending, `#` for a digit, and `@mesotherapy` for that topic by
    any of its names. `_` joins the words of an alternative: `a_lot|lots`.
    """

    phrases: Annotated[tuple[Line, ...], AtLeastOne]


class RedFlag(Record):
    """Something that needs urgent or careful words before anything else."""

    title: Line
    urgency: Urgency
    advice: Annotated[Markdown, AfterValidator(_contacts_exist)]
    """Where it names `[emergency]`, the line of the visitor's region is put."""
    contacts: tuple[ContactId, ...] = ()
    sources: Sources
    review: Review
    signs: Annotated[tuple[Annotated[tuple[SignId, ...], AtLeastOne], ...], AtLeastOne]
    """What raises it: any line of which all signs stand in a message."""
    unless: tuple[SignId, ...] = ()
    """Signs whose sentence is not counted: a question about what might be, somebody's history."""
