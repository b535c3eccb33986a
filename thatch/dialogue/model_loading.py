"""How Rasa reads a model's domain: once.

Rasa 3.6.21 parses the YAML of some two thousand texts four times over and holds it to a schema,
which it met when the model was trained; that alone takes a quarter of a minute at every start.
"""

from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain
from rasa.shared.utils.io import read_file, read_yaml


def read_domain_once() -> None:
    """Let the domain of a trained model be parsed once, and not checked again."""
    setattr(DomainProvider, "load", classmethod(_load))  # noqa: B010 (as in action_calls)


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
        domain = Domain.from_dict(read_yaml(read_file(folder / "domain.yml")))
    return cls(model_storage, resource, domain)
