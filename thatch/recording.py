"""Holds a conversation with a running assistant and writes it down as it came out."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import yaml

from thatch.paths import ROOT

DOCS = ROOT / "docs"

_HEAD = """# A conversation

Made by `thatch conversation` from [conversation.yml](conversation.yml): what the visitor says is
given, what the assistant says is as it came out. Below each reply stands what was understood.
"""

_ANSWERS_HEAD = """# Fifteen answers

Made by `thatch content answers` from [answers.yml](answers.yml): fifteen questions that are hard to
answer well, each asked in a conversation of its own. The answers are as they came out.
"""


def record(address: str) -> Path:
    """Say all turns of the script and write the conversation.

    Args:
        address: where the assistant answers, such as http://127.0.0.1:8080.

    Returns:
        The file.
    """
    script = _script("conversation")
    greeting, *told = _conversation(address, script["region"], script["turns"])
    return _written("conversation", [_HEAD, greeting, *told])


def record_answers(address: str) -> Path:
    """Ask each question of docs/answers.yml in a conversation of its own and write the answers.

    Args:
        address: where the assistant answers, such as http://127.0.0.1:8080.

    Returns:
        The file.
    """
    parts = [_ANSWERS_HEAD]
    for question in _script("answers")["questions"]:
        _, *told = _conversation(address, question["region"], [question["asked"]])
        parts += [*told, f"<sub>asked in: {question['region']}</sub>"]
    return _written("answers", parts)


def _script(name: str) -> dict[str, Any]:
    script: dict[str, Any] = yaml.safe_load((DOCS / f"{name}.yml").read_text(encoding="utf-8"))
    return script


def _written(name: str, parts: list[str]) -> Path:
    path = DOCS / f"{name}.md"
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return path


def _conversation(address: str, region: str, turns: list[str]) -> Iterator[str]:
    """Hold a conversation, and give the greeting and then each turn as it reads."""
    with httpx.Client(base_url=f"{address}/webhooks/web", timeout=30) as client:
        session = client.post("/sessions", json={"region": region, "consent": True})
        session.raise_for_status()
        client.headers["Authorization"] = f"Bearer {session.json()['token']}"
        yield _said(session.json()["messages"])
        for text in turns:
            reply = client.post("/messages", json={"id": str(uuid.uuid4()), "text": text})
            reply.raise_for_status()
            yield f"## {text}"
            yield _said(reply.json()["messages"])
            yield _understood(reply.json())


def _said(messages: list[dict[str, Any]]) -> str:
    return "\n\n".join(
        _quoted(message["text"]) + _buttons(message.get("buttons", ())) for message in messages
    )


def _quoted(text: str) -> str:
    """Quote a text; its *bold* is Markdown's **bold**."""
    return "\n".join(f"> {line}" for line in text.replace("*", "**").split("\n"))


def _buttons(buttons: Any) -> str:
    titles = " ".join(f"`{button['title']}`" for button in buttons)
    return f"\n>\n> {titles}" if titles else ""


def _understood(reply: dict[str, Any]) -> str:
    answer = reply["answer"]
    facts = {
        "kind": answer["kind"],
        "topics": ", ".join(answer["topics"]),
        "aspects": ", ".join(answer["aspects"]),
        "caveats": ", ".join(_caveat(one) for one in answer["caveats"]),
        "red flags": ", ".join(answer["red_flags"]),
    }
    return (
        "<sub>" + " · ".join(f"{name}: {fact}" for name, fact in facts.items() if fact) + "</sub>"
    )


def _caveat(caveat: dict[str, Any]) -> str:
    regulators = caveat.get("regulators")
    return f"{caveat['id']} ({', '.join(regulators)})" if regulators else str(caveat["id"])
