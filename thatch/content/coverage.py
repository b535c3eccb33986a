"""Which aspects of which topics are answered, which are left out and why, and which are missing."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from thatch.knowledge import Curated, Library
from thatch.knowledge.schema import Gap, Topic, Treatment
from thatch.knowledge.vocabulary import REGIONS

State = Literal["told", "partly", "left_out", "missing", "empty"]
"""In every region, in some, in none for a reason, in none though it must be, in none."""


@dataclass(frozen=True)
class Cell:
    """One aspect of one topic."""

    state: State
    answers: tuple[Curated, ...] = ()
    """What is told, each region's own one by one."""
    reasons: tuple[str, ...] = ()
    """Why something is left out."""


@cache
def _rules() -> dict[str, dict[str, list[list[str]]]]:
    path = Path(__file__).with_name("coverage.yml")
    rules: dict[str, dict[str, list[list[str]]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return rules


def required(topic: Topic) -> list[list[str]]:
    """Give what a topic must answer: of each group, one aspect at least."""
    groups = list(_rules()["kinds"][topic.kind])
    if isinstance(topic, Treatment):
        groups += _rules()["routes"].get(topic.route, [])
    return groups


def missing(topic: Topic) -> list[str]:
    """Name the aspects that a topic must answer, and neither answers nor says why it does not."""
    return [" or ".join(group) for group in _unmet(topic)]


def cell(topic: Topic, aspect: str, library: Library) -> Cell:
    """Say how far one aspect of a topic is answered."""
    entry = topic.answers.get(aspect)
    if entry is None:
        wanted = any(aspect in group for group in _unmet(topic))
        return Cell("missing" if wanted else "empty")
    found = [library.entry(topic.id, aspect, region) for region in REGIONS]
    told = [one for region in REGIONS if (one := library.answer(topic.id, aspect, region))]
    return Cell(
        "told" if len(told) == len(REGIONS) else "partly" if told else "left_out",
        answers=tuple({one.id: one for one in told}.values()),
        reasons=tuple(dict.fromkeys(one.not_covered for one in found if isinstance(one, Gap))),
    )


def _unmet(topic: Topic) -> list[list[str]]:
    """Give the groups of which a topic has no aspect, not even one that is left out."""
    return [group for group in required(topic) if not topic.answers.keys() & group]
