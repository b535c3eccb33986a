"""Visits to a page with a widget, in a real browser: what was loaded, done and complained of."""

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Error, Page, Response, Route

from benchmarks.widgets.contestants import MODULES, Contestant

SLOWDOWN = 4
"""Times slower than this machine the browser's processor is made."""
PATIENCE = 30_000
"""Milliseconds in which something has to appear, in a slowed browser."""
QUESTION = "What is mesotherapy?"
ANSWER = re.compile(r"Mesotherapy\b.* is a course")
"""What every reply begins with."""
STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
)

_AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_AXE = """async (tags) => {
  const { violations } = await axe.run(document, { runOnly: tags });
  return violations.map(({ id, impact }) => [id, impact]);
}"""
_OF_ITSELF = ("document", "fetch", "xhr", "eventsource", "websocket", "ping")
"""Kinds of loads that are the page itself or talk with a bot, and no part of a widget's weight."""
_WATCH = """
window.__blocked = 0;
window.__violations = [];
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.__blocked += Math.max(0, task.duration - 50);
}).observe({ type: 'longtask', buffered: true });
document.addEventListener('securitypolicyviolation', (event) => {
  window.__violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
});
"""


@dataclass(frozen=True)
class Stage:
    """What had been loaded and done by then."""

    weight: int
    """Bytes of scripts, styles, fonts and images, each packed with gzip -9."""
    script: float
    """Milliseconds in which scripts ran."""
    blocked: float
    """Milliseconds beyond 50 of each task that was longer."""


@dataclass(frozen=True)
class Weighing:
    """A visit in a slowed browser to a page without a policy."""

    loaded: Stage
    opened: Stage
    hosts: frozenset[str]
    """Other hosts that were asked for something."""


@dataclass(frozen=True)
class Access:
    """What axe found wrong: its rule with the impact, on the page as loaded and after a reply."""

    loaded: tuple[tuple[str, str], ...]
    answered: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Confinement:
    """A visit to a page with the strict policy."""

    violations: Counter[str]
    """How often each directive was violated."""
    answers: bool
    """Whether a question still got its reply."""


@dataclass
class _Visit:
    page: Page
    devtools: CDPSession
    responses: list[Response] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def stage(self) -> Stage:
        self.page.wait_for_timeout(1500)  # what loads without being waited for
        weight = sum(len(gzip.compress(one.body(), 9)) for one in self.responses if one.ok)
        metrics = self.devtools.send("Performance.getMetrics")["metrics"]
        script = next(one["value"] for one in metrics if one["name"] == "ScriptDuration")
        return Stage(weight, script * 1000, self.page.evaluate("window.__blocked"))


def weigh(browser: Browser, contestant: Contestant, address: str) -> Weighing:
    """Load a page, then open its chat, in a slowed browser.

    Args:
        browser: the browser.
        contestant: whose page it is.
        address: the origin that serves it.

    Raises:
        Error: of Playwright, the widget did not appear or did not open.
    """
    with _visit(browser, contestant, address, slowdown=SLOWDOWN) as visit:
        _wait_for_widget(visit.page, contestant)
        loaded = visit.stage()
        _open(visit.page, contestant)
        return Weighing(loaded, visit.stage(), frozenset(visit.hosts))


def inspect(browser: Browser, contestant: Contestant, address: str) -> Access:
    """Let axe look at the page as loaded, and after a reply; parameters and errors as `weigh`."""
    with _visit(browser, contestant, address) as visit:
        _wait_for_widget(visit.page, contestant)
        visit.page.evaluate(_axe_source())
        loaded = visit.page.evaluate(_AXE, _AXE_TAGS)
        _open(visit.page, contestant)
        _ask(visit.page, contestant)
        answered = visit.page.evaluate(_AXE, _AXE_TAGS)
        return Access(_findings(loaded), _findings(answered))


def confine(browser: Browser, contestant: Contestant, address: str) -> Confinement:
    """Visit a page with the strict policy; parameters as `weigh`. A widget may fail there."""
    with _visit(browser, contestant, address, strict=True) as visit:
        try:
            _wait_for_widget(visit.page, contestant, patience=8_000)
            _open(visit.page, contestant, patience=8_000)
            _ask(visit.page, contestant, patience=8_000)
            answers = True
        except Error:
            answers = False
        found: list[str] = visit.page.evaluate("window.__violations")
        return Confinement(Counter(one.partition(" ")[0] for one in found), answers)


@contextmanager
def _visit(
    browser: Browser, contestant: Contestant, address: str, slowdown: int = 1, strict: bool = False
) -> Iterator[_Visit]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    try:
        page = context.new_page()
        visit = _Visit(page, context.new_cdp_session(page))
        visit.devtools.send("Performance.enable")
        visit.devtools.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        page.add_init_script(_WATCH)
        own = urlsplit(address).netloc

        def foreign(url: str) -> bool:
            parts = urlsplit(url)
            return parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != own

        def note_and_refuse(route: Route) -> None:
            visit.hosts.add(urlsplit(route.request.url).netloc)
            route.abort()

        def give_page(route: Route) -> None:
            policy = {"Content-Security-Policy": STRICT_POLICY} if strict else {}
            route.fulfill(body=contestant.html, content_type="text/html", headers=policy)

        def weighed(response: Response) -> None:
            if response.request.resource_type not in _OF_ITSELF and own in response.url:
                visit.responses.append(response)

        page.route(foreign, note_and_refuse)
        page.on("response", weighed)
        target = f"{address}/measured"
        page.route(target, give_page)
        page.goto(target)
        yield visit
    finally:
        context.close()


def _wait_for_widget(page: Page, contestant: Contestant, patience: int = PATIENCE) -> None:
    first = contestant.launcher or contestant.composer
    page.locator(first).first.wait_for(state="visible", timeout=patience)


def _open(page: Page, contestant: Contestant, patience: int = PATIENCE) -> None:
    for step in filter(None, (contestant.launcher, contestant.agree)):
        page.locator(step).first.click(timeout=patience)
    page.locator(contestant.composer).first.wait_for(state="visible", timeout=patience)


def _ask(page: Page, contestant: Contestant, patience: int = PATIENCE) -> None:
    composer = page.locator(contestant.composer).first
    composer.click(timeout=patience)
    composer.press_sequentially(QUESTION)
    composer.press("Enter")
    page.get_by_text(ANSWER).filter(visible=True).first.wait_for(timeout=patience)


def _findings(found: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((rule, impact) for rule, impact in found)


def _axe_source() -> str:
    return (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
