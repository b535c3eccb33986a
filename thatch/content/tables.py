"""What the `thatch content` commands print."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from thatch.content.changes import Change, in_words
from thatch.content.life_cycle import dropped_signature
from thatch.knowledge import Curated, Library
from thatch.knowledge.vocabulary import STATUSES

_STYLES = {
    "draft": "yellow",
    "checked": "",
    "clinician_reviewed": "green",
    "withdrawn": "red",
    "same": "",
    "gone": "red strike",
    "new": "green bold",
}
_BRACKETS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
"""As git marks words, for terminals without colour."""


def show_list(answers: Sequence[Curated], console: Console) -> None:
    """Print a table of answers by status and due date, and how many there are of each status."""
    table = Table("answer", "status", "checked", "due", "words", box=None)
    ordered = sorted(answers, key=lambda one: (STATUSES.index(one.status), one.review.due, one.id))
    for one in ordered:
        words, review = str(len(one.text.split())), one.review
        status = Text(one.status, _STYLES[one.status])
        table.add_row(one.id, status, str(review.checked), str(review.due), words)
    console.print(table)
    counted = Counter(one.status for one in answers)
    console.print(", ".join(f"{counted[status]} {status}" for status in STATUSES))


def show_text(one: Curated, library: Library, console: Console) -> None:
    """Print one text with all that is known of it."""
    console.rule(one.id, align="left")
    console.print(one.text, markup=False)
    console.print(f"\nstatus: {one.status}; evidence: {one.evidence or 'not graded'}")
    console.print(f"checked: {one.review.checked}; due: {one.review.due}")
    if gone := library.withdrawn.get(one.id) or library.withdrawn.get(one.content):
        console.print(f"withdrawn: {gone.withdrawn}: {gone.why}", markup=False)
    if one.status == "clinician_reviewed":
        signed = library.signatures[one.id]
        console.print(f"signed: {signed.signed} by {signed.by}, {signed.role}", markup=False)
    elif dropped := dropped_signature(one, library):
        console.print(f"edited since {dropped.by} signed it on {dropped.signed}", markup=False)
    for id_ in one.sources:
        source = library.sources[id_]
        console.print(f"- {id_} ({source.tier}): {source.title}, {source.url}", markup=False)


def show_changes(changes: Sequence[Change], console: Console) -> None:
    """Print texts word by word: what is gone and what is new."""
    for change in changes:
        console.rule(f"{change.file}: {change.field}", align="left")
        words = (Text(_BRACKETS[tag].format(part), _STYLES[tag]) for tag, part in in_words(change))
        console.print(Text(" ").join(words))
    console.print(f"{len(changes)} texts changed.")


def show_source(id_: str, resting: Sequence[str], library: Library, console: Console) -> None:
    """Print one source and what rests on it."""
    source = library.sources[id_]
    year = f", {source.year}" if source.year else ""
    console.print(Text.assemble((id_, "bold"), f" ({source.tier}) {source.title}"))
    console.print(f"  {source.publisher}{year}, {source.url}", markup=False, soft_wrap=True)
    console.print(f"  {len(resting)}: {', '.join(resting) or 'nothing rests on it'}", markup=False)
