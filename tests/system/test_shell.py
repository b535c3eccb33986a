"""`make shell`: a conversation typed into a pseudo-terminal, as a person types it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from thatch.paths import ROOT

PROMPT = "Your input ->"
FREE_TEXT = "Type out your own message"
DOWN = "\x1b[B"


class Terminal:
    """A person at the keyboard."""

    def __init__(self, state: Path) -> None:
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "thatch", "shell"],
            cwd=str(ROOT),
            env={**os.environ, "THATCH_STATE": str(state), "TERM": "xterm"},
            dimensions=(60, 240),
            encoding="utf-8",
            timeout=60,
        )
        self._child.expect(PROMPT)

    def say(self, text: str) -> str:
        """Type a line and give what the assistant says, up to the next chance to type."""
        self._child.sendline(text)
        if self._child.expect([PROMPT, FREE_TEXT]) == 1:
            said = str(self._child.before)
            self._child.send(DOWN * 10 + "\r")  # the last choice is to type freely
            self._child.expect(PROMPT)
            return said
        return str(self._child.before)

    def leave(self) -> int | None:
        self._child.sendline("/stop")
        self._child.expect(pexpect.EOF)
        self._child.close()
        return self._child.exitstatus


@pytest.fixture
def terminal(_trained: None, tmp_path: Path) -> Iterator[Terminal]:
    yield Terminal(tmp_path)


def test_alis_conversation_in_the_terminal(terminal: Terminal) -> None:
    assert "Ali" in terminal.say("Hi, I'm Ali")
    answer = terminal.say(
        "I've heard that mesotherapy hair loss treatment can be good for thinning hair - can you "
        "tell me what it involves and does mesotherapy work well for regrowing hair?"
    )
    assert "Ali" in answer
    assert "small, shallow injections" in answer
    assert "There is little good evidence" in answer
    assert "the MHRA (UK) or the FDA (US)" in answer
    assert "CDC" in answer
    assert "Sources" in answer
    assert "prick" in terminal.say("and does it hurt?")
    assert terminal.leave() == 0


def test_logs_stay_out_of_the_terminal(terminal: Terminal) -> None:
    said = terminal.say("hello")
    for noise in ("WARNING", "INFO", "Traceback", "DEBUG", "Warning:"):
        assert noise not in said
