"""The facts that answers were written from, which lie beside a checkout and not in it."""

import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from thatch.paths import ROOT

FACTS = Path(os.environ.get("THATCH_FACTS", ROOT.parent / "shared" / "facts"))

needs_facts = pytest.mark.skipif(
    not FACTS.is_dir(), reason=f"no facts at {FACTS}; THATCH_FACTS may name their folder"
)


@cache
def facts(name: str) -> dict[str, Any]:
    """Give what a file of facts holds; nothing where there are none and tests are skipped."""
    if not FACTS.is_dir():
        return {}
    loaded: dict[str, Any] = yaml.safe_load((FACTS / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


def entries(file: str, key: str) -> dict[str, dict[str, Any]]:
    """Give the entries of one list of facts, by id."""
    return {one["id"]: one for one in facts(file).get(key, ())}
