"""What lasts: over reloads, pages, tabs, lost connections and restarts. And what does not."""

import json
from collections.abc import Callable
from typing import Any

import httpx
from playwright.sync_api import Page, expect

from tests.system.conftest import Assistant
from tests.web.clinic import Clinic
from tests.web.conftest import NewContext, Visit
from tests.web.visitor import Visitor

QUESTION = "what is mesotherapy"


def shown(visitor: Visitor) -> list[str]:
    """All that stands in the conversation, but for what is there to be done with it."""
    parts = visitor.log.locator(".said, .text, .caveats, .red-flag, .sources")
    return parts.all_inner_texts()


def test_all_is_there_after_a_reload_and_on_another_page(visitor: Visitor, clinic: Clinic) -> None:
    visitor.begin()
    visitor.ask(QUESTION)
    visitor.ask("my throat is closing up since the injection")
    before = shown(visitor)
    for address in (visitor.page.url, clinic.page('data-region="uk"')):
        visitor.page.goto(address)
        visitor.open()
        expect(visitor.log.locator(".turn")).to_have_count(3)
        assert shown(visitor) == before
    expect(visitor.page.get_by_role("link", name="Call 999")).to_be_visible()
    expect(visitor.page.get_by_role("alert")).to_have_count(0)


def test_the_draft_outlives_closing(visitor: Visitor) -> None:
    visitor.begin()
    visitor.field.fill("what is pr")
    visitor.field.press("Escape")
    expect(visitor.panel).to_be_hidden()
    visitor.open()
    expect(visitor.field).to_have_value("what is pr")


def test_two_tabs_show_the_same(visit: Visit, new_context: NewContext) -> None:
    context = new_context()
    first, second = visit(context=context), visit(context=context)
    first.begin()
    second.open()
    first.ask(QUESTION)
    expect(second.log).to_contain_text("course of many small")
    second.ask("does it hurt")
    expect(first.log).to_contain_text("does it hurt")
    expect(first.log.locator(".turn")).to_have_count(3)
    assert shown(first) == shown(second)
    first.menu("Delete this conversation")
    first.button("Delete").click()
    expect(second.panel).to_contain_text("deleted in another tab")
    expect(second.button("Agree and begin")).to_be_visible()


def test_a_conversation_begun_in_another_tab_is_taken_up(
    visit: Visit, new_context: NewContext
) -> None:
    context = new_context()
    first, second = visit(context=context), visit(context=context)
    second.open()
    expect(second.button("Agree and begin")).to_be_visible()
    first.begin()
    expect(second.field).to_be_visible()


def ids_sent(page: Page) -> list[str]:
    sent: list[str] = []

    def keep(request: Any) -> None:
        if request.method == "POST" and request.url.endswith("/messages"):
            sent.append(json.loads(request.post_data)["id"])

    page.on("request", keep)
    return sent


def test_what_is_said_offline_is_kept_and_sent_once(visitor: Visitor) -> None:
    visitor.begin()
    sent = ids_sent(visitor.page)
    visitor.page.context.set_offline(True)
    visitor.send(QUESTION)
    expect(visitor.last).to_contain_text("Not sent yet")
    expect(visitor.panel.locator(".notices")).to_contain_text("You are offline")
    expect(visitor.field).to_be_editable()
    visitor.send("does it hurt")
    visitor.page.context.set_offline(False)
    visitor.answered("does it hurt")
    expect(visitor.panel).not_to_contain_text("Not sent yet")
    expect(visitor.panel.locator(".notice")).to_have_count(0)
    expect(visitor.log.locator(".said")).to_have_text([f"You: {QUESTION}", "You: does it hurt"])
    assert len(set(sent)) == 2, "each under one id, however often it was tried"


