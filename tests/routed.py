"""Asking the routes beside the pages: in this process, and as a reader of their answers."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, TypeVar

import httpx
from starlette.applications import Starlette

from dashboard.routes import ROUTES

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping

T = TypeVar("T")
SITE = "http://on-record.test"
APP = Starlette(routes=ROUTES)
STRANGE = [
    *(f"{start}x{end}" for start, end in ("<>", "''", '""', "{}", "[]", "\u202e\u202c")),
    *("\x00", "a\x00b", "\x1b[31m", "\r\nset-cookie: a=1", "%00", "%", "%%", "%zz", "\ufffe"),
    *("../../etc/passwd", "..", ".", "/", "//evil.example", "\\\\evil.example\\x", "~", "a/b"),
    *("-1", "0", "1e9", "9" * 40, "-0", "+1", "１２", "٣", "½", "NaN", "Infinity", "true", "null"),
    *("' OR 1=1 --", '"; DROP TABLE revision; --', "*", '"', "(", "a AND", "NEAR(a b)", "col:a"),
    *("2026-13-45", "0000-00-00", "9999-12-31", "2026-11-22T00:00", "\U0001f4a5", "e\u0301"),
    *("javascript:alert(1)", "=1+1", "@x", "c-" + "f" * 500, " ", "\t", "\n", "x" * 3_000),
]
"""Values of a parameter that nobody means well with."""


def finished(work: Coroutine[Any, Any, T]) -> T:
    """Return what this comes to, in a thread of its own.

    Once a browser runs, the thread of the tests has a loop already, and takes no second one.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def ask(
    address: str, method: str = "GET", headers: Mapping[str, str] | None = None
) -> httpx.Response:
    """Ask the routes alone, without a server around them."""

    async def asking() -> httpx.Response:
        transport = httpx.ASGITransport(app=APP)
        async with httpx.AsyncClient(transport=transport, base_url=SITE) as http:
            return await http.request(method, address, headers=headers)

    return finished(asking())


class Head(HTMLParser):
    """What stands in the head of a page: tags by name or property, links, and the title."""

    def __init__(self, page: str) -> None:
        """Read a whole page."""
        super().__init__()
        self.meta: dict[str, list[str]] = {}
        self.links: list[dict[str, str]] = []
        self.scripts: list[str] = []
        self.tags: set[str] = set()
        self.title = ""
        self._within = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self._within = tag if tag in {"title", "script"} else self._within
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("http-equiv", "")
            self.meta.setdefault(name, []).append(given.get("content", ""))
        elif tag in {"link", "a"}:
            self.links.append({"tag": tag, **given})

    def handle_endtag(self, _tag: str) -> None:
        """Leave a title or a script."""
        self._within = ""

    def handle_data(self, data: str) -> None:
        """Note what a title or a script holds."""
        if self._within == "title":
            self.title += data
        elif self._within == "script":
            self.scripts.append(data)

    def one(self, name: str) -> str:
        """Return the content of a tag that stands there once."""
        (found,) = self.meta[name]
        return found
