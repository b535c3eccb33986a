"""docs/widgets-compared.md: the table, and how it came about."""

import os
import platform
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks.widgets.contestants import HERE, Contestant, version_of
from benchmarks.widgets.visits import (
    QUESTION,
    SLOWDOWN,
    STRICT_POLICY,
    Access,
    Confinement,
    Stage,
    Weighing,
)
from thatch.paths import ROOT

TARGET = ROOT / "docs" / "widgets-compared.md"

_TEMPLATE = HERE / "template.md"


@dataclass(frozen=True)
class Result:
    """All that was measured of a widget."""

    contestant: Contestant
    weighings: Sequence[Weighing]
    access: Access
    confinement: Confinement

    def typical(self, stage: Callable[[Weighing], Stage], measure: Callable[[Stage], float]) -> int:
        """Give the median of a measure over all visits."""
        return round(median(measure(stage(one)) for one in self.weighings))

    @property
    def hosts(self) -> list[str]:
        """The other hosts that any visit called."""
        return sorted({host for one in self.weighings for host in one.hosts})


def write(results: Sequence[Result], browser: str, rounds: int) -> Path:
    """Write the document.

    Args:
        results: of all widgets, ours first.
        browser: Chromium's version.
        rounds: visits of which each number is the median.

    Returns:
        The file, relative to the project.
    """
    TARGET.write_text(
        _TEMPLATE.read_text(encoding="utf-8").format(
            day=datetime.now(UTC).date(),
            browser=browser,
            axe=version_of("axe-core"),
            machine=f"{platform.system()} with {os.cpu_count()} processors",
            table=_table(results),
            slowdown=SLOWDOWN,
            rounds=rounds,
            policy=STRICT_POLICY,
            question=QUESTION,
            findings=_list(results, _findings),
            violations=_list(results, _violations),
            limits=_list(results, lambda one: one.contestant.without_server.strip()),
        ),
        encoding="utf-8",
    )
    return TARGET.relative_to(ROOT)


def _table(results: Iterable[Result]) -> str:
    head = (
        "| widget | version | at load | once open | script, blocked at load | script, blocked once "
        "open | axe at load | axe with a reply | strict policy | other hosts |"
    )
    rule = "|---|---|--:|--:|--:|--:|---|---|---|---|"
    return "\n".join([head, rule, *map(_row, results)])


def _row(one: Result) -> str:
    cells = [
        one.contestant.name,
        one.contestant.version,
        f"{one.typical(_loaded, _weight):,}",
        f"{one.typical(_opened, _weight):,}",
        f"{one.typical(_loaded, _script)}, {one.typical(_loaded, _blocked)}",
        f"{one.typical(_opened, _script)}, {one.typical(_opened, _blocked)}",
        _impacts(one.access.loaded),
        _impacts(one.access.answered),
        f"{one.confinement.violations.total()} violations, "
        + ("answers" if one.confinement.answers else "**does not answer**"),
        ", ".join(one.hosts) or "none",
    ]
    return f"| {' | '.join(cells)} |"


def _loaded(weighing: Weighing) -> Stage:
    return weighing.loaded


def _opened(weighing: Weighing) -> Stage:
    return weighing.opened


def _weight(stage: Stage) -> float:
    return stage.weight


def _script(stage: Stage) -> float:
    return stage.script


def _blocked(stage: Stage) -> float:
    return stage.blocked


def _impacts(found: Iterable[tuple[str, str]]) -> str:
    counted = Counter(impact for _, impact in found)
    return ", ".join(f"{number} {impact}" for impact, number in counted.most_common()) or "0"


def _list(results: Iterable[Result], text: Callable[[Result], str]) -> str:
    return "\n".join(f"- **{one.contestant.name}**: {text(one)}" for one in results)


def _findings(one: Result) -> str:
    found = sorted({*one.access.loaded, *one.access.answered})
    return ", ".join(f"`{rule}` ({impact})" for rule, impact in found) or "nothing"


def _violations(one: Result) -> str:
    counted = one.confinement.violations.most_common()
    return ", ".join(f"`{directive}` ({number})" for directive, number in counted) or "nothing"
