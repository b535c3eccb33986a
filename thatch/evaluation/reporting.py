"""Tells the findings of an evaluation: in the terminal, as JSON, and as a page of HTML."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from rich.console import Console
from rich.table import Table

from thatch.evaluation.causes import Causes
from thatch.evaluation.evaluation import Evaluation
from thatch.evaluation.examples import Example
from thatch.evaluation.measures import Shares
from thatch.evaluation.pictures import confusion_picture, reliability_picture
from thatch.evaluation.shares import Share

_TEMPLATE = "report.html.j2"
_SHOWN = 5
"""Examples that the terminal shows."""


def tell(evaluation: Evaluation, console: Console) -> None:
    """Print the shares, and the messages that were understood worst."""
    console.print(_table("Messages", evaluation.messages))
    console.print(_table("Turns of conversations", evaluation.turns))
    console.print(_causes("Not every aspect answered, by cause", evaluation.why_not_answered))
    console.print(_causes("Turns not right, by cause", evaluation.why_turns_wrong))
    console.print("Understood worst:", style="bold")
    for example in [*evaluation.worst_messages[:_SHOWN], *evaluation.worst_turns[:_SHOWN]]:
        console.print(f"{example.id}: {example.text}", soft_wrap=True, markup=False)
        console.print(f"    expected {_fields(example.expected)}", soft_wrap=True, markup=False)
        console.print(f"    heard    {_fields(example.heard)}", soft_wrap=True, markup=False)


def as_dict(evaluation: Evaluation) -> dict[str, Any]:
    """Give all findings as what can be written as JSON."""
    return {
        "messages": _shares(evaluation.messages),
        "turns": _shares(evaluation.turns),
        "kinds": asdict(evaluation.kinds),
        "aspects": asdict(evaluation.aspects),
        "reliability": {
            "error": evaluation.reliability.error,
            "bins": [asdict(one) for one in evaluation.reliability.bins],
        },
        "why_not_answered": evaluation.why_not_answered,
        "why_turns_wrong": evaluation.why_turns_wrong,
        "worst_messages": [_example(one) for one in evaluation.worst_messages],
        "worst_turns": [_example(one) for one in evaluation.worst_turns],
    }


def as_page(evaluation: Evaluation, asked: str) -> str:
    """Give all findings as a page that needs no other file.

    Args:
        evaluation: the findings.
        asked: says what was asked, such as "475 messages".
    """
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = percent
    return environment.get_template(_TEMPLATE).render(
        evaluation=evaluation,
        asked=asked,
        kinds=confusion_picture(evaluation.kinds),
        aspects=confusion_picture(evaluation.aspects),
        reliability=reliability_picture(evaluation.reliability),
    )


def percent(share: float) -> str:
    """Write a share, such as "93.1%"."""
    return f"{100 * share:.1f}%"


def _table(title: str, shares: Shares) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column("Measure")
    for heading in ("Share", "95 % interval", "Right of"):
        table.add_column(heading, justify="right")
    for name, share in shares.items():
        table.add_row(name, *_cells(share))
    return table


def _causes(title: str, causes: Causes) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column("Cause")
    table.add_column("Messages", justify="right")
    for cause, ids in causes.items():
        table.add_row(cause, str(len(ids)))
    return table


def _cells(share: Share) -> tuple[str, str, str]:
    if share.value is None or share.interval is None:
        return ("", "", "nothing to count")
    interval = f"{percent(share.interval.low)} to {percent(share.interval.high)}"
    return percent(share.value), interval, f"{share.hits} of {share.of}"


def _fields(fields: Mapping[str, str]) -> str:
    return "; ".join(f"{name}: {value}" for name, value in fields.items())


def _shares(shares: Shares) -> dict[str, Any]:
    return {
        name: {
            "share": share.value,
            "interval": asdict(share.interval) if share.interval else None,
            "right": share.hits,
            "of": share.of,
            "missed": list(share.missed),
        }
        for name, share in shares.items()
    }


def _example(example: Example) -> dict[str, Any]:
    return {
        "id": example.id,
        "text": example.text,
        "missed": list(example.missed),
        "expected": dict(example.expected),
        "heard": dict(example.heard),
    }
