"""A folder is served, and nothing outside of it."""

import gzip
from http import HTTPStatus
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from thatch.channel.static_files import StaticFiles

CONTENT = "let a = 1;\n" * 100


@pytest.fixture
def files(tmp_path: Path) -> StaticFiles:
    (tmp_path / "secret").write_text("outside", encoding="utf-8")
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    (folder / "a.js").write_text(CONTENT, encoding="utf-8")
    (folder / "inner" / "b.png").write_bytes(b"picture")
    (folder / "link").symlink_to(tmp_path / "secret")
    return StaticFiles(folder, {"Cache-Control": "no-cache"})


def call(**headers: str) -> Any:
    """A request, of which only the headers count."""
    return SimpleNamespace(
        headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


def test_a_file_has_its_type_and_the_folders_headers(files: StaticFiles) -> None:
    response = files.response(call(), "a.js")
    assert response is not None
    assert response.body == CONTENT.encode()
    assert response.content_type == "text/javascript; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-cache"
    picture = files.response(call(accept_encoding="gzip"), "inner/b.png")
    assert picture is not None
    assert picture.content_type == "image/png"
    assert "Content-Encoding" not in picture.headers


def test_text_is_shrunk_for_those_who_take_it(files: StaticFiles) -> None:
    response = files.response(call(accept_encoding="gzip, br"), "a.js")
    assert response is not None
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.body is not None
    assert gzip.decompress(response.body) == CONTENT.encode()


def test_what_the_caller_has_is_not_sent_again(files: StaticFiles) -> None:
    first = files.response(call(), "a.js")
    assert first is not None
    again = files.response(call(if_none_match=first.headers["ETag"]), "a.js")
    assert again is not None
    assert (again.status, again.body) == (HTTPStatus.NOT_MODIFIED, b"")


@pytest.mark.parametrize(
    "name",
    ["", ".", "inner", "none.js", "../secret", "inner/../../secret", "/etc/hostname", "link"],
)
def test_nothing_else_is_served(files: StaticFiles, name: str) -> None:
    assert files.response(call(), name) is None
