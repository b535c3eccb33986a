"""The website beside the assistant: what has an address, and what has none."""

from http import HTTPStatus
from pathlib import Path

import pytest
from sanic import Sanic
from sanic.compat import Header
from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse

from thatch.channel.site import Site

APP = Sanic("site_of_a_clinic", configure_logging=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for name, text in {
        "index.html": "home",
        "contact.html": "contact",
        "404.html": "missing",
        "style.css": "style",
        "hair/index.html": "hair",
        "hair/prp.html": "prp",
        "hair/a drawing.svg": "drawing",
        "notes.txt": "notes",
        ".hidden.html": "hidden",
        ".git/config.js": "config",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    (folder / "link.html").symlink_to(tmp_path / "secret.html")
    return folder


def request(path: str, method: str = "GET", **headers: str) -> Request:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Request(path.encode(), Header(named), "1.1", method, None, APP)  # type: ignore[arg-type]


async def at(folder: Path, path: str, method: str = "GET", **headers: str) -> HTTPResponse | None:
    return await Site(folder).respond(request(path, method, **headers))


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("/", "home", "text/html; charset=utf-8"),
        ("/?colour=red", "home", "text/html; charset=utf-8"),
        ("/contact", "contact", "text/html; charset=utf-8"),
        ("/style.css", "style", "text/css; charset=utf-8"),
        ("/hair", "hair", "text/html; charset=utf-8"),
        ("/hair/prp", "prp", "text/html; charset=utf-8"),
    ],
)
async def test_a_file_is_at_its_address(folder: Path, path: str, text: str, kind: str) -> None:
    response = await at(folder, path)
    assert response is not None
    assert response.status == HTTPStatus.OK
    assert response.body == text.encode()
    assert response.content_type == kind
    assert "require-trusted-types-for 'script'" in response.headers["content-security-policy"]
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "/contact.html",
        "/404",
        "/notes.txt",
        "/.hidden",
        "/.git/config.js",
        "/link",
        "/../secret",
        "/../secret.html",
        "/hair/../../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "//etc/passwd",
        "/style.css/",
        "/style.css%00.html",
    ],
)
async def test_nothing_else_is_given(folder: Path, path: str) -> None:
    assert await at(folder, path) is None


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
async def test_a_website_is_only_read(folder: Path, method: str) -> None:
    assert await at(folder, "/", method) is None


async def test_what_a_browser_has_is_not_sent_again(folder: Path) -> None:
    first = await at(folder, "/")
    assert first is not None
    tag = first.headers["etag"]
    again = await at(folder, "/", if_none_match=f'"other", W/{tag}')
    assert again is not None
    assert (again.status, again.body) == (HTTPStatus.NOT_MODIFIED, b"")
    (folder / "index.html").write_text("home, changed", encoding="utf-8")
    changed = await at(folder, "/", if_none_match=tag)
    assert changed is not None
    assert (changed.status, changed.body) == (HTTPStatus.OK, b"home, changed")


async def test_a_person_gets_a_page_and_a_program_gets_json(folder: Path) -> None:
    site = Site(folder)
    person = await site.not_found(request("/x", accept="text/html,*/*"), NotFound())
    program = await site.not_found(request("/x", accept="*/*"), NotFound())
    assert (person.status, person.body) == (HTTPStatus.NOT_FOUND, b"missing")
    assert program.status == HTTPStatus.NOT_FOUND
    assert program.content_type == "application/problem+json"


async def test_without_a_page_for_it_a_person_gets_json_too(folder: Path) -> None:
    (folder / "404.html").unlink()
    response = await Site(folder).not_found(request("/x", accept="text/html"), NotFound())
    assert response.content_type == "application/problem+json"
