"""The `thatch content` commands, for editors and reviewers."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from thatch.content.linting import lint as lint_all
from thatch.knowledge import KnowledgeError, Library, Problem, load
from thatch.knowledge.files import shown
from thatch.paths import KNOWLEDGE

content = typer.Typer(
    name="content",
    help="Look after the answers: lint, list, withdraw, sign and compare them.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
console = Console(highlight=False)


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
    faults = [one for one in lint_all(library, KNOWLEDGE) if not wanted or one.file in wanted]
    show_problems(faults)
    if faults:
        raise typer.Exit(1)
    console.print("The prose is well.")


def show_problems(problems: Iterable[Problem]) -> None:
    """Print faults, one a line."""
    for problem in problems:
        console.print(str(problem), soft_wrap=True, markup=False)


def _library() -> Library:
    try:
        return load(KNOWLEDGE)
    except KnowledgeError as error:
        show_problems(error.problems)
        raise typer.Exit(1) from error


def _knowledge_file(path: Path) -> Path:
    if not (path.is_file() and path.resolve().is_relative_to(KNOWLEDGE)):
        _give_up(f"{path} is no knowledge file, name one such as data/knowledge/treatments/prp.yml")
    return path.resolve()


def _give_up(why: str) -> NoReturn:
    console.print(why, soft_wrap=True, markup=False)
    raise typer.Exit(1)
