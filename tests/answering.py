"""A web server of the test's own on this machine, which answers as the test says."""

from __future__ import annotations

import ssl
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from email.message import Message
    from pathlib import Path

HERE = "127.0.0.1"
NAME = "news.example"
CERTIFICATE = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg+i3E0+ABDdGwOCO4
Vyuh57RDKChhYhy0XJ4lYyV/OaOhRANCAAQpcBEv5+LNMQsn8MeFd2MIGpUpfdf8
VSL6SazZvUFxyMjWmBeAsh6St0Yxz+GTdvtKEA08wGtSgBQjF013fe4c
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBeTCCASCgAwIBAgIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxuZXdzLmV4
YW1wbGUwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBcxFTATBgNV
BAMMDG5ld3MuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABClwES/n
4s0xCyfwx4V3YwgalSl91/xVIvpJrNm9QXHIyNaYF4CyHpK3RjHP4ZN2+0oQDTzA
a1KAFCMXTXd97hyjWzBZMB0GA1UdDgQWBBSspwe7DcHhkxCQuaVfU8a9XizsqTAP
BgNVHRMBAf8EBTADAQH/MBcGA1UdEQQQMA6CDG5ld3MuZXhhbXBsZTAOBgNVHQ8B
Af8EBAMCAoQwCgYIKoZIzj0EAwIDRwAwRAIgOxCabzbG2OCcyjpkD16T+izchHER
vNF5qQNyGxU+2L0CIARWL9ymB7DlJGLfhFZLyDVh97IUcM88inOMZwKgA1vn
-----END CERTIFICATE-----
"""
"""Of `news.example`, signed by itself; it protects nothing and lasts until 2120."""


class Request(BaseHTTPRequestHandler):
    """One request to the test's server; an answer writes to it."""

    protocol_version = "HTTP/1.1"
    served: Served

    def do_GET(self) -> None:
        """Answer as the test says, and note that and how it was asked."""
        self.close_connection = True
        self.served.asked.append(self.path)
        self.served.headers.append(self.headers)
        try:
            self.served.answers[self.path](self)
        except OSError:
            self.served.broken_off.set()

    def log_message(self, *_: object) -> None:
        """Print nothing."""


Answer: TypeAlias = "Callable[[Request], None]"


@dataclass
class Served:
    """A server that answers: where it stands, what it was asked, and when it may go on."""

    answers: Mapping[str, Answer]
    port: int = 0
    asked: list[str] = field(default_factory=list)
    headers: list[Message] = field(default_factory=list)
    broken_off: Event = field(default_factory=Event)
    """Set when whoever asked went away before the end."""
    over: Event = field(default_factory=Event)
    """Set when the test is over: an answer that waits ends then."""

    @property
    def permitted(self) -> frozenset[tuple[str, int]]:
        """The permission to ask this one server."""
        return frozenset({(HERE, self.port)})

    def at(self, path: str, host: str = HERE, scheme: str = "http") -> str:
        """Return the address of a page."""
        return f"{scheme}://{host}:{self.port}{path}"


def page(
    body: bytes = b"", status: int = 200, media_type: str = "text/plain", **headers: str
) -> Answer:
    """Make an answer with a body of known length; `Content_Encoding="gzip"` adds a header."""

    def answer(request: Request) -> None:
        stated = {"Content-Type": media_type, "Content-Length": str(len(body))}
        stated |= {name.replace("_", "-"): value for name, value in headers.items()}
        request.send_response(status)
        for name, value in stated.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def leading_to(address: str, status: int = 302) -> Answer:
    """Make a redirect."""
    return page(status=status, Location=address)


@contextmanager
def answering(
    answers: Mapping[str, Answer], secure: ssl.SSLContext | None = None
) -> Iterator[Served]:
    """Serve pages by their path until the block ends."""
    served = Served(answers)
    handler = type("Handler", (Request,), {"served": served})
    with ThreadingHTTPServer((HERE, 0), handler) as server:
        if secure is not None:
            server.socket = secure.wrap_socket(server.socket, server_side=True)
        served.port = server.server_port
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield served
        finally:
            served.over.set()
            server.shutdown()
            thread.join()


def certified(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Make the two ends of a secure connection to `news.example`: the server's, the reader's."""
    pair = folder / "news.example.pem"
    pair.write_text(CERTIFICATE, encoding="ascii")
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pair)
    return server, ssl.create_default_context(
        cadata=CERTIFICATE[CERTIFICATE.index("-----BEGIN C") :]
    )
