"""Measures all widgets in one run and writes docs/widgets-compared.md.

Usage: python -m benchmarks.widgets [ADDRESS]

ADDRESS is that of a running assistant, whose rate limits are off; without it, one is started.
Needs npm, for the peers, and Chromium.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console

from benchmarks.widgets import report
from benchmarks.widgets.contestants import HERE, MODULES, Contestant, contestants
from benchmarks.widgets.peers_server import serving
from benchmarks.widgets.visits import Weighing, confine, inspect, weigh
from thatch.processes import free_port
from thatch.serving import running
from thatch.training import ensure_trained

ROUNDS = 5
"""Loads of each page, in turns, so that what else the machine does falls on all alike."""
_LOCK = HERE / "package-lock.json"
_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main(console: Console, address: str | None) -> None:
    """Measure, and write the table.

    Args:
        console: where to tell what is being done.
        address: of a running assistant, or None to start one.
    """
    _install_peers(console)
    with _assistant(console, address) as ours, serving() as theirs, _browser() as browser:
        places = {one: theirs if one.package else ours for one in contestants()}
        results = _measured(console, browser, places)
        path = report.write(results, browser.version, ROUNDS)
    console.print(f"Wrote {path}")


def _measured(
    console: Console, browser: Browser, places: dict[Contestant, str]
) -> list[report.Result]:
    weighings: dict[Contestant, list[Weighing]] = {one: [] for one in places}
    for number in range(1, ROUNDS + 1):
        console.print(f"Round {number} of {ROUNDS}")
        for one, place in places.items():
            weighings[one].append(weigh(browser, one, place))
    results = []
    for one, place in places.items():
        console.print(f"Access and policy of {one.name}", markup=False)
        access, confinement = inspect(browser, one, place), confine(browser, one, place)
        results.append(report.Result(one, weighings[one], access, confinement))
    return results


def _install_peers(console: Console) -> None:
    """Install the peers as their lock file has them."""
    installed = MODULES / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= _LOCK.stat().st_mtime:
        return
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is missing; it comes with Node.js (on Debian: apt-get install npm).")
    console.print("Installing the peers")
    subprocess.run([npm, "ci", "--no-progress", "--loglevel=error"], cwd=HERE, check=True)
    installed.touch()


@contextmanager
def _assistant(console: Console, address: str | None) -> Iterator[str]:
    if address is not None:
        yield address.rstrip("/")
        return
    os.environ["THATCH_RATE_LIMIT"] = "off"
    ensure_trained(console)
    port = free_port()
    with running(console, "127.0.0.1", port):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def _browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if found is None:
        sys.exit("Chromium is missing; on Debian: apt-get install chromium.")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=[*_FLAGS, *sandbox])
        try:
            yield browser
        finally:
            browser.close()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit(__doc__)
    main(Console(highlight=False), sys.argv[1] if sys.argv[1:] else None)
