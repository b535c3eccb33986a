"""What all topics share: sources, aspects, caveats, regulators, guidance, contacts."""

from datetime import date
from typing import Annotated

from thatch.knowledge.schema.fields import (
    AspectId,
    AtLeastOne,
    ByRegion,
    ContactUri,
    HttpsUrl,
    Line,
    Markdown,
    Record,
    Review,
    SourceId,
    Sources,
    Template,
)
from thatch.knowledge.vocabulary import Region, SourceTier


class Source(Record):
    """A publication that answers rest on."""

    title: Line
    publisher: Line
    year: int | None = None
    url: HttpsUrl
    tier: SourceTier
    accessed: date


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


class Label(Record):
    """A word or two that tables and lists are made with."""

    text: Line
