"""The `thatch content` commands, for editors and reviewers."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from thatch.content import tables
from thatch.content.changes import RevisionError, changes
from thatch.content.coverage import missing
from thatch.content.coverage_page import coverage_page
from thatch.content.life_cycle import UnknownContentError, due, named, sign, withdraw
from thatch.content.resting import resting_on
from thatch.knowledge import Curated, KnowledgeError, Library, Problem, load
from thatch.knowledge.files import shown
from thatch.knowledge.problems import suggestion
from thatch.knowledge.vocabulary import STATUSES
from thatch.paths import KNOWLEDGE, ROOT
from thatch.processes import StoppedError, free_port
from thatch.recording import record_answers
from thatch.serving import ServingError, running
from thatch.terminal import console, give_up, show_problems
from thatch.training import TrainingError, ensure_trained

COVERAGE_PAGE = ROOT / "docs" / "coverage.html"

content = typer.Typer(
    name="content",
    help="Look after the answers: lint, list, withdraw, sign and compare them.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

ContentId = Annotated[
    str, typer.Argument(metavar="ID", help="An answer: prp.pain, or one region's: prp.approval.uk.")
]


@content.command()
def lint(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Files of data/knowledge to tell the faults of; all if none is given."),
    ] = None,
) -> None:
    """Find faults of the prose: hard to read, promising, doubled, surer than its evidence."""
    library = _library()
    wanted = {shown(_knowledge_file(path)) for path in files or ()}
    faults = [one for one in _faults_of_prose(library) if not wanted or one.file in wanted]
    show_problems(faults)
    if faults:
        raise typer.Exit(1)
    console.print("The prose is well.")


@content.command()
def answers() -> None:
    """Ask the questions of docs/answers.yml and write docs/answers.md."""
    _library()
    try:
        ensure_trained(console)
        port = free_port()
        with running(console, "127.0.0.1", port):
            path = record_answers(f"http://127.0.0.1:{port}")
    except (ServingError, StoppedError, TrainingError) as error:
        give_up(str(error))
    console.print(f"Wrote {shown(path)}")


@content.command("list")
def list_(
    status: Annotated[
        str | None, typer.Option(help=f"Only those that are {', '.join(STATUSES)}.")
    ] = None,
    topic: Annotated[str | None, typer.Option(help="Only those of one topic, such as prp.")] = None,
    html: Annotated[
        bool, typer.Option("--html", help="Write the matrix of topics and aspects as a page.")
    ] = False,
    to: Annotated[Path, typer.Option(help="Where the page is written.")] = COVERAGE_PAGE,
) -> None:
    """List all answers by status and due date, or write the coverage matrix as a page."""
    library = _library()
    if html:
        _write(to, coverage_page(library, date.today()))
        return
    if status and status not in STATUSES:
        give_up(f"{status!r} is no status, {suggestion(status, STATUSES)}")
    listed = _named(topic, library) if topic else library.written()
    tables.show_list([one for one in listed if status in (None, one.status)], console)


@content.command()
def show(id_: ContentId) -> None:
    """Show a text as visitors read it, with its status, dates and sources."""
    library = _library()
    for one in _named(id_, library):
        tables.show_text(one, library, console)


@content.command("due")
def due_(
    before: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The first day that does not count; today."),
    ] = None,
) -> None:
    """List what must be checked again before a day."""
    day = before.date() if before else date.today()
    found = due(_library(), day)
    for one in found:
        console.print(f"{one.review.due}  {one.id}")
    console.print(f"{len(found)} due before {day}.")


@content.command("withdraw")
def withdraw_(
    id_: ContentId,
    why: Annotated[str, typer.Option(help="Why it is taken back, for editors.")],
) -> None:
    """Take an answer back: the next model does without it."""
    try:
        found = withdraw(id_, why, date.today(), _library(), KNOWLEDGE)
    except (UnknownContentError, ValidationError) as error:
        give_up(_reason(error))
    for one in found:
        console.print(f"Withdrawn: {one.id}")
    console.print("`make train` makes a model without it; `make serve` does so by itself.")


@content.command("sign")
def sign_(
    id_: ContentId,
    by: Annotated[str, typer.Option(help="Who has read it.")],
    role: Annotated[str, typer.Option(help='In what role: "consultant dermatologist".')],
) -> None:
    """Record that a clinician has read a text and lets it stand; any edit drops the signature."""
    try:
        found = sign(id_, by, role, date.today(), _library(), KNOWLEDGE)
    except (UnknownContentError, ValidationError) as error:
        give_up(_reason(error))
    for one in found:
        console.print(f"Signed by {by}: {one.id}", markup=False)


@content.command()
def diff(
    revision: Annotated[
        str | None, typer.Argument(help="A git revision; the last tag if none is given.")
    ] = None,
) -> None:
    """Show what changed in words since a revision, for a reviewer."""
    try:
        found = changes(revision)
    except RevisionError as error:
        give_up(str(error))
    tables.show_changes(found, console)


@content.command()
def sources(
    source: Annotated[str | None, typer.Argument(help="The id of one source.")] = None,
) -> None:
    """List each source with the answers that rest on it."""
    library = _library()
    if source and source not in library.sources:
        give_up(f"{source!r} is no source, {suggestion(source, library.sources)}")
    resting = resting_on(library)
    for id_ in [source] if source else resting:
        tables.show_source(id_, resting[id_], library, console)


def faults_of_content(library: Library) -> list[Problem]:
    """Find all that `thatch check` holds against files that can be read: prose, gaps, dates."""
    return [
        *_faults_of_prose(library),
        *(
            Problem(
                shown(KNOWLEDGE / f"{topic.kind}s" / f"{topic.id}.yml"),
                f"answers.{aspect}",
                f"is missing of a {topic.kind}, write it or say `not_covered:` and why",
            )
            for topic in library.topics.values()
            for aspect in missing(topic)
        ),
        *(
            Problem(one.id, "review.due", f"was {one.review.due}, check it again and move the date")
            for one in due(library, date.today())
        ),
    ]


def _faults_of_prose(library: Library) -> list[Problem]:
    # Only where it is needed: what measures prose would take 10 MB of an assistant that serves.
    from thatch.content.linting import lint as lint_all

    return lint_all(library, KNOWLEDGE)


def _library() -> Library:
    try:
        return load(KNOWLEDGE)
    except KnowledgeError as error:
        show_problems(error.problems)
        raise typer.Exit(1) from error


def _named(id_: str, library: Library) -> list[Curated]:
    try:
        return named(id_, library)
    except UnknownContentError as error:
        give_up(str(error))


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        fault = error.errors()[0]
        return f"--{fault['loc'][0]}: write one line of plain words"
    return str(error)


def _write(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        give_up(f"{path} cannot be written: {error.strerror}")
    console.print(f"Wrote {shown(path.resolve())}")


def _knowledge_file(path: Path) -> Path:
    if not (path.is_file() and path.resolve().is_relative_to(KNOWLEDGE)):
        give_up(f"{path} is no knowledge file, name one such as data/knowledge/treatments/prp.yml")
    return path.resolve()
