"""What was taken for what: kinds of message, and aspects. Pure: counts, no model."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from thatch.evaluation.heard import Heard
from thatch.evaluation.labelled import Labels, Question

NOTHING = "(nothing)"
"""Stands for an aspect that was not asked, or not heard."""


@dataclass(frozen=True)
class Confusion:
    """How often what was meant (a row) was heard as what (a column)."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[float, ...], ...]
    """A row of counts for each row."""


def confused_kinds(questions: Sequence[Question], heard: Sequence[Heard]) -> Confusion:
    """Tell which kind of reply each kind of message got."""
    counts: dict[tuple[str, str], float] = defaultdict(float)
    for question, said in zip(questions, heard, strict=True):
        counts[question.kind, said.kind] += 1
    return _table(counts)


def confused_aspects(questions: Sequence[Question], heard: Sequence[Heard]) -> Confusion:
    """Tell what was heard for each aspect that is asked in a message within the scope.

    An aspect that was missed counts as one in all, shared between those heard in its place. What
    was heard beside all that is asked stands in the row of nothing; optional aspects nowhere.
    """
    counts: dict[tuple[str, str], float] = defaultdict(float)
    for question, said in zip(questions, heard, strict=True):
        if question.kind == "in_scope":
            for asked, taken_for, weight in _pairs(question.labels, said.aspects):
                counts[asked, taken_for] += weight
    return _table(counts)


def _pairs(labels: Labels, heard: Sequence[str]) -> Iterable[tuple[str, str, float]]:
    missed = [aspect for aspect in labels.aspects if aspect not in heard]
    fine = (*labels.aspects, *labels.aspects_optional)
    wrong = [aspect for aspect in heard if aspect not in fine]
    yield from ((aspect, aspect, 1.0) for aspect in labels.aspects if aspect in heard)
    for aspect in missed or [NOTHING] * bool(wrong):
        share = 1.0 if aspect == NOTHING else 1 / max(1, len(wrong))
        yield from ((aspect, taken_for, share) for taken_for in wrong or [NOTHING])


def _table(counts: Mapping[tuple[str, str], float]) -> Confusion:
    rows = sorted({row for row, _ in counts}, key=_nothing_last)
    columns = sorted({column for _, column in counts}, key=_nothing_last)
    return Confusion(
        tuple(rows),
        tuple(columns),
        tuple(tuple(float(counts.get((row, column), 0)) for column in columns) for row in rows),
    )


def _nothing_last(name: str) -> tuple[bool, str]:
    return name == NOTHING, name
