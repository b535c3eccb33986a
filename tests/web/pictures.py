"""Takes pictures of the chat for review: `python -m tests.web.pictures` writes docs/pictures.

Each picture shows one state at a desk and on a phone, light and dark.
"""

import base64
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect, sync_playwright

from tests.web.clinic import Clinic
from tests.web.running import chromium, start_assistant, start_browser
from tests.web.states import states
from tests.web.visitor import Visitor
from thatch.paths import ROOT

PICTURES = ROOT / "docs" / "pictures"
LOOKS: list[dict[str, Any]] = [
    {"viewport": {"width": width, "height": 780}, "color_scheme": scheme}
    for scheme in ("light", "dark")
    for width in (560, 390)
]


def main() -> None:
    """Lead four visitors through all states, and put their pictures side by side."""
    PICTURES.mkdir(exist_ok=True)
    expect.set_options(timeout=15_000)
    website = Clinic()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        assistant = start_assistant(website, Path(folder))
        browser = start_browser(playwright, chromium())
        try:
            taken = [take(browser, website, look) for look in LOOKS]
            for state in taken[0]:
                path = PICTURES / f"{state.replace(' ', '-')}.png"
                put_together(browser, [pictures[state] for pictures in taken], path)
                print(f"Wrote {path.relative_to(ROOT)}")  # noqa: T201
        finally:
            browser.close()
            assistant.stop()
            website.close()


def take(browser: Browser, website: Clinic, look: dict[str, Any]) -> dict[str, bytes]:
    """Give a picture of each state."""
    context = browser.new_context(locale="en-GB", **look)
    visitor = Visitor(context.new_page())
    visitor.page.goto(website.page('data-region="uk" data-privacy-url="https://a.example"'))
    visitor.launcher.wait_for()
    pictures = {}
    for state in states(visitor):
        visitor.page.wait_for_timeout(300)
        pictures[state] = visitor.page.screenshot()
    context.close()
    return pictures


def put_together(browser: Browser, pictures: list[bytes], path: Path) -> None:
    page = browser.new_page(viewport={"width": 2000, "height": 900})
    images = "".join(
        f'<img src="data:image/png;base64,{base64.b64encode(one).decode()}">' for one in pictures
    )
    style = "display:inline-flex;gap:20px;padding:20px;margin:0;background:#cfd6d4"
    page.set_content(f'<body style="{style}">{images}</body>')
    page.locator("body").screenshot(path=path)
    page.close()


if __name__ == "__main__":
    main()
