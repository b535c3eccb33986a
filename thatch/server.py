"""Serves the assistant until Ctrl-C. What `thatch serve` becomes once all is checked and trained.

As a program of its own it holds 20 MB; with all that reads and checks content, 55.
"""

import os
import sys
import time
from pathlib import Path
from typing import NoReturn

from rich.console import Console

from thatch.processes import StoppedError, python
from thatch.serving import ServingError, running


def become_server(host: str, port: int, credentials: Path) -> NoReturn:
    """Serve in place of what this process did so far, under the same id.

    Args:
        host: the address to listen on.
        port: the port to listen on.
        credentials: the file with the web channel's settings.
    """
    command = python("thatch.server", host, str(port), str(credentials))
    sys.stdout.flush()
    os.execv(command[0], command)  # noqa: S606 (this very Python)


def _serve(console: Console, host: str, port: int, credentials: Path) -> None:
    """Serve until Ctrl-C, SIGTERM or the end of a process, which raises as `running` does."""
    began = time.monotonic()
    with running(console, host, port, credentials) as crew:
        took = time.monotonic() - began
        console.print(
            f"Thatch answers at http://{host}:{port}/ "
            f"(ready in {took:.1f} s, {crew.memory():.0f} MB of memory). Ctrl-C stops it."
        )
        crew.wait()


def _main(host: str, port: str, credentials: str) -> None:
    console = Console(highlight=False)
    try:
        _serve(console, host, int(port), Path(credentials))
    except (ServingError, StoppedError) as error:
        console.print(str(error), soft_wrap=True, markup=False)
        sys.exit(1)
    except KeyboardInterrupt:
        console.print("Stopped.")


if __name__ == "__main__":
    _main(*sys.argv[1:])
