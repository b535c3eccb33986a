"""All that the chat can show, one state after another."""

from collections.abc import Iterator

from playwright.sync_api import expect

from tests.web.canned import answer_with, message
from tests.web.visitor import Visitor

COMPARISON = {
    "columns": ["", "Mesotherapy", "PRP"],
    "rows": [
        ["What it is", "Many shallow injections of a mixture", "Injections of one's own blood"],
        ["Evidence", "*Insufficient*", "Limited; [a review](https://a.example/review)"],
    ],
}
TIMELINE = {
    "columns": ["When", "What to expect"],
    "rows": [["The first day", "Small red spots"], ["After 3 months", "First signs, if any"]],
}


def states(visitor: Visitor) -> Iterator[str]:
    """Lead a visitor through all that the chat can show."""
    yield "launcher"
    visitor.open()
    expect(visitor.button("Agree and begin")).to_be_enabled()
    yield "consent"
    visitor.agree()
    yield "greeting"
    visitor.ask("I've heard of mesotherapy, what does it involve and does it work?")
    yield "answer"
    visitor.panel.locator("summary").click()
    yield "sources"
    visitor.last.get_by_role("button", name="Yes").click()
    expect(visitor.page.get_by_label("Anything to add?")).to_be_visible()
    yield "comment"
    visitor.ask("my throat is closing up since the injection")
    yield "emergency"
    tables = [message(90, "-", table=COMPARISON), message(91, "-", table=TIMELINE)]
    answer_with(visitor, tables)
    visitor.ask("compare them")
    yield "tables"
    visitor.page.unroute_all()
    visitor.button("More").click()
    yield "menu"
    visitor.button("Delete this conversation").click()
    yield "asked before deleting"
    visitor.button("Keep it").click()
    visitor.page.context.set_offline(True)
    visitor.send("is it safe")
    expect(visitor.panel.locator(".notices")).to_contain_text("offline")
    yield "offline"
    visitor.page.context.set_offline(False)
    visitor.answered("is it safe")
    visitor.field.fill("a" * 1001)
    yield "too long"
    visitor.field.fill("")
