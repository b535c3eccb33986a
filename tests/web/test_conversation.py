"""A conversation from consent to its end."""

import re
import sqlite3
from contextlib import closing

from playwright.sync_api import expect

from tests.system.conftest import Assistant
from tests.web.clinic import Clinic
from tests.web.conftest import Visit
from tests.web.visitor import Visitor

ALI = (
    "I've heard that mesotherapy hair loss treatment can be good for thinning hair - can you tell "
    "me what it involves and does mesotherapy work well for regrowing hair?"
)


def rows(assistant: Assistant, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(assistant.state / "conversations.db")) as database:
        return database.execute(query).fetchall()


def test_consent_says_what_is_kept_where_and_for_how_long(
    visitor: Visitor, assistant: Assistant
) -> None:
    visitor.open()
    expect(visitor.page.get_by_role("heading", name="Before you begin")).to_be_visible()
    consent = visitor.panel.locator("form")
    for told in ("What is kept", "Your messages", "Fernhill Hair Clinic", "30 days"):
        expect(consent).to_contain_text(told)
    expect(consent).to_contain_text(assistant.address.removeprefix("http://"))
    privacy = visitor.page.get_by_role("link", name="Privacy notice")
    expect(privacy).to_have_attribute("href", "https://fernhill.example/privacy")


def test_nothing_is_stored_and_no_session_begun_before_consent(visitor: Visitor) -> None:
    called: list[str] = []
    visitor.page.on("request", lambda request: called.append(request.url))
    visitor.open()
    expect(visitor.button("Agree and begin")).to_be_enabled()
    assert visitor.kept() == {}
    assert not [url for url in called if url.endswith("/sessions")]
    visitor.button("Not now").click()
    expect(visitor.panel).to_be_hidden()
    assert visitor.kept() == {}
    visitor.begin()
    assert len(visitor.kept()) == 1
    assert visitor.page.context.cookies() == []


def test_the_emergency_notice_is_there_before_and_after_consent(visitor: Visitor) -> None:
    visitor.open()
    call = visitor.panel.locator(".emergency-notice").get_by_role("link", name="999")
    expect(call).to_have_attribute("href", "tel:999")
    visitor.agree()
    expect(call).to_be_visible()


def test_the_region_is_asked_where_the_tag_names_none(visit: Visit, clinic: Clinic) -> None:
    visitor = visit(clinic.page())
    visitor.open()
    region = visitor.page.get_by_label("Where do you live?")
    expect(region).to_have_value("uk")
    region.select_option("us")
    expect(visitor.panel.locator(".emergency-notice")).to_contain_text("911")
    visitor.agree()
    expect(visitor.log).to_contain_text("911")


def test_alis_question_gets_answers_caveats_and_sources(visitor: Visitor) -> None:
    visitor.begin()
    turn = visitor.ask(ALI)
    expect(turn).to_contain_text("small, shallow injections")
    expect(turn).to_contain_text("There is little good evidence")
    expect(turn.locator(".reviewed").first).to_have_text(re.compile(r"^Checked on \d+ \w+ 20\d\d$"))
    caveats = turn.get_by_role("note", name="Important to know")
    expect(caveats).to_have_count(1)
    expect(caveats).to_contain_text("MHRA")
    expect(caveats).to_contain_text("CDC")
    expect(caveats.locator("svg").first).to_be_visible()
    sources = turn.locator("details")
    expect(sources).to_have_count(1)
    link = sources.get_by_role("link").first
    expect(link).to_be_hidden()
    sources.locator("summary").click()
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", re.compile("^https://"))
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(sources.locator("summary")).to_contain_text("last checked on")


def test_a_button_asks_its_question(visitor: Visitor) -> None:
    visitor.begin()
    choice = visitor.ask("what is mesotherapy").locator(".choices button").first
    title = choice.inner_text()
    choice.click()
    expect(visitor.answered(title).locator(".reply")).to_contain_text("esotherapy")
    expect(visitor.log.locator(".choices")).to_have_count(1)


def test_a_red_flag_is_an_alert_with_numbers_to_call(visitor: Visitor) -> None:
    visitor.begin()
    visitor.ask("my throat is closing up since the injection")
    alert = visitor.page.get_by_role("alert")
    expect(alert).to_contain_text("Emergency: act now")
    call = alert.get_by_role("link", name="Call 999")
    expect(call).to_have_attribute("href", "tel:999")
    expect(alert.locator(".heading svg")).to_be_visible()


