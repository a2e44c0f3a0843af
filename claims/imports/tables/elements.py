"""The elements of the lists in a JSON document, one after another, in little memory.

A document is read as Python's own decoder reads it, but piece by piece: only one element of a
list is held at a time. A value that is no JSON number (NaN) and a number of any length cost
nothing beyond their own element.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NoReturn

from claims.imports.tables.limits import MAX_ELEMENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

PIECE = 2**17
"""Characters that are read at a time."""
DEEPEST = 20
"""Objects inside one another within which lists are looked for."""
SPACE = re.compile(r"[ \t\r\n]*")


class Constant(str):
    """A word such as NaN, which is no JSON."""

    __slots__ = ()


class Number(str):
    """A number, its digits as they are written."""

    __slots__ = ()


class Twice(dict[str, Any]):
    """An object in which a field stands twice."""

    __slots__ = ()


class BrokenError(Exception):
    """The document is no JSON from a place on, or ends too early."""

    def __init__(self, what: str, at: int) -> None:
        """Take what is wrong, and at which character of the file, counted from 1."""
        self.what, self.at = what, at
        super().__init__(f"{what[:1].lower()}{what[1:]} at character {at:,}")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    return data if len(data) == len(pairs) else Twice(data)


DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_float=Number,
    parse_int=Number,
    parse_constant=Constant,
    strict=False,
)
"""Reads a line break inside of quotation marks too, which strict JSON would have escaped."""


class Document:
    """Walks over a document; `lists` gives each element of each list with the list's path."""

    def __init__(self, file: TextIO) -> None:
        """Take an open text file."""
        self._file, self._text, self._at = file, "", 0
        self._passed = 0
        self._is_whole = False

    def lists(self) -> Iterator[tuple[str, int, object]]:
        """Return the dotted path of a list, the place of an element in it from 1, and the element.

        The path of a list that is the whole document is empty. Raises BrokenError where the
        document cannot be read on.
        """
        yield from self._value("", 0)
        if self._next():
            self._fail("more stands after the end of the document")

    def _value(self, path: str, depth: int) -> Iterator[tuple[str, int, object]]:
        sign = self._next()
        if sign == "[":
            yield from self._list(path)
        elif sign == "{" and depth < DEEPEST:
            yield from self._fields(path, depth)
        else:
            self._decoded()

    def _list(self, path: str) -> Iterator[tuple[str, int, object]]:
        self._at += 1
        number = 0
        sign = self._next()
        while sign != "]":
            number += 1
            yield path, number, self._decoded()
            sign = self._after("]")
        self._at += 1

    def _fields(self, path: str, depth: int) -> Iterator[tuple[str, int, object]]:
        self._at += 1
        sign = self._next()
        while sign != "}":
            if sign != '"':
                self._fail("the name of a field is missing")
            name = self._decoded()
            if self._next() != ":":
                self._fail("a colon is missing after the name of a field")
            self._at += 1
            yield from self._value(f"{path}.{name}" if path else str(name), depth + 1)
            sign = self._after("}")
        self._at += 1

    def _after(self, end: str) -> str:
        """Return the sign that comes next after a value: the end, or the start of another."""
        sign = self._next()
        if sign == end:
            return sign
        if sign != ",":
            self._fail(f"a comma or “{end}” is missing" if sign else "the file ends too early")
        self._at += 1
        return self._next()

    def _next(self) -> str:
        """Return the next sign that is no space, without passing over it; empty at the end."""
        while True:
            space = SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _decoded(self) -> Any:  # noqa: ANN401 - whatever stands in the document
        """Return the value that starts here, and pass over it."""
        while True:
            try:
                value, end = DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                # What is wrong may only be that the rest of the value has not been read yet.
                ends, further = self._ends(error), error.pos - self._at
                if not self._more():
                    self._at += further
                    self._fail("the file ends too early" if ends else error.msg)
            except RecursionError:
                self._fail("too many lists or objects stand inside one another")
            else:
                if end < len(self._text) or not self._more():
                    self._at = end
                    return value

    def _ends(self, error: json.JSONDecodeError) -> bool:
        return error.pos >= len(self._text) or error.msg.startswith("Unterminated string")

    def _more(self) -> bool:
        """Read on, as much again as is left; tell whether there was anything."""
        left = len(self._text) - self._at
        if left > MAX_ELEMENT:
            self._fail(f"one element is longer than the limit of {MAX_ELEMENT:,} characters")
        piece = "" if self._is_whole else self._file.read(max(PIECE, left))
        self._is_whole = not piece
        self._passed += self._at
        self._text, self._at = self._text[self._at :] + piece, 0
        return bool(piece)

    def _fail(self, what: str) -> NoReturn:
        raise BrokenError(what, self._passed + self._at + 1)
