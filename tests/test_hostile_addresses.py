"""Every hostile text in every place of an address and of its headers: answered or refused."""

from __future__ import annotations

import re
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from dashboard import grammar, previews
from dashboard.headers import SecurityHeaders
from dashboard.main import PAGES
from dashboard.routes import ROUTES
from dashboard.serving import KnownHosts
from tests import attempts, factories, hostile, screen
from tests.evidence import Checked
from tests.routed import STRANGE, finished

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from tests.conftest import Put

    Asked: TypeAlias = tuple[str, str, Mapping[bytes, bytes]]
    Answer: TypeAlias = tuple[int, dict[bytes, bytes], bytes]

pytestmark = pytest.mark.usefixtures("small")
TEXTS = [*hostile.EVERY.values(), *attempts.REFUSED.values()]
VALUES = [*TEXTS, *STRANGE]
FILES = ["/explore.json", "/indicator.csv", "/compare.jsonld", "/source.xlsx", "/claim.html"]
ASKED = [*FILES, "/feed.atom", "/c/c-1", "/i/khuzestan-killed", "/api/claims", "/api/changes"]
ASKED += ["/api/indicators", "/api/parties", "/explore.vl.json", "/c/c-1.csv"]
NAMES = [*grammar.PARAMETERS, "cursor", "limit", "filter", "planned", "group"]
APP = Starlette(routes=ROUTES, middleware=[Middleware(SecurityHeaders), Middleware(KnownHosts)])


@pytest.fixture
def small(pages: None, put: Put) -> None:  # noqa: ARG001 - caches are emptied afterwards
    """Put one claim on record."""
    put([*factories.base(), factories.claim(id="c-1")])


def sent(asked: Iterable[Asked]) -> list[Answer]:
    """Send the server just these letters, which no client would, and return what comes back.

    Each is a path, its parameters, and headers beside those that are always sent.
    """

    async def one(path: str, query: str, headers: Mapping[bytes, bytes]) -> Answer:
        found: list[dict[str, Any]] = []
        scope = {
            "type": "http", "method": "GET", "scheme": "http", "http_version": "1.1",
            "path": path, "raw_path": quote(path, errors="replace").encode(), "root_path": "",
            "query_string": query.encode("utf-8", "surrogatepass"),
            "headers": list(({b"host": b"127.0.0.1"} | dict(headers)).items()),
            "server": ("127.0.0.1", 80), "client": ("127.0.0.1", 9),
        }  # fmt: skip

        async def receive() -> dict[str, Any]:
            return {"type": "http.request"}

        async def send(message: dict[str, Any]) -> None:
            found.append(message)

        await APP(scope, receive, send)  # type: ignore[arg-type] # plain dictionaries will do
        body = b"".join(message.get("body", b"") for message in found)
        return found[0]["status"], dict(found[0]["headers"]), body

    async def every() -> list[Answer]:
        return [await one(*request) for request in asked]

    return finished(every())


def check(answer: Answer, statuses: Iterable[int], asked: object) -> None:
    """Fail where an answer is of another status, tells of the program, or breaks out of a line."""
    status, headers, body = answer
    assert status in statuses, (asked, body[:300])
    assert b"Traceback" not in body
    assert b'File "' not in body
    assert b"set-cookie" not in headers
    assert not [one for one in headers.items() if re.search(rb"[\x00-\x1f\x7f]", b"".join(one))]
    assert headers[b"content-security-policy"]
    if status == 307:
        assert headers[b"location"].startswith(b"http://127.0.0.1/")
    elif headers[b"content-type"].startswith(b"text/html"):
        page = Checked(body)
        assert not {"img", "iframe", "svg", "base", "form", "object"} & {
            t for t, _ in page.elements
        }
        assert all(one["href"].startswith(("/", "http://127.0.0.1")) for one in page.links)


def checked(asked: Sequence[Asked], *statuses: int) -> None:
    """Send requests, and fail where one of the answers is not safe."""
    for request, answer in zip(asked, sent(asked), strict=True):
        check(answer, {200, 400, 404, *statuses}, request)


@pytest.mark.parametrize("name", NAMES)
def test_no_value_of_a_parameter_breaks_an_answer(name: str) -> None:
    """Each text in each parameter, at one address or another."""
    asked = [urlencode({name: value}, errors="surrogatepass") for value in TEXTS]
    checked([(path, query, {}) for path, query in zip(at(len(name)), asked, strict=False)])


def test_no_name_of_a_parameter_breaks_an_answer() -> None:
    """A parameter that nobody knows is refused by its name; nothing is made of its letters."""
    asked = [urlencode({value: "1"}, errors="surrogatepass") for value in VALUES]
    checked([(path, query, {}) for path, query in zip(at(), [*asked, *VALUES], strict=False)])


def test_no_path_breaks_an_answer() -> None:
    """A text in place of an id, a suffix or the name of a list; what ends in / leads back."""
    for path in ("/c/{}", "/i/{}.csv", "/explore.{}", "/api/{}"):
        whole = [value.encode(errors="replace").decode() for value in VALUES]
        asked = [*whole, *(quote(value, "") for value in whole)]
        checked([(path.format(value), "", {}) for value in asked], 307)


@pytest.mark.parametrize(
    "name", ["host", "accept", "if-none-match", "x-forwarded-host", "x-forwarded-proto", "cookie"]
)
def test_no_header_breaks_an_answer(name: str) -> None:
    """The name that the server is asked under is refused where it is not its own (421)."""
    given = [{name.encode(): value.encode("utf-8", "surrogatepass")} for value in VALUES]
    checked([(path, "", header) for path, header in zip(at(), given, strict=False)], 304, 421)


def at(start: int = 0) -> Iterator[str]:
    """Return addresses in turn, without an end."""
    return islice(cycle(ASKED), start, None)


def test_no_value_breaks_what_stands_in_the_head_of_a_page() -> None:
    """The tags that are written into the pages of the app, and the site that they name."""
    for number, value in enumerate(VALUES):
        name = NAMES[number % len(NAMES)]
        for path in ("explore", "claim", "indicator"):
            params = {"id": ["c-1"], name: [value]}
            found = Checked(previews.head(path, params, f"http://{value}").encode(errors="replace"))
            assert {tag for tag, _ in found.elements} <= {"title", "meta", "link"}


@pytest.mark.parametrize("path", PAGES)
def test_no_value_breaks_a_page(path: str) -> None:
    """A sample for each: what is not understood is named as text, and the page is drawn."""
    found = [*hostile.EVERY.values(), *STRANGE][list(PAGES).index(path) :: 2 * len(PAGES)]
    for number, value in enumerate(found):
        some = {NAMES[(number * 8 + step) % len(NAMES)]: value for step in range(8)}
        assert screen.loose(screen.show(path, **some)) == []


def test_no_day_that_is_none_breaks_the_page_of_changes() -> None:
    """What looks like a day or a number and is neither is named."""
    for value in ("2026-13-45", "0000-00-00", "\u0662\u0660", "9" * 40, *STRANGE[::6]):
        at = screen.show("changes", since=value, rev="0", on=value, shared=value)
        assert screen.loose(at) == []
