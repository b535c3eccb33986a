"""Labelled messages and conversations, a JSON object a line, as real people write them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

Kind = Literal[
    "in_scope",
    "red_flag",
    "out_of_scope",
    "admin",
    "smalltalk",
    "adversarial",
    "topics_only",
    "flags_only",
]
"""What a message is; of the last two, nothing but topics or red flags is labelled."""


class LabelledError(Exception):
    """A file of labelled messages cannot be read; says which line and what is wrong."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


R = TypeVar("R", bound=_Record)


class Labels(_Record):
    """What one message asks. What is optional counts neither for nor against."""

    topics: tuple[str, ...]
    topics_optional: tuple[str, ...] = ()
    aspects: tuple[str, ...]
    aspects_optional: tuple[str, ...] = ()
    sex: str | None = None
    name: str | None = None
    red_flag: tuple[str, ...] = ()
    """Of which one must be raised."""
    red_flag_also_fine: tuple[str, ...] = ()


class Question(_Record):
    """One message, with the visitor's message before it where that matters."""

    id: str
    text: str
    context: str | None = None
    kind: Kind
    labels: Labels
    tags: tuple[str, ...] = ()


class State(_Record):
    """What must be remembered after a turn."""

    name: str | None = None
    sex: str | None = None
    last_topics: tuple[str, ...] = ()


class Turn(_Record):
    """One message of a conversation."""

    text: str
    kind: Kind
    labels: Labels
    state_after: State


class LabelledConversation(_Record):
    """Messages of one visitor, in order."""

    id: str
    turns: tuple[Turn, ...]


def read_questions(path: Path) -> list[Question]:
    """Read a file of messages.

    Raises:
        LabelledError: there is no such file, a line is no JSON or lacks a field, or all is empty.
    """
    return _read(Question, path)


def read_conversations(path: Path) -> list[LabelledConversation]:
    """Read a file of conversations; raises as `read_questions`."""
    return _read(LabelledConversation, path)


def _read(model: type[R], path: Path) -> list[R]:
    records = [_validated(model, line, place) for place, line in _lines(path)]
    if not records:
        raise LabelledError(f"{path}: holds nothing; write a JSON object a line.")
    return records


def _lines(path: Path) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield f"{path}: line {number}", json.loads(line)
        except ValueError as error:
            raise LabelledError(f"{path}: line {number}: is no JSON: {error}") from error


def _text(path: Path) -> str:
    if not path.is_file():
        raise LabelledError(f"{path} is no file; name one that holds a JSON object a line.")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise LabelledError(f"{path}: is no UTF-8: {error}") from error


def _validated(model: type[R], line: Any, place: str) -> R:
    if not isinstance(line, dict):
        raise LabelledError(f'{place}: should be a JSON object, as in {{"id": ...}}')
    try:
        return model.model_validate(line)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"]))
        raise LabelledError(f"{place}: {field}: {fault['msg']}") from error
