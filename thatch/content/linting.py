"""Every fault of the prose at once, as the checker names those of the files."""

from collections.abc import Iterator
from pathlib import Path

from thatch.content import grounding, likeness, readability, wording
from thatch.content.passages import Passage, passages
from thatch.content.style import style
from thatch.knowledge import Library, Problem
from thatch.knowledge.files import shown


def lint(library: Library, folder: Path) -> list[Problem]:
    """Find all faults of the prose.

    Args:
        library: the knowledge.
        folder: where its files are.
    """
    found = list(passages(library))
    return sorted(
        Problem(shown(folder / passage.file), passage.field, fault)
        for passage, fault in (
            *((passage, fault) for passage in found for fault in _faults(passage, library)),
            *likeness.near_each_other([one for one in found if one.form == "answer"]),
        )
    )


def _faults(passage: Passage, library: Library) -> Iterator[str]:
    rules = style()
    yield from readability.faults(passage, rules.limits)
    yield from wording.faults(passage, rules)
    yield from grounding.faults(passage, library, rules.certainty)
    yield from likeness.near_titles(passage, library)
