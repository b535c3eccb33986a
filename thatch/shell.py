"""A conversation in the terminal: `rasa shell`, with the action server beside it."""

import os
import subprocess

from rich.console import Console

from thatch.paths import ROOT, STATE
from thatch.processes import RASA_ENVIRONMENT, Crew, free_port, python
from thatch.serving import start_actions
from thatch.training import MODEL

_QUIET = {"PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONWARNINGS": "ignore"}
"""The prompt says nothing of what a terminal cannot do."""
LOG = STATE / "logs" / "shell.log"


def shell(console: Console) -> int:
    """Talk in the terminal until `/stop`. Logs go to a file.

    Returns:
        The exit code of `rasa shell`.
    """
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with Crew() as crew, LOG.open("wb") as log:
        endpoints = start_actions(crew)
        console.print("Loading the assistant; this takes some ten seconds.")
        return subprocess.call(
            python(
                "rasa",
                "shell",
                "--quiet",
                *("--model", str(MODEL)),
                *("--endpoints", str(endpoints)),
                *("--port", str(free_port())),
            ),
            cwd=ROOT,
            env={**os.environ, **RASA_ENVIRONMENT, **_QUIET},
            stderr=log,
        )
