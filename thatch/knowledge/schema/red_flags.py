"""What needs urgent or careful words, and the signs that raise it."""

from typing import Annotated

from pydantic import AfterValidator

from thatch.knowledge.schema.fields import (
    AtLeastOne,
    ContactId,
    Line,
    Markdown,
    Record,
    Review,
    SignId,
    Sources,
    contacts_exist,
)
from thatch.knowledge.vocabulary import Urgency


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
    advice: Annotated[Markdown, AfterValidator(contacts_exist)]
    """Where it names `[emergency]`, the line of the visitor's region is put."""
    contacts: tuple[ContactId, ...] = ()
    sources: Sources
    review: Review
    signs: Annotated[tuple[Annotated[tuple[SignId, ...], AtLeastOne], ...], AtLeastOne]
    """What raises it: any line of which all signs stand in a message."""
    unless: tuple[SignId, ...] = ()
    """Signs whose sentence is not counted: a question about what might be, somebody's history."""
