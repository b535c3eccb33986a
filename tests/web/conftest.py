"""A clinic's page in a real browser, with the running assistant on another origin."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.missing import missing
from tests.system.conftest import Assistant, _trained
from tests.web.clinic import Clinic
from tests.web.running import chromium, start_assistant, start_browser
from tests.web.visitor import Visitor
from thatch.widget import SOURCES, install_packages

__all__ = ["_trained"]

expect.set_options(timeout=15_000)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium.

    It ends with the last of these tests that follow one another: as long as Playwright runs, no
    asynchronous test can.
    """
    path = chromium()
    if path is None:
        missing("no Chromium is installed (on Debian: apt-get install chromium), or set CHROMIUM")
    with sync_playwright() as playwright:
        started = start_browser(playwright, path)
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that finds faults of access, one of the widget's packages for development."""
    install_packages()
    return (SOURCES / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def clinic() -> Iterator[Clinic]:
    website = Clinic()
    yield website
    website.close()


@pytest.fixture(scope="session")
def assistant(
    _trained: None, clinic: Clinic, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Assistant]:
    """An assistant that the clinic's website may embed."""
    running = start_assistant(clinic, tmp_path_factory.mktemp("state"))
    yield running
    running.stop()


@pytest.fixture
def restart(assistant: Assistant) -> Iterator[Callable[[], None]]:
    """Start the assistant again at its address, which is done by the end of the test anyhow."""
    yield assistant.restart
    if assistant.process.poll() is not None:
        assistant.restart()


NewContext = Callable[..., BrowserContext]
Visit = Callable[..., Visitor]


@pytest.fixture
def new_context(browser: Browser) -> Iterator[NewContext]:
    """Make browsers of people who have not been here before."""
    contexts: list[BrowserContext] = []

    def new_context(**options: Any) -> BrowserContext:
        contexts.append(browser.new_context(**{"locale": "en-GB", **options}))
        return contexts[-1]

    yield new_context
    for context in contexts:
        context.close()


@pytest.fixture
def visit(assistant: Assistant, clinic: Clinic, new_context: NewContext) -> Iterator[Visit]:
    """Send visitors to pages of the clinic. None may break its policy or log an error."""
    visitors: list[Visitor] = []

    def visit(
        address: str | None = None, context: BrowserContext | None = None, **options: Any
    ) -> Visitor:
        visitor = Visitor((context or new_context(**options)).new_page())
        visitors.append(visitor)
        visitor.page.goto(address or clinic.page('data-region="uk"'))
        expect(visitor.page.locator("thatch-chat")).to_be_attached()
        return visitor

    yield visit
    for visitor in visitors:
        assert not visitor.complaints
        if not visitor.page.is_closed():
            assert not visitor.violations()


@pytest.fixture
def visitor(visit: Visit) -> Visitor:
    """A visitor from the UK, on a page that names no more than that."""
    return visit()
