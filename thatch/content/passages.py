"""Every text that visitors may read, with the place in which an editor finds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from thatch.knowledge import Library
from thatch.knowledge.schema import Answer, AnswerEntry, RegionalAnswer, Topic, Treatment
from thatch.knowledge.vocabulary import REGIONS, EvidenceGrade

Form = Literal["answer", "disagreement", "milestone", "in_short", "advice"]


@dataclass(frozen=True)
class Passage:
    """One text for visitors."""

    file: str
    """Within the knowledge folder: "treatments/prp.yml"."""
    field: str
    """As an editor finds it in the file: "answers.approval.uk.text"."""
    content: str
    """What it belongs to: "prp.approval", the same for every region."""
    form: Form
    text: str
    sources: tuple[str, ...]
    aspect: str = ""
    """Empty where the text answers no question of its own."""
    evidence: EvidenceGrade | None = None
    """How well the benefit is shown of the treatment that it speaks of."""


def passages(library: Library) -> Iterator[Passage]:
    """Give every text of the knowledge, drafts and withdrawn ones included."""
    for topic in library.topics.values():
        yield from _of_topic(topic)
    for id_, one in library.combinations.items():
        grade = one.evidence.grade if one.evidence else None
        yield from _of_entry(
            f"combinations/{id_}.yml",
            "answer",
            f"combination.{id_}",
            "combination",
            one.answer,
            grade,
        )
    for id_, guidance in library.guidance.items():
        yield Passage(
            "guidance.yml",
            f"{id_}.text",
            f"guidance.{id_}",
            "advice",
            guidance.text,
            guidance.sources,
        )
    for id_, flag in library.red_flags.items():
        file, content = f"red_flags/{id_}.yml", f"red_flag.{id_}"
        yield Passage(file, "advice", content, "advice", flag.advice, flag.sources)


def _of_topic(topic: Topic) -> Iterator[Passage]:
    file = f"{topic.kind}s/{topic.id}.yml"
    grade = topic.evidence.grade if isinstance(topic, Treatment) else None
    for aspect, entry in topic.answers.items():
        yield from _of_entry(
            file, f"answers.{aspect}", f"{topic.id}.{aspect}", aspect, entry, grade
        )
    for number, one in enumerate(topic.disagreements):
        field, content = f"disagreements.{number}.text", f"{topic.id}.disagreement.{one.id}"
        yield Passage(file, field, content, "disagreement", one.text, one.sources)
    for number, step in enumerate(topic.timeline):
        field, content = f"timeline.{number}.what", f"{topic.id}.timeline"
        yield Passage(file, field, content, "milestone", step.what, step.sources, evidence=grade)
    if isinstance(topic, Treatment):
        for field in ("what", "course", "side_effects", "not_for"):
            text, content = getattr(topic.in_short, field), f"{topic.id}.in_short"
            sources = topic.in_short.sources
            yield Passage(file, f"in_short.{field}", content, "in_short", text, sources)


def _of_entry(
    file: str,
    field: str,
    content: str,
    aspect: str,
    entry: AnswerEntry,
    grade: EvidenceGrade | None,
) -> Iterator[Passage]:
    variants = (
        {f"{field}.{region}": entry[region] for region in REGIONS}
        if isinstance(entry, RegionalAnswer)
        else {field: entry}
    )
    for place, one in variants.items():
        if isinstance(one, Answer):
            yield Passage(
                file, f"{place}.text", content, "answer", one.text, one.sources, aspect, grade
            )
