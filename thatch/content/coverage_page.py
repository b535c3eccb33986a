"""The coverage matrix as a page: topics by aspects, what is told and what is left out."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template

from thatch.content.coverage import Cell, State, cell
from thatch.content.life_cycle import due
from thatch.knowledge import Library
from thatch.knowledge.schema import Topic

_MARKS: dict[State, str] = {
    "told": "●",
    "partly": "◐",
    "left_out": "○",
    "missing": "✕",
    "empty": "",
}
_WORDS: dict[State, str] = {
    "told": "answered",
    "partly": "answered in some regions",
    "left_out": "left out for a reason",
    "missing": "missing",
    "empty": "not asked of it",
}


def coverage_page(library: Library, today: date) -> str:
    """Make the page.

    Args:
        library: the knowledge.
        today: the day by which texts are overdue.
    """
    rows = [
        (topic, [cell(topic, aspect, library) for aspect in library.aspects])
        for topic in sorted(library.topics.values(), key=_place)
    ]
    counted = Counter(one.state for _, cells in rows for one in cells)
    template = Template(Path(__file__).with_name("coverage.html").read_text(encoding="utf-8"))
    return template.substitute(
        today=f"{today.day} {today:%B %Y}",
        answers=len(library.all_answers()),
        topics=len(library.topics),
        overdue=len(due(library, today)),
        signed=sum(one.status == "clinician_reviewed" for one in library.all_answers()),
        legend="".join(
            f'<li><b class="{state}">{_MARKS[state]}</b> {_WORDS[state]}: {counted[state]}</li>'
            for state in _MARKS
            if state != "empty"
        ),
        head="".join(
            f'<th scope="col"><span>{escape(one.title)}</span></th>'
            for one in library.aspects.values()
        ),
        body="".join(_sections(rows, library)),
    )


def _place(topic: Topic) -> tuple[int, str]:
    kinds = ("treatment", "condition", "umbrella", "concept", "test", "role")
    return kinds.index(topic.kind), topic.name.lower()


def _sections(rows: list[tuple[Topic, list[Cell]]], library: Library) -> Iterator[str]:
    for kind, group in groupby(rows, key=lambda row: row[0].kind):
        listed = list(group)
        width = len(library.aspects) + 1
        yield (
            f'<tbody><tr class="kind"><th colspan="{width}" scope="rowgroup">'
            f"<span>{kind.capitalize()}s <small>{len(listed)}</small></span></th></tr>"
        )
        for topic, row in listed:
            cells = "".join(
                _cell(one, f"{topic.name}: {aspect.title}")
                for one, aspect in zip(row, library.aspects.values(), strict=True)
            )
            yield f'<tr><th scope="row">{escape(topic.name)}</th>{cells}</tr>'
        yield "</tbody>"


def _cell(one: Cell, what: str) -> str:
    if one.state == "empty":
        return "<td></td>"
    lines = [
        f"{what} ({_WORDS[one.state]})",
        *(f"{answer.region}, {answer.status}: {answer.text}" for answer in one.answers),
        *(f"Left out: {reason}" for reason in one.reasons),
    ]
    title = escape("\n\n".join(lines), quote=True)
    return (
        f'<td class="{one.state}" title="{title}" aria-label="{_WORDS[one.state]}">'
        f"{_MARKS[one.state]}</td>"
    )
