"""Faults that no single field shows: the same name twice, a caveat typed into an answer."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from thatch.knowledge.problems import Problem
from thatch.knowledge.vocabulary import REGIONS

Raw = Mapping[str, Any]
"""What a file holds, before it is known to fit the schema: one run must name every fault."""


def duplicate_names(files: Mapping[str, Raw]) -> list[Problem]:
    """Find names that two topics claim.

    Args:
        files: what each file holds, by name.
    """
    claims: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for file, raw in files.items():
        for field, name in _names(raw):
            claims[" ".join(name.lower().split())].append((file, field, name))
    return [
        Problem(file, field, f"gives the name {name!r}, as {claimed[0][0]} does; keep one of them")
        for claimed in claims.values()
        for file, field, name in claimed[1:]
        if file != claimed[0][0]
    ]


def typed_in_caveats(files: Mapping[str, Raw], caveats: Mapping[str, Raw]) -> list[Problem]:
    """Find answers that say themselves what the facts will add to them.

    Args:
        files: what each topic's or combination's file holds, by name.
        caveats: what caveats.yml holds, by caveat.
    """
    patterns = {
        caveat: re.compile("|".join(entry["typed_in"]), re.IGNORECASE)
        for caveat, entry in caveats.items()
        if isinstance(entry, dict) and entry.get("typed_in")
    }
    return [
        Problem(
            file,
            field,
            f"says {found[0]!r}, which is the caveat {caveat!r}; leave it out, the facts bring it",
        )
        for file, raw in files.items()
        for field, aspect, text in _texts(raw)
        for caveat, pattern in patterns.items()
        if aspect not in caveats[caveat].get("said_in", ()) and (found := pattern.search(text))
    ]


def _names(raw: Raw) -> Iterator[tuple[str, str]]:
    names = raw.get("names")
    for field, listed in names.items() if isinstance(names, dict) else ():
        for name in listed if isinstance(listed, list) else ():
            yield f"names.{field}", str(name)
    companions = raw.get("companions")
    for name in companions if isinstance(companions, list) else ():
        yield "companions", str(name)


def _texts(raw: Raw) -> Iterator[tuple[str, str, str]]:
    """Give each text's field, its aspect and the text."""
    for place, aspect, entry in _entries(raw):
        by_region = {"": entry} if isinstance(entry, dict) else {}
        if by_region and entry.keys() & set(REGIONS):
            by_region = {
                f".{region}": one for region, one in entry.items() if isinstance(one, dict)
            }
        for region, one in by_region.items():
            if isinstance(text := one.get("text"), str):
                yield f"{place}{region}.text", aspect, text


def _entries(raw: Raw) -> Iterator[tuple[str, str, Any]]:
    """Give the place, the aspect and what is written of each answer; a combination has one."""
    answers = raw.get("answers")
    for aspect, entry in answers.items() if isinstance(answers, dict) else ():
        yield f"answers.{aspect}", aspect, entry
    if "answer" in raw:
        yield "answer", "combination", raw["answer"]
