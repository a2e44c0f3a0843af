"""One request to one machine, whose address was checked before and is not looked up again."""

from __future__ import annotations

import socket
import ssl
import time
from contextlib import contextmanager
from http.client import HTTPException
from threading import Timer
from typing import TYPE_CHECKING

from claims.documents.errors import NotFetchedError, TooSlowError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from urllib3.connection import HTTPConnection
    from urllib3.response import HTTPResponse

    from claims.documents.addresses import Target

HEADERS = {
    "User-Agent": "On Record/0.1",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, text/markdown, "
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


class Deadline:
    """The moment by which an address must have answered in full, redirects and all."""

    def __init__(self, address: str, seconds: float) -> None:
        """Take the address that was asked first and how long it has."""
        self.address, self.seconds = address, seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left. Raises TooSlowError where there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TooSlowError(self.address, self.seconds)
        return left


@contextmanager
def answer(
    asked: Target, machines: Sequence[str], deadline: Deadline, trust: ssl.SSLContext | None
) -> Iterator[HTTPResponse]:
    """Yield what the first machine that can be reached answers, its body still to be read.

    At the deadline the connection is cut off. Proxies, cookies and credentials of this machine
    are not used. Raises NotFetchedError and TooSlowError, for what goes wrong inside the block too.
    """
    from urllib3.exceptions import HTTPError  # noqa: PLC0415 - costs time to import

    try:
        with _connected(asked, machines, deadline, trust) as connection:
            headers = {"Host": asked.authority, **HEADERS}
            connection.request("GET", asked.path, headers=headers, preload_content=False)
            yield connection.getresponse()
    except (HTTPError, HTTPException, OSError) as error:
        deadline.left()
        raise NotFetchedError(asked.address, _reason(error)) from error


@contextmanager
def _connected(
    asked: Target, machines: Sequence[str], deadline: Deadline, trust: ssl.SSLContext | None
) -> Iterator[HTTPConnection]:
    """Yield a connection to the first machine that can be reached, cut off at the deadline."""
    from urllib3.exceptions import HTTPError  # noqa: PLC0415 - as above

    for left, machine in zip(range(len(machines), 0, -1), machines, strict=True):
        connection = _connection(asked, machine, deadline.left() / left, trust)
        try:
            connection.connect()
            break
        except (HTTPError, OSError):
            connection.close()
            if left == 1:
                raise
    connection.sock.settimeout(deadline.left())
    cut = Timer(deadline.left(), _cut, [connection.sock])
    cut.daemon = True
    cut.start()
    try:
        yield connection
    finally:
        cut.cancel()
        connection.close()


def _connection(
    asked: Target, machine: str, timeout: float, trust: ssl.SSLContext | None
) -> HTTPConnection:
    """Return a connection to the machine itself; its certificate must be that of the name."""
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415 - as above

    if not asked.secure:
        return HTTPConnection(machine, asked.port, timeout=timeout)
    return HTTPSConnection(
        machine,
        asked.port,
        timeout=timeout,
        server_hostname=asked.host,
        ssl_context=trust or ssl.create_default_context(),
    )


def _cut(connected: socket.socket) -> None:
    """End a connection that another thread is reading from, however slowly it comes."""
    try:
        socket.socket.shutdown(connected, socket.SHUT_RDWR)
    except OSError:
        return


def _reason(error: Exception) -> str:
    """Say in plain words what went wrong."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return "its certificate is not one of that name"
    if isinstance(error, ssl.SSLError):
        return "no secure connection could be made"
    if isinstance(error, ConnectionError):
        return "the server broke off"
    return "the server cannot be reached, or its answer is broken or incomplete"
