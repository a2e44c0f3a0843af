"""What every answer of the server says to the browser about trust.

`SecurityHeaders` sets a content security policy, cookie attributes and the usual headers on
everything that is sent: Streamlit's pages, scripts and media, our own addresses, and errors.
A header that a response already carries is kept, so an address of our own may be stricter.

The policy of the app allows scripts from this server only; an inline script runs only where
its hash is named, which are those of Streamlit's page and the one that `TellRoot` adds.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

from dashboard.serving import ROOT

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

INDEX = Path(st.__file__).parent / "static" / "index.html"
STREAMLITS = ("/_stcore/", "/auth/", "/component/", "/media/", "/static/")
"""What lies below these is Streamlit's own."""
INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
LOCKED = (
    "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; "
    "frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
)
"""For what is no page of the app, such as an image or a download: it may run nothing."""
SENT_WITH_ALL = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",
    "permissions-policy": ", ".join(
        [
            *(
                f"{feature}=()"
                for feature in "accelerometer autoplay browsing-topics camera "
                "clipboard-read display-capture encrypted-media geolocation gyroscope hid "
                "local-fonts magnetometer microphone midi payment publickey-credentials-get "
                "screen-wake-lock serial usb xr-spatial-tracking".split()
            ),
            "clipboard-write=(self)",
            "fullscreen=(self)",
        ]
    ),
}
"""The same whatever is sent: no sensor, no payment, no reading of the clipboard."""
LOOPBACK = ("localhost", "127.", "[::1]")
"""How the names of this machine begin, which browsers trust without https."""
A_YEAR = "max-age=31536000"
"""How long a browser that came over https stays with https, in seconds."""
READ_BY_THE_PAGE = "_streamlit_xsrf="
"""Streamlit's page sends this cookie's value back with an upload, so its script must read it."""


@cache
def policy() -> str:
    """Return the policy of the app's pages, with the hashes of their inline scripts."""
    inline = [*INLINE.findall(INDEX.read_bytes()), *INLINE.findall(ROOT)]
    hashes = [base64.b64encode(hashlib.sha256(script).digest()).decode() for script in inline]
    allowed = " ".join(f"'sha256-{digest}'" for digest in hashes)
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' {allowed}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "media-src 'self'",
            "object-src 'none'",
            "frame-ancestors 'self'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


class SecurityHeaders:
    """Pure ASGI middleware: puts the headers on every HTTP answer, the last error included."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the application that answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request. What the application raises is answered here, and raised on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                add(MutableHeaders(scope=message), scope, message["status"])
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            # Starlette's own answer to an error is sent outside of every middleware.
            if not started:
                failed = PlainTextResponse("Internal Server Error", 500)
                await failed(scope, receive, send_with_headers)
            raise


def add(headers: MutableHeaders, scope: Scope, status: int) -> None:
    """Complete the headers of one answer; what stands there already stays."""
    kind, path = headers.get("content-type", ""), scope["path"]
    ours = not path.startswith(STREAMLITS)
    for name, value in SENT_WITH_ALL.items():
        headers.setdefault(name, value)
    if status != 304:  # noqa: PLR2004 - an unchanged page keeps the policy it came with
        headers.setdefault("content-security-policy", _policy_for(kind, path))
    shared = ours and kind.startswith("image/")
    headers.setdefault("cross-origin-resource-policy", "cross-origin" if shared else "same-origin")
    if kind.startswith("text/html"):
        headers.setdefault("x-robots-tag", "nofollow")
    secure = scope.get("scheme") == "https"
    if secure:
        headers.setdefault("strict-transport-security", A_YEAR)
    if secure or Headers(scope=scope).get("host", "").startswith(LOOPBACK):
        # Over plain http elsewhere a browser ignores it, and says so on its console.
        headers.setdefault("cross-origin-opener-policy", "same-origin")
    _narrow_cookies(headers, secure=secure)


def _policy_for(kind: str, path: str) -> str:
    """Return the policy of an answer: a file that somebody made is never a page of the app."""
    if kind.startswith(("text/html", "text/javascript")) and not path.startswith("/media/"):
        return policy()
    return LOCKED


def _narrow_cookies(headers: MutableHeaders, *, secure: bool) -> None:
    """Keep each cookie to this site, to https where that was used, and from scripts."""
    cookies = headers.getlist("set-cookie")
    if not cookies:
        return
    del headers["set-cookie"]
    for cookie in cookies:
        headers.append("set-cookie", narrowed(cookie, secure=secure))


def narrowed(cookie: str, *, secure: bool) -> str:
    """Return a Set-Cookie value with the attributes that it lacks.

    Example: `a=1; Path=/` becomes `a=1; Path=/; SameSite=Lax; HttpOnly`.
    """
    has = {part.split("=", 1)[0].strip().lower() for part in cookie.split(";")[1:]}
    wanted = {"Path": "Path=/", "SameSite": "SameSite=Lax"}
    if not cookie.startswith(READ_BY_THE_PAGE):
        wanted["HttpOnly"] = "HttpOnly"
    if secure:
        wanted["Secure"] = "Secure"
    return "; ".join([cookie, *(text for name, text in wanted.items() if name.lower() not in has)])
