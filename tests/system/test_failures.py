"""The action server killed, or asleep, under a running conversation: an apology, never silence."""

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.system.conftest import START, Begin, Client
from thatch.dialogue.action_calls import DEADLINE
from thatch.processes import Crew, Process, free_port
from thatch.serving import endpoints_for, start_action_server, start_rasa, wait_for_an_answer

QUESTION = "what is mesotherapy"


@dataclass
class Parts:
    """A Rasa server and an action server that nobody stops when the other ends."""

    crew: Crew
    actions: Process
    port: int
    address: str
    state: Path

    def kill_actions(self) -> None:
        self.actions.popen.kill()
        self.actions.popen.wait()

    def start_actions(self) -> None:
        self.actions = start_action_server(self.crew, self.port)

    def signal_actions(self, number: signal.Signals) -> None:
        os.kill(self.actions.popen.pid, number)

    def actions_are_up(self) -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}/health").status_code == httpx.codes.OK
        except httpx.TransportError:
            return False


@pytest.fixture(scope="module")
def parts(_trained: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    with pytest.MonkeyPatch.context() as patch:
        state = tmp_path_factory.mktemp("parts")
        for module in ("processes", "serving"):
            patch.setattr(f"thatch.{module}.STATE", state)
        patch.setenv("THATCH_STATE", str(state))
        patch.setenv("THATCH_RATE_LIMIT", "off")
        handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
        with Crew() as crew:
            port = free_port()
            actions = start_action_server(crew, port)
            server = free_port()
            start_rasa(crew, endpoints_for(port), "127.0.0.1", server)
            address = f"http://127.0.0.1:{server}"
            wait_for_an_answer(crew, address)
            yield Parts(crew, actions, port, address, state)
        for number, handler in handlers.items():
            signal.signal(number, handler)


@pytest.fixture
def visitor(parts: Parts, begin: Begin) -> Iterator[Client]:
    """A visitor whose action server is up again when the test is over."""
    yield begin(parts.address)
    if parts.actions.popen.poll() is not None:
        parts.start_actions()
    parts.signal_actions(signal.SIGCONT)
    deadline = time.monotonic() + START
    while not parts.actions_are_up() and time.monotonic() < deadline:
        time.sleep(0.1)


def apologises(reply: dict[str, Any]) -> bool:
    (message,) = reply["messages"]
    return "cannot look up answers" in message["text"] and "020 7946 0123" in message["text"]


def test_a_killed_action_server_means_an_apology_and_nothing_is_lost(
    parts: Parts, visitor: Client
) -> None:
    before = visitor.say(QUESTION)
    parts.kill_actions()
    assert apologises(visitor.say("does it hurt"))
    assert visitor.say("hello")["answer"]["kind"] == "smalltalk", "what needs no action still works"
    parts.start_actions()
    deadline = time.monotonic() + START
    while not parts.actions_are_up() and time.monotonic() < deadline:
        time.sleep(0.1)
    after = visitor.say("does it hurt")
    assert "mesotherapy.pain" in [item["content"] for item in after["answer"]["items"]]
    told = visitor.http.get("/messages").json()["messages"]
    assert before["messages"] == told[2 : 2 + len(before["messages"])]
    texts = [one["text"] for one in told if one["from"] == "visitor"]
    assert texts == [QUESTION, "does it hurt", "hello", "does it hurt"]


def test_urgent_advice_does_not_wait_for_the_action_server(parts: Parts, visitor: Client) -> None:
    parts.kill_actions()
    answer = visitor.say("my throat is closing up after the injections")["answer"]
    assert answer["kind"] == "red_flag"
    assert answer["red_flags"] == ["anaphylaxis"]
    assert {"label": "999", "uri": "tel:999"} in answer["contacts"]


@pytest.mark.timed
def test_a_late_action_server_means_an_apology_in_time(parts: Parts, visitor: Client) -> None:
    parts.signal_actions(signal.SIGSTOP)
    asked = time.monotonic()
    reply = visitor.say(QUESTION)
    took = time.monotonic() - asked
    assert apologises(reply)
    assert DEADLINE <= took < DEADLINE + 2
    parts.signal_actions(signal.SIGCONT)
    assert visitor.say(QUESTION)["answer"]["items"]


def test_not_ready_says_what_is_missing(parts: Parts, visitor: Client) -> None:
    parts.kill_actions()
    response = httpx.get(f"{parts.address}/readyz", timeout=10)
    assert response.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert response.json()["missing"] == ["action server: it gives no answer"]
    assert httpx.get(f"{parts.address}/healthz").status_code == httpx.codes.OK


def test_readiness_checks_leave_no_conversation_behind(parts: Parts, visitor: Client) -> None:
    def kept() -> set[str]:
        with closing(sqlite3.connect(parts.state / "conversations.db")) as database:
            return {id_ for (id_,) in database.execute("SELECT DISTINCT sender_id FROM events")}

    before = kept()
    for _ in range(3):
        assert httpx.get(f"{parts.address}/readyz", timeout=10).status_code == httpx.codes.OK
    assert kept() == before
