"""Pages drawn without a browser, through the entry that every visitor runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streamlit.testing.v1.element_tree import Block, Element

UNESCAPED = re.compile(r"(?<!\\)!\[|(?<!\\)\]\(|(?<!\\)<\w")
"""What would be markup in a text that is to be shown as text."""
OWN_LINK = re.compile(r"(?<=\]\()http://evil\.example/[^\s()<>]*#:~:text=[^\s()<>]*(?=\))")
"""The address of a hostile source as pages write it, every letter that could end it escaped."""
SHOWING = re.compile(r"showing \**([\d,]+)\** of \**([\d,]+)", re.IGNORECASE)


def _run(start: str) -> None:
    from dashboard.main import main  # noqa: PLC0415 - the test copies this function into a script

    main(start)


def show(start: str, **address: str | list[str]) -> AppTest:
    """Draw a page at an address; fails where anything was raised."""
    at = AppTest.from_function(_run, kwargs={"start": start}, default_timeout=60)
    for name, value in address.items():
        at.query_params[name] = value
    return drawn(at)


def drawn(at: AppTest) -> AppTest:
    """Run the page once more; fails where anything was raised."""
    at.run()
    assert [error.message for error in at.exception] == []
    return at


def title(at: AppTest) -> str:
    """Return the heading of a page, as it reads."""
    return read(at.title[0].value)


def read(markdown: str) -> str:
    """Return escaped text as a reader sees it."""
    return re.sub(r"\\([^\w\s]|_)", r"\1", markdown).replace("\u2060", "")


def counts(at: AppTest) -> tuple[int, int]:
    """Return X and Y where the page says that it shows X of Y."""
    found = next(match for text in said(at) if (match := SHOWING.search(text)))
    return int(found[1].replace(",", "")), int(found[2].replace(",", ""))


def said(at: AppTest) -> list[str]:
    """Return every text of a page that is drawn as markdown, the tables' cells included."""
    return [
        text for block in (at.main, at.sidebar) for element in block for text in _texts(element)
    ]


def _texts(element: Element | Block) -> Iterator[str]:
    for name in ("body", "label", "help"):
        yield str(getattr(element.proto, name, ""))
    if isinstance(element, Table):
        yield from (str(cell) for row in element.value.to_numpy() for cell in row)


def loose(at: AppTest) -> list[str]:
    """Return the texts of a page that hold markup, an image or a link from a record."""
    texts = [OWN_LINK.sub("", text) for text in said(at)]
    return [text for text in texts if UNESCAPED.search(text.replace("]()", ""))]


def cells(at: AppTest) -> list[str]:
    """Return the cells of all tables that are drawn as text and not as markdown."""
    return [str(cell) for one in at.dataframe for row in one.value.to_numpy() for cell in row]


def table(at: AppTest) -> dict[str, str]:
    """Return the first table of two columns as names and values."""
    rows = at.table[0].value.to_numpy()
    return {str(name): read(str(value)) for name, value in rows}
