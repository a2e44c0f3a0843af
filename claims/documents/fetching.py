"""A web address to the document behind it, without ever asking the local network.

The name is resolved once, every machine behind it must be one of the open internet, and the
connection goes to a machine that was checked, so that a name which answers differently the
second time changes nothing. Each redirect goes through the same checks.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote, urljoin

from claims.documents.addresses import NOTHING, Permitted, Target, check_machines, is_number, target
from claims.documents.connecting import Deadline, answer
from claims.documents.errors import (
    NotFetchedError,
    RefusedAddressError,
    TooLargeError,
    TooManyRedirectsError,
    TooSlowError,
    UnknownFormatError,
)
from claims.documents.reading import MOST_BYTES, is_read, parts_of

if TYPE_CHECKING:
    import ssl

    from urllib3.response import HTTPResponse

Resolver: TypeAlias = Callable[[str], Sequence[str]]
"""The name of a machine -> its addresses. Raises OSError where it has none."""

WITHIN = 20.0
"""Seconds for everything, redirects and all."""
MOST_REDIRECTS = 5
MOST_MACHINES = 4
"""Machines of one name that are tried in turn."""
REDIRECTS = {301, 302, 303, 307, 308}
OK = 200
UNPACKED = {"", "identity", "gzip"}
"""Codings of a body that are read; the size that counts is the unpacked one."""
CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is taken from a server: which kinds of file, and how many bytes at most."""

    reads: Callable[[str], bool] = is_read
    """Tells by its media type whether a file is taken."""
    most_bytes: int = MOST_BYTES


DOCUMENTS = Wanted()
"""What an article may be."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at an address."""

    content: bytes
    address: str
    """Where it stood in the end, after redirects."""
    media_type: str | None
    """As the server stated it, with its charset: `text/html; charset=utf-8`."""
    at: datetime
    """When it was read, UTC."""


def machines_of(host: str) -> Sequence[str]:
    """Return the addresses of a name, as the machine resolves names."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def fetch(  # noqa: PLR0913 - what is asked for, and what tests put in place of the web
    address: str,
    wanted: Wanted = DOCUMENTS,
    *,
    within: float = WITHIN,
    resolve: Resolver = machines_of,
    permitted: Permitted = NOTHING,
    trust: ssl.SSLContext | None = None,
) -> Fetched:
    """Return what stands at a web address.

    `permitted` and `trust` are for tests: machines with a port that may be asked although they
    are local, and certificates that are believed. Raises the errors of `claims.documents.errors`.
    """
    deadline = Deadline(address, within)
    here = address
    for _ in range(MOST_REDIRECTS + 1):
        asked = target(here, permitted)
        machines = _machines(asked, resolve, permitted, deadline)
        with answer(asked, machines, deadline, trust) as response:
            if response.status not in REDIRECTS:
                return _fetched(asked, response, deadline, wanted)
            here = _redirected(asked, response)
    raise TooManyRedirectsError(address, MOST_REDIRECTS)


def _machines(
    asked: Target, resolve: Resolver, permitted: Permitted, deadline: Deadline
) -> Sequence[str]:
    """Return the machines behind an address, each of which may be asked."""
    machines = [asked.host] if is_number(asked.host) else _resolved(asked, resolve, deadline)
    if not machines:
        reason = "no machine of that name is known"
        raise NotFetchedError(asked.address, reason)
    check_machines(asked, machines, permitted)
    return machines[:MOST_MACHINES]


def _resolved(asked: Target, resolve: Resolver, deadline: Deadline) -> Sequence[str]:
    """Return the machines behind a name, asked for once and for no longer than there is time."""
    answers: SimpleQueue[Sequence[str]] = SimpleQueue()

    def look_up() -> None:
        try:
            answers.put(resolve(asked.host))
        except (OSError, UnicodeError):
            answers.put(())

    Thread(target=look_up, daemon=True).start()
    try:
        return answers.get(timeout=deadline.left())
    except Empty as error:
        raise TooSlowError(deadline.address, deadline.seconds) from error


def _redirected(asked: Target, response: HTTPResponse) -> str:
    """Return the address that an answer leads on to."""
    location = response.headers.get("Location", "")
    written = quote(location.encode("latin-1", "replace"), safe="!#$%&'()*+,/:;=?@[]~")
    try:
        return urljoin(asked.address, written)
    except ValueError as error:
        reason = "it leads on to something that is no web address"
        raise RefusedAddressError(asked.address, reason) from error


def _fetched(asked: Target, response: HTTPResponse, deadline: Deadline, wanted: Wanted) -> Fetched:
    """Take an answer that is no redirect."""
    if response.status != OK:
        reason = f"the server answered {response.status}"
        raise NotFetchedError(asked.address, reason)
    stated = response.headers.get("Content-Type")
    media_type, _ = parts_of(stated)
    if not wanted.reads(media_type):
        raise UnknownFormatError(asked.address, media_type)
    if response.headers.get("Content-Encoding", "").strip().lower() not in UNPACKED:
        reason = "the server packed its answer in a way that is not read"
        raise NotFetchedError(asked.address, reason)
    content = _body(asked, response, deadline, wanted.most_bytes)
    return Fetched(content, asked.address, stated, datetime.now(UTC))


def _body(asked: Target, response: HTTPResponse, deadline: Deadline, most: int) -> bytes:
    """Read a body piece by piece. Raises TooLargeError as soon as it is too large, unpacked."""
    stated = response.headers.get("Content-Length", "")
    if stated.isdecimal() and int(stated[:20]) > most:
        raise TooLargeError(asked.address, most, "bytes")
    body = bytearray()
    while chunk := response.read1(CHUNK, decode_content=True):
        body += chunk
        if len(body) > most:
            raise TooLargeError(asked.address, most, "bytes")
    deadline.left()
    return bytes(body)
