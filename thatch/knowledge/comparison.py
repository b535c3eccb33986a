"""Treatments side by side: a table made from their facts, in which none wins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thatch.knowledge.curated import Curated
from thatch.knowledge.library import Library
from thatch.knowledge.schema import Topic, Treatment
from thatch.knowledge.vocabulary import Region


@dataclass(frozen=True)
class Comparison:
    """A column for each treatment, a row for each thing that is compared."""

    columns: tuple[str, ...]
    """The treatments' names."""
    rows: tuple[tuple[str, ...], ...]
    """Each begins with what it compares."""
    answers: tuple[Curated, ...]
    """Each column as an answer of its own."""


def compare(treatments: Sequence[str], region: Region, library: Library) -> Comparison:
    """Put treatments side by side.

    Args:
        treatments: their ids, in the order of the columns.
        region: the visitor's, whose regulator's word counts.
        library: the knowledge.
    """
    columns = [_column(library.treatments[one], region, library) for one in treatments]
    return Comparison(
        columns=tuple(library.title_of(one) for one in treatments),
        rows=tuple(
            (library.labels[row].text, *(column[row] for column in columns)) for row in columns[0]
        ),
        answers=tuple(
            _as_answer(library.treatments[one], column, region, library)
            for one, column in zip(treatments, columns, strict=True)
        ),
    )


def speaks_of(answer: Curated, topics: Iterable[Topic]) -> bool:
    """Say whether a text names any of some topics."""
    text = answer.text.lower()
    return any(
        name.lower() in text
        for topic in topics
        for name in (topic.name, *topic.names.synonyms, *topic.names.brands)
    )


def _column(treatment: Treatment, region: Region, library: Library) -> dict[str, str]:
    """Give the treatment's cell of each row."""
    short = treatment.in_short
    return {
        "what": short.what,
        "evidence": library.labels[f"evidence_{treatment.evidence.grade}"].text,
        "approval": _approval(treatment, region, library),
        "course": short.course,
        "side_effects": short.side_effects,
        "not_for": short.not_for,
    }


def _approval(treatment: Treatment, region: Region, library: Library) -> str:
    own = next(id_ for id_, one in library.regulators.items() if one.region == region)
    standing = treatment.regulators.get(own)
    status = standing.status if standing else "unknown"
    return f"{library.labels[f'status_{status}'].text} ({library.regulators[own].name})"


def _as_answer(
    treatment: Treatment, column: dict[str, str], region: Region, library: Library
) -> Curated:
    lines = (f"- {library.labels[row].text}: {cell}" for row, cell in column.items())
    standings = (source for one in treatment.regulators.values() for source in one.sources)
    return Curated(
        content=f"{treatment.id}.in_short",
        topic=treatment.id,
        aspect="comparison",
        region=region,
        text="\n".join([f"*{library.title_of(treatment.id)}*", *lines]),
        sources=tuple(
            dict.fromkeys((*treatment.in_short.sources, *treatment.evidence.sources, *standings))
        ),
        review=treatment.review,
        evidence=treatment.evidence.grade,
    )
