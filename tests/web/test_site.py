"""The demonstration clinic's website in a real browser: access, policy, and the switcher."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.system.conftest import Assistant
from tests.web.conftest import NewContext

PAGES = ("/", "/mesotherapy", "/contact", "/privacy", "/no-such-page")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
SEEN = "document.documentElement.dataset.seen = JSON.stringify(document.currentScript.dataset);"
"""Stands in for the widget where a test is about what the widget finds on its tag."""

Open = Callable[..., Page]


@pytest.fixture
def open_page(assistant: Assistant, new_context: NewContext) -> Iterator[Open]:
    """Open pages of the website. None may break the policy or scroll sideways."""
    opened: list[Page] = []

    def open_page(path: str, **options: Any) -> Page:
        page = new_context(**options).new_page()
        page.add_init_script(WATCH)
        page.route("**/thatch.js", _stand_in)
        page.goto(f"{assistant.address}{path}", wait_until="networkidle")
        opened.append(page)
        return page

    yield open_page
    for page in opened:
        assert page.evaluate("window.violations ?? []") == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _stand_in(route: Route) -> None:
    route.fulfill(body=SEEN, content_type="text/javascript")


def _seen(page: Page) -> dict[str, str]:
    """Return the settings that the tag had when its script ran.

    It waits for an attribute, since waiting for an expression would evaluate a string in the
    page, which the page's policy forbids.
    """
    seen: dict[str, str] = json.loads(
        page.locator("html[data-seen]").get_attribute("data-seen") or "{}"
    )
    return seen


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(open_page: Open, axe: str, path: str, scheme: str, width: int) -> None:
    page = open_page(
        path,
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
        extra_http_headers={"Accept": "text/html"},
    )
    page.locator("summary").click()
    page.evaluate(axe)
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: rules}).then(result => result.violations)", RULES
    )
    assert not found, json.dumps(found, indent=1)


def test_the_tag_has_the_pages_own_settings(open_page: Open) -> None:
    page = open_page("/mesotherapy")
    assert _seen(page) == {
        "region": "uk",
        "locale": "en-GB",
        "title": "Ask about mesotherapy",
        "colour": "#1d5c4f",
        "position": "end",
        "privacyUrl": "/privacy",
        "topic": "mesotherapy",
    }
    assert page.locator("[data-thatch-ask*='mesotherapy']").count() >= 4


def test_settings_are_on_the_tag_before_its_script_runs(open_page: Open) -> None:
    page = open_page("/")
    page.locator("summary").click()
    page.get_by_label("Title").fill('Ask "us" & <them>')
    page.get_by_label("Region").select_option("United States")
    page.get_by_label("Plum").check()
    page.get_by_label("Left").check()
    page.get_by_label("Dark").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Show it with these settings").click()
    seen = _seen(page)
    assert seen["title"] == 'Ask "us" & <them>'
    assert (seen["region"], seen["colour"], seen["position"]) == ("us", "#6a2a55", "start")
    assert seen["locale"] == "en-GB", "what was not changed stays"
    expect(page.locator("html")).to_have_css("color-scheme", "dark")
    expect(page.get_by_label("Title")).to_have_value('Ask "us" & <them>')
    shown = page.locator("#tag").inner_text()
    assert 'data-title="Ask &quot;us&quot; &amp; <them>"' in shown
    assert re.match(r'<script async src="http://127\.0\.0\.1:\d+/thatch\.js"\n', shown)


def test_settings_go_along_to_other_pages_and_can_be_left(open_page: Open) -> None:
    page = open_page("/?colour=%238f3b1f")
    page.get_by_role("navigation").get_by_role("link", name="Mesotherapy").click()
    page.wait_for_url("**/mesotherapy?*")
    seen = _seen(page)
    assert (seen["colour"], seen["title"]) == ("#8f3b1f", "Ask about mesotherapy")
    page.locator("summary").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Back to Fernhill").click()
    assert _seen(page)["colour"] == "#1d5c4f"
    assert page.evaluate("location.search") == ""


@pytest.mark.parametrize("colour", ["red;background:url(//x)", "</style>", "#12", "url(x)"])
def test_a_hostile_colour_does_not_reach_the_pages_style(open_page: Open, colour: str) -> None:
    page = open_page("/")
    page.goto(f"{page.url}?colour={colour}&appearance=%22%3E<script>")
    brand = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--brand')")
    assert brand == "#1d5c4f"


def test_the_first_tab_leads_past_the_head(open_page: Open) -> None:
    page = open_page("/mesotherapy")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)


def test_pages_can_be_read_without_scripts(assistant: Assistant, new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{assistant.address}/privacy")
    expect(page.get_by_role("heading", name="What the assistant keeps")).to_be_visible()
    expect(page.get_by_text("30 days").first).to_be_visible()
