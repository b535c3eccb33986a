"""`thatch serve` and `make`: clear words where they cannot start, and an end all together."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from tests.system.conftest import START, Assistant, wait_until
from thatch.paths import ROOT

READY_WITHIN = 20.0
"""Seconds, on a trained model."""
MEMORY_AT_MOST = 600
"""Megabytes of all processes together, as a proportional set size."""


def thatch(
    *arguments: str, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "thatch", *arguments],
        cwd=cwd,
        env={**os.environ, "COLUMNS": "200", **environment},
        capture_output=True,
        text=True,
        timeout=START,
        check=False,
    )


@pytest.fixture
def alone(_trained: None, tmp_path: Path) -> Iterator[Assistant]:
    """An assistant that a test may end."""
    running = Assistant.start(tmp_path)
    yield running
    if running.process.poll() is None:
        running.stop()
    elif running.process.stdout:
        running.process.stdout.close()


def family(assistant: Assistant) -> list[psutil.Process]:
    return psutil.Process(assistant.process.pid).children(recursive=True)


@pytest.mark.timed
def test_it_is_ready_soon_and_small(assistant: Assistant) -> None:
    said = next(line for line in assistant.lines if "Thatch answers" in line)
    figures = re.search(r"ready in ([\d.]+) s, (\d+) MB", said)
    assert figures is not None, said
    assert float(figures[1]) <= READY_WITHIN
    assert int(figures[2]) <= MEMORY_AT_MOST


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_all_processes(alone: Assistant, number: signal.Signals) -> None:
    children = family(alone)
    assert len(children) >= 2
    assert alone.stop(number) == 0
    assert wait_until(lambda: not any(child.is_running() for child in children), 5)


@pytest.mark.parametrize("member", ["rasa_sdk", "rasa run"])
def test_the_end_of_one_process_ends_the_others(alone: Assistant, member: str) -> None:
    children = family(alone)
    (victim,) = [one for one in children if member in " ".join(one.cmdline())]
    victim.kill()
    assert alone.ended() == 1
    assert wait_until(lambda: not any(child.is_running() for child in children), 5)
    assert "has stopped with exit code -9" in alone.lines[-1]
    assert ".log" in alone.lines[-1]


def test_children_do_not_outlive_a_killed_parent(alone: Assistant) -> None:
    children = family(alone)
    alone.process.kill()
    alone.process.wait()
    assert wait_until(lambda: not any(child.is_running() for child in children), 15)


def test_a_taken_port_is_said_in_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = thatch("serve", "--port", str(port))
    assert run.returncode == 1
    assert run.stdout.splitlines() == [
        f"Port {port} is taken. Choose another, as in `make serve PORT={port + 1}`, "
        "or stop what listens there."
    ]


def test_broken_content_is_said_in_a_line_a_fault(project: Path) -> None:
    path = project / "data" / "knowledge" / "concepts" / "dht.yml"
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace("kind: concept", "kind: idea"), encoding="utf-8")
    run = thatch("serve", cwd=project)
    assert run.returncode == 1
    assert run.stdout.splitlines() == [
        "data/knowledge/concepts/dht.yml: kind: is 'idea', use one of concept"
    ]


@pytest.mark.parametrize(
    ("python", "said"),
    [
        ("python9.9", "python9.9 is no Python 3.11 or 3.12 with venv; name one, as in"),
        ("", "Python 3.11 or 3.12 is missing; install it"),
    ],
)
def test_a_missing_interpreter_is_said_in_one_line(tmp_path: Path, python: str, said: str) -> None:
    shutil.copy(ROOT / "bootstrap.lock", tmp_path)
    run = subprocess.run(
        ["/bin/sh", ROOT / "scripts" / "install", "requirements.lock"],
        cwd=tmp_path,
        env={"PATH": str(tmp_path), "PYTHON": python},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.startswith(said)
    assert len(run.stderr.splitlines()) == 1


def test_every_command_has_help() -> None:
    commands = re.findall(r"^  (\w+)  ", thatch("--help").stdout, flags=re.MULTILINE)
    assert {"serve", "shell", "train", "check", "schema"} <= set(commands)
    for command in commands:
        run = thatch(command, "--help")
        assert run.returncode == 0
        assert len(run.stdout.split("\n\n")[1].strip()) > 20


def test_the_shared_assistant_still_answers(assistant: Assistant) -> None:
    assert httpx.get(f"{assistant.address}/readyz", timeout=10).status_code == httpx.codes.OK
