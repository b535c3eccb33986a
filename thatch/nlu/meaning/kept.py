"""Keeps what an encoder was taught, since teaching it takes minutes and messages seldom change.

A new treatment, say, changes what the messages name and hence Rasa's own cache, but not them.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from thatch.nlu.classification import Example
from thatch.nlu.fingerprint import fingerprint
from thatch.nlu.meaning.training import write_meaning
from thatch.paths import STATE

_KEPT = STATE / "meaning"
_AT_MOST = 8
"""Classifiers that are kept, the last used ones."""


def write_meaning_once(
    folder: Path, texts: Sequence[str], examples: Sequence[Example], labels: Sequence[str]
) -> None:
    """Write what was learnt from the same messages before, or learn it: see `write_meaning`."""
    learnt_from = [
        [text, sorted(one.labels), sorted(one.doubtful)]
        for text, one in zip(texts, examples, strict=True)
    ]
    kept = _KEPT / fingerprint([learnt_from, list(labels)], code=Path(__file__).parent)
    if not kept.exists():
        _KEPT.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=_KEPT, prefix="unfinished-") as unfinished:
            taught = Path(unfinished) / "taught"
            taught.mkdir()
            write_meaning(taught, texts, examples, labels)
            # Whole or not at all: what is half copied would be taken for finished ever after.
            taught.rename(kept)
    kept.touch()
    _forget_the_oldest()
    shutil.copytree(kept, folder, dirs_exist_ok=True)


def _forget_the_oldest() -> None:
    by_age = sorted(_KEPT.iterdir(), key=lambda path: -path.stat().st_mtime)
    for path in by_age[_AT_MOST:]:
        shutil.rmtree(path)
