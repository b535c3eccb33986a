"""How little the chat costs a page: bytes, time and movement."""

import gzip
import json
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.web.clinic import Clinic
from tests.web.conftest import Visit
from tests.web.visitor import Visitor
from thatch.widget import BUILT

Event = dict[str, Any]

LOADER, CORE, LOCALE = 1_500, 16_000, 1_500
"""Bytes, as gzip -9 shrinks them."""
SLOWER = 4
"""By how much a phone is slower than this machine."""
LONG_TASK = 50
"""Milliseconds for which a page may be busy before a visitor notices."""
VISITORS = 3


def shrunk(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), compresslevel=9, mtime=0))


def test_the_loader_is_small(visitor: Visitor) -> None:
    assert shrunk(BUILT / "thatch.js") <= LOADER


def test_the_core_is_small(visitor: Visitor) -> None:
    (core,) = (BUILT / "thatch").glob("core-*.js")
    assert shrunk(core) <= CORE


def test_each_locale_is_small(visitor: Visitor) -> None:
    locales = list((BUILT / "thatch").glob("??-??-*.js"))
    assert {path.name[:5] for path in locales} == {"en-GB", "en-US", "de-DE"}
    assert {path.name: shrunk(path) for path in locales if shrunk(path) > LOCALE} == {}


def test_what_is_sent_is_shrunk(visitor: Visitor) -> None:
    """All that is loaded once the chat is open, as it came over the network."""
    visitor.open()
    sent = "performance.getEntriesByType('resource').map((one) => [one.name, one.encodedBodySize])"
    sizes = {
        name.rpartition("/")[2].partition("-")[0]: size
        for name, size in visitor.page.evaluate(sent)
        if name.endswith(".js")
    }
    assert sizes["thatch.js"] <= LOADER
    assert sizes["core"] <= CORE
    assert sizes["en"] <= LOCALE


MOVED = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const {value, hadRecentInput} of list.getEntries())
    if (!hadRecentInput) window.moved += value;
}).observe({type: "layout-shift", buffered: true});
"""


def open_and_wait(visitor: Visitor, address: str) -> None:
    visitor.page.goto(address)
    expect(visitor.launcher).to_be_visible()
    visitor.open()
    expect(visitor.button("Agree and begin")).to_be_enabled()
    visitor.page.wait_for_timeout(500)


def test_nothing_moves(visitor: Visitor, clinic: Clinic) -> None:
    visitor.page.add_init_script(MOVED)
    session = visitor.page.context.new_cdp_session(visitor.page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    open_and_wait(visitor, clinic.page('data-region="uk"'))
    assert visitor.page.evaluate("moved") == 0


@pytest.mark.timed
def test_the_page_is_never_blocked(browser: Browser, visit: Visit, clinic: Clinic) -> None:
    """Times are the processor's, so that what else the machine does is not counted. The first
    visitor pays for starting the browser too; most of a few must not be held up."""
    longest = []
    for visitor in (visit() for _ in range(VISITORS)):
        browser.start_tracing(page=visitor.page, categories=["toplevel", "devtools.timeline"])
        open_and_wait(visitor, clinic.page('data-region="uk"'))
        tasks = tasks_of(visitor.page.url, json.loads(browser.stop_tracing())["traceEvents"])
        assert len(tasks) > 10, "the trace holds the page's tasks"
        longest.append(max(tasks))
    assert median(longest) <= LONG_TASK, longest


def tasks_of(address: str, events: list[Event]) -> list[float]:
    """Give the milliseconds that each task of a page takes on a phone.

    The browser's own window is made of pages too. What steers the browser puts a third of a
    megabyte of script into the visitor's page, which no visitor has; and to go to a page is work
    with or without a chat on it.
    """
    processes = {one["pid"] for one in events if address in json.dumps(one.get("args"))}
    pages = {
        (one["pid"], one["tid"])
        for one in events
        if one["name"] == "thread_name"
        and one["args"]["name"] == "CrRendererMain"
        and one["pid"] in processes
    }
    timed = [one for one in events if (one["pid"], one["tid"]) in pages and "tdur" in one]
    none_of_ours = [
        one
        for one in timed
        if any(name in json.dumps(one["args"]) for name in ("DevToolsSession", "NavigationClient"))
    ]
    return [
        task["tdur"] / 1000 * SLOWER
        for task in timed
        if task["name"].endswith("RunTask") and not any(within(one, task) for one in none_of_ours)
    ]


def within(event: Event, task: Event) -> bool:
    ended = task["ts"] + task["dur"]
    return bool(event["pid"] == task["pid"] and task["ts"] <= event["ts"] <= ended)
