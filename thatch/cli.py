"""The `thatch` command."""

from pathlib import Path
from typing import Annotated, Literal

import typer
from rasa.shared.exceptions import RasaException

from thatch import embedding
from thatch.clinic import read_clinic
from thatch.content.commands import content, faults_of_content
from thatch.embedding import EmbedError
from thatch.evaluation.labelled import LabelledError
from thatch.evaluation.options import CONVERSATIONS, QUESTIONS, Conversations, Html, Json, Questions
from thatch.knowledge import KnowledgeError, Library, load
from thatch.knowledge.files import lost_in
from thatch.knowledge.json_schema import write_schemas
from thatch.knowledge.vocabulary import Region
from thatch.paths import KNOWLEDGE, NLU, ROOT
from thatch.processes import StoppedError, free_port
from thatch.quiet import quieten_rasa
from thatch.recording import record
from thatch.server import become_server
from thatch.serving import CREDENTIALS, ServingError, require_free, running
from thatch.shell import shell as talk
from thatch.terminal import console, give_up, say, show_problems
from thatch.training import TrainingError, ensure_trained
from thatch.training import train as train_model
from thatch.tuning.config_file import ConfigError
from thatch.widget import BUILT, WidgetError, ensure_built

app = typer.Typer(
    help="A rule-based consultation assistant on hair loss, for a clinic's own website.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)
app.add_typer(content)

Port = Annotated[int, typer.Option(help="The port to listen on.", envvar="PORT", min=1, max=65535)]
Host = Annotated[
    str,
    typer.Option(help="The address to listen on; 0.0.0.0 for all of the machine's.", envvar="HOST"),
]


Credentials = Annotated[
    Path, typer.Option(help="The file with the web channel's settings.", exists=True)
]


@app.command()
def serve(
    port: Port = 8080, host: Host = "127.0.0.1", credentials: Credentials = CREDENTIALS
) -> None:
    """Train if content or data have changed, then serve the assistant until Ctrl-C."""
    try:
        require_free(host, port)
        _checked()
        ensure_trained(console)
        ensure_built(console)
        become_server(host, port, credentials)
    except (ServingError, TrainingError, WidgetError) as error:
        give_up(error)
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
        give_up(error)
    except KeyboardInterrupt:
        console.print("Stopped.")


@app.command()
def train() -> None:
    """Train the model from content and data."""
    try:
        _checked()
        train_model(console)
    except TrainingError as error:
        give_up(error)


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
def embed(
    website: Annotated[str, typer.Argument(help="The website, such as https://clinic.example.")],
    origin: Annotated[
        str, typer.Option(help="Where the assistant runs, such as https://ask.clinic.example.")
    ],
    region: Annotated[Region, typer.Option(help="Whose rules and phone numbers hold.")] = "uk",
    locale: Annotated[str, typer.Option(help="The language of buttons and notices.")] = "en-GB",
    title: Annotated[str | None, typer.Option(help="What stands above the chat.")] = None,
    colour: Annotated[str | None, typer.Option(help="The clinic's colour, as #1d5c4f.")] = None,
    position: Annotated[
        Literal["end", "start"] | None,
        typer.Option(help="The corner: the end of a line or its start."),
    ] = None,
) -> None:
    """Print the tag that puts the assistant on a website, and what that website has to allow."""
    try:
        here, server = embedding.origin(website), embedding.origin(origin)
        settings = {
            "region": region,
            "locale": embedding.locale(locale),
            "title": title,
            "colour": colour and embedding.colour(colour),
            "position": position,
            "privacy-url": read_clinic(ROOT / "clinic.yml").privacy,
        }
        ensure_built(console)
        tag = embedding.Tag(server, embedding.integrity(BUILT / "thatch.js"), settings)
        missing = embedding.missing_origin(here, server, ROOT / "credentials.yml")
    except (EmbedError, KnowledgeError, RasaException, WidgetError) as error:
        give_up(error)
    say(f"Paste this before </body> of each page of {here}:\n\n{tag}\n")
    say("If the website sends a Content-Security-Policy, it needs these in it:\n")
    say("\n".join(f"{directive};" for directive in embedding.policy(here, server)))
    say("\nThe hash is that of this version. After an update, run this again and paste anew.")
    if missing:
        say(f"\n{missing}")
        raise typer.Exit(1)


@app.command()
def evaluate(
    questions: Questions = QUESTIONS,
    conversations: Conversations = CONVERSATIONS,
    json: Json = None,
    html: Html = None,
) -> None:
    """Measure how well labelled messages are understood, through the running pipeline."""
    quieten_rasa()
    # Brings in Rasa, which takes seconds that no other command should wait for.
    from thatch.evaluation.command import evaluate_files

    try:
        library = _checked()
        ensure_trained(console)
        evaluate_files(console, library, questions, conversations, json, html)
    except (LabelledError, StoppedError, TrainingError) as error:
        give_up(error)


@app.command()
def tune(
    folds: Annotated[int, typer.Option(help="Parts that are held out in turn.", min=2)] = 5,
    sample: Annotated[
        int | None, typer.Option(help="Only try it, on so many messages.", min=100)
    ] = None,
) -> None:
    """Choose the thresholds in config.yml from data/nlu, and say why."""
    quieten_rasa()
    # Brings in Rasa, as above.
    from thatch.tuning.command import tune_thresholds

    try:
        _checked()
        tune_thresholds(console, folds, sample)
    except ConfigError as error:
        give_up(error)


@app.command()
def count() -> None:
    """Count in data/nlu what is asked of each topic, into data/knowledge/asked.yml."""
    quieten_rasa()
    # Brings in Rasa, as above.
    from thatch.tuning.counting import count_asked

    count_asked(console, _checked())


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
        give_up(error)


@app.command()
def schema() -> None:
    """Write the JSON Schemas by which editors complete and check content files."""
    for path in write_schemas():
        console.print(f"Wrote {path.relative_to(ROOT)}")


def _checked() -> Library:
    """Read all content, or name its faults and exit."""
    problems = lost_in(NLU.glob("**/*.yml"))
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
