"""A clinic's website on a port of its own, under the strictest policy that the widget promises."""

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

_PAGE = """<!doctype html>
<html lang="{lang}" dir="{direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A clinic</title>
{head}
<main><h1>A clinic</h1><p>Its own words.</p>{body}</main>
</html>"""
_TAG = '<script async src="{assistant}/thatch.js" {attributes}></script>'
_POLICY = (
    "default-src 'none'; script-src {0}; style-src {0}; connect-src {0}; img-src {0}; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
_POLICY_WITH_SCRIPTS = (
    "default-src 'none'; script-src {0} 'unsafe-inline'; style-src {0}; connect-src {0}"
)


class Clinic:
    """Pages that embed the assistant from another origin."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[str, str]] = {}
        """The HTML of each, and its policy."""
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
        head = _TAG.format(assistant=self._assistant, attributes=tag)
        html = _PAGE.format(head=head, body=body, lang=lang, direction=direction)
        return self._keep(html, _POLICY)

    def page_with_scripts(self, body: str) -> str:
        """Make a page that brings the assistant by scripts of its own, and give its address."""
        html = _PAGE.format(head="", body=body, lang="en-GB", direction="ltr")
        return self._keep(html, _POLICY_WITH_SCRIPTS)

    def _keep(self, html: str, policy: str) -> str:
        path = f"/page-{len(self._pages)}"
        self._pages[path] = html, policy.format(self._assistant)
        return self.address + path

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        html, policy = self._pages.get(request.path, ("", ""))
        request.send_response(HTTPStatus.OK if html else HTTPStatus.NOT_FOUND)
        if html:
            request.send_header("Content-Type", "text/html; charset=utf-8")
            request.send_header("Content-Security-Policy", policy)
        request.end_headers()
        request.wfile.write(html.encode())
