"""JSON Schemas of the knowledge files, for editors that complete and check as one types."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from thatch.knowledge.loading import FILES, FOLDERS, entries
from thatch.paths import ROOT

SCHEMAS = ROOT / "schema"


def schemas() -> dict[str, Any]:
    """Give the schema of each kind of file, by the kind's name."""
    records = {name: TypeAdapter(model) for name, model in FOLDERS.items()}
    adapters: dict[str, TypeAdapter[Any]] = {**records, **{name: entries(name) for name in FILES}}
    return {name: adapter.json_schema() for name, adapter in adapters.items()}


def write_schemas() -> list[Path]:
    """Write each schema to a file of its own."""
    SCHEMAS.mkdir(exist_ok=True)
    paths = []
    for name, one in schemas().items():
        path = SCHEMAS / f"{name}.json"
        path.write_text(json.dumps(one, indent=1) + "\n", encoding="utf-8")
        paths.append(path)
    return paths
