"""What became of an answer after it was written: taken back, or read and signed by a clinician."""

from datetime import date

from thatch.knowledge.schema.fields import Line, Record


class Withdrawal(Record):
    """An answer that is told no more."""

    why: Line
    withdrawn: date
    """The day; the next model that is trained does without the text."""


class Signature(Record):
    """A clinician's word that a text may stand as it is."""

    by: Line
    role: Line
    signed: date
    text_hash: Line
    """Of the text that was signed; a text of another hash has no signature."""
