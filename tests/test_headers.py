"""Every answer says what the browser may do with it, errors and foreign names included."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from dashboard.headers import INDEX, LOCKED, SENT_WITH_ALL, SecurityHeaders, narrowed, policy
from dashboard.serving import ROOT, TellRoot
from tests.routed import finished
from tests.test_serving import BROWSER

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Message, Receive, Scope, Send

STRICT = "default-src 'none'"


def _own(_request: Request) -> Response:
    headers = {"content-security-policy": STRICT, "x-robots-tag": "noindex"}
    return HTMLResponse("<html></html>", headers=headers)


def _as(kind: str, status: int = 200) -> Response:
    return Response("x" * (status != 304), status, media_type=kind)


def _broken(_request: Request) -> Response:
    message = "broken"
    raise ValueError(message)


def _signed_in(_request: Request) -> Response:
    response = JSONResponse({})
    response.headers.append("set-cookie", "_streamlit_xsrf=2|a|b; Path=/; SameSite=Strict")
    response.headers.append("set-cookie", "desk=1")
    return response


INNER = Starlette(
    routes=[
        Route("/", lambda _: FileResponse(INDEX)),
        Route("/own", _own),
        Route("/broken", _broken),
        Route("/cookies", _signed_in),
        Route("/unchanged", lambda _: _as("text/html", 304)),
        Route("/c/c-1.png", lambda _: _as("image/png")),
        Route("/i/i-1.svg", lambda _: _as("image/svg+xml")),
        Route("/static/js/x.js", lambda _: _as("text/javascript; charset=utf-8")),
        Route("/static/logo.svg", lambda _: _as("image/svg+xml")),
        Route("/media/x.png", lambda _: _as("image/png")),
        Route("/media/x.html", lambda _: _as("text/html; charset=utf-8")),
        Route("/claims.csv", lambda _: _as("text/csv")),
        Route("/bare", lambda _: Response(status_code=204)),
    ]
)


def _ask(path: str, url: str = "http://app.test") -> httpx.Response:
    """Ask a small application behind both of our middlewares."""

    async def ask() -> httpx.Response:
        app = SecurityHeaders(TellRoot(INNER))
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=url) as http:
            return await http.get(path, headers=BROWSER)

    return finished(ask())


ANSWERS = {
    "/": (200, True, "same-origin"),
    "/static/js/x.js": (200, True, "same-origin"),
    "/broken": (500, False, "same-origin"),
    "/nope": (404, False, "same-origin"),
    "/nope/deep": (404, False, "same-origin"),
    "/claims.csv": (200, False, "same-origin"),
    "/bare": (204, False, "same-origin"),
    "/c/c-1.png": (200, False, "cross-origin"),
    "/i/i-1.svg": (200, False, "cross-origin"),
    "/static/logo.svg": (200, False, "same-origin"),
    "/media/x.png": (200, False, "same-origin"),
    "/media/x.html": (200, False, "same-origin"),
}
"""Address, status, whether it is a page or a script of the app, and who may embed it."""


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_has_the_headers(path: str) -> None:
    """A page gets the policy of the app, anything else one under which nothing runs."""
    status, is_page, embedded_by = ANSWERS[path]
    answer = _ask(path)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in SENT_WITH_ALL} == SENT_WITH_ALL
    assert answer.headers.get_list("content-security-policy") == [policy() if is_page else LOCKED]
    assert answer.headers["cross-origin-resource-policy"] == embedded_by


def test_links_of_a_page_are_not_followed() -> None:
    """A page, but no script or image, asks search engines not to follow its links."""
    assert _ask("/").headers["x-robots-tag"] == "nofollow"
    assert all("x-robots-tag" not in _ask(path).headers for path in ("/c/c-1.png", "/claims.csv"))


def test_what_a_response_says_itself_stands() -> None:
    """An address of our own may be stricter; it gets no second policy beside its own."""
    answer = _ask("/own")
    assert answer.headers.get_list("content-security-policy") == [STRICT]
    assert answer.headers.get_list("x-robots-tag") == ["noindex"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_an_unchanged_page_keeps_the_policy_it_came_with() -> None:
    """The headers of a 304 replace those in the browser's cache, so it names no policy."""
    answer = _ask("/unchanged")
    assert answer.status_code == 304
    assert "content-security-policy" not in answer.headers


@pytest.mark.parametrize(("scheme", "stays"), [("http", False), ("https", True)])
def test_https_is_kept_where_it_was_used(scheme: str, *, stays: bool) -> None:
    """Over https the browser is told to stay there; over http, as on this machine, it is not."""
    answer = _ask("/cookies", f"{scheme}://app.test")
    assert ("strict-transport-security" in answer.headers) is stays
    assert all(("; Secure" in c) is stays for c in answer.headers.get_list("set-cookie"))


OPENERS = [
    ("http://app.test", None),
    ("https://app.test", "same-origin"),
    ("http://localhost:8501", "same-origin"),
    ("http://127.0.0.1:8501", "same-origin"),
    ("http://127-0-0-1.app.test", None),
]


