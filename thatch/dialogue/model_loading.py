"""How Rasa reads a model's domain: once, and quickly.

Rasa 3.6.21 parses the YAML of some two thousand texts four times over, in Python, and holds it to a
schema, which it met when the model was trained; that alone takes half a minute at every start.
"""

import re
from pathlib import Path
from typing import Any

import yaml
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain

from thatch.yaml_loader import SafeLoader


def read_domain_once() -> None:
    """Let the domain of a trained model be parsed once, and not checked again."""
    setattr(DomainProvider, "load", classmethod(_load))  # noqa: B010 (as in action_calls)


def read_domain(path: Path) -> dict[str, Any]:
    """Read what Rasa wrote, as it would itself, in a sixth of the time."""
    with path.open(encoding="utf-8") as stream:
        read: dict[str, Any] = yaml.load(stream, _Yaml12Loader)  # noqa: S506 (a safe loader)
    return read


class _Yaml12Loader(SafeLoader):  # type: ignore[misc]
    """Takes words for what YAML 1.2 does, which Rasa writes: of `no` and `12:30` it makes texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (as in the base)


for _type, _written, _beginnings in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    _Yaml12Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_type}", re.compile(f"^(?:{_written})$"), list(_beginnings)
    )


def _load(
    cls: type[DomainProvider],
    /,
    config: dict[str, Any],
    model_storage: ModelStorage,
    resource: Resource,
    execution_context: ExecutionContext,
    **kwargs: Any,
) -> DomainProvider:
    with model_storage.read_from(resource) as folder:
        domain = Domain.from_dict(read_domain(folder / "domain.yml"))
    return cls(model_storage, resource, domain)
