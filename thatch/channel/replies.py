"""Turns what Rasa has said into the messages and the answer of the contract."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from rasa.shared.core.events import BotUttered, Event, UserUttered

from thatch.knowledge.vocabulary import URGENCIES

Message = dict[str, Any]
Uttered = dict[str, Any]
"""A bot's message as Rasa hands it to an output channel: its text, and what came with it."""

SHOWN = "shown"
"""Under which a visitor's message keeps the words they typed or chose, where Rasa got others."""
UNSEEN = "unseen"
"""Marks what the channel itself told Rasa, which is no message of the visitor's."""

_KINDS = (
    "refused",
    "red_flag",
    "answer",
    "clarify",
    "out_of_scope",
    "admin",
    "unknown",
    "smalltalk",
)
"""Where a reply has texts of several kinds, the first of these names it."""


def history(events: Iterable[Event]) -> Iterator[Message]:
    """Give all messages of a conversation in order, numbered.

    Args:
        events: those of the whole tracker.
    """
    seen = (event for event in events if _is_message(event))
    for seq, event in enumerate(seen):
        if isinstance(event, UserUttered):
            yield _message(seq, "visitor", event.timestamp, event.metadata[SHOWN])
        elif isinstance(event, BotUttered):
            yield assistant_message(seq, event.message())


def assistant_message(seq: int, uttered: Uttered) -> Message:
    """Give one of the assistant's messages as the contract has it."""
    message = _message(seq, "assistant", uttered["timestamp"], uttered["text"])
    metadata = uttered.get("metadata", {})
    message["part"] = metadata.get("part", "text")
    if reviewed := metadata.get("item", {}).get("reviewed"):
        message["reviewed"] = reviewed
    if message["part"] == "red_flag":
        message["urgency"] = metadata["urgency"]
        message["contacts"] = metadata["contacts"]
    if table := uttered.get("table"):
        message["table"] = table
    if buttons := uttered.get("buttons"):
        message["buttons"] = [
            {"choice": choice_id(seq, index), "title": button["title"]}
            for index, button in enumerate(buttons)
        ]
    return message


def choice_id(seq: int, index: int) -> str:
    """Name a button: opaque to clients, and found again from the conversation alone."""
    return f"c{seq}-{index}"


def answer(uttered: Sequence[Uttered], model: str, content_hash: str) -> dict[str, Any]:
    """Sum up one reply.

    Args:
        uttered: its messages.
        model: the id of the model that gave it.
        content_hash: the content that the model was trained with.
    """
    parts = [one.get("metadata", {}) for one in uttered]
    kinds = {part["kind"] for part in parts if "kind" in part}
    urgencies = {part["urgency"] for part in parts if "urgency" in part}
    return {
        "kind": next((kind for kind in _KINDS if kind in kinds), "unknown"),
        "topics": _unique(topic for one in uttered for topic in one.get("topics") or ()),
        "aspects": _unique(aspect for one in uttered for aspect in one.get("aspects") or ()),
        "items": [
            *(
                {**part["item"], **(one.get("on") or {})}
                for one, part in zip(uttered, parts, strict=True)
                if "item" in part
            ),
            *(item for one in uttered for item in one.get("items") or ()),
        ],
        "caveats": _merged(caveat for one in uttered for caveat in one.get("caveats") or ()),
        "red_flags": [part["red_flag"] for part in parts if "red_flag" in part],
        "urgency": min(urgencies, key=URGENCIES.index, default=None),
        "contacts": _unique(contact for part in parts for contact in part.get("contacts", ())),
        "sources": [source for one in uttered for source in one.get("sources") or ()],
        "model": model,
        "content_hash": content_hash,
    }


def _is_message(event: Event) -> bool:
    return isinstance(event, BotUttered) or (
        isinstance(event, UserUttered) and not event.metadata.get(UNSEEN)
    )


def _message(seq: int, sender: str, timestamp: float, text: str) -> Message:
    time = datetime.fromtimestamp(timestamp, UTC).isoformat(timespec="milliseconds")
    return {"seq": seq, "from": sender, "time": time.replace("+00:00", "Z"), "text": text}


def _merged(caveats: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Name each caveat once, with all regulators that it speaks of for any treatment."""
    merged: dict[str, dict[str, Any]] = {}
    for caveat in caveats:
        first = merged.setdefault(caveat["id"], {"id": caveat["id"]})
        regulators = _unique([*first.get("regulators", ()), *caveat.get("regulators", ())])
        merged[caveat["id"]] = {**first, **({"regulators": regulators} if regulators else {})}
    return list(merged.values())


def _unique(values: Iterable[Any]) -> list[Any]:
    unique: list[Any] = []
    for value in values:
        if value not in unique:
            unique.append(value)
    return unique
