"""Starts what a test in a real browser needs: Chromium, and an assistant that a clinic embeds."""

import os
import shutil
from pathlib import Path

import yaml
from playwright.sync_api import Browser, Playwright

from tests.system.conftest import Assistant
from tests.web.clinic import Clinic

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def chromium() -> str | None:
    """Find Chromium: CHROMIUM of the environment, or the first in PATH."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


def start_browser(playwright: Playwright, path: str | None) -> Browser:
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync"]
    return playwright.chromium.launch(executable_path=path, args=arguments)


def start_assistant(clinic: Clinic, state: Path) -> Assistant:
    """Start an assistant that the clinic's website may embed."""
    credentials = state / "credentials.yml"
    settings = {"thatch.channel.web.WebChannel": {"origins": [clinic.address]}}
    credentials.write_text(yaml.safe_dump(settings), encoding="utf-8")
    options = ("--credentials", str(credentials))
    running = Assistant.start(state, *options, THATCH_RATE_LIMIT="off")
    clinic.embeds(running.address)
    return running
