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
    sizes = visitor.page.evaluate(
        """() => Object.fromEntries(performance.getEntriesByType("resource")
          .filter(({name}) => name.endsWith(".js"))
          .map(({name, encodedBodySize}) => [name.split("/").pop().split("-")[0], encodedBodySize]))"""
    )
    assert sizes["thatch.js"] <= LOADER
    assert sizes["core"] <= CORE
    assert sizes["en"] <= LOCALE


@pytest.fixture
def watched(visit: Visit, clinic: Clinic) -> Visitor:
    """A visitor on a slow phone, whose browser notes long tasks and what moves."""
    visitor = visit()
    visitor.page.add_init_script(
        """window.noted = {moved: 0, blocked: []};
        new PerformanceObserver((list) => { for (const {value} of list.getEntries())
          window.noted.moved += value }).observe({type: "layout-shift", buffered: true});
        new PerformanceObserver((list) => { for (const {duration} of list.getEntries())
          window.noted.blocked.push(duration) }).observe({type: "longtask", buffered: true});"""
    )
    throttle = visitor.page.context.new_cdp_session(visitor.page)
    throttle.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    visitor.page.goto(clinic.page('data-region="uk"'))
    return visitor


def test_nothing_of_the_page_moves(watched: Visitor) -> None:
    expect(watched.launcher).to_be_visible()
    watched.begin()
    watched.page.wait_for_timeout(500)
    assert watched.page.evaluate("noted.moved") == 0


def test_the_page_is_never_blocked(watched: Visitor) -> None:
    expect(watched.launcher).to_be_visible()
    watched.page.wait_for_timeout(500)
    assert watched.page.evaluate("noted.blocked") == [], "not by the launcher"
