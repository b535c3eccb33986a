"""Reading YAML so strictly that nothing an editor typed is lost without a word."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from thatch.knowledge.comments import comments_after_values
from thatch.knowledge.problems import Problem
from thatch.yaml_loader import StrictLoader

_RASA_SECTION = re.compile(r"^\s*(rules|stories|nlu|responses):")
"""Below data/, Rasa takes any file with such a line for training data of its own."""


def shown(path: Path) -> str:
    """Give a file's name as an editor knows it."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def read(path: Path, name: str) -> tuple[Any, list[Problem]]:
    """Read one YAML file.

    Args:
        path: the file.
        name: the file's name as an editor knows it.

    Returns:
        What the file holds (None where it cannot be read), and what is wrong with it.
    """
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if section := _RASA_SECTION.match(line):
            return None, [
                Problem(
                    name,
                    f"line {number}",
                    f"begins with {section[1]!r}, which Rasa keeps for itself; use another word",
                )
            ]
    lost = comments_after_values(text, name)
    try:
        data = yaml.load(text, Loader=StrictLoader)  # noqa: S506 (a safe loader, and stricter)
    except yaml.MarkedYAMLError as error:
        number = error.problem_mark.line + 1 if error.problem_mark else 1
        return None, [*lost, Problem(name, f"line {number}", f"is no valid YAML: {error.problem}")]
    if not isinstance(data, dict):
        fault = Problem(name, "(whole file)", "holds no fields, write `field: value` lines")
        return None, [*lost, fault]
    return data, lost


def lost_in(paths: Iterable[Path]) -> list[Problem]:
    """Find what is lost in YAML files that somebody else reads.

    Args:
        paths: the files.
    """
    return [
        problem
        for path in sorted(paths)
        for problem in comments_after_values(path.read_text(encoding="utf-8"), shown(path))
    ]
