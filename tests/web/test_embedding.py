"""What a clinic can set, and what its own scripts can do."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.clinic import Clinic
from tests.web.conftest import Visit


def test_the_tag_alone_is_enough(visit: Visit, clinic: Clinic) -> None:
    visitor = visit(clinic.page())
    expect(visitor.launcher).to_have_text("Ask about hair loss")
    visitor.begin()


def test_a_topic_is_named_on_the_launcher(visit: Visit, clinic: Clinic) -> None:
    visitor = visit(clinic.page('data-topic="mesotherapy" data-title="Our assistant"'))
    expect(visitor.launcher).to_have_text("Ask about mesotherapy")
    visitor.open()
    expect(visitor.page.get_by_role("heading", name="Our assistant")).to_be_visible()


@pytest.mark.parametrize(
    ("page", "locale", "expected"),
    [
        ("de", "en-GB", "Fragen zu Haarausfall"),
        ("fr", "de-AT", "Fragen zu Haarausfall"),
        ("fr", "fr-FR", "Ask about hair loss"),
        ("en-US", "de-DE", "Ask about hair loss"),
    ],
)
def test_the_language_is_the_pages_then_the_browsers(
    visit: Visit, clinic: Clinic, page: str, locale: str, expected: str
) -> None:
    visitor = visit(clinic.page(lang=page), locale=locale)
    expect(visitor.launcher).to_have_text(expected)


def test_german_texts_around_english_answers(visit: Visit, clinic: Clinic) -> None:
    visitor = visit(clinic.page('data-locale="de-DE" data-region="eu"', lang="en"))
    visitor.open()
    expect(visitor.panel).to_contain_text("Bevor Sie beginnen")
    expect(visitor.panel.locator(".emergency-notice")).to_contain_text("112")
    visitor.button("Zustimmen und beginnen").click()
    field = visitor.page.get_by_role("textbox", name="Ihre Frage")
    field.fill("what is mesotherapy")
    field.press("Enter")
    reply = visitor.last.locator(".reply")
    expect(reply).to_contain_text("course of many small")
    expect(reply).to_have_attribute("lang", "en")
    checked = visitor.last.locator(".reviewed").first
    expect(checked).to_have_text(re.compile(r"^Geprüft am \d+\. \w+ 20\d\d$"))
    expect(checked).to_have_attribute("lang", "de-DE")


@pytest.mark.parametrize(
    ("colour", "words"),
    [("#14665b", "white"), ("#ffd400", "black"), ("navy", "white"), ("#8a8a8a", "black")],
)
def test_words_on_the_clinics_colour_can_be_read(
    visit: Visit, clinic: Clinic, colour: str, words: str
) -> None:
    visitor = visit(clinic.page(f'data-colour="{colour}"'))
    shown = visitor.launcher.evaluate(
        """button => {
          const context = new OffscreenCanvas(1, 1).getContext("2d");
          context.fillStyle = getComputedStyle(button).color;
          context.fillRect(0, 0, 1, 1);
          return [...context.getImageData(0, 0, 1, 1).data];
        }"""
    )
    assert shown == ([255, 255, 255, 255] if words == "white" else [0, 0, 0, 255])


def test_the_position_is_the_end_or_the_start(visit: Visit, clinic: Clinic) -> None:
    middle = 640
    for position, direction, on_the_right in (
        ("end", "ltr", True),
        ("start", "ltr", False),
        ("end", "rtl", False),
    ):
        visitor = visit(clinic.page(f'data-position="{position}"', direction=direction))
        box = visitor.launcher.bounding_box()
        assert box is not None
        assert (box["x"] > middle) is on_the_right
        visitor.open()
        box = visitor.panel.bounding_box()
        assert box is not None
        assert (box["x"] > middle) is on_the_right


def test_an_element_of_the_page_puts_a_question(visit: Visit, clinic: Clinic) -> None:
    question = "What is mesotherapy?"
    body = f'<p><a href="/nowhere" data-thatch-ask="{question}">Ask <b>this</b></a></p>'
    visitor = visit(clinic.page('data-region="uk"', body))
    visitor.page.get_by_role("link").locator("b").click()
    visitor.agree()
    expect(visitor.field).to_have_value(question)
    expect(visitor.log.locator(".said")).to_have_count(0)
    visitor.field.press("Enter")
    visitor.answered(question)
    visitor.field.fill("and my own words")
    visitor.page.get_by_role("link", name="Ask this").click()
    expect(visitor.field).to_have_value(f"and my own words\n{question}")


def test_focus_returns_to_the_element_that_asked(visit: Visit, clinic: Clinic) -> None:
    body = '<button data-thatch-ask="What is PRP?">Ask about PRP</button>'
    visitor = visit(clinic.page('data-region="uk"', body))
    asking = visitor.button("Ask about PRP")
    asking.focus()
    asking.press("Enter")
    expect(visitor.page.get_by_role("heading", name="Before you begin")).to_be_focused()
    visitor.page.keyboard.press("Escape")
    expect(asking).to_be_focused()


def test_scripts_of_the_page_open_ask_close_and_listen(visit: Visit, clinic: Clinic) -> None:
    visitor = visit(clinic.page('data-region="uk"'))
    visitor.page.evaluate(
        """() => {
          window.heard = [];
          for (const name of ["open", "close", "message"])
            document.addEventListener(`thatch:${name}`, ({ type, detail }) =>
              window.heard.push([type, detail?.from, detail?.part, Object.keys(detail ?? {})]));
        }"""
    )
    visitor.page.evaluate("document.querySelector('thatch-chat').ask('What is PRP?')")
    visitor.agree()
    expect(visitor.field).to_have_value("What is PRP?")
    visitor.field.press("Enter")
    visitor.answered("What is PRP?")
    visitor.page.evaluate("document.querySelector('thatch-chat').close()")
    expect(visitor.panel).to_be_hidden()
    visitor.page.evaluate("document.querySelector('thatch-chat').open()")
    expect(visitor.panel).to_be_visible()
    heard = visitor.page.evaluate("window.heard")
    assert [name for name, *_ in heard if name != "thatch:message"] == [
        "thatch:open",
        "thatch:close",
        "thatch:open",
    ]
    told = [(who, part) for name, who, part, _ in heard if name == "thatch:message"]
    assert told[0] == ("visitor", None)
    assert ("assistant", "answer") in told
    assert all(set(keys) <= {"from", "part"} for *_, keys in heard), "no words reach the page"


def test_inline_it_is_part_of_the_page_and_leaves_the_focus_alone(
    visit: Visit, clinic: Clinic
) -> None:
    visitor = visit(clinic.page(body='<thatch-chat inline data-region="uk"></thatch-chat>'))
    expect(visitor.page.locator("thatch-chat")).to_have_count(1)
    expect(visitor.button("Agree and begin")).to_be_visible()
    expect(visitor.launcher).to_be_hidden()
    assert visitor.page.evaluate("document.activeElement === document.body")
    visitor.button("Agree and begin").click()
    expect(visitor.field).to_be_focused()
    visitor.ask("what is mesotherapy")
    visitor.page.reload()
    expect(visitor.log).to_contain_text("course of many small")
    assert visitor.page.evaluate("document.activeElement === document.body")


def test_nothing_is_loaded_before_it_is_wanted(visit: Visit, clinic: Clinic) -> None:
    visitor = visit(clinic.page())
    loaded = "performance.getEntriesByType('resource').map(({name}) => name.split('/').pop())"
    assert visitor.page.evaluate(loaded) == ["thatch.js"]
    visitor.launcher.hover()
    expect(visitor.panel).to_be_attached()
    names = [name.split("-")[0] for name in visitor.page.evaluate(loaded)]
    assert sorted(names) == ["core", "en", "thatch.js"]
