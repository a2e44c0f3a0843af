"""Fetching from a real server: what comes back, and every limit on the way."""

from __future__ import annotations

import gzip
import socket
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from claims.documents.errors import (
    NotFetchedError,
    TooLargeError,
    TooSlowError,
    UnknownFormatError,
)
from claims.documents.fetching import fetch, machines_of
from claims.documents.reading import MOST_BYTES, read
from tests.answering import HERE, NAME, answering, leading_to, page

if TYPE_CHECKING:
    from tests.answering import Answer, Request

TEXT = b"At least five people were killed near the bridge, police said."
SHORT = 0.4
"""Seconds in which an answer that never ends is given up."""


def test_a_page_is_fetched_as_it_stands() -> None:
    """The bytes, where they stood and what the server said they are; in UTC when."""
    with answering({"/a?b=1": page(TEXT, media_type="text/plain; charset=utf-8")}) as served:
        fetched = fetch(served.at("/a?b=1#top"), permitted=served.permitted)
    assert fetched.content == TEXT
    assert fetched.address == served.at("/a?b=1")
    assert fetched.media_type == "text/plain; charset=utf-8"
    assert fetched.at.tzname() == "UTC"
    document = read(fetched.content, fetched.address, fetched.media_type)
    assert document.text == TEXT.decode()


def test_a_request_says_only_what_it_must(monkeypatch: pytest.MonkeyPatch) -> None:
    """No cookie, no password, no language; proxies and passwords of the machine are not used."""
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with answering({"/": page(TEXT, Set_Cookie="a=b"), "/b": leading_to("/")}) as served:
        fetch(served.at("/b"), permitted=served.permitted)
    assert [sorted(headers) for headers in served.headers] == [
        ["Accept", "Accept-Encoding", "Connection", "Host", "User-Agent"]
    ] * 2
    assert served.headers[0]["User-Agent"] == "On Record/0.1"
    assert served.headers[0]["Host"] == f"{HERE}:{served.port}"


def test_the_host_is_named_although_its_number_is_asked() -> None:
    """A server of many names learns which one is meant."""
    with answering({"/": page(TEXT)}) as served:
        fetch(served.at("/", NAME), permitted=served.permitted, resolve=lambda _: [HERE])
    assert served.headers[0]["Host"] == f"{NAME}:{served.port}"


def test_a_name_is_looked_up_once_for_a_request() -> None:
    """A name that answers with a local machine the second time is not asked a second time."""
    looked_up: list[str] = []

    def rebinding(host: str) -> list[str]:
        looked_up.append(host)
        return [HERE] if len(looked_up) == 1 else ["192.168.1.1"]

    with answering({"/": page(TEXT)}) as served:
        fetched = fetch(served.at("/", NAME), permitted=served.permitted, resolve=rebinding)
    assert (fetched.content, looked_up) == (TEXT, [NAME])


def test_the_next_machine_is_asked_where_the_first_is_away() -> None:
    """A name with several machines is asked until one of them can be reached."""
    with socket.socket() as closed, answering({"/": page(TEXT)}) as served:
        closed.bind(("127.0.0.2", 0))
        permitted = served.permitted | {("127.0.0.2", served.port)}
        found = ["127.0.0.2", HERE]
        fetched = fetch(served.at("/", NAME), permitted=permitted, resolve=lambda _: found)
    assert fetched.content == TEXT


def _never(request: Request) -> None:
    """Answer nothing at all until the test is over."""
    request.served.over.wait(30)


def _head_by_drops(request: Request) -> None:
    """Send a header that never ends, a letter at a time."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not request.served.over.wait(0.02):
        request.wfile.write(b"a")


def _body_by_drops(request: Request) -> None:
    """Send a body that never ends, a letter at a time."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
    while not request.served.over.wait(0.02):
        request.wfile.write(b"a")


@pytest.mark.parametrize("answer", [_never, _head_by_drops, _body_by_drops])
def test_a_slow_answer_is_given_up(answer: Answer) -> None:
    """Neither silence nor drops keep anyone waiting past the limit."""
    with (
        answering({"/": answer}) as served,
        pytest.raises(TooSlowError, match=r"within 0\.4 seconds"),
    ):
        fetch(served.at("/"), permitted=served.permitted, within=SHORT)


def test_a_slow_look_up_is_given_up() -> None:
    """The look-up of a name counts into the limit."""
    over = Event()

    def slow(_host: str) -> list[str]:
        over.wait(30)
        return []

    with pytest.raises(TooSlowError):
        fetch("http://news.example/", resolve=slow, within=SHORT)
    over.set()


