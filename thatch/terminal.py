"""How commands speak in the terminal."""

from collections.abc import Iterable
from typing import NoReturn

import typer
from rich.console import Console

from thatch.knowledge import Problem

console = Console(highlight=False)


def say(text: str) -> None:
    """Print a text as it is: lines unbroken, brackets no markup."""
    console.print(text, soft_wrap=True, markup=False)


def show_problems(problems: Iterable[Problem]) -> None:
    """Print faults, one a line."""
    for problem in problems:
        say(str(problem))


def give_up(why: Exception | str) -> NoReturn:
    """Say why a command cannot go on, and end it."""
    say(str(why))
    raise typer.Exit(1)
