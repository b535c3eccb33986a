"""Files of labelled messages are read, or refused with the line and what is wrong."""

from pathlib import Path

import pytest

from thatch.evaluation.labelled import LabelledError, read_conversations, read_questions
from thatch.evaluation.options import CONVERSATIONS, QUESTIONS

GOOD = '{"id": "t1", "text": "meso?", "kind": "in_scope", "labels": {"topics": [], "aspects": []}}'


def _file(folder: Path, *lines: str) -> Path:
    path = folder / "labelled.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_projects_own_files_are_read() -> None:
    assert all(read_questions(path) for path in QUESTIONS)
    assert all(read_conversations(path) for path in CONVERSATIONS)


def test_empty_lines_are_left_out(tmp_path: Path) -> None:
    assert [one.id for one in read_questions(_file(tmp_path, GOOD, "", GOOD))] == ["t1", "t1"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "line 2: is no JSON"),
        ("[]", "line 2: should be a JSON object"),
        ('{"id": "t2", "kind": "in_scope", "labels": {}}', "line 2: text: Field required"),
        (GOOD.replace('"topics": []', '"topics": "prp"'), "line 2: labels.topics"),
        (GOOD.replace("in_scope", "inscope"), "line 2: kind"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, fault: str) -> None:
    path = _file(tmp_path, GOOD, line)
    with pytest.raises(LabelledError) as error:
        read_questions(path)
    assert str(error.value).startswith(f"{path}: {fault}")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LabelledError, match="is no file"):
        read_questions(tmp_path / "none.jsonl")


def test_a_file_without_messages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LabelledError, match="holds nothing"):
        read_questions(_file(tmp_path, ""))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "labelled.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LabelledError, match="is no UTF-8"):
        read_questions(path)


def test_conversations_in_place_of_messages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LabelledError, match="line 1: turns: Field required"):
        read_conversations(_file(tmp_path, GOOD))
