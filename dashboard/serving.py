"""What the server adds to Streamlit's own answers, and how it sends them.

Opened at `/claim?id=…`, Streamlit's page first takes `/claim` for the folder that the
server answers in, asks there in vain, logs two errors and waits half a second before it
tries the root. `TellRoot` names the root in the page, so that a shared link opens at once.
At an address below a page, such as `/claim/x`, that page would stay blank; here it is a plain
404. Pages of our own, which are not Streamlit's, are passed on as they are.

`KnownHosts` answers only under the names in `server.allowedHosts`. Streamlit asks them of its
websocket alone; without this a foreign page whose name is pointed at this machine could read
the addresses that hold the records.
"""

from __future__ import annotations

import logging
import os
import re
import socket
from threading import Event
from typing import TYPE_CHECKING, Any, TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    WriteHead: TypeAlias = Callable[[str, dict[str, list[str]], str], str]

OPENED = Event()
"""Set when the ledger is open: until then pages are sent without what it would say of them."""
HEAD = b"<head>"
ROOT = HEAD + b"<script>window.__streamlit={BACKEND_BASE_URL:location.origin}</script>"
"""The setting is read by Streamlit's page when it starts; a browser test holds it in place."""
STREAMLITS_PAGE = b'src="./static/'
"""What only Streamlit's page holds: it asks for its scripts in the folder that it stands in."""
TITLE, STREAMLITS_TITLE = b"<title>", b"<title>Streamlit</title>"
WEB_ADDRESS = re.compile(r"https?://[\w.:\[\]/~-]+", re.ASCII | re.IGNORECASE)
"""What may be the public address of a server."""
LOG = logging.getLogger(__name__)
NO_PAGE = """<!doctype html><html lang="en"><head><title>On Record: no such page</title></head>
<body><h1>There is no such page</h1><p><a href="/">On Record</a></p></body></html>"""
STRANGE_HOST = """On Record does not answer under this name.
Whoever runs it can add the name to server.allowedHosts in .streamlit/config.toml.
"""


class TellRoot:
    """Pure ASGI middleware: writes the server's address into Streamlit's page.

    Before it stand the elements that `head` returns for the path, the parameters and the public
    address of the server: what a link to the page shows where it is pasted.
    """

    def __init__(self, app: ASGIApp, head: WriteHead | None = None) -> None:
        """Take the application that answers, and what writes the head of a page."""
        self.app = app
        self.head = head

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, changing nothing but Streamlit's page."""
        headers = dict(scope.get("headers", ()))
        if scope["type"] != "http" or not _may_be_page(scope["path"], headers):
            await self.app(scope, receive, send)
            return
        uncompressed = [(k, v) for k, v in scope["headers"] if k != b"accept-encoding"]
        # An answer to HEAD has no body to judge by; the server leaves out the one of GET.
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        asked: Scope = {**scope, "method": method, "headers": uncompressed}
        await self.app(asked, receive, _Page(asked, receive, send, self.head).send)


class _Page:
    """Holds back the start of an HTML answer until its body is whole."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, head: WriteHead | None) -> None:
        self._asked = (scope, receive, send)
        self._send = send
        self._head = head
        self._below = "/" in scope["path"].strip("/")
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
        body = self._body
        if STREAMLITS_PAGE in body:
            if self._below:
                await HTMLResponse(NO_PAGE, 404)(*self._asked)
                return
            written = await run_in_threadpool(_written, self._head, Request(self._asked[0]))
            if TITLE in written:
                body = body.replace(STREAMLITS_TITLE, b"", 1)
            body = body.replace(HEAD, ROOT + written, 1)
        headers = [(k, v) for k, v in start["headers"] if k.lower() != b"content-length"]
        if body:
            headers.append((b"content-length", str(len(body)).encode()))
        await self._send({**start, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})


def _written(head: WriteHead | None, request: Request) -> bytes:
    """Return what goes into the head of a page; a page whose preview fails is sent without one."""
    if head is None:
        return b""
    found: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        found.setdefault(name, []).append(value)
    try:
        path = request.scope["path"].strip("/")
        return head(path, found, public_address(request)).encode(errors="replace")
    except Exception:
        LOG.exception("The preview of a page could not be made")
        return b""


def site(asked: str) -> str:
    """Return the public address, or else the one that was asked, without a slash at the end."""
    public = os.environ.get("ON_RECORD_URL", "")
    return (public if WEB_ADDRESS.fullmatch(public) else asked).rstrip("/")


def public_address(request: Request) -> str:
    """Return the address of the server as readers type it, without a slash at the end.

    It is what the environment variable ON_RECORD_URL says, such as `https://onrecord.example`;
    where that is no web address, what the request was sent to.
    """
    return site(str(request.base_url))


def _may_be_page(path: str, headers: Mapping[bytes, bytes]) -> bool:
    """Tell whether a request may be for a page: what reads previews often accepts anything."""
    accept = headers.get(b"accept", b"*/*")
    named = "." not in path and "/" not in path.strip("/")
    return b"text/html" in accept or (b"*/*" in accept and named)


def _is_page(start: Message) -> bool:
    """Tell whether an answer is an HTML page."""
    headers = {name.lower(): value for name, value in start["headers"]}
    return bool(headers.get(b"content-type", b"").startswith(b"text/html"))


class KnownHosts:
    """Pure ASGI middleware: refuses a request that was sent to another name (421)."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the application that answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what was sent to a known name; a websocket Streamlit checks itself."""
        if scope["type"] == "http":
            host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
            if not is_host_allowed(host):
                await PlainTextResponse(STRANGE_HOST, 421)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def send_at_once(loop: asyncio.AbstractEventLoop) -> None:
    """Let every socket that the loop is yet to listen on send small answers without delay.

    Streamlit hands over a listening socket that was made without naming TCP. asyncio leaves
    the system's delay on such sockets, and each answer on a kept connection would wait about
    40 ms for the receipt of the one before. Accepted sockets inherit the option set here.
    """
    listen = loop.create_server

    async def create_server(*args: Any, **kwargs: Any) -> asyncio.Server:  # noqa: ANN401 - passed on
        listener = kwargs.get("sock")
        if listener is not None and listener.family in {socket.AF_INET, socket.AF_INET6}:
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return await listen(*args, **kwargs)

    loop.create_server = create_server  # type: ignore[method-assign]
