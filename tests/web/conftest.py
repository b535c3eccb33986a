"""A real browser, with the running assistant."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.system.conftest import _trained, assistant

__all__ = ["_trained", "assistant"]

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the machine: CHROMIUM of the environment, or the first in PATH."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        reason = "no Chromium is installed (on Debian: apt-get install chromium), or set CHROMIUM"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync"],
        )
        yield started
        started.close()


NewContext = Callable[..., BrowserContext]


@pytest.fixture
def new_context(browser: Browser) -> Iterator[NewContext]:
    """Make browsers of people who have not been here before."""
    contexts: list[BrowserContext] = []

    def new_context(**options: Any) -> BrowserContext:
        contexts.append(browser.new_context(**{"locale": "en-GB", **options}))
        return contexts[-1]

    yield new_context
    for context in contexts:
        context.close()
