"""The page stays the clinic's: its policy is kept, no text becomes HTML, nobody else is called."""

import pytest
from playwright.sync_api import expect

from tests.system.conftest import Assistant
from tests.web.canned import answer_with, message
from tests.web.clinic import Clinic
from tests.web.conftest import Visit
from tests.web.visitor import Visitor

HOSTILE = (
    "<script>window.broken = 1</script>",
    '<img src="x" onerror="window.broken = 1">',
    "<svg/onload=window.broken=1>",
    '"><iframe srcdoc="<script>parent.broken=1</script>"></iframe>',
    "[click me](javascript:window.broken=1)",
    "[click me](JaVaScRiPt:window.broken=1)",
    "[click me](data:text/html,<script>window.broken=1</script>)",
    '[click me](https://a.example/" onmouseover="window.broken=1)',
    "[click me](vbscript:window.broken=1)",
    "[](https://a.example)",
    "*<b>bold</b>*",
    "- <li onclick=window.broken=1>",
    "&lt;script&gt;window.broken = 1&lt;/script&gt;",
    "{{constructor.constructor('window.broken=1')()}}",
    "__proto__",
    "\u202egnp.exe",
)
PLAIN = (
    "a < b > c [d] (e) & f",
    "مرحبا، هل يؤلم؟",
    "💇🏽‍♀️ 👩‍⚕️",
    "w" * 1000,
    "5 * 3 * 2 = 30",
    "\\n %s",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_of_the_assistant_is_only_text(visitor: Visitor, text: str) -> None:
    visitor.begin()
    told = [
        message(2, text, reviewed=text),
        message(3, text, "caveat"),
        message(4, text, "red_flag", urgency="emergency", contacts=[{"label": text, "uri": text}]),
        message(5, text, table={"columns": ["", text, text], "rows": [[text, text, text]]}),
        message(6, f"{text}\n- {text}", "sources", buttons=[{"choice": "c6-0", "title": text}]),
    ]
    answer_with(visitor, told)
    visitor.ask(text)
    visitor.panel.locator("summary").click()
    visitor.panel.locator(".choices button").hover()
    inserted = visitor.panel.locator("script, img, iframe, b, [onclick], [onerror], svg:not(.icon)")
    expect(inserted).to_have_count(0)
    links = visitor.log.get_by_role("link").all()
    assert all(link.get_attribute("href") == "https://a.example/%22" for link in links) or not links
    assert visitor.page.evaluate("window.broken") is None
    expect(visitor.last.locator(".said p")).to_have_text(f"You: {text}")
    expect(visitor.last.locator(".choices button")).to_have_text(text)


def test_odd_texts_show_as_they_are(visitor: Visitor) -> None:
    visitor.begin()
    for text in PLAIN:
        visitor.ask(text)
        expect(visitor.last.locator(".said p")).to_have_text(f"You: {text}")
    visitor.page.reload()
    visitor.open()
    said = [f"You: {text}" for text in PLAIN]
    expect(visitor.log.locator(".said p")).to_have_text(said)
    answer_with(visitor, [message(50 + n, text) for n, text in enumerate(PLAIN)])
    visitor.ask("and you")
    expect(visitor.last.locator(".text")).to_have_text(list(PLAIN))
    assert visitor.log.evaluate("log => log.scrollWidth <= log.clientWidth"), "nothing sticks out"


def test_links_are_https_tel_and_mailto_and_tell_nothing_of_the_page(visitor: Visitor) -> None:
    visitor.begin()
    text = "[site](https://a.example/b) [ring](tel:999) [write](mailto:a@b.example) [no](http://c.example)"
    answer_with(visitor, [message(2, text)])
    visitor.ask("links")
    links = visitor.last.get_by_role("link")
    expect(links).to_have_count(3)
    found = links.evaluate_all("all => all.map(a => [a.getAttribute('href'), a.rel, a.target])")
    assert found == [
        ["https://a.example/b", "noopener noreferrer", "_blank"],
        ["tel:999", "", ""],
        ["mailto:a@b.example", "", ""],
    ]
    expect(visitor.last).to_contain_text("[no](http://c.example)")


def test_nobody_but_the_assistant_is_called_and_no_cookie_set(
    visitor: Visitor, clinic: Clinic, assistant: Assistant
) -> None:
    visitor.begin()
    visitor.ask("what is mesotherapy")
    visitor.panel.locator("summary").click()
    own = {address.removeprefix("http://") for address in (clinic.address, assistant.address)}
    assert visitor.hosts == own
    assert visitor.page.context.cookies() == []
    fonts = visitor.page.evaluate("[...document.fonts].length")
    assert fonts == 0


def test_a_colour_that_is_none_and_a_privacy_address_that_is_no_website_are_left_out(
    visit: Visit, clinic: Clinic
) -> None:
    tag = (
        'data-region="uk" data-colour="red;}*{display:none" '
        'data-privacy-url="javascript:window.broken=1" data-title="<b>Ask</b>"'
    )
    visitor = visit(clinic.page(tag))
    visitor.open()
    expect(visitor.page.get_by_role("heading", name="<b>Ask</b>")).to_be_visible()
    privacy = visitor.page.get_by_role("link", name="Privacy notice")
    expect(privacy).to_have_attribute("href", "https://fernhill.example/privacy")
