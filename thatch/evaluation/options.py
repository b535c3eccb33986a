"""The options of `thatch evaluate`."""

from pathlib import Path
from typing import Annotated

import typer

from thatch.paths import ROOT

_LABELLED = ROOT / "benchmarks" / "understanding"

QUESTIONS = [_LABELLED / "questions.jsonl", _LABELLED / "red_flags.jsonl"]
CONVERSATIONS = [_LABELLED / "conversations.jsonl", _LABELLED / "everyday_conversations.jsonl"]

Questions = Annotated[
    list[Path],
    typer.Option(help="Labelled messages, a JSON object a line. May be given several times."),
]
Conversations = Annotated[
    list[Path],
    typer.Option(help="Labelled conversations, a JSON object a line. May be given several times."),
]
Json = Annotated[Path | None, typer.Option("--json", help="A file to write all findings to.")]
Html = Annotated[Path | None, typer.Option("--html", help="A file to write a report page to.")]
