"""Holds a conversation with a running assistant and writes it down as it came out."""

import uuid
from pathlib import Path
from typing import Any

import httpx
import yaml

from thatch.paths import ROOT

SCRIPT = ROOT / "docs" / "conversation.yml"
RECORD = ROOT / "docs" / "conversation.md"

_HEAD = """# A conversation

Made by `thatch conversation` from [conversation.yml](conversation.yml): what the visitor says is
given, what the assistant says is as it came out. Below each reply stands what was understood.
"""


def record(address: str) -> Path:
    """Say all turns of the script and write the conversation.

    Args:
        address: where the assistant answers, such as http://127.0.0.1:8080.

    Returns:
        The file.
    """
    script = yaml.safe_load(SCRIPT.read_text(encoding="utf-8"))
    with httpx.Client(base_url=f"{address}/webhooks/web", timeout=30) as client:
        session = client.post("/sessions", json={"region": script["region"], "consent": True})
        session.raise_for_status()
        client.headers["Authorization"] = f"Bearer {session.json()['token']}"
        parts = [_HEAD, _said(session.json()["messages"])]
        for text in script["turns"]:
            reply = client.post("/messages", json={"id": str(uuid.uuid4()), "text": text})
            reply.raise_for_status()
            parts += [f"## {text}", _said(reply.json()["messages"]), _understood(reply.json())]
    RECORD.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return RECORD


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
