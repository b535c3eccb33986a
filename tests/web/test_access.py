"""Everybody can use it: WCAG 2.2 AA, by keyboard alone, at any size, in any colours."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.web.canned import answer_with, message
from tests.web.clinic import Clinic
from tests.web.conftest import Visit
from tests.web.states import COMPARISON, TIMELINE, states
from tests.web.visitor import Visitor

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SMALLEST_TARGET = 24
"""CSS pixels, each way."""


Check = Callable[[Visitor, str], None]


@pytest.fixture
def check(axe: str) -> Check:
    def check(visitor: Visitor, state: str) -> None:
        """Let axe find no fault with the whole page."""
        visitor.page.evaluate(f"window.axe || (() => {{ {axe} }})()")
        options = json.dumps({"runOnly": RULES, "resultTypes": ["violations"]})
        found = visitor.page.evaluate(f"axe.run(document, {options})")["violations"]
        told = [
            f"{state}: {fault['id']}: {node['target']} {node['failureSummary']}"
            for fault in found
            for node in fault["nodes"]
        ]
        assert not told, "\n".join(told)

    return check


MODES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "zoomed to 400 %": {"viewport": {"width": 320, "height": 256}},
    "forced colours": {"forced_colors": "active"},
    "right to left": {},
}


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_no_fault(visit: Visit, clinic: Clinic, check: Check, mode: str) -> None:
    direction = "rtl" if mode == "right to left" else "ltr"
    visitor = visit(clinic.page('data-region="uk"', direction=direction), **MODES[mode])
    for state in states(visitor):
        check(visitor, state)
        fits(visitor, state)


def fits(visitor: Visitor, state: str) -> None:
    """Nothing is wider than the window, and every target is large enough."""
    for part in (".log", ".consent .scroll", ".panel"):
        for area in visitor.panel.page.locator(part).all():
            assert area.evaluate("area => area.scrollWidth <= area.clientWidth"), (state, part)
    for target in visitor.page.locator("thatch-chat :is(button, summary, select)").all():
        box = target.bounding_box()
        if box:
            assert min(box["width"], box["height"]) >= SMALLEST_TARGET, (state, target)


def test_the_inline_chat_and_german_texts_are_without_fault_too(
    visit: Visit, clinic: Clinic, check: Check
) -> None:
    body = '<thatch-chat inline data-region="eu" data-locale="de-DE"></thatch-chat>'
    visitor = visit(clinic.page(body=body))
    check(visitor, "consent")
    visitor.button("Zustimmen und beginnen").click()
    expect(visitor.log).to_contain_text("automated")
    check(visitor, "greeting")


@pytest.mark.parametrize(
    ("colour", "scheme"),
    [
        ("#ffd400", "light"),
        ("#ffffff", "light"),
        ("#e5007d", "light"),
        ("#0000ff", "dark"),
        ("#111111", "dark"),
    ],
)
def test_whatever_colour_a_clinic_sets_all_can_be_read(
    visit: Visit, clinic: Clinic, check: Check, colour: str, scheme: str
) -> None:
    tag = f'data-region="uk" data-colour="{colour}" data-theme="{scheme}"'
    visitor = visit(clinic.page(tag))
    visitor.begin()
    visitor.ask("what is mesotherapy")
    check(visitor, colour)


def focused(visitor: Visitor) -> Locator:
    return visitor.page.locator("thatch-chat :focus")


def tab_to(visitor: Visitor, target: Locator, key: str = "Tab") -> None:
    """Press a key until the focus is there."""
    for _ in range(40):
        visitor.page.keyboard.press(key)
        if target.evaluate("target => target.matches(':focus')"):
            return
    pytest.fail(f"{key} never reaches {target}")


def test_the_keyboard_alone_is_enough(visitor: Visitor) -> None:
    keyboard = visitor.page.keyboard
    tab_to(visitor, visitor.launcher)
    keyboard.press("Enter")
    expect(visitor.page.get_by_role("heading", name="Before you begin")).to_be_focused()
    tab_to(visitor, visitor.button("Agree and begin"))
    keyboard.press("Enter")
    expect(visitor.field).to_be_focused()
    keyboard.type("what is mesotherapy")
    keyboard.press("Enter")
    visitor.answered("what is mesotherapy")
    expect(visitor.field).to_be_focused()
    tab_to(visitor, visitor.panel.locator("summary"), "Shift+Tab")
    keyboard.press("Enter")
    expect(visitor.panel.locator("details")).to_have_attribute("open", "")
    tab_to(visitor, visitor.button("Yes"))
    keyboard.press("Space")
    expect(visitor.button("Yes")).to_have_attribute("aria-pressed", "true")
    tab_to(visitor, visitor.page.get_by_label("Anything to add?"))
    keyboard.type("good")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(visitor.last).to_contain_text("Thank you.")
    choice = visitor.last.locator(".choices button").first
    title = choice.inner_text()
    tab_to(visitor, choice)
    keyboard.press("Enter")
    visitor.answered(title)
    tab_to(visitor, visitor.button("More"))
    keyboard.press("Enter")
    expect(visitor.button("Save a copy")).to_be_visible()
    keyboard.press("Escape")
    expect(visitor.button("Save a copy")).to_be_hidden()
    expect(visitor.button("More")).to_be_focused()
    keyboard.press("Enter")
    tab_to(visitor, visitor.button("Delete this conversation"))
    keyboard.press("Enter")
    expect(visitor.button("Keep it")).to_be_focused()
    keyboard.press("Escape")
    expect(visitor.field).to_be_focused()
    tab_to(visitor, visitor.button("Large window"))
    keyboard.press("Enter")
    expect(visitor.button("Large window")).to_have_attribute("aria-pressed", "true")
    keyboard.press("Escape")
    expect(visitor.panel).to_be_hidden()
    expect(visitor.launcher).to_be_focused()


def test_every_focus_can_be_seen(visitor: Visitor) -> None:
    visitor.begin()
    visitor.ask("what is mesotherapy")
    seen = 0
    for _ in range(20):
        visitor.page.keyboard.press("Tab")
        if focused(visitor).count():
            outline = focused(visitor).evaluate("one => getComputedStyle(one).outlineStyle")
            assert outline != "none", focused(visitor)
            seen += 1
    assert seen > 8


def test_on_a_phone_it_fills_the_screen_and_keeps_the_focus(visit: Visit) -> None:
    visitor = visit(viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True)
    visitor.begin()
    expect(visitor.page.get_by_role("heading", level=2)).to_be_focused()
    assert visitor.panel.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 780}
    for _ in range(20):
        visitor.page.keyboard.press("Tab")
        where = visitor.page.evaluate("document.activeElement.localName")
        assert where in ("thatch-chat", "body"), "the page behind is out of reach"
    visitor.button("Close").click()
    expect(visitor.panel).to_be_hidden()


def test_a_phones_keyboard_does_not_cover_the_field(visit: Visit) -> None:
    visitor = visit(viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True)
    visitor.begin()
    visitor.page.evaluate(
        """() => {
          const seen = {height: 400, offsetTop: 60};
          for (const [name, value] of Object.entries(seen))
            Object.defineProperty(visualViewport, name, {value});
          visualViewport.dispatchEvent(new Event("resize"));
        }"""
    )
    assert visitor.panel.bounding_box() == {"x": 0, "y": 60, "width": 390, "height": 400}
    box = visitor.field.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 460


def test_messages_are_announced_whole_and_emergencies_at_once(visitor: Visitor) -> None:
    visitor.begin()
    expect(visitor.log).to_have_attribute("role", "log")
    visitor.log.evaluate(
        """log => {
          window.added = [];
          new MutationObserver((changes) => {
            for (const {addedNodes} of changes)
              for (const node of addedNodes) window.added.push(node.innerText ?? node.data);
          }).observe(log, {childList: true, subtree: true, characterData: true});
        }"""
    )
    visitor.ask("what is mesotherapy")
    texts = visitor.last.locator(".text, .caveat, summary").all_inner_texts()
    added = "\n".join(visitor.page.evaluate("window.added"))
    assert texts
    for text in texts:
        assert added.count(text) == 1, "added once, and as a whole"
    visitor.send("my throat is closing up since the injection")
    expect(visitor.page.get_by_role("alert")).to_contain_text("Call 999")
    assert visitor.page.get_by_role("alert").count() == 1


def test_looking_up_is_a_status(visitor: Visitor) -> None:
    visitor.begin()
    typing = visitor.panel.locator(".typing")
    expect(typing).to_have_attribute("role", "status")
    visitor.page.route("**/webhooks/web/messages", lambda route: None)  # never answered
    visitor.send("what is mesotherapy")
    expect(typing).to_have_text("Looking that up…")


def test_nothing_moves_for_those_who_asked_for_that(visit: Visit) -> None:
    visitor = visit(reduced_motion="reduce")
    visitor.begin()
    visitor.page.route("**/webhooks/web/messages", lambda route: None)
    visitor.send("what is mesotherapy")
    expect(visitor.panel.locator(".dots")).to_be_visible()
    moving = "document.querySelector('thatch-chat').shadowRoot.getAnimations().length"
    assert visitor.page.evaluate(moving) == 0


def test_wider_text_spacing_cuts_nothing_off(visit: Visit) -> None:
    visitor = visit(viewport={"width": 320, "height": 640})
    visitor.begin()
    visitor.ask("what is mesotherapy")
    visitor.page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
            word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
          document.querySelector("thatch-chat").shadowRoot.adoptedStyleSheets.push(sheet);
        }"""
    )
    fits(visitor, "spaced")
    cut = visitor.panel.locator("button, summary, a, h2, p").evaluate_all(
        """all => all.filter((one) => getComputedStyle(one).display !== "inline"
          && !one.classList.contains("unseen")
          && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
          .map((one) => one.outerHTML)"""
    )
    assert cut == []


def test_a_table_is_one_in_blocks_too(visit: Visit) -> None:
    for width in (320, 1200):
        visitor = visit(viewport={"width": width, "height": 800})
        visitor.begin()
        answer_with(visitor, [message(2, "-", table=COMPARISON), message(3, "-", table=TIMELINE)])
        visitor.ask("compare them")
        comparison, timeline = visitor.last.get_by_role("table").all()
        expect(comparison.get_by_role("columnheader")).to_have_text(["Mesotherapy", "PRP"])
        expect(comparison.get_by_role("rowheader")).to_have_text(["What it is", "Evidence"])
        expect(comparison.locator("tbody").get_by_role("cell")).to_have_count(4)
        expect(comparison.get_by_role("link", name="a review")).to_be_visible()
        expect(timeline.get_by_role("row")).to_have_count(3)
        fits(visitor, f"tables at {width}")
