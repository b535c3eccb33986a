"""A running assistant: `thatch serve` as operators start it, with a port and files of its own."""

import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from rich.console import Console

from thatch.paths import ROOT
from thatch.processes import free_port
from thatch.training import ensure_trained

START = 60
"""Seconds that a start may take on a slow machine. The limit that is promised is tested apart."""


@dataclass
class Client:
    """One visitor with a conversation of their own."""

    http: httpx.Client
    token: str
    greeting: list[dict[str, Any]]

    @classmethod
    def begin(cls, address: str, region: str = "uk") -> "Client":
        http = httpx.Client(base_url=f"{address}/webhooks/web", timeout=30)
        body = {"region": region, "locale": "en-GB", "consent": True}
        response = http.post("/sessions", json=body)
        if response.status_code != httpx.codes.CREATED:
            http.close()
            pytest.fail(response.text)
        session = response.json()
        http.headers["Authorization"] = f"Bearer {session['token']}"
        return cls(http, session["token"], session["messages"])

    def post(self, **message: Any) -> httpx.Response:
        """Send a message as it is, with an id if it has none."""
        return self.http.post("/messages", json={"id": str(uuid.uuid4()), **message})

    def say(self, text: str) -> dict[str, Any]:
        """Send a text and give the reply."""
        return self._reply(self.post(text=text))

    def choose(self, choice: str) -> dict[str, Any]:
        """Choose a button and give the reply."""
        return self._reply(self.post(choice=choice))

    @staticmethod
    def _reply(response: httpx.Response) -> dict[str, Any]:
        assert response.status_code == httpx.codes.OK, response.text
        reply: dict[str, Any] = response.json()
        return reply


@dataclass
class Assistant:
    """A running `thatch serve`."""

    port: int
    state: Path
    options: tuple[str, ...]
    environment: dict[str, str]
    project: Path
    process: subprocess.Popen[str] = field(init=False)
    lines: list[str] = field(default_factory=list)

    @classmethod
    def start(
        cls, state: Path, *options: str, project: Path = ROOT, **environment: str
    ) -> "Assistant":
        assistant = cls(free_port(), state, options, environment, project)
        assistant.restart()
        return assistant

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def restart(self) -> None:
        """Start, once more if it has ended, at the same address and with the same files."""
        command = [sys.executable, "-m", "thatch", "serve", "--port", str(self.port)]
        own = {"THATCH_STATE": str(self.state), "COLUMNS": "200"}
        self.process = subprocess.Popen(
            [*command, *self.options],
            cwd=self.project,
            env={**os.environ, **own, **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line)
            if "Thatch answers" in line:
                return
        pytest.fail(f"thatch serve ended early:\n{''.join(self.lines)}")

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end, and give its exit code."""
        self.process.send_signal(number)
        return self.ended()

    def ended(self) -> int:
        """Wait for its end, take its last lines and give its exit code."""
        assert self.process.stdout is not None
        self.lines += self.process.stdout.readlines()
        self.process.stdout.close()
        return self.process.wait(START)


@pytest.fixture(scope="session")
def _trained() -> None:
    ensure_trained(Console())


@pytest.fixture(scope="session")
def assistant(_trained: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """One assistant for all tests that leave it running."""
    running = Assistant.start(tmp_path_factory.mktemp("state"), THATCH_RATE_LIMIT="off")
    yield running
    running.stop()


Begin = Callable[..., Client]


@pytest.fixture
def begin() -> Iterator[Begin]:
    """Begins conversations, and hangs up when the test is over."""
    visitors: list[Client] = []

    def begin(address: str, region: str = "uk") -> Client:
        visitors.append(Client.begin(address, region))
        return visitors[-1]

    yield begin
    for visitor in visitors:
        visitor.http.close()


@pytest.fixture
def visitor(assistant: Assistant, begin: Begin) -> Client:
    """A visitor from the UK."""
    return begin(assistant.address)


def wait_until(condition: Any, seconds: float) -> bool:
    """Wait until something holds, and say whether it does."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return bool(condition())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the checkout, so that nothing which is changed in it is seen by tests beside."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (tmp_path / "copy" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tmp_path / "copy" / name)
    return tmp_path / "copy"
