"""The middleware changes the HTML page that Streamlit sends, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from dashboard.serving import HEAD, ROOT, TellRoot
from tests.routed import finished

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.requests import Request
    from starlette.types import Message, Receive, Scope, Send

LOADER = '<script src="./static/js/index.js"></script>'
PAGE = f"<html><head><title>Ærlig</title>{LOADER}</head><body><head></body></html>"
OWN = "<html><head><title>A claim</title></head></html>"
BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8", "accept-encoding": "gzip, br"}


def _page(_request: Request) -> Response:
    return HTMLResponse(PAGE, headers={"etag": "abc"})


async def _in_parts(_request: Request) -> Response:
    async def parts() -> AsyncIterator[bytes]:
        yield b"<html><he"
        yield b"ad></head>" + LOADER[:9].encode()
        yield LOADER[9:].encode()
        yield b"</html>"

    return StreamingResponse(parts(), media_type="text/html")


def _own(request: Request) -> Response:
    known = request.path_params["id"] == "c-1"
    return HTMLResponse(OWN, 200 if known else 404)


def _as_json(_request: Request) -> Response:
    return JSONResponse({"page": PAGE})


def _as_text(_request: Request) -> Response:
    return PlainTextResponse(PAGE)


def _echo(request: Request) -> Response:
    return PlainTextResponse(request.headers.get("accept-encoding", "none"))


def _gone(_request: Request) -> Response:
    return HTMLResponse(PAGE, status_code=404)


def _unchanged(_request: Request) -> Response:
    return Response(status_code=304, media_type="text/html")


def _redirect(_request: Request) -> Response:
    return Response(status_code=307, headers={"location": "/page"})


INNER = Starlette(
    routes=[
        Route("/page", _page),
        Route("/c/{id}", _own),
        Route("/parts", _in_parts),
        Route("/json", _as_json),
        Route("/text", _as_text),
        Route("/echo", _echo),
        Route("/gone", _gone),
        Route("/unchanged", _unchanged),
        Route("/redirect", _redirect),
        Route("/{rest:path}", _page),
    ]
)


def _ask(
    path: str,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    head: Callable[..., str] | None = None,
) -> httpx.Response:
    """Ask a tiny application behind the middleware."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=TellRoot(INNER, head))
        async with httpx.AsyncClient(transport=transport, base_url="http://app.test") as http:
            return await http.request(method, path, headers=BROWSER if headers is None else headers)

    return finished(ask())


@pytest.mark.parametrize("path", ["/page", "/gone"])
def test_a_page_is_told_the_root_once(path: str) -> None:
    """The first head gains the script; the length is that of the new body."""
    answer = _ask(path)
    assert answer.content == PAGE.encode().replace(HEAD, ROOT, 1)
    assert answer.headers.get_list("content-length") == [str(len(answer.content))]


def test_a_page_gains_what_its_head_says() -> None:
    """Path, parameters and the public address are given; the title of Streamlit goes."""
    asked: list[tuple[object, ...]] = []

    def head(path: str, params: dict[str, list[str]], site: str) -> str:
        asked.append((path, params, site))
        return "<title>At least five</title>"

    answer = _ask("/page?id=a%26b&id=c", head=head)
    assert asked == [("page", {"id": ["a&b", "c"]}, "http://app.test")]
    assert answer.content.startswith(b"<html>" + ROOT + b"<title>At least five</title>")
    assert answer.headers["content-length"] == str(len(answer.content))


def test_a_page_is_sent_whole_where_its_head_fails() -> None:
    """A preview that cannot be made is no reason to send no page."""

    def head(*_: object) -> str:
        raise ZeroDivisionError

    assert _ask("/page", head=head).content == PAGE.encode().replace(HEAD, ROOT, 1)


def test_a_page_in_parts_is_put_together() -> None:
    """A head that is cut in two parts is found too."""
    answer = _ask("/parts")
    assert answer.content == b"<html>" + ROOT + b"</head>" + LOADER.encode() + b"</html>"
    assert answer.headers["content-length"] == str(len(answer.content))


@pytest.mark.parametrize(("path", "status"), [("/c/c-1", 200), ("/c/gone", 404)])
def test_a_page_of_our_own_stays(path: str, status: int) -> None:
    """A page that is not Streamlit's gains no script, and may stand below a folder."""
    answer = _ask(path)
    assert (answer.status_code, answer.text) == (status, OWN)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_page_of_streamlit_below_a_folder_is_not_found(method: str) -> None:
    """It would load its scripts from that folder, and stay blank."""
    answer = _ask("/page/x", method)
    assert answer.status_code == 404
    assert ('href="/"' in answer.text) is (method == "GET")


