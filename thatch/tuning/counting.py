"""`thatch count`: counts in data/nlu what is asked of each topic, for data/knowledge/asked.yml."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import yaml
from rich.console import Console

from thatch.knowledge import Library
from thatch.paths import KNOWLEDGE, ROOT
from thatch.tuning.pipeline import Labelled, project_importer, read_all, training_messages

ASKED = KNOWLEDGE / "asked.yml"
_HEAD = """\
# How many messages of data/nlu ask each thing of each topic, written by `.venv/bin/thatch count`.
# What is seldom asked of a topic has to be heard more surely than what is often asked of it.

"""
_WIDTH = 118


def count_asked(console: Console, library: Library) -> None:
    """Count, and write the file anew.

    Args:
        console: where progress is told.
        library: knows the topics and what can be asked of them.
    """
    importer = project_importer()
    with console.status("Reading data/nlu"):
        (messages,) = read_all(importer, [training_messages(importer, sample=None)])
    _write(ASKED, asked(messages, library.topics, library.aspects))
    console.print(f"Counted in {len(messages)} messages; wrote {ASKED.relative_to(ROOT)}")


def asked(
    messages: Iterable[Labelled], topics: Collection[str], aspects: Collection[str]
) -> dict[str, Counter[str]]:
    """Count how many messages ask each aspect of each topic, named or described.

    Args:
        messages: as read by the pipeline.
        topics: all that are asked about; messages name other things too.
        aspects: all that can be asked of them; messages ask other things too.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in messages:
        for topic in (one.named | one.topics) & set(topics):
            counts[topic].update(one.asked & set(aspects))
    return counts


def _write(path: Path, counts: Mapping[str, Counter[str]]) -> None:
    """Write a line for each topic, the commonest aspects first, and the same ones the same way."""
    rows = {
        topic: dict(sorted(one.items(), key=lambda entry: (-entry[1], entry[0])))
        for topic, one in sorted(counts.items())
        if one
    }
    lines = yaml.safe_dump(rows, default_flow_style=None, sort_keys=False, width=_WIDTH)
    path.write_text(_HEAD + lines, encoding="utf-8")
