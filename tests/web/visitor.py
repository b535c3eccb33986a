"""A visitor in a real browser."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, expect

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
_NETWORK = "Failed to load resource"
"""What Chromium logs of every refused or broken call, which a test may well be about."""


@dataclass
class Visitor:
    """Someone on a page; what the browser complains of is kept."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.add_init_script(WATCH)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._see)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and _NETWORK not in message.text:
            self.complaints.append(message.text)

    def _see(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https"):
            self.hosts.add(address.netloc)

    def violations(self) -> list[str]:
        """Give what the page's policy stopped."""
        found: list[str] = self.page.evaluate("window.violations")
        return found

    @property
    def launcher(self) -> Locator:
        return self.page.locator("thatch-chat button[aria-haspopup]")

    @property
    def panel(self) -> Locator:
        return self.page.locator("thatch-chat .panel")

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def field(self) -> Locator:
        return self.page.get_by_role("textbox", name="Your question")

    @property
    def last(self) -> Locator:
        """The last turn: what was said, and the reply."""
        return self.log.locator(".turn").last

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def open(self) -> None:
        self.launcher.click()
        expect(self.panel).to_be_visible()

    def agree(self) -> None:
        self.button("Agree and begin").click()
        expect(self.log).to_contain_text("automated assistant")

    def begin(self) -> None:
        self.open()
        self.agree()

    def send(self, text: str) -> None:
        self.field.fill(text)
        self.field.press("Enter")

    def ask(self, text: str) -> Locator:
        """Ask, wait for the whole reply and give its turn."""
        self.send(text)
        return self.answered(text)

    def answered(self, said: str) -> Locator:
        """Wait for the whole reply to what was said last, and give its turn."""
        expect(self.last.locator(".said")).to_contain_text(said)
        expect(self.last.locator(".reply")).to_be_visible()
        expect(self.panel.locator(".dots")).to_have_count(0)
        return self.last

    def menu(self, item: str) -> None:
        self.button("More").click()
        self.button(item).click()

    def kept(self) -> dict[str, str]:
        """Give all that the page's storage holds."""
        kept: dict[str, str] = self.page.evaluate("({...localStorage, ...sessionStorage})")
        return kept