@pytest.mark.parametrize(("url", "sent"), OPENERS)
def test_other_windows_are_cut_off_where_browsers_heed_it(url: str, sent: str | None) -> None:
    """Over https and on this machine; over plain http elsewhere it would be an error message."""
    assert _ask("/", url).headers.get("cross-origin-opener-policy") == sent


COOKIES = [
    ("a=1", False, "a=1; Path=/; SameSite=Lax; HttpOnly"),
    ("a=1; Path=/x; HttpOnly", False, "a=1; Path=/x; HttpOnly; SameSite=Lax"),
    ("a=1; path=/; samesite=strict", False, "a=1; path=/; samesite=strict; HttpOnly"),
    ("a=secure", True, "a=secure; Path=/; SameSite=Lax; HttpOnly; Secure"),
    ("_streamlit_xsrf=2|a; Path=/; SameSite=Strict", False,
     "_streamlit_xsrf=2|a; Path=/; SameSite=Strict"),
    ("_streamlit_xsrf=2|a; Path=/; SameSite=Strict", True,
     "_streamlit_xsrf=2|a; Path=/; SameSite=Strict; Secure"),
    ("_streamlit_user=x; Path=/; SameSite=Lax; HttpOnly; Secure", True,
     "_streamlit_user=x; Path=/; SameSite=Lax; HttpOnly; Secure"),
]  # fmt: skip


@pytest.mark.parametrize(("cookie", "secure", "sent"), COOKIES)
def test_a_cookie_is_narrowed(cookie: str, sent: str, *, secure: bool) -> None:
    """What a cookie lacks is added; only the one that the page sends back may be read there."""
    assert narrowed(cookie, secure=secure) == sent


def test_every_cookie_is_sent_once() -> None:
    """Narrowing neither drops a cookie nor doubles one."""
    assert _ask("/cookies").headers.get_list("set-cookie") == [
        "_streamlit_xsrf=2|a|b; Path=/; SameSite=Strict",
        "desk=1; Path=/; SameSite=Lax; HttpOnly",
    ]


def test_an_error_after_the_first_byte_is_passed_on() -> None:
    """Where an answer has begun no second one is begun."""
    sent: list[Message] = []

    async def half(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        message = "broken"
        raise ValueError(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "path": "/", "headers": []}
    with pytest.raises(ValueError, match="broken"):
        finished(SecurityHeaders(half)(scope, receive, send))
    assert [message["type"] for message in sent] == ["http.response.start"]


# The policy itself


def test_the_policy_allows_no_inline_and_no_evaluated_script() -> None:
    """Scripts come from this server or are named by their hash; styles may be inline."""
    scripts = re.findall(r"script-src ([^;]*)", policy())
    assert len(scripts) == 1
    for word in ("'unsafe-inline'", "'unsafe-eval'", "blob:", "data:", "http", "*"):
        assert word not in scripts[0].split()
    assert "http" not in policy()


def test_the_policy_names_the_scripts_of_the_page() -> None:
    """Each inline script of the page as it is sent has its hash in the policy."""
    inline = re.findall(rb"<script[^>]*>([^<]+)</script>", _ask("/").content)
    assert len(inline) == policy().count("sha256-") > 1
    assert any(script in ROOT for script in inline)
    for script in inline:
        digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
        assert f"'sha256-{digest}'" in policy()


# The served app


@pytest.mark.parametrize(
    ("path", "status", "expected"),
    [
        ("/", 200, policy),
        ("/explore?hedge=about", 200, policy),
        ("/nope/deep", 404, policy),
        ("/_stcore/health", 200, lambda: LOCKED),
        ("/_stcore/none", 404, policy),
        ("/media/none.png", 404, lambda: LOCKED),
        ("/_stcore/bidi-components/on-record.none/x.js", 404, lambda: LOCKED),
        ("/manifest.json", 200, lambda: LOCKED),
    ],
)  # fmt: skip
def test_the_served_app_sends_the_headers(
    client: httpx.Client, path: str, status: int, expected: object
) -> None:
    """Pages, Streamlit's own addresses and refusals carry them alike."""
    assert callable(expected)
    answer = client.get(path, headers=BROWSER)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"] == expected()
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_served_app_sets_one_narrow_cookie(client: httpx.Client) -> None:
    """Streamlit's token against forged uploads is the only cookie, and stays on this site."""
    for path in ("/", "/_stcore/host-config", "/_stcore/health"):
        for cookie in client.get(path, headers=BROWSER).headers.get_list("set-cookie"):
            assert re.fullmatch(r"_streamlit_xsrf=[^;]+; Path=/; SameSite=Strict", cookie)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8501", "localhost.evil.example"])
def test_the_app_answers_under_known_names_only(client: httpx.Client, host: str) -> None:
    """A foreign name that is pointed at this machine reads nothing, not even the page."""
    answer = client.get("/", headers={**BROWSER, "host": host})
    assert answer.status_code == 421
    assert "allowedHosts" in answer.text
    assert client.get("/_stcore/health", headers={"host": "localhost:1"}).status_code == 200
