"""The `thatch` command."""

from typing import Annotated, NoReturn

import typer
from rich.console import Console

from thatch.clinic import read_clinic
from thatch.content.commands import content, faults_of_content, show_problems
from thatch.knowledge import KnowledgeError, Library, load
from thatch.knowledge.json_schema import write_schemas
from thatch.paths import KNOWLEDGE, ROOT
from thatch.processes import StoppedError, free_port
from thatch.recording import record
from thatch.serving import ServingError, running
from thatch.serving import serve as serve_until_stopped
from thatch.shell import shell as talk
from thatch.training import TrainingError, ensure_trained
from thatch.training import train as train_model

app = typer.Typer(
    help="A rule-based consultation assistant on hair loss, for a clinic's own website.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)
app.add_typer(content)
console = Console(highlight=False)

Port = Annotated[int, typer.Option(help="The port to listen on.", envvar="PORT", min=1, max=65535)]
Host = Annotated[
    str,
    typer.Option(help="The address to listen on; 0.0.0.0 for all of the machine's.", envvar="HOST"),
]


@app.command()
def serve(port: Port = 8080, host: Host = "127.0.0.1") -> None:
    """Train if content or data have changed, then serve the assistant until Ctrl-C."""
    try:
        _checked()
        ensure_trained(console)
        serve_until_stopped(console, host, port)
    except (ServingError, StoppedError, TrainingError) as error:
        _give_up(error)
    except KeyboardInterrupt:
        console.print("Stopped.")


@app.command()
def shell() -> None:
    """Talk to the assistant in the terminal; /stop ends the conversation."""
    try:
        _checked()
        ensure_trained(console)
        raise typer.Exit(talk(console))
    except (StoppedError, TrainingError) as error:
        _give_up(error)
    except KeyboardInterrupt:
        console.print("Stopped.")


@app.command()
def train() -> None:
    """Train the model from content and data."""
    try:
        _checked()
        train_model(console)
    except TrainingError as error:
        _give_up(error)


@app.command()
def check() -> None:
    """Check all content, and name every fault in one run."""
    library = _checked()
    if faults := faults_of_content(library):
        show_problems(faults)
        raise typer.Exit(1)
    console.print(
        f"All is well: {len(library.all_answers())} answers on {len(library.topics)} topics, "
        f"{len(library.red_flags)} red flags, {len(library.sources)} sources."
    )


@app.command()
def conversation() -> None:
    """Hold the conversation of docs/conversation.yml and write docs/conversation.md."""
    try:
        _checked()
        ensure_trained(console)
        port = free_port()
        with running(console, "127.0.0.1", port):
            path = record(f"http://127.0.0.1:{port}")
        console.print(f"Wrote {path.relative_to(ROOT)}")
    except (ServingError, StoppedError, TrainingError) as error:
        _give_up(error)


@app.command()
def schema() -> None:
    """Write the JSON Schemas by which editors complete and check content files."""
    for path in write_schemas():
        console.print(f"Wrote {path.relative_to(ROOT)}")


def _checked() -> Library:
    """Read all content, or name its faults and exit."""
    problems = []
    try:
        library = load(KNOWLEDGE)
    except KnowledgeError as error:
        problems += error.problems
    try:
        read_clinic(ROOT / "clinic.yml")
    except KnowledgeError as error:
        problems += error.problems
    show_problems(problems)
    if problems:
        raise typer.Exit(1)
    return library


def _give_up(error: Exception) -> NoReturn:
    console.print(str(error), soft_wrap=True, markup=False)
    raise typer.Exit(1)
