"""Keeps what a classifier learnt, since learning takes minutes and messages seldom change.

A new treatment, say, changes what the messages name and hence Rasa's own cache, but not them.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from thatch.paths import STATE

_AT_MOST = 8
"""Classifiers of a kind that are kept, the last used ones."""


def write_once(kind: str, mark: str, folder: Path, write: Callable[[Path], object]) -> None:
    """Write what was written under the same mark before, or write it now.

    Args:
        kind: of what is learnt; each is kept in a folder of its own.
        mark: a fingerprint of all that it is learnt from.
        folder: where to write; must exist.
        write: learns, and writes into the empty folder that it is given.
    """
    kept = STATE / kind
    if not (kept / mark).exists():
        kept.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=kept, prefix="unfinished-") as unfinished:
            learnt = Path(unfinished) / "learnt"
            learnt.mkdir()
            write(learnt)
            # Whole or not at all: what is half copied would be taken for finished ever after.
            learnt.rename(kept / mark)
    (kept / mark).touch()
    _forget_the_oldest(kept)
    shutil.copytree(kept / mark, folder, dirs_exist_ok=True)


def _forget_the_oldest(kept: Path) -> None:
    by_age = sorted(kept.iterdir(), key=lambda path: -path.stat().st_mtime)
    for path in by_age[_AT_MOST:]:
        shutil.rmtree(path)
