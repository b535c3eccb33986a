"""Compares classifiers and writes docs/understanding.md: python -m benchmarks.bake_off."""

import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rich.console import Console

from benchmarks.bake_off.candidates import candidates
from benchmarks.bake_off.contest import Messages, compete, compete_with_diet, time_whole
from benchmarks.bake_off.page import write
from thatch.evaluation.labelled import LabelledError, Question, read_questions
from thatch.evaluation.options import QUESTIONS
from thatch.importer import KnowledgeImporter
from thatch.knowledge import load
from thatch.paths import KNOWLEDGE, ROOT
from thatch.quiet import quieten_rasa
from thatch.training import MODEL, ensure_trained
from thatch.tuning.command import CLASSIFIER
from thatch.tuning.pipeline import project_importer, read_all, settings_of, training_messages

console = Console(highlight=False)

Others = Annotated[
    list[Path],
    typer.Option("--questions", help="More labelled messages. May be given several times."),
]
Sample = Annotated[
    int | None, typer.Option(help="Learn from so many messages of data/nlu, if not all.", min=500)
]
Folds = Annotated[int, typer.Option(help="Parts that are held out in turn.", min=2)]
Diet = Annotated[bool, typer.Option(help="Compare stock DIET too, which takes long.")]
Environment = Annotated[
    Path | None, typer.Option(help="A folder for DIET's environment, kept for the next time.")
]


def main(
    questions: Others = [],  # noqa: B006
    folds: Folds = 5,
    sample: Sample = None,
    diet: Diet = True,
    environment: Environment = None,
) -> None:
    """Measure all competitors and write the table and the picture."""
    quieten_rasa()
    importer = project_importer()
    try:
        messages = _messages(importer, questions, sample)
    except LabelledError as error:
        console.print(str(error), soft_wrap=True, markup=False)
        raise typer.Exit(1) from error
    ensure_trained(console)
    with tempfile.TemporaryDirectory() as made, console.status("Beginning") as status:
        rows = []
        for candidate in candidates(settings_of(CLASSIFIER, importer)):
            status.update(candidate.name)
            rows.append(compete(candidate, messages, folds))
        folder = Path(made)
        rows.append(time_whole(messages, Path(sys.executable), MODEL, folder))
        if diet:
            place = environment or folder
            place.mkdir(parents=True, exist_ok=True)
            rows.append(
                compete_with_diet(
                    messages, folds, place.resolve(), lambda step: status.update(f"DIET: {step}")
                )
            )
    write(rows, _told(messages, folds))
    console.print((ROOT / "docs" / "understanding.md").read_text(encoding="utf-8"), markup=False)


def _messages(importer: KnowledgeImporter, others: Sequence[Path], sample: int | None) -> Messages:
    aspects = load(KNOWLEDGE).aspects
    training, benchmark, other = read_all(
        importer,
        [
            training_messages(importer, sample),
            _asked(read_questions(QUESTIONS[0])),
            _asked(one for path in others for one in read_questions(path)),
        ],
    )
    return Messages(training, benchmark, other, aspects)


def _asked(questions: Iterable[Question]) -> TrainingData:
    """Take the messages that ask something within the scope and need no context."""
    return TrainingData(
        [
            _message(one.text, one.labels.aspects, one.labels.aspects_optional)
            for one in questions
            if one.kind == "in_scope" and one.labels.aspects and not one.context
        ]
    )


def _message(text: str, aspects: Sequence[str], optional: Sequence[str]) -> Message:
    example = {"also": list(aspects[1:]), "maybe": list(optional)}
    return Message.build(text, aspects[0], example_metadata=example)


def _told(messages: Messages, folds: int) -> str:
    return (
        f"Learnt from {len(messages.training)} messages of data/nlu, in {folds} folds; heard "
        f"{len(messages.benchmark)} messages of questions.jsonl and {len(messages.others)} of "
        "other files. Recall / precision / exact set, in per cent."
    )


if __name__ == "__main__":
    typer.run(main)
