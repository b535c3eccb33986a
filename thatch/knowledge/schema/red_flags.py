"""What needs urgent or careful words, and the signs that raise it."""

from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from thatch.knowledge.schema.fields import (
    AspectId,
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
    may be left out, `word*` for any ending, `#` for a digit, `^` for the beginning of a sentence,
    and `@mesotherapy` for that topic by any of its names. `_` joins the words of an alternative:
    `a_lot|lots`.
    """

    phrases: tuple[Line, ...] = ()
    together: tuple[Annotated[tuple[SignId, ...], AtLeastOne], ...] = ()
    """Lines of other signs; a sentence in which all signs of a line stand tells of this one too."""
    unless: tuple[SignId, ...] = ()
    """Signs in whose company, in a sentence, it does not count."""
    background: bool = False
    """Whether it holds in whatever sentence it stands: a medicine in use, a treatment had."""
    lasting: bool = False
    """Whether it stays true of the visitor, until another lasting one is told: an age."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.phrases and not self.together:
            raise ValueError("has neither phrases nor signs that stand together; give either")
        return self


class RedFlag(Record):
    """Something that needs urgent or careful words before anything else."""

    title: Line
    urgency: Urgency
    about: AspectId | None = None
    """What somebody who tells it, and puts no question, surely wants to know."""
    bars_treatments: bool = False
    """Whether nothing else is told of treatments to somebody of whom it is told."""
    advice: Annotated[Markdown, AfterValidator(contacts_exist)]
    """Where it names `[emergency]`, the line of the visitor's region is put."""
    contacts: tuple[ContactId, ...] = ()
    sources: Sources
    review: Review
    signs: Annotated[tuple[Annotated[tuple[SignId, ...], AtLeastOne], ...], AtLeastOne]
    """What raises it: any line of which all signs stand in a message."""
    unless: tuple[SignId, ...] = ()
    """Signs whose sentence is not counted: a question about what might be, somebody's history."""
    contradicted_by: tuple[SignId, ...] = ()
    """Signs beside which it can hardly be true, whoever finds it: that the child is 19."""
