"""Pictures for the report, as SVG that stands within a page."""

import io
import re
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from thatch.evaluation.confusion import Confusion
from thatch.evaluation.reliability import Reliability

_INK = "#22313a"
_ACCENT = "#1f7a6d"
_COLOURS = "BuGn"
_CELL = 0.34
"""Inches."""
_DARK = 0.6
"""The share of a row above which its number is written in white."""
_STYLE: dict[str, Any] = {"color": _INK, "fontsize": 8}
_WITHOUT_DATE = {"Date": None, "Creator": None}
"""So that the same numbers give the same picture."""


def confusion_picture(confusion: Confusion) -> str:
    """Draw a confusion table: each row shaded by the share of what it was heard as."""
    width, height = len(confusion.columns) * _CELL + 2.4, len(confusion.rows) * _CELL + 2.0
    figure, axes = _figure(width, height)
    counts = np.array(confusion.counts)
    shares = counts / counts.sum(axis=1, keepdims=True)
    axes.imshow(shares, cmap=_COLOURS, vmin=0, vmax=1, aspect="equal")
    axes.set_xticks(range(len(confusion.columns)), confusion.columns, rotation=90, **_STYLE)
    axes.set_yticks(range(len(confusion.rows)), confusion.rows, **_STYLE)
    axes.set_xlabel("heard", **_STYLE)
    axes.set_ylabel("meant", **_STYLE)
    for row, column in np.argwhere(counts > 0):
        colour = "white" if shares[row, column] > _DARK else _INK
        number = f"{counts[row, column]:.1f}".removesuffix(".0")
        axes.text(column, row, number, ha="center", va="center", color=colour, fontsize=6.5)
    return _svg(figure)


def reliability_picture(reliability: Reliability) -> str:
    """Draw how often things of a probability were so; on the line it means what it says."""
    figure, axes = _figure(4.6, 4.2)
    axes.plot([0, 1], [0, 1], color=_INK, linewidth=0.8, linestyle=":")
    said = [one.said for one in reliability.bins]
    so = [one.so for one in reliability.bins]
    axes.plot(said, so, color=_ACCENT, linewidth=1.5, marker="o", markersize=5)
    for one in reliability.bins:
        axes.annotate(
            str(one.of), (one.said, one.so), xytext=(6, -9), textcoords="offset points", **_STYLE
        )
    axes.set_xlim(-0.02, 1.06)
    axes.set_ylim(-0.02, 1.06)
    axes.set_xlabel("probability given", **_STYLE)
    axes.set_ylabel("share that was asked", **_STYLE)
    axes.tick_params(labelsize=8, colors=_INK)
    return _svg(figure)


def _figure(width: float, height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.add_subplot()
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0)
    return figure, axes


def _svg(figure: Figure) -> str:
    """Write a picture without the prologue that a file of its own would need."""
    written = io.StringIO()
    figure.savefig(written, format="svg", transparent=True, metadata=_WITHOUT_DATE)
    return re.sub(r"^.*?(?=<svg)", "", written.getvalue(), flags=re.DOTALL)
