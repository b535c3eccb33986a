"""Writes the results into docs/understanding.md, and draws them."""

from collections.abc import Sequence
from pathlib import Path

from matplotlib.figure import Figure

from benchmarks.bake_off.contest import DIET, WHOLE
from benchmarks.bake_off.scores import Row
from thatch.paths import ROOT
from thatch.tuning.thresholds import Hearing

PAGE = ROOT / "docs" / "understanding.md"
PICTURE = ROOT / "docs" / "pictures" / "bake_off.svg"

_BEGIN = "<!-- written by python -m benchmarks.bake_off -->\n"
_END = "<!-- end -->\n"
_INK = "#22313a"


def write(rows: Sequence[Row], told: str, page: Path = PAGE, picture: Path = PICTURE) -> None:
    """Write the table between its marks in the page, and the picture beside it.

    Args:
        rows: the results.
        told: says on what they were measured.
        page: a page with the marks.
        picture: where to draw.
    """
    before, rest = page.read_text(encoding="utf-8").split(_BEGIN)
    after = rest.split(_END)[1]
    lines = [told, "", *table(rows), "", *_ratio(rows)]
    page.write_text(before + _BEGIN + "\n".join(lines) + "\n" + _END + after, encoding="utf-8")
    picture.parent.mkdir(parents=True, exist_ok=True)
    _draw(rows).savefig(picture, format="svg", metadata={"Date": None, "Creator": None})


def table(rows: Sequence[Row]) -> list[str]:
    """Give the results as lines of Markdown."""
    return [
        "| | cross-validation | questions.jsonl | other files | ms, median | ms, p95 | MB | |",
        "|---|---|---|---|---|---|---|---|",
        *(_line(row) for row in rows),
    ]


def _line(row: Row) -> str:
    cells = [
        row.name,
        *map(_hearing, (row.folds, row.benchmark, row.others)),
        f"{row.time.median:.1f}" if row.time else "",
        f"{row.time.p95:.1f}" if row.time else "",
        f"{row.megabytes:.0f}" if row.megabytes else "",
        row.remark,
    ]
    return f"| {' | '.join(cells)} |"


def _hearing(heard: Hearing | None) -> str:
    if heard is None:
        return ""
    return " / ".join(f"{100 * one:.1f}" for one in (heard.recall, heard.precision, heard.exact))


def _ratio(rows: Sequence[Row]) -> list[str]:
    medians = {row.name: row.time.median for row in rows if row.time}
    if not {DIET, WHOLE} <= medians.keys():
        return []
    times = medians[DIET] / medians[WHOLE]
    return [f"Stock DIET's NLU takes {times:.1f} times as long as all of Thatch's.", ""]


def _draw(rows: Sequence[Row]) -> Figure:
    """Draw accuracy against time, each competitor's size by its dot."""
    figure = Figure(figsize=(7.5, 4.5), layout="constrained")
    axes = figure.add_subplot()
    for row in rows:
        if row.time and row.folds and row.megabytes:
            at = (row.time.median, 100 * row.folds.f1)
            axes.scatter(*at, s=20 + 6 * row.megabytes**0.6, color="#1f7a6d", alpha=0.65)
            axes.annotate(row.name, at, xytext=(6, 6), textcoords="offset points", fontsize=7.5)
    axes.set_xscale("log")
    axes.set_xlabel("milliseconds a message, median, one core", color=_INK)
    axes.set_ylabel("F1 in cross-validation, %", color=_INK)
    axes.margins(x=0.25, y=0.15)
    axes.grid(alpha=0.25)
    return figure
