"""What the server adds to Streamlit's own answers.

Opened at `/claim?id=…`, Streamlit's page first takes `/claim` for the folder that the
server answers in, asks there in vain, logs two errors and waits half a second before it
tries the root. `TellRoot` names the root in the page, so that a shared link opens at once.
An address below a page, such as `/claim/x`, Streamlit answers with a page that stays blank;
here it is a plain 404.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEAD = b"<head>"
ROOT = HEAD + b"<script>window.__streamlit={BACKEND_BASE_URL:location.origin}</script>"
"""The setting is read by Streamlit's page when it starts; a browser test holds it in place."""


STREAMLITS = ("/_stcore/", "/auth/", "/component/", "/media/", "/static/")
"""What lies below these is Streamlit's own."""
NO_PAGE = """<!doctype html><html lang="en"><head><title>On Record: no such page</title></head>
<body><h1>There is no such page</h1><p><a href="/">On Record</a></p></body></html>"""


class TellRoot:
    """Pure ASGI middleware: writes the server's address into every HTML page it passes on."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the application that answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, changing nothing but HTML pages."""
        headers = dict(scope.get("headers", ()))
        if scope["type"] != "http" or b"text/html" not in headers.get(b"accept", b""):
            await self.app(scope, receive, send)
            return
        if "/" in scope["path"].strip("/") and not scope["path"].startswith(STREAMLITS):
            await HTMLResponse(NO_PAGE, 404)(scope, receive, send)
            return
        uncompressed = [(k, v) for k, v in scope["headers"] if k != b"accept-encoding"]
        await self.app({**scope, "headers": uncompressed}, receive, _Page(send).send)


class _Page:
    """Holds back the start of an HTML answer until its body is whole."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        """Pass a message on, or gather it where it is part of an HTML page."""
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        body = self._body.replace(HEAD, ROOT, 1)
        headers = [(k, v) for k, v in start["headers"] if k.lower() != b"content-length"]
        if body:  # an answer to HEAD has none, but speaks of the length of the page
            headers.append((b"content-length", str(len(body)).encode()))
        await self._send({**start, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})


def _is_page(start: Message) -> bool:
    """Tell whether an answer is an HTML page."""
    headers = {name.lower(): value for name, value in start["headers"]}
    return bool(headers.get(b"content-type", b"").startswith(b"text/html"))
