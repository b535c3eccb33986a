"""`thatch evaluate` on a few messages, through the model and a running action server."""

import json
import os
import subprocess
import sys
from pathlib import Path

from thatch.paths import ROOT

QUESTIONS = [
    {
        "id": "t1",
        "text": "how much is mesotherapy and does it hurt?",
        "kind": "in_scope",
        "labels": {"topics": ["mesotherapy"], "aspects": ["cost", "pain"]},
    },
    {
        "id": "t2",
        "text": "what is the capital of <b>France</b>?",
        "kind": "in_scope",
        "labels": {"topics": ["mesotherapy"], "aspects": ["cost"]},
    },
]
CONVERSATION = {
    "id": "c1",
    "turns": [
        {
            "text": "Hi, I'm Ali",
            "kind": "smalltalk",
            "labels": {"topics": [], "aspects": []},
            "state_after": {"name": "Ali"},
        },
        {
            "text": "does mesotherapy hurt?",
            "kind": "in_scope",
            "labels": {"topics": ["mesotherapy"], "aspects": ["pain"]},
            "state_after": {"name": "Ali", "last_topics": ["mesotherapy"]},
        },
    ],
}


def _evaluate(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "thatch", "evaluate", *options],
        cwd=ROOT,
        env={**os.environ, "THATCH_STATE": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_few_messages(_trained: None, tmp_path: Path) -> None:
    questions, conversations = tmp_path / "questions.jsonl", tmp_path / "conversations.jsonl"
    questions.write_text("\n".join(map(json.dumps, QUESTIONS)), encoding="utf-8")
    conversations.write_text(json.dumps(CONVERSATION), encoding="utf-8")
    findings, page = tmp_path / "findings.json", tmp_path / "report.html"
    ended = _evaluate(
        tmp_path,
        *("--questions", str(questions)),
        *("--conversations", str(conversations)),
        *("--json", str(findings)),
        *("--html", str(page)),
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stderr == "", "Rasa's log and warnings stay out"
    assert "every asked aspect answered" in ended.stdout
    assert "Not every aspect answered, by cause" in ended.stdout

    found = json.loads(findings.read_text(encoding="utf-8"))
    assert found["messages"]["every asked aspect answered"]["missed"] == ["t2"]
    assert found["messages"]["topic recall"]["right"] == 1
    assert found["turns"]["turn right"]["share"] == 1
    assert found["turns"]["name remembered"]["share"] == 1
    assert found["turns"]["topics remembered"]["share"] == 1
    assert [ids for ids in found["why_not_answered"].values() if ids] == [["t2"]]
    assert not any(found["why_turns_wrong"].values())
    assert [one["id"] for one in found["worst_messages"]] == ["t2"]

    html = page.read_text(encoding="utf-8")
    assert html.count("<svg") == 3
    assert "&lt;b&gt;France" in html, "a visitor's text is no markup"
    assert "src=" not in html, "the page needs no other file"


def test_a_bad_file_is_named_before_anything_is_asked(_trained: None, tmp_path: Path) -> None:
    missing = tmp_path / "none.jsonl"
    ended = _evaluate(tmp_path, "--questions", str(missing))
    assert ended.returncode == 1
    assert f"{missing} is no file" in ended.stdout
    assert "Asking" not in ended.stdout
