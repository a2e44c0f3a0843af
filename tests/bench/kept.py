"""A reader of the served app on one connection that stays open, as thin as it can be."""

from __future__ import annotations

from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable


class Reader:
    """One reader of one address after the other; the standard library adds little of its own."""

    def __init__(self, url: str) -> None:
        """Take where the app answers: `http://127.0.0.1:8501`."""
        self._connection = HTTPConnection(urlsplit(url).netloc, timeout=120)

    def __enter__(self) -> Self:
        """Return the reader."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the connection."""
        self._connection.close()

    def ask(self, path: str) -> bytes:
        """Return what stands at a path. Raises RuntimeError where the app refuses it."""
        self._connection.request("GET", path)
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status != HTTPStatus.OK:
            message = f"{path}: {answer.status} {body[:200]!r}"
            raise RuntimeError(message)
        return body

    def afresh(self, path: str) -> bytes:
        """Return the same by a connection of its own."""
        self._connection.close()
        return self.ask(path)

    def failures(self, paths: Iterable[str]) -> list[str]:
        """Ask for all of these and return what went wrong, one line each."""
        found = []
        for path in paths:
            try:
                self.ask(path)
            except (RuntimeError, HTTPException, OSError) as error:
                found.append(f"{path}: {error!r}")
                self._connection.close()
        return found
