"""What goes wrong is told in plain words, tried again, and loses nothing that was typed."""

from playwright.sync_api import Route, expect

from tests.system.conftest import Assistant
from tests.web.canned import fail_once
from tests.web.clinic import Clinic
from tests.web.conftest import Visit
from tests.web.visitor import Visitor

QUESTION = "what is mesotherapy"


def test_too_many_messages_wait_as_long_as_they_must(visitor: Visitor) -> None:
    visitor.begin()
    fail_once(visitor, 429, "No more than 30 per minute.", **{"Retry-After": "2"})
    visitor.send(QUESTION)
    notices = visitor.panel.locator(".notices")
    expect(notices).to_contain_text("That was a lot at once. It is tried again in 2 seconds.")
    visitor.answered(QUESTION)
    expect(notices).to_be_empty()


def test_a_fault_of_ours_is_tried_again(visitor: Visitor) -> None:
    visitor.begin()
    fail_once(visitor, 500, "Something broke.")
    visitor.send(QUESTION)
    expect(visitor.panel.locator(".notices")).to_contain_text("Something went wrong on our side")
    visitor.button("Try again now").click()
    visitor.answered(QUESTION)


def test_what_is_refused_goes_back_into_the_field(visitor: Visitor) -> None:
    visitor.begin()
    fail_once(visitor, 413, "A body holds 8192 bytes at most.")
    visitor.send(QUESTION)
    expect(visitor.panel.locator(".notices")).to_contain_text("8192 bytes at most")
    expect(visitor.field).to_have_value(QUESTION)
    visitor.field.press("Enter")
    visitor.answered(QUESTION)
    expect(visitor.log.locator(".said")).to_have_count(1)


def test_consent_without_a_server_says_so_and_works_once_it_is_back(visitor: Visitor) -> None:
    visitor.launcher.hover()
    expect(visitor.panel).to_be_attached()
    visitor.page.context.set_offline(True)
    visitor.open()
    expect(visitor.panel.locator(".notices")).to_contain_text("You are offline")
    expect(visitor.panel.locator(".emergency-notice")).to_contain_text("999")
    expect(visitor.button("Agree and begin")).to_be_disabled()
    visitor.page.context.set_offline(False)
    expect(visitor.button("Agree and begin")).to_be_enabled()
    visitor.agree()


def test_a_chat_that_cannot_be_loaded_says_so_and_can_be_tried_again(visitor: Visitor) -> None:
    cut: list[str] = []

    def cut_off(route: Route) -> None:
        cut.append(route.request.url)
        route.abort() if len(cut) == 1 else route.continue_()

    visitor.page.route("**/thatch/core-*", cut_off)
    visitor.launcher.click()
    expect(visitor.launcher).to_have_text("Please try again")
    visitor.complaints.clear()  # Chromium logs the failed import as an error
    visitor.open()


def test_a_website_that_is_not_listed_gets_no_conversation(
    visit: Visit, clinic: Clinic, assistant: Assistant
) -> None:
    elsewhere = clinic.page('data-region="uk"').replace("127.0.0.1", "localhost")
    visitor = visit(elsewhere)
    visitor.open()
    expect(visitor.panel.locator(".notices")).to_contain_text("cannot be reached")
    expect(visitor.button("Agree and begin")).to_be_disabled()
    assert "CORS" in visitor.complaints[0]
    visitor.complaints.clear()


def test_feedback_that_fails_can_be_given_again(visitor: Visitor) -> None:
    visitor.begin()
    visitor.ask(QUESTION)
    visitor.page.context.set_offline(True)
    visitor.button("Yes").click()
    expect(visitor.panel.locator(".notices")).to_contain_text("You are offline")
    expect(visitor.button("Yes")).to_have_attribute("aria-pressed", "false")
    visitor.page.context.set_offline(False)
    visitor.button("Yes").click()
    expect(visitor.button("Yes")).to_have_attribute("aria-pressed", "true")
    expect(visitor.panel.locator(".notices")).to_be_empty()
