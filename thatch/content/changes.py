"""What changed in words since a revision, for whoever reviews it."""

import difflib
import io
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from thatch.knowledge.files import shown
from thatch.paths import KNOWLEDGE, ROOT

_FOR_VISITORS = frozenset(
    {"text", "advice", "when", "what", "course", "side_effects", "not_for", "uk", "us", "eu"}
)
"""The fields whose texts visitors read."""
_NEVER_READ = frozenset({"signs", "names", "companions", "sources", "review"})


class RevisionError(Exception):
    """There is no such revision; says what to name instead."""


@dataclass(frozen=True)
class Change:
    """One text that changed; empty where it is new or gone."""

    file: str
    field: str
    before: str
    after: str


def changes(revision: str | None) -> list[Change]:
    """List the texts that changed since a revision.

    Args:
        revision: as git names it; the last tag where it is None.

    Raises:
        RevisionError: there is no such revision, or no tag yet.
    """
    before = _texts_at(revision or _last_tag())
    after = {
        (shown(path), field): text
        for path in sorted(KNOWLEDGE.rglob("*.yml"))
        for field, text in _texts(yaml.safe_load(path.read_text(encoding="utf-8")))
    }
    return [
        Change(file, field, before.get((file, field), ""), after.get((file, field), ""))
        for file, field in sorted(before.keys() | after.keys())
        if before.get((file, field)) != after.get((file, field))
    ]


def in_words(change: Change) -> Iterator[tuple[str, str]]:
    """Tell a change word by word.

    Yields:
        "same", "gone" or "new", and the words that are.
    """
    before, after = change.before.split(), change.after.split()
    for tag, start, end, to_start, to_end in difflib.SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            yield "same", " ".join(before[start:end])
            continue
        if start < end:
            yield "gone", " ".join(before[start:end])
        if to_start < to_end:
            yield "new", " ".join(after[to_start:to_end])


def _texts(raw: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    if isinstance(raw, str):
        if place and place[-1] in _FOR_VISITORS:
            yield ".".join(place), " ".join(raw.split())
        return
    entries = (
        raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    )
    for key, value in entries:
        if key not in _NEVER_READ:
            yield from _texts(value, (*place, str(key)))


def _texts_at(revision: str) -> dict[tuple[str, str], str]:
    folder = KNOWLEDGE.relative_to(ROOT).as_posix()
    archive = _git("archive", "--format=tar", revision, "--", folder)
    if archive is None:
        raise RevisionError(f"{revision!r} is no revision with {folder}, name one such as HEAD~1")
    found = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            if member.name.endswith(".yml") and (file := files.extractfile(member)):
                name = shown(Path(ROOT / member.name))
                for field, text in _texts(yaml.safe_load(file.read())):
                    found[name, field] = text
    return found


def _last_tag() -> str:
    tag = _git("describe", "--tags", "--abbrev=0")
    if tag is None:
        raise RevisionError("there is no tag yet, name a revision such as HEAD~1")
    return tag.decode().strip()


def _git(*command: str) -> bytes | None:
    """Run git, and give None where it fails."""
    run = subprocess.run(["git", *command], cwd=ROOT, capture_output=True, check=False)
    return run.stdout if run.returncode == 0 else None
