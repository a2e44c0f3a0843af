"""Files with fact-checks: the reviews, claims and answers in them, each with its place.

Read are JSON and the scripts of linked data in a web page, which is never rendered: no
script of it runs and nothing that it names is loaded.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lxml import etree, html  # type: ignore[import-untyped] # published without types

from claims.documents.decoding import decoded, stated_in_page
from claims.documents.webpages import MOST_ATTRIBUTES, MOST_TAGS, TAG
from claims.errors import ClaimsError, UnreadableFileError, Where
from claims.imports.linked.graphs import TWICE, found_in, unread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.errors import Problem
    from claims.imports.linked.graphs import Element
    from claims.imports.linked.nodes import Node

MAX_JSON, MAX_PAGE = 2**28, 2**25
"""Bytes of a JSON document and of a web page, which are read at once."""
BLANK = b"\xef\xbb\xbf \t\r\n"
LONGEST_NUMBER = 300
AROUND = re.compile(r"^\s*(?:<!--|(?://\s*)?<!\[CDATA\[)|(?:(?://\s*)?-->|(?://\s*)?\]\]>)\s*$")
"""What old pages put around a script to hide it."""


def elements(path: Path) -> Iterator[Element | Problem]:
    """Return what a file holds, in its order; raises UnreadableFileError and OSError."""
    content = _content(path)
    if is_page(content):
        yield from _in_page(content, path)
        return
    try:
        data = parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, "it is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(path, f"it is no JSON: {error}") from error
    yield from found_in(data, path.name)


def parse(text: str) -> object:
    """Read JSON of any origin; what it gives twice is marked, and numbers without end are text.

    Raises ValueError and RecursionError.
    """
    return json.loads(
        text, object_pairs_hook=_marked, parse_constant=str, parse_int=_number, parse_float=float
    )


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) < LONGEST_NUMBER else digits


def _marked(pairs: list[tuple[str, Any]]) -> Node:
    node = dict(pairs)
    if len(node) != len(pairs):
        names = [name for name, _ in pairs]
        node[TWICE] = next(name for name in names if names.count(name) > 1)
    return node


def is_page(content: bytes) -> bool:
    """Tell by its first character whether a file is a web page."""
    return content.lstrip(BLANK)[:1] == b"<"


def _content(path: Path) -> bytes:
    size = path.stat().st_size
    with path.open("rb") as file:
        limit = MAX_PAGE if is_page(file.read(64)) else MAX_JSON
        if size > limit:
            raise UnreadableFileError(path, f"it is larger than the limit of {limit:,} bytes")
        file.seek(0)
        return file.read()


def _in_page(content: bytes, path: Path) -> Iterator[Element | Problem]:
    """Return what the scripts of a web page hold, numbered through the page."""
    number = 0
    for place, script in enumerate(scripts(content, path), 1):
        try:
            data = parse(AROUND.sub("", script))
        except (ValueError, RecursionError) as error:
            message, hint = f"the script is no JSON: {error}", "Mend it in the page"
            yield unread(Where(path.name, place), script, message, hint)
            continue
        for found in found_in(data, path.name):
            number += 1
            yield replace(found, where=Where(path.name, number))


def scripts(content: bytes, path: Path) -> list[str]:
    """Return the scripts of linked data in a web page; raises UnreadableFileError."""
    try:
        markup = decoded(content, path.name, stated_in_page(content))
    except ClaimsError as error:
        raise UnreadableFileError(path, "it is no text in an encoding that is known") from error
    long = any(tag.count("=") > MOST_ATTRIBUTES for tag in TAG.findall(markup))
    if markup.count("<") > MOST_TAGS or long:
        raise UnreadableFileError(path, f"it has more than {MOST_TAGS:,} tags, or a huge one")
    reader = html.HTMLParser(no_network=True, encoding="utf-8")
    try:
        tree = html.document_fromstring(markup.encode(), parser=reader)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError(path, "it is no web page that can be read") from error
    kind = "application/ld+json"
    return [
        "".join(script.itertext())
        for script in tree.iter("script")
        if str(script.get("type", "")).partition(";")[0].strip().lower() == kind
    ]