def test_feedback_is_kept_changed_and_shown_again(visitor: Visitor, assistant: Assistant) -> None:
    visitor.begin()
    visitor.ask("what is prp")
    visitor.button("No").click()
    expect(visitor.button("No")).to_have_attribute("aria-pressed", "true")
    visitor.button("Yes").click()
    expect(visitor.button("Yes")).to_have_attribute("aria-pressed", "true")
    visitor.page.get_by_label("Anything to add?").fill("clear, thank you: quercitron")
    visitor.panel.locator(".comment button").click()
    expect(visitor.last).to_contain_text("Thank you.")
    kept = "SELECT helpful FROM feedback WHERE comment LIKE '%quercitron%'"
    assert rows(assistant, kept) == [(1,)]
    visitor.page.reload()
    visitor.open()
    expect(visitor.button("Yes")).to_have_attribute("aria-pressed", "true")


def test_an_answer_can_be_copied(visit: Visit) -> None:
    visitor = visit(permissions=["clipboard-read", "clipboard-write"])
    visitor.begin()
    visitor.ask("what is mesotherapy")
    visitor.button("Copy").click()
    expect(visitor.button("Copied")).to_be_visible()
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert "course of many small" in copied
    assert "(https://" in copied
    assert "*" not in copied


def test_a_transcript_can_be_kept(visitor: Visitor) -> None:
    visitor.begin()
    visitor.ask("what is mesotherapy")
    with visitor.page.expect_download() as download:
        visitor.menu("Save a copy")
    assert download.value.suggested_filename == "conversation.html"
    kept = download.value.path().read_text(encoding="utf-8")
    assert "what is mesotherapy" in kept
    assert "Sources" in kept


def test_a_deleted_conversation_is_gone_everywhere(visitor: Visitor, assistant: Assistant) -> None:
    visitor.begin()
    visitor.ask("a word that stands nowhere else: isatin")
    visitor.ask("what is prp").get_by_role("button", name="Yes").click()
    visitor.page.get_by_label("Anything to add?").fill("indigotin")
    visitor.panel.locator(".comment button").click()
    expect(visitor.last).to_contain_text("Thank you.")
    heard = "SELECT count(*) FROM events WHERE data LIKE '%isatin%'"
    rated = "SELECT count(*) FROM feedback WHERE comment = 'indigotin'"
    assert rows(assistant, heard) != [(0,)]
    assert rows(assistant, rated) == [(1,)]
    visitor.menu("Delete this conversation")
    visitor.button("Keep it").click()
    expect(visitor.field).to_be_focused()
    visitor.menu("Delete this conversation")
    visitor.button("Delete").click()
    expect(visitor.panel).to_contain_text("has been deleted")
    assert rows(assistant, heard) == rows(assistant, rated) == [(0,)]
    assert visitor.kept() == {}
    visitor.page.reload()
    visitor.open()
    expect(visitor.button("Agree and begin")).to_be_visible()


def test_a_long_question_is_not_cut(visitor: Visitor) -> None:
    visitor.begin()
    visitor.field.fill("a" * 1003)
    expect(visitor.panel).to_contain_text("Characters over the limit: 3")
    visitor.field.press("Enter")
    expect(visitor.field).to_have_value("a" * 1003)
    expect(visitor.log.locator(".said")).to_have_count(0)


def test_shift_and_enter_begin_a_new_line(visitor: Visitor) -> None:
    visitor.begin()
    visitor.field.fill("what is prp")
    visitor.field.press("Shift+Enter")
    visitor.field.press_sequentially("and does it hurt")
    expect(visitor.field).to_have_value("what is prp\nand does it hurt")


def test_no_letter_is_lost_however_fast_one_types(visitor: Visitor) -> None:
    visitor.begin()
    questions = ["what is mesotherapy", "does it hurt", "is it safe"]
    visitor.page.evaluate(
        """questions => {
          const field = document.querySelector("thatch-chat").shadowRoot.querySelector("#question");
          const happen = (event) => field.dispatchEvent(event);
          const steps = questions.flatMap((question) => [
            ...question.split("").map((letter) => () => {
              field.value += letter;
              happen(new InputEvent("input", {bubbles: true}));
            }),
            () => happen(new KeyboardEvent("keydown", {key: "Enter", bubbles: true})),
          ]);
          for (const step of steps) setTimeout(step);
        }""",
        questions,
    )
    visitor.answered(questions[-1])
    expect(visitor.log.locator(".said")).to_have_text([f"You: {one}" for one in questions])
