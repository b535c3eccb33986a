"""Writes settings of components into config.yml, line by line, so that its comments stay."""

import re
from collections.abc import Mapping
from pathlib import Path


class ConfigError(Exception):
    """A component is not where it should be; says what is missing."""


def with_settings(config: str, component: str, settings: Mapping[str, float]) -> str:
    """Set some settings of one component of the pipeline.

    Args:
        config: the text of config.yml.
        component: the last part of the component's name.
        settings: their values by name.

    Raises:
        ConfigError: the pipeline has no such component.
    """
    lines = config.splitlines(keepends=True)
    named = re.compile(rf"(?P<indent>\s*)- name: (\S+\.)?{re.escape(component)}\s*$")
    found = ((number, named.match(line)) for number, line in enumerate(lines))
    at, match = next(((number, one) for number, one in found if one), (0, None))
    if match is None:
        raise ConfigError(f"config.yml: pipeline: has no {component}; add a line `- name: ...`")
    indent = match["indent"] + "  "
    for name, value in reversed(list(settings.items())):
        _set(lines, at + 1, indent, f"{name}: {value:g}\n")
    return "".join(lines)


def write_settings(path: Path, settings: Mapping[str, Mapping[str, float]]) -> None:
    """Set settings of several components in a file; raises as `with_settings`."""
    config = path.read_text(encoding="utf-8")
    for component, values in settings.items():
        config = with_settings(config, component, values)
    path.write_text(config, encoding="utf-8")


def _set(lines: list[str], first: int, indent: str, setting: str) -> None:
    """Replace a setting among the component's own lines, or add it before them."""
    name = setting.partition(":")[0]
    number = first
    while number < len(lines) and re.match(rf"{indent}\S|\s*#", lines[number]):
        if lines[number].startswith(f"{indent}{name}:"):
            lines[number] = indent + setting
            return
        number += 1
    lines.insert(first, indent + setting)
