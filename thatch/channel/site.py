"""The clinic's website beside the assistant: the pages and files of one folder, at the root."""

from http import HTTPStatus
from pathlib import Path

from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from thatch.channel.problems import Problem
from thatch.channel.static_files import REVALIDATED, etag_of, has_already

CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""What a website may consist of. A file of another kind is not served."""

_HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
        )
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": REVALIDATED,
}
_MISSING = "404"


class Site:
    """The files of a folder by their addresses: `contact.html` is `/contact`, `style.css` itself.

    Only what lies in the folder when the website is opened has an address; nothing that a caller
    writes is ever made into a path.
    """

    def __init__(self, folder: Path) -> None:
        """Open a website.

        Args:
            folder: where its files lie; links out of it, hidden files and other kinds are left out.
        """
        found = {
            _address(path.relative_to(folder)): path
            for path in folder.rglob("*")
            if path.is_file()
            and path.suffix in CONTENT_TYPES
            and path.resolve().is_relative_to(folder.resolve())
            and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        }
        self._missing = found.pop(f"/{_MISSING}", None)
        self._files = found

    async def respond(self, request: Request) -> HTTPResponse | None:
        """Give the page or file at an address, or None where the website has none there."""
        path = self._files.get(request.path)
        if path is None or request.method not in ("GET", "HEAD"):
            return None
        return _sent(path, request)

    async def not_found(self, request: Request, error: NotFound) -> HTTPResponse:
        """Tell that nothing is there: a person by the page `404.html`, a program by JSON."""
        if self._missing is None or "text/html" not in request.headers.get("accept", ""):
            return Problem(HTTPStatus.NOT_FOUND, f"Nothing is at {request.path}.").response()
        return _sent(self._missing, request, HTTPStatus.NOT_FOUND)


def _address(path: Path) -> str:
    if path.name == "index.html":
        return f"/{path.parent.as_posix()}".removesuffix(".")
    if path.suffix == ".html":
        path = path.with_suffix("")
    return f"/{path.as_posix()}"


def _sent(path: Path, request: Request, status: HTTPStatus = HTTPStatus.OK) -> HTTPResponse:
    content = path.read_bytes()
    headers = {**_HEADERS, "ETag": etag_of(content)}
    if status is HTTPStatus.OK and has_already(request, headers["ETag"]):
        return raw(b"", HTTPStatus.NOT_MODIFIED, headers)
    return raw(content, status, headers, CONTENT_TYPES[path.suffix])
