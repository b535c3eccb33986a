"""What Rasa's cache must know beyond a component's own source, configuration and training data."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

_PIPELINE = Path(__file__).parent


def fingerprint(learnt_from: Any = None, code: Path = _PIPELINE) -> str:
    """Digest the code of the pipeline, and what a component learns from besides training data.

    Without it Rasa would restore a component that was trained by code which has changed since.

    Args:
        learnt_from: anything that JSON can hold.
        code: the folder of what learns, where that is less than the whole pipeline.
    """
    return hashlib.sha256((_digest(code) + json.dumps(learnt_from)).encode()).hexdigest()


@cache
def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(
        path for path in folder.rglob("*") if path.suffix in (".py", ".yml", ".txt")
    ):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
