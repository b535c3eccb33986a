"""`make shell`: a conversation typed into a pseudo-terminal, as a person types it."""

import os
import sys
from pathlib import Path

import pexpect
import pytest

from thatch.paths import ROOT

PROMPT = "Your input ->"
FREE_TEXT = "Type out your own message"
UP = "\x1b[A"
TAKEN = "\x1b[?2004l"
LISTENS = "\x1b[?2004h"
"""What a prompt writes when it has been answered, and when it waits to be."""
DRAWING = 1.0
"""Seconds that a prompt may take to be drawn."""


class Terminal:
    """A person at the keyboard, who waits for the next prompt before typing on."""

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
        self._drawn()

    def say(self, text: str) -> str:
        """Type a line and give what comes back."""
        self._child.sendline(text)
        said = self._until_it_listens()
        if FREE_TEXT in said:
            self._child.send(UP + "\r")  # the last choice is to type freely
            self._until_it_listens()
        return said

    def leave(self) -> int | None:
        """End the conversation and give the exit code."""
        self._child.sendline("/stop")
        self._child.expect(pexpect.EOF)
        self._child.close()
        code: int | None = self._child.exitstatus
        return code

    def _until_it_listens(self) -> str:
        """Give what is written from the line's end to the next prompt, with that prompt."""
        self._child.expect_exact(TAKEN)
        self._child.expect_exact(LISTENS)
        answer: str = self._child.before
        return answer + self._drawn()

    def _drawn(self) -> str:
        self._child.expect_exact(pexpect.TIMEOUT, timeout=DRAWING)
        prompt: str = self._child.before
        return prompt


@pytest.fixture(scope="module")
def terminal(_trained: None, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    return Terminal(tmp_path_factory.mktemp("shell"))


def test_alis_conversation_in_the_terminal(terminal: Terminal) -> None:
    said = terminal.say("Hi, I'm Ali")
    assert "Hello, Ali." in said
    said += (
        answer := terminal.say(
            "I've heard that mesotherapy hair loss treatment can be good for thinning hair - can "
            "you tell me what it involves and does mesotherapy work well for regrowing hair?"
        )
    )
    assert "Thanks for asking, Ali." in answer
    assert "small, shallow injections" in answer
    assert "There is little good evidence" in answer
    assert "the MHRA (UK) or the FDA (US)" in answer
    assert "CDC" in answer
    assert "Sources" in answer
    said += (pain := terminal.say("and does it hurt?"))
    assert "prick" in pain
    for noise in ("WARNING", "INFO", "Traceback", "DEBUG", "Warning:"):
        assert noise not in said, "logs stay out of the terminal"
    assert terminal.leave() == 0
