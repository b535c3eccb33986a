"""How little the chat costs a page: bytes, time and movement."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.clinic import Clinic
from tests.web.conftest import Visit
from tests.web.visitor import Visitor
from thatch.widget import BUILT

LOADER, CORE, LOCALE = 1_500, 16_000, 1_500
"""Bytes, as gzip -9 shrinks them."""
SLOWER = 4
"""By how much a phone is slower than this machine."""
VISITS = 6
LONG_TASK = 50
"""Milliseconds for which a page may be busy before a visitor notices."""


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


NOTE = """
window.noted = {moved: 0, blocked: 0};
new PerformanceObserver((list) => {
  for (const {value, hadRecentInput} of list.getEntries())
    if (!hadRecentInput) window.noted.moved += value;
}).observe({type: "layout-shift", buffered: true});
new PerformanceObserver((list) => {
  for (const {duration} of list.getEntries()) window.noted.blocked += duration - LONG_TASK;
}).observe({type: "longtask", buffered: true});
""".replace("LONG_TASK", str(LONG_TASK))


def noted(visit: Visit, clinic: Clinic) -> tuple[dict[str, float], dict[str, float]]:
    """What a slow phone's browser notes of a page, and what once the chat is open on it."""
    visitor = visit()
    visitor.page.add_init_script(NOTE)
    throttle = visitor.page.context.new_cdp_session(visitor.page)
    throttle.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    visitor.page.goto(clinic.page('data-region="uk"'))
    expect(visitor.launcher).to_be_visible()
    visitor.page.wait_for_timeout(500)
    loaded = visitor.page.evaluate("noted")
    visitor.open()
    expect(visitor.button("Agree and begin")).to_be_enabled()
    visitor.page.wait_for_timeout(500)
    return loaded, visitor.page.evaluate("noted")


def test_nothing_moves_and_the_page_is_never_blocked(visit: Visit, clinic: Clinic) -> None:
    """The best of a few visits counts for time: what else the machine does only adds to it."""
    blocked = []
    for _ in range(VISITS):
        loaded, opened = noted(visit, clinic)
        assert opened["moved"] == 0
        blocked.append((loaded["blocked"], opened["blocked"]))
        if blocked[-1] == (0, 0):
            return
    pytest.fail(f"blocked for so many milliseconds when loaded and when opened: {blocked}")