@pytest.mark.parametrize("path", ["/json", "/text"])
def test_what_is_no_page_stays(path: str) -> None:
    """Data that holds a page as text is passed on byte for byte."""
    answer = _ask(path)
    assert PAGE.split(">", maxsplit=1)[0] in answer.text
    assert ROOT not in answer.content
    assert answer.headers["content-length"] == str(len(answer.content))


def test_status_and_other_headers_stay() -> None:
    """A missing page stays missing; what the server said about it is passed on."""
    assert _ask("/gone").status_code == 404
    assert _ask("/page").headers["etag"] == "abc"
    assert _ask("/redirect").headers["location"] == "/page"


def test_an_answer_without_a_body_gets_none() -> None:
    """An unchanged page has no body, and gains none."""
    assert (_ask("/unchanged").status_code, _ask("/unchanged").content) == (304, b"")


@pytest.mark.parametrize(
    ("accept", "encoding"),
    [("text/html", "none"), ("*/*", "none"), ("application/json", "gzip"), ("image/png", "gzip")],
)
def test_only_a_reader_of_pages_is_answered_uncompressed(accept: str, encoding: str) -> None:
    """Data may be compressed; who takes anything at the address of a page may read its head."""
    asked = {"accept": accept, "accept-encoding": "gzip"}
    assert _ask("/echo", headers=asked).text == encoding


@pytest.mark.parametrize("kind", ["websocket", "lifespan"])
def test_other_kinds_of_connection_are_passed_on(kind: str) -> None:
    """A websocket meets the application itself: the same scope, the same two functions."""
    met: list[tuple[Any, ...]] = []

    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        met.append((scope, receive, send))

    async def receive() -> Message:
        return {"type": f"{kind}.receive"}

    async def send(_message: Message) -> None:
        return

    scope = {"type": kind, "headers": [(b"accept", b"text/html")]}
    finished(TellRoot(inner)(scope, receive, send))
    assert met == [(scope, receive, send)]


# The served app


@pytest.mark.parametrize("path", ["/", "/claim?id=c-1", "/indicator?id=us-troops-iraq", "/explore"])
def test_every_address_sends_a_page_that_knows_the_root(client: httpx.Client, path: str) -> None:
    """A shared link is answered with a page that is told where the server is."""
    answer = client.get(path, headers=BROWSER)
    assert answer.status_code == 200
    assert answer.content.count(ROOT) == 1
    assert answer.headers["content-length"] == str(len(answer.content))
    assert "content-encoding" not in answer.headers


def test_a_head_request_promises_what_a_get_request_sends(client: httpx.Client) -> None:
    """HEAD has no body, and no length that GET contradicts."""
    head, get = client.head("/", headers=BROWSER), client.get("/", headers=BROWSER)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers.get("content-length") in {None, get.headers["content-length"]}


def test_static_files_are_sent_as_they_are(client: httpx.Client) -> None:
    """The scripts of the page are byte for byte the same, whoever asks."""
    page = client.get("/", headers=BROWSER).text
    scripts = re.findall(r'src="\.?(/static/[^"]+\.js)"', page)
    assert scripts
    for script in scripts:
        for_browser = client.get(script, headers=BROWSER)
        assert for_browser.is_success
        assert for_browser.content == client.get(script, headers={"accept": "*/*"}).content
        assert ROOT not in for_browser.content


def test_the_health_of_the_app_is_plain(client: httpx.Client) -> None:
    """A monitor gets the short answer that it asks for."""
    assert client.get("/_stcore/health", headers=BROWSER).text == "ok"


@pytest.mark.parametrize("path", ["/claim/c-ebc694d29d18", "/explore/x/y", "/nope/deep?id=1"])
def test_an_address_below_a_page_is_not_found(client: httpx.Client, path: str) -> None:
    """A guess at an address gets a plain page with a way back, never a blank one."""
    answer = client.get(path, headers=BROWSER)
    assert answer.status_code == 404
    assert '<a href="/">' in answer.text


def test_what_streamlit_serves_below_its_own_folders_is_left_alone(client: httpx.Client) -> None:
    """Health and static files answer a browser as before."""
    assert client.get("/_stcore/health", headers=BROWSER).status_code == 200
