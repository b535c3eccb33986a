"""Serves the peers' files, and to each of them a bot that gives one fixed reply."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from benchmarks.widgets.contestants import MODULES, PAGES

REPLY = "Mesotherapy is a course of many small injections spread over the scalp."
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
}
_DIRECT_LINE = re.compile(r"/bot/webchat/conversations(?:/(?P<conversation>[^/]+)/activities)?")


@contextmanager
def serving() -> Iterator[str]:
    """Serve until the block is left.

    Yields:
        The address.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked: dict[str, list[dict[str, Any]]] = {}  # noqa: RUF012 - of the server, not of a call
    """The activities of each Direct Line conversation."""

    def do_GET(self) -> None:
        """Give a file of a page or a package, or the activities of a conversation."""
        path, _, query = self.path.partition("?")
        if match := _DIRECT_LINE.fullmatch(path):
            watermark = re.search(r"watermark=(\d+)", query)
            self._activities(match["conversation"], int(watermark[1]) if watermark else 0)
        elif file := _file(path):
            kind = _TYPES.get(file.suffix, "application/octet-stream")
            self._send(HTTPStatus.OK, file.read_bytes(), kind)
        else:
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")

    def do_POST(self) -> None:
        """Answer what was asked, in the words of the widget's own protocol."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if match := _DIRECT_LINE.fullmatch(self.path):
            self._direct_line(match["conversation"], body)
        elif self.path == "/bot/n8n":
            self._json({"output": REPLY})
        else:
            self._json({"text": REPLY})

    def _direct_line(self, conversation: str | None, body: bytes) -> None:
        if conversation is None:
            name = f"c{len(self.asked)}"
            self.asked[name] = []
            self._json({"conversationId": name, "token": "none", "expires_in": 3600}, 201)
            return
        activities = self.asked[conversation]
        said = {**json.loads(body), "id": f"{conversation}-{len(activities)}"}
        bot = {"id": "bot", "name": "bot", "role": "bot"}
        reply = {"type": "message", "id": f"{said['id']}-reply", "from": bot, "text": REPLY}
        activities += [said, {**reply, "replyToId": said["id"]}]
        self._json({"id": said["id"]})

    def _activities(self, conversation: str, watermark: int) -> None:
        activities = self.asked[conversation]
        self._json({"activities": activities[watermark:], "watermark": str(len(activities))})

    def _json(self, value: object, status: int = 200) -> None:
        self._send(HTTPStatus(status), json.dumps(value).encode(), "application/json")

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - its name
        """Say nothing of calls."""


def _file(path: str) -> Path | None:
    for address, folder in (("/modules/", MODULES), ("/pages/", PAGES)):
        file = (folder / path.removeprefix(address)).resolve()
        if path.startswith(address) and file.is_relative_to(folder.resolve()) and file.is_file():
            return file
    return None
