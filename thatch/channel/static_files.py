"""Files that anybody may have: the widget, the page at the root."""

import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

from sanic.request import Request
from sanic.response import HTTPResponse, raw

REVALIDATED = "no-cache"
"""A file whose name stays when it changes: kept, and asked for again by its ETag."""
UNCHANGING = "public, max-age=31536000, immutable"
"""A file that has its content's hash in its name."""

_SHRINK = {"text/html", "text/css", "text/javascript", "image/svg+xml", "application/json"}
mimetypes.add_type("text/javascript", ".js")


class StaticFiles:
    """A folder whose files are served, and nothing outside of it."""

    def __init__(self, folder: Path, headers: Mapping[str, str]) -> None:
        """Serve a folder.

        Args:
            folder: it need not exist yet.
            headers: what is sent with each file, such as Cache-Control.
        """
        self._folder = folder.resolve()
        self._headers = dict(headers)
        self._shrunk: dict[str, bytes] = {}

    def response(self, request: Request, name: str) -> HTTPResponse | None:
        """Give a file, or that the caller has it already, or None where there is none.

        Args:
            request: the call, whose If-None-Match and Accept-Encoding count.
            name: the file's path within the folder, as the caller wrote it.
        """
        path = (self._folder / name).resolve()
        if not (path.is_relative_to(self._folder) and path.is_file()):
            return None
        content = path.read_bytes()
        etag = etag_of(content)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        headers = {**self._headers, "ETag": etag, "Vary": "Accept-Encoding"}
        if has_already(request, etag):
            return raw(b"", status=HTTPStatus.NOT_MODIFIED, headers=headers)
        if kind in _SHRINK and "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            content = self._shrink(etag, content)
        if kind.startswith("text/"):
            kind += "; charset=utf-8"
        return raw(content, headers=headers, content_type=kind)

    def _shrink(self, etag: str, content: bytes) -> bytes:
        if etag not in self._shrunk:
            self._shrunk[etag] = gzip.compress(content, compresslevel=9, mtime=0)
        return self._shrunk[etag]


def etag_of(content: bytes) -> str:
    """Give the tag that changes with a file's content."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def has_already(request: Request, etag: str) -> bool:
    """Say whether the caller keeps the content that bears a tag."""
    return etag in request.headers.get("if-none-match", "")
