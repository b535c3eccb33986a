"""What Rasa's cache must know beyond a component's own source, configuration and training data."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any


def fingerprint(learnt_from: Any = None) -> str:
    """Digest the code of the pipeline, and what a component learns from besides training data.

    Without it Rasa would restore a component that was trained by code which has changed since.

    Args:
        learnt_from: anything that JSON can hold.
    """
    return hashlib.sha256((_code() + json.dumps(learnt_from)).encode()).hexdigest()


@cache
def _code() -> str:
    folder = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(
        path for path in folder.rglob("*") if path.suffix in (".py", ".yml", ".txt")
    ):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
