"""Takes answers back, signs them, and says which are due to be checked again."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from thatch.knowledge import Curated, Library
from thatch.knowledge.problems import suggestion
from thatch.knowledge.schema import Review, Signature, Withdrawal


class UnknownContentError(Exception):
    """No answer has this id; says which may be meant."""


@dataclass(frozen=True)
class Due:
    """Something that must be checked again."""

    id: str
    review: Review


def named(id_: str, library: Library) -> list[Curated]:
    """Find the texts that an id names: of a topic, of an answer, or of one region's answer.

    Args:
        id_: "prp", "prp.approval" or "prp.approval.uk".
        library: the knowledge.

    Raises:
        UnknownContentError: there is none.
    """
    written = library.written()
    found = [one for one in written if id_ in (one.content.partition(".")[0], one.content, one.id)]
    if not found:
        known = {name for one in written for name in (one.content, one.id)} | set(library.topics)
        raise UnknownContentError(f"{id_!r} is no answer, {suggestion(id_, known)}")
    return found


def withdraw(id_: str, why: str, today: date, library: Library, folder: Path) -> list[Curated]:
    """Take an answer back: the next model does without it.

    Args:
        id_: of an answer, or of what one region is told; not of a whole topic.
        why: for editors.
        today: the day of the withdrawal.
        library: the knowledge.
        folder: where its files are.

    Returns:
        The texts that are told no more.

    Raises:
        UnknownContentError: there is no such answer.
    """
    found = _answer(id_, library)
    entry = Withdrawal(why=why, withdrawn=today)
    _add(folder / "withdrawn.yml", {id_: entry.model_dump(mode="python")})
    return found


def sign(
    id_: str, by: str, role: str, today: date, library: Library, folder: Path
) -> list[Curated]:
    """Record that a clinician has read a text and lets it stand; any edit drops the signature.

    Args:
        id_: of an answer, of which each region's text is signed, or of one region's.
        by: who signs.
        role: in what role: "consultant dermatologist".
        today: the day of signing.
        library: the knowledge.
        folder: where its files are.

    Returns:
        The texts that were signed.

    Raises:
        UnknownContentError: there is no such answer.
    """
    found = _answer(id_, library)
    entries = {
        one.id: Signature(by=by, role=role, signed=today, text_hash=one.text_hash) for one in found
    }
    _add(folder / "signatures.yml", {id_: one.model_dump() for id_, one in entries.items()})
    return found


def due(library: Library, before: date) -> list[Due]:
    """List what must be checked again before a day, the most urgent first.

    Args:
        library: the knowledge.
        before: the first day that does not count.
    """
    reviews = [
        *(Due(one.id, one.review) for one in library.written() if one.status != "withdrawn"),
        *(Due(f"red_flag.{id_}", one.review) for id_, one in library.red_flags.items()),
        *(Due(f"guidance.{id_}", one.review) for id_, one in library.guidance.items()),
    ]
    found = [one for one in reviews if one.review.due < before]
    return sorted(found, key=lambda one: (one.review.due, one.id))


def dropped_signature(one: Curated, library: Library) -> Signature | None:
    """Give the signature that a text had before it was edited, if it had any."""
    signature = library.signatures.get(one.id)
    return signature if signature and signature.text_hash != one.text_hash else None


def _answer(id_: str, library: Library) -> list[Curated]:
    if "." not in id_:
        raise UnknownContentError(
            f"{id_!r} names no single answer, write one such as 'prp.pain' or 'prp.approval.uk'"
        )
    return named(id_, library)


def _add(path: Path, entries: dict[str, dict[str, Any]]) -> None:
    """Add entries to a file and keep the comment at its head."""
    text = path.read_text(encoding="utf-8")
    head = [line for line in text.splitlines(keepends=True) if line.startswith("#")]
    held = (yaml.safe_load(text) or {}) | entries
    body = yaml.safe_dump(held, allow_unicode=True, width=96)
    path.write_text("".join(head) + body, encoding="utf-8")