def test_a_secure_connection_that_is_never_made_is_given_up() -> None:
    """A machine that takes the connection and then says nothing is no way to wait."""
    with socket.create_server((HERE, 0)) as silent:
        port = silent.getsockname()[1]
        address, permitted = f"https://{HERE}:{port}/", frozenset({(HERE, port)})
        with pytest.raises(TooSlowError):
            fetch(address, permitted=permitted, within=SHORT)


def _endless(request: Request) -> None:
    """Send more and more until nobody listens."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
    while not request.served.over.is_set():
        request.wfile.write(b"a" * 65_536)


def _endless_chunks(request: Request) -> None:
    """Send chunk after chunk until nobody listens."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not request.served.over.is_set():
        request.wfile.write(b"10000\r\n" + b"a" * 65_536 + b"\r\n")


BOMB = gzip.compress(bytes(2 * MOST_BYTES))
TOO_LARGE: list[tuple[str, Answer]] = [
    ("endless", _endless),
    ("endless in chunks", _endless_chunks),
    ("said to be large", page(TEXT, Content_Length=str(MOST_BYTES + 1))),
    ("one byte too many", page(b"a" * (MOST_BYTES + 1))),
    ("small until unpacked", page(BOMB, Content_Encoding="gzip")),
]


@pytest.mark.parametrize(("what", "answer"), TOO_LARGE)
def test_a_large_answer_is_refused(what: str, answer: Answer) -> None:
    """More than the limit is refused as soon as it is seen, packed or not."""
    with (
        answering({"/": answer}) as served,
        pytest.raises(TooLargeError, match="at most 10,000,000 bytes are read"),
    ):
        fetch(served.at("/"), permitted=served.permitted)
    assert served.asked == ["/"], what


def test_an_answer_may_be_as_large_as_the_limit() -> None:
    """The limit itself is still read, and so is a packed answer."""
    packed = page(gzip.compress(TEXT), Content_Encoding="gzip")
    with answering({"/": page(b"a" * MOST_BYTES), "/packed": packed}) as served:
        assert len(fetch(served.at("/"), permitted=served.permitted).content) == MOST_BYTES
        assert fetch(served.at("/packed"), permitted=served.permitted).content == TEXT


def _raw(answer: bytes) -> Answer:
    """Make an answer of these bytes."""

    def write(request: Request) -> None:
        request.wfile.write(answer)

    return write


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
BROKEN: list[tuple[str, Answer, str]] = [
    ("shorter than said", page(TEXT, Content_Length="5000"), "incomplete"),
    ("two lengths", _raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\nab"), "broken"),
    ("nothing", _raw(b""), "broke off"),
    ("not HTTP", _raw(b"SSH-2.0-OpenSSH_9.6\r\n"), ""),
    ("a chunk cut short", _raw(CHUNKED + b"ff\r\nab"), "incomplete"),
    ("a header without end", _raw(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000), ""),
    ("more headers than anyone needs", _raw(b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 500), ""),
    ("not packed as said", page(TEXT, Content_Encoding="gzip"), "broken"),
    ("packed otherwise", page(TEXT, Content_Encoding="br"), "packed its answer"),
    ("packed twice", page(BOMB[:1000], Content_Encoding="gzip, gzip"), "packed its answer"),
    ("not found", page(TEXT, 404), "the server answered 404"),
    ("forbidden", page(TEXT, 403), "the server answered 403"),
    ("nothing new", page(b"", 304), "the server answered 304"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "answer", "words"), BROKEN)
def test_a_broken_answer_is_no_document(what: str, answer: Answer, words: str) -> None:
    """What did not come whole is not taken for the text."""
    with (
        answering({"/": answer}) as served,
        pytest.raises(NotFetchedError, match=words or "could not be fetched"),
    ):
        fetch(served.at("/"), permitted=served.permitted)
    assert served.asked == ["/"], what


@pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "application/json", "text/css"])
def test_a_kind_that_is_not_read_is_not_fetched(media_type: str) -> None:
    """The body of a film is never asked for."""
    with (
        answering({"/": page(TEXT, media_type=media_type)}) as served,
        pytest.raises(UnknownFormatError, match=media_type),
    ):
        fetch(served.at("/"), permitted=served.permitted)


def test_pages_are_fetched_side_by_side() -> None:
    """Several readers fetch at once, each with a deadline of its own."""
    found: list[bytes] = []
    with answering({"/": page(TEXT)}) as served:

        def one() -> None:
            found.append(fetch(served.at("/"), permitted=served.permitted).content)

        threads = [Thread(target=one) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [TEXT] * 8


def test_the_machines_of_a_name_are_those_that_the_system_finds() -> None:
    """A name every machine knows has its number."""
    assert set(machines_of("localhost")) <= {HERE, "::1"}
    assert machines_of(HERE) == [HERE]