def test_what_was_said_offline_outlives_the_page(visitor: Visitor, clinic: Clinic) -> None:
    visitor.begin()
    visitor.page.context.set_offline(True)
    visitor.send(QUESTION)
    expect(visitor.last).to_contain_text("Not sent yet")
    visitor.page.context.set_offline(False)
    visitor.page.goto("about:blank")
    visitor.page.goto(clinic.page('data-region="uk"'))
    visitor.open()
    visitor.answered(QUESTION)
    expect(visitor.log.locator(".said")).to_have_count(1)


def test_a_reply_that_broke_off_is_fetched_again(visitor: Visitor) -> None:
    visitor.begin()
    sent = ids_sent(visitor.page)
    broken: list[str] = []

    def break_off(route: Any) -> None:
        if broken:
            route.continue_()
            return
        whole = route.fetch().text()
        broken.append(whole.partition("event: done")[0].rpartition("event: message")[0])
        route.fulfill(body=broken[0], content_type="text/event-stream", headers=cors(visitor))

    visitor.page.route("**/webhooks/web/messages", break_off)
    visitor.send(QUESTION)
    visitor.answered(QUESTION)
    expect(visitor.last.locator("details")).to_be_visible()
    expect(visitor.log.locator(".said")).to_have_count(1)
    assert broken and len(sent) == 2 and len(set(sent)) == 1


def cors(visitor: Visitor) -> dict[str, str]:
    return {"Access-Control-Allow-Origin": visitor.page.evaluate("origin")}


def test_an_expired_session_is_explained_and_nothing_is_lost(visitor: Visitor) -> None:
    visitor.begin()
    visitor.ask("what is prp")
    key, kept = next(iter(visitor.kept().items()))
    dead = {**json.loads(kept), "token": "expired"}
    visitor.page.evaluate(
        "([key, kept]) => localStorage.setItem(key, kept)", [key, json.dumps(dead)]
    )
    visitor.page.reload()
    visitor.open()
    expect(visitor.panel).to_contain_text("This conversation has ended")
    assert visitor.kept() == {}
    expect(visitor.button("Begin a new one")).to_be_focused()
    visitor.button("Begin a new one").click()
    visitor.agree()
    visitor.ask(QUESTION)


def test_a_message_into_an_ended_session_goes_into_the_next(
    visitor: Visitor, assistant: Assistant
) -> None:
    visitor.begin()
    visitor.ask("what is prp")
    (kept,) = visitor.kept().values()
    headers = {"Authorization": f"Bearer {json.loads(kept)['token']}"}
    erased = httpx.delete(f"{assistant.address}/webhooks/web/session", headers=headers)
    assert erased.status_code == httpx.codes.NO_CONTENT
    visitor.send(QUESTION)
    expect(visitor.panel).to_contain_text("This conversation has ended")
    expect(visitor.last).to_contain_text("Not sent yet")
    visitor.button("Begin a new one").click()
    visitor.agree()
    visitor.answered(QUESTION)


def test_an_idle_conversation_says_how_long_it_stays(visitor: Visitor) -> None:
    visitor.page.clock.install()
    visitor.begin()
    visitor.page.clock.fast_forward("16:00")
    expect(visitor.panel).to_contain_text("Still there?")
    expect(visitor.panel).to_contain_text("On a shared device, delete it")
    visitor.button("All right").click()
    expect(visitor.panel).not_to_contain_text("Still there?")


def test_a_conversation_goes_on_over_a_restart(
    visitor: Visitor, assistant: Assistant, restart: Callable[[], None]
) -> None:
    visitor.begin()
    visitor.ask(QUESTION)
    assistant.stop()
    visitor.send("does it hurt")
    expect(visitor.panel.locator(".notices")).to_contain_text("cannot be reached")
    expect(visitor.last).to_contain_text("Not sent yet")
    restart()
    visitor.page.evaluate("dispatchEvent(new Event('online'))")  # it tries again by itself, later
    expect(visitor.answered("does it hurt")).to_contain_text("prick")
    expect(visitor.log.locator(".said")).to_have_text([f"You: {QUESTION}", "You: does it hurt"])
