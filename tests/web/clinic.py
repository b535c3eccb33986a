"""A clinic's website on a port of its own, under the strictest policy that the widget promises."""

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

_PAGE = """<!doctype html>
<html lang="{lang}" dir="{direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A clinic</title>
<script async src="{assistant}/thatch.js" {tag}></script>
<main><h1>A clinic</h1><p>Its own words.</p>{body}</main>
</html>"""
_POLICY = (
    "default-src 'none'; script-src {0}; style-src {0}; connect-src {0}; img-src {0}; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


class Clinic:
    """Pages that embed the assistant from another origin."""

    def __init__(self) -> None:
        self._pages: dict[str, str] = {}
        self._assistant = ""
        clinic = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                clinic.answer(self)

            def log_request(self, *_: object) -> None:
                """Keep the tests' output clean."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def embeds(self, assistant: str) -> None:
        """Name the assistant's address."""
        self._assistant = assistant

    def page(
        self, tag: str = "", body: str = "", lang: str = "en-GB", direction: str = "ltr"
    ) -> str:
        """Make a page and give its address.

        Args:
            tag: attributes of the script tag.
            body: what else stands on the page.
            lang: its language.
            direction: its direction of writing.
        """
        path = f"/page-{len(self._pages)}"
        self._pages[path] = _PAGE.format(
            assistant=self._assistant, tag=tag, body=body, lang=lang, direction=direction
        )
        return self.address + path

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        page = self._pages.get(request.path)
        request.send_response(HTTPStatus.OK if page else HTTPStatus.NOT_FOUND)
        if page:
            request.send_header("Content-Type", "text/html; charset=utf-8")
            request.send_header("Content-Security-Policy", _POLICY.format(self._assistant))
        request.end_headers()
        request.wfile.write((page or "").encode())
