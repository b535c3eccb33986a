"""`thatch evaluate`: asks the trained assistant labelled messages and reports."""

import json
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from thatch.evaluation.asking import Interview
from thatch.evaluation.evaluation import Evaluation, judge
from thatch.evaluation.labelled import (
    LabelledConversation,
    LabelledError,
    Question,
    read_conversations,
    read_questions,
)
from thatch.evaluation.reporting import as_dict, as_page, tell
from thatch.knowledge import Library
from thatch.processes import Crew
from thatch.serving import start_actions
from thatch.training import MODEL


def evaluate_files(
    console: Console,
    library: Library,
    questions: Sequence[Path],
    conversations: Sequence[Path],
    json_file: Path | None,
    html_file: Path | None,
) -> None:
    """Ask all that labelled files hold and report what was understood.

    Args:
        console: where progress and findings are told.
        library: the knowledge that the model was trained with.
        questions: files of messages.
        conversations: files of conversations.
        json_file: where to write all findings, if anywhere.
        html_file: where to write a page, if anywhere.

    Raises:
        LabelledError: a file cannot be read, or a report not be written.
        StoppedError: the action server has ended.
    """
    messages = [one for path in questions for one in read_questions(path)]
    talks = [one for path in conversations for one in read_conversations(path)]
    _refuse_unwritable(json_file, html_file)
    evaluation = _ask(console, library, messages, talks)
    tell(evaluation, console)
    if json_file:
        findings = json.dumps(as_dict(evaluation), indent=2, ensure_ascii=False)
        _write(json_file, findings + "\n", console)
    if html_file:
        turns = sum(len(talk.turns) for talk in talks)
        asked = f"{len(messages)} messages, and {len(talks)} conversations of {turns} turns in all"
        _write(html_file, as_page(evaluation, asked), console)


def _ask(
    console: Console,
    library: Library,
    questions: Sequence[Question],
    conversations: Sequence[LabelledConversation],
) -> Evaluation:
    with Crew() as crew:
        with console.status("Loading the model"):
            interview = Interview.with_model(MODEL, start_actions(crew), library)
        with Progress(console=console) as progress:
            task = progress.add_task("Asking", total=len(questions) + len(conversations))
            heard = interview.ask_each(questions, lambda: progress.advance(task))
            in_turn = interview.converse(conversations, lambda: progress.advance(task))
    return judge(questions, heard, conversations, in_turn, library)


def _refuse_unwritable(*files: Path | None) -> None:
    """Find out before a minute of asking, not after it."""
    for path in files:
        if path and not path.parent.is_dir():
            raise LabelledError(f"{path} cannot be written: {path.parent} is no folder; make it.")


def _write(path: Path, text: str, console: Console) -> None:
    path.write_text(text, encoding="utf-8")
    console.print(f"Wrote {path}", markup=False)
