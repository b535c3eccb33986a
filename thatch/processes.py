"""Processes that start, run and stop together."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO

import psutil

from thatch.paths import ROOT, STATE

_PATIENCE = 10
"""Seconds in which a process may end by itself before it is killed."""
_PR_SET_PDEATHSIG = 1

RASA_ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "RASA_CACHE_DIRECTORY": str(STATE / "cache"),
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}
"""Rasa reports nothing to anybody, and shares its cache with no other project."""


class StoppedError(Exception):
    """One of the processes has ended, so that the others have to."""


@dataclass
class Process:
    """One running process."""

    name: str
    popen: subprocess.Popen[bytes]
    log: Path


@dataclass
class Crew:
    """Processes of which none goes on without the others."""

    members: list[Process] = field(default_factory=list)

    def __enter__(self) -> "Crew":
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
        # A shell that starts us in the background has it ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self, name: str, command: Sequence[str], **environment: str) -> Process:
        """Start a process. Its output goes to a log of its own.

        Args:
            name: how messages speak of it, and its log's name.
            command: what to run, in the project's folder.
            environment: what it finds in its environment besides ours.
        """
        log = STATE / "logs" / f"{name.replace(' ', '_')}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as output:
            process = Process(name, _popen(command, output, environment), log)
        self.members.append(process)
        return process

    def check(self) -> None:
        """Raise StoppedError where a process has ended, saying which and where its log is."""
        for member in self.members:
            if (code := member.popen.poll()) is not None:
                raise StoppedError(
                    f"The {member.name} has stopped with exit code {code}; its log is {member.log}."
                )

    def wait(self) -> None:
        """Wait until a process ends; raises as `check`."""
        while True:
            self.check()
            time.sleep(0.5)

    def stop(self) -> None:
        """Ask all processes to end, and kill those that do not."""
        for member in self.members:
            if member.popen.poll() is None:
                member.popen.terminate()
        deadline = time.monotonic() + _PATIENCE
        for member in self.members:
            try:
                member.popen.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                member.popen.kill()
                member.popen.wait()

    def memory(self) -> float:
        """Give the proportional set size of all processes, this one included, in megabytes."""
        ids = [os.getpid(), *(member.popen.pid for member in self.members)]
        family = [
            one
            for id_ in ids
            for parent in [psutil.Process(id_)]
            for one in (parent, *(parent.children(recursive=True) if id_ != ids[0] else ()))
        ]
        return float(sum(one.memory_full_info().pss for one in family)) / 1e6


def python(*arguments: str) -> list[str]:
    """Give the command that runs a module with this very Python."""
    return [sys.executable, "-m", *arguments]


def free_port() -> int:
    """Give a port of this machine on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def port_is_free(host: str, port: int) -> bool:
    """Say whether one could listen on a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def _popen(
    command: Sequence[str], output: IO[bytes], environment: dict[str, str]
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **RASA_ENVIRONMENT, **environment},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=_end_with_parent if sys.platform == "linux" else None,
    )


def _end_with_parent() -> None:
    """Let Linux end a process whose parent was killed and could not do it."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _stop(number: int, _: FrameType | None) -> None:
    raise KeyboardInterrupt
