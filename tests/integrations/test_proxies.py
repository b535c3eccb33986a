"""Conversations through the reverse proxies of the documentation: streams, addresses, origins."""

import json
import os
import signal
import ssl
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import yaml
from rich.console import Console

from tests.integrations.proxies import KINDS, Certificate, running
from tests.system.conftest import Client
from thatch.dialogue.action_calls import DEADLINE
from thatch.embedding import CHANNEL
from thatch.processes import Crew, Process, free_port
from thatch.serving import endpoints_for, start_action_server, start_rasa, wait_for_an_answer
from thatch.training import ensure_trained

LIMIT = 20
"""Calls a minute from one address."""
VISITOR, NEIGHBOUR, ELSEWHERE = "127.0.1.1", "127.0.1.2", "127.0.1.3"

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux calls from other loopback addresses by itself"
)


@dataclass
class Proxied:
    """An assistant behind a proxy."""

    address: str
    actions: Process
    trusted: ssl.SSLContext

    @contextmanager
    def caller(self, address: str, **headers: str) -> Iterator[httpx.Client]:
        """Give a client that calls from an address of its own."""
        transport = httpx.HTTPTransport(verify=self.trusted, local_address=address)
        with httpx.Client(
            base_url=self.address, transport=transport, headers=headers, timeout=30
        ) as client:
            yield client

    @contextmanager
    def visitor(self, address: str) -> Iterator[Client]:
        """Give a visitor who has begun a conversation."""
        with self.caller(address) as client:
            client.base_url = client.base_url.join("/webhooks/web/")
            session = client.post("sessions", json={"consent": True})
            assert session.status_code == httpx.codes.CREATED, session.text
            client.headers["Authorization"] = f"Bearer {session.json()['token']}"
            yield Client(client, session.json()["token"], session.json()["messages"])


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return Certificate.make(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Process]]:
    """The host and port of an assistant that believes one proxy, and its action server."""
    ensure_trained(Console())
    with pytest.MonkeyPatch.context() as patch:
        state = tmp_path_factory.mktemp("behind")
        for module in ("processes", "serving"):
            patch.setattr(f"thatch.{module}.STATE", state)
        patch.setenv("THATCH_STATE", str(state))
        patch.delenv("THATCH_RATE_LIMIT", raising=False)
        credentials = state / "credentials.yml"
        settings = {CHANNEL: {"proxies": 1, "address": f"{LIMIT}/minute"}}
        credentials.write_text(yaml.safe_dump(settings), encoding="utf-8")
        handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
        with Crew() as crew:
            port, server = free_port(), free_port()
            actions = start_action_server(crew, port)
            start_rasa(crew, endpoints_for(port), "127.0.0.1", server, credentials)
            wait_for_an_answer(crew, f"http://127.0.0.1:{server}")
            yield f"127.0.0.1:{server}", actions
        for number, handler in handlers.items():
            signal.signal(number, handler)


@pytest.fixture(scope="module", params=KINDS)
def proxied(
    request: pytest.FixtureRequest,
    behind: tuple[str, Process],
    certificate: Certificate,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Proxied]:
    server, actions = behind
    trusted = ssl.create_default_context(cafile=str(certificate.chain))
    folder: Path = tmp_path_factory.mktemp(request.param)
    with running(request.param, folder, server, certificate) as address:
        yield Proxied(address, actions, trusted)


def test_a_conversation_goes_through(proxied: Proxied) -> None:
    with proxied.visitor(VISITOR) as visitor:
        assert visitor.say("what is mesotherapy")["answer"]["topics"] == ["mesotherapy"]
        told = visitor.http.get("messages").json()["messages"]
        assert "what is mesotherapy" in [one["text"] for one in told]
        assert visitor.http.delete("session").status_code == httpx.codes.NO_CONTENT


@pytest.mark.timed
def test_an_event_arrives_before_the_next_one_is_written(proxied: Proxied) -> None:
    """While the action server sleeps nothing but `typing` has been written."""
    message = {"id": str(uuid.uuid4()), "text": "what is mesotherapy"}
    accept = {"Accept": "text/event-stream"}
    with proxied.visitor(VISITOR) as visitor:
        os.kill(proxied.actions.popen.pid, signal.SIGSTOP)
        try:
            asked = time.monotonic()
            with visitor.http.stream("POST", "messages", json=message, headers=accept) as stream:
                pieces = stream.iter_raw()
                first = next(pieces)
                took = time.monotonic() - asked
                os.kill(proxied.actions.popen.pid, signal.SIGCONT)
                rest = b"".join(pieces)
        finally:
            os.kill(proxied.actions.popen.pid, signal.SIGCONT)
    assert first == b"event: typing\ndata: {}\n\n"
    assert took < DEADLINE / 2
    *_, done = rest.decode().strip().split("\n\n")
    assert done.startswith("event: done\n")
    assert json.loads(done.partition("data: ")[2])["items"], "an answer, not an apology"


def test_limits_count_visitors_and_not_the_proxy(proxied: Proxied) -> None:
    with proxied.caller(ELSEWHERE) as eager, proxied.caller(NEIGHBOUR) as neighbour:
        path = "/webhooks/web/messages"
        codes = [eager.get(path).status_code for _ in range(LIMIT + 1)]
        assert codes[-1] == httpx.codes.TOO_MANY_REQUESTS
        assert neighbour.get(path).status_code == httpx.codes.UNAUTHORIZED
        for claim in ("203.0.113.7", "203.0.113.8, 203.0.113.9"):
            lying = eager.get(path, headers={"X-Forwarded-For": claim})
            assert lying.status_code == httpx.codes.TOO_MANY_REQUESTS


def test_the_assistants_own_pages_are_told_from_other_websites(proxied: Proxied) -> None:
    with proxied.caller(NEIGHBOUR) as caller:
        own = caller.get("/webhooks/web/messages", headers={"Origin": proxied.address})
        assert own.status_code == httpx.codes.UNAUTHORIZED, "it is let in, and has no token"
        other = caller.get("/webhooks/web/messages", headers={"Origin": "https://evil.example"})
        assert other.status_code == httpx.codes.FORBIDDEN


def test_the_website_comes_encrypted_and_says_so(proxied: Proxied) -> None:
    with proxied.caller(NEIGHBOUR) as caller:
        page = caller.get("/")
    assert "Fernhill Hair Clinic" in page.text
    assert page.headers["strict-transport-security"] == "max-age=31536000"
    assert "default-src 'none'" in page.headers["content-security-policy"]
