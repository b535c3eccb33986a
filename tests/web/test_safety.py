"""The page stays the clinic's: its policy is kept, no text becomes HTML, nobody else is called."""

from playwright.sync_api import expect

from tests.system.conftest import Assistant
from tests.web.canned import Message, answer_with, message
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


def hostile_reply(seq: int, text: str) -> list[Message]:
    """A reply that has the text in each of its places."""
    table = {"columns": ["", text, text], "rows": [[text, text, text]]}
    contacts = [{"label": text, "uri": text}]
    button = {"choice": f"c{seq + 4}-0", "title": text}
    return [
        message(seq, text, reviewed=text),
        message(seq + 1, text, "caveat"),
        message(seq + 2, text, "red_flag", urgency="emergency", contacts=contacts),
        message(seq + 3, text, table=table),
        message(seq + 4, f"{text}\n- {text}", "sources", buttons=[button]),
    ]


def test_hostile_text_of_the_assistant_is_only_text(visitor: Visitor) -> None:
    visitor.begin()
    for number, text in enumerate(HOSTILE):
        answer_with(visitor, hostile_reply(2 + 6 * number, text))
        visitor.ask(text)
        visitor.last.locator("summary").click()
        expect(visitor.last.locator(".said p")).to_have_text(f"You: {text}")
        expect(visitor.last.locator(".choices button")).to_have_text(text)
        assert visitor.last.get_by_role("link").count() == 0
    strange = (
        "script, img, iframe, :not(summary) > b, svg:not(.icon), "
        "[onclick], [onerror], [onload], [onmouseover]"
    )
    expect(visitor.panel.locator(strange)).to_have_count(0)
    assert visitor.page.evaluate("window.broken") is None


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
    text = (
        "[site](https://a.example/b) [ring](tel:999) [write](mailto:a@b.example) "
        "[no](http://c.example)"
    )
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
