"""Runs the assistant: the action server and Rasa, together."""

import json
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from rich.console import Console

from thatch.paths import ROOT, STATE
from thatch.processes import Crew, Process, free_port, port_is_free, python
from thatch.training import MODEL

CREDENTIALS = ROOT / "credentials.yml"
_LONGEST_START = 120
"""Seconds."""
_NOT_YET = "it does not listen yet"


class ServingError(Exception):
    """The assistant cannot be started; says why and what to do."""


def require_free(host: str, port: int) -> None:
    """Find out before all that takes minutes whether the assistant can be served there.

    Raises:
        ServingError: the port is taken.
    """
    if not port_is_free(host, port):
        raise ServingError(
            f"Port {port} is taken. Choose another, as in `make serve PORT={port + 1}`, "
            "or stop what listens there."
        )


@contextmanager
def running(
    console: Console, host: str, port: int, credentials: Path = CREDENTIALS
) -> Iterator[Crew]:
    """Run the assistant: from its first answer on, until the block is left.

    Raises:
        ServingError: nothing answers in time.
        StoppedError: a process has ended.
    """
    with Crew() as crew:
        with console.status("Starting the action server") as status:
            endpoints = start_actions(crew)
            status.update("Starting Rasa and loading the model")
            start_rasa(crew, endpoints, host, port, credentials)
            status.update("Waiting for the first answer")
            wait_for_an_answer(crew, f"http://{host}:{port}")
        yield crew


def start_actions(crew: Crew) -> Path:
    """Start the action server on a free port.

    Returns:
        An endpoints file that names it, for Rasa.
    """
    port = free_port()
    start_action_server(crew, port)
    return endpoints_for(port)


def start_action_server(crew: Crew, port: int) -> Process:
    """Start the action server, for callers on this machine alone."""
    command = python("rasa_sdk", "--actions", "actions", "--port", str(port))
    return crew.start("action server", command, SANIC_HOST="127.0.0.1")


def endpoints_for(port: int) -> Path:
    """Write a copy of endpoints.yml that names the action server on a port.

    Returns:
        The file.
    """
    endpoints = yaml.safe_load((ROOT / "endpoints.yml").read_text(encoding="utf-8"))
    endpoints["action_endpoint"]["url"] = f"http://127.0.0.1:{port}/webhook"
    if endpoints["tracker_store"]["dialect"] == "sqlite":
        endpoints["tracker_store"]["db"] = str(STATE / "conversations.db")
    path = STATE / "run" / f"endpoints_{port}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(endpoints), encoding="utf-8")
    return path


def start_rasa(
    crew: Crew, endpoints: Path, host: str, port: int, credentials: Path = CREDENTIALS
) -> None:
    """Start Rasa with the trained model."""
    crew.start(
        "Rasa server",
        python(
            "rasa",
            "run",
            *("--model", str(MODEL)),
            *("--endpoints", str(endpoints)),
            *("--credentials", str(credentials)),
            *("--interface", host),
            *("--port", str(port)),
        ),
    )


def wait_for_an_answer(crew: Crew, address: str) -> None:
    """Wait until a real message has got a real answer.

    Raises:
        ServingError: that took too long; says what is missing.
        StoppedError: a process has ended.
    """
    deadline = time.monotonic() + _LONGEST_START
    missing: str | None = _NOT_YET
    while time.monotonic() < deadline:
        crew.check()
        missing = _missing(address)
        if not missing:
            return
        time.sleep(0.2)
    raise ServingError(f"No answer within {_LONGEST_START} seconds: {missing}.")


def _missing(address: str) -> str | None:
    """Tell what keeps a message from being answered, if anything does.

    With the standard library: httpx would take half as much memory again as this process.
    """
    try:
        with closing(HTTPConnection(urlsplit(address).netloc, timeout=10)) as connection:
            connection.request("GET", "/readyz")
            response = connection.getresponse()
            told = response.read()
    except (HTTPException, OSError):
        return _NOT_YET
    return None if response.status == HTTPStatus.OK else str(json.loads(told)["detail"])
