"""Everything that was asked for is there: every id, and every aspect that its kind must have."""

from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from thatch.content.coverage import cell, missing, required
from thatch.content.coverage_page import coverage_page
from thatch.knowledge import Library, load
from thatch.paths import KNOWLEDGE

TAXONOMY: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("taxonomy.yml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def library() -> Library:
    return load(KNOWLEDGE)


@pytest.mark.parametrize(
    ("kind", "id_"), [(kind, id_) for kind, ids in TAXONOMY.items() for id_ in ids]
)
def test_every_id_of_the_taxonomy_is_known(kind: str, id_: str, library: Library) -> None:
    collections: dict[str, Mapping[str, object]] = {
        "aspects": library.aspects,
        "red_flags": library.red_flags,
        "combinations": library.combinations,
    }
    assert id_ in collections.get(kind, library.topics)


@pytest.mark.parametrize("topic", sorted(load(KNOWLEDGE).topics))
def test_a_topic_answers_what_its_kind_must_or_says_why_not(topic: str, library: Library) -> None:
    assert missing(library.topics[topic]) == []


def test_the_routes_of_injections_and_devices_ask_for_more(library: Library) -> None:
    assert ["ingredients"] in required(library.treatments["mesotherapy"])
    assert ["ingredients"] not in required(library.treatments["minoxidil_topical"])


def test_what_is_missing_is_named(library: Library) -> None:
    topic = library.treatments["mesotherapy"]
    answers = {
        aspect: entry
        for aspect, entry in topic.answers.items()
        if aspect not in ("pain", "procedure", "how_to_use")
    }
    cut = topic.model_copy(update={"answers": answers})
    assert missing(cut) == ["procedure or how_to_use", "pain"]
    assert cell(cut, "pain", library).state == "missing"


@pytest.mark.parametrize(
    ("topic", "aspect", "state"),
    [
        ("mesotherapy", "pain", "told"),
        ("mesotherapy", "approval", "partly"),
        ("mesotherapy", "how_to_use", "left_out"),
        ("mesotherapy", "prevention", "empty"),
    ],
)
def test_a_cell_says_how_far_an_aspect_is_answered(
    topic: str, aspect: str, state: str, library: Library
) -> None:
    found = cell(library.topics[topic], aspect, library)
    assert found.state == state
    assert bool(found.reasons) == (state in ("partly", "left_out"))


class Table(HTMLParser):
    """Counts what the page's table holds."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = self.columns = 0
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given: dict[str, Any] = dict(attrs)
        self.columns += tag == "th" and given.get("scope") == "col"
        self.rows += tag == "th" and given.get("scope") == "row"
        self.outside += [value for name, value in given.items() if name in ("src", "href")]


def test_the_page_has_a_row_for_each_topic_and_needs_nothing_from_outside(
    library: Library,
) -> None:
    table = Table()
    table.feed(coverage_page(library, date(2026, 11, 25)))
    assert (table.rows, table.columns) == (len(library.topics), len(library.aspects))
    assert table.outside == []
