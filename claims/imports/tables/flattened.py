"""A JSON object to the cells of a row: what is nested is addressed with dots."""

from __future__ import annotations

import json
import math
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.imports.tables.elements import Constant, Number, Twice
from claims.imports.tables.faults import SHORTEN, TOO_LONG, fault
from claims.imports.tables.limits import MAX_CELL, MAX_COLUMNS
from claims.imports.tables.table import Row
from claims.imports.tables.typed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claims.errors import Problem

NESTED: tuple[type, ...] = (dict, Twice)
DEEPEST = 50
"""Lists and objects inside one another within one row."""
LONGEST_NUMBER = 300
"""Digits that a number with an exponent may be written out to."""
LONE = re.compile("[\ud800-\udfff]")
"""Half of a pair that makes one character, or a byte that is none: no text can hold it."""
UNNAMED = "column without a name"
JSON_ONLY = "Write each row as one JSON object"
WRITE_NULL = "Write null, or leave the field out, where nothing is known"


class UnfitError(Exception):
    """A value cannot become the text of a cell."""

    def __init__(self, value: str, message: str, hint: str) -> None:
        """Take the value, what is wrong with it and how to mend it."""
        self.value, self.message, self.hint = value, message, hint
        super().__init__(message)


Pair = tuple[str, object]
"""The dotted name of a field, and its value."""


def row_of(element: object, number: int, file: str) -> Iterator[Row | Problem]:
    """Return the row that an element makes, or what is wrong with it; nothing for an empty one.

    Example: `{"date": "2024-11-13", "verified": {"killed_cum": 741}}` has the cells "date" and
    "verified.killed_cum".
    """
    if not isinstance(element, dict):
        shown = element if isinstance(element, str) else json.dumps(element, default=text_of)
        yield fault(file, number, "this is no JSON object", JSON_ONLY, value=shown)
        return
    cells: dict[str, str] = {}
    problems = []
    for column, value in _pairs(element, "", 0):
        try:
            text = _text(value, again=column in cells)
        except UnfitError as error:
            problems.append(
                fault(file, number, error.message, error.hint, column=column, value=error.value)
            )
        else:
            if text:
                cells[column] = text
    if problems:
        yield from problems
    elif cells:
        yield Row(number, cells)


def add_columns(element: Mapping[str, object], columns: dict[str, None]) -> None:
    """Add the dotted names of an object's fields to the columns, as many as are read and one."""
    if {*map(type, element.values())}.isdisjoint(NESTED) and element.keys() <= columns.keys():
        return
    for column, _ in _pairs(element, "", 0):
        if len(columns) <= MAX_COLUMNS:
            columns.setdefault(column)


def _pairs(element: Mapping[str, object], prefix: str, depth: int) -> Iterator[Pair]:
    """Return the fields of an object and of those within it; an object given twice stays whole."""
    if isinstance(element, Twice):
        yield prefix.removesuffix(".") or UNNAMED, element
        return
    for name, value in element.items():
        plain = name if name.isidentifier() else _one_line(name)
        if isinstance(value, dict) and depth < DEEPEST:
            yield from _pairs(value, f"{prefix}{plain}.", depth + 1)
        else:
            yield prefix + plain, value


@lru_cache(maxsize=4 * MAX_COLUMNS)
def _one_line(name: str) -> str:
    return " ".join(LONE.sub("\ufffd", name).split()) or UNNAMED


def _text(value: object, *, again: bool) -> str:
    """Return a value as the text of a cell, empty for null. Raises UnfitError."""
    if again or isinstance(value, Twice):
        message = "the field stands twice in the row"
        raise UnfitError(json.dumps(value, default=text_of), message, "Leave one of the two out")
    if isinstance(value, Number):
        return plain_number(value)
    if isinstance(value, str) and not isinstance(value, Constant):
        return _checked(value)
    if value is None:
        return ""
    if isinstance(value, Constant) or (isinstance(value, float) and not math.isfinite(value)):
        message = f"{value} is no number"
        raise UnfitError(str(value), message, WRITE_NULL)
    return _checked(as_json(value) if isinstance(value, (list, dict)) else text_of(value))


def _checked(value: str) -> str:
    """Return text on one line and without outer blanks. Raises UnfitError."""
    if len(value) > MAX_CELL:
        raise UnfitError(value, TOO_LONG, SHORTEN)
    if "\0" in value or not (value.isascii() or not LONE.search(value)):
        message = "the cell holds what is no character"
        raise UnfitError(value, message, "Export the table again, in UTF-8")
    return " ".join(value.split())


def plain_number(text: str) -> str:
    """Return a number in plain decimals: "1e3" is "1000", "2800.0" is "2800", "1.50" is "1.50".

    Raises UnfitError where it would have too many digits.
    """
    if len(text) > MAX_CELL:
        raise UnfitError(text, TOO_LONG, SHORTEN)
    if text.removeprefix("-").isdigit():
        return text
    try:
        number = Decimal(text)
        fits = -LONGEST_NUMBER < number.adjusted() < LONGEST_NUMBER
    except ArithmeticError:
        fits = False
    if not fits:
        message = f"the number has more than {LONGEST_NUMBER} digits"
        raise UnfitError(text, message, "Write the number as it is meant")
    whole = number.to_integral_value()
    return f"{whole if whole == number else number:f}"


def as_json(value: object, depth: int = 0) -> str:
    """Return a value as JSON, numbers with their digits as written. Raises UnfitError."""
    if depth > DEEPEST:
        message = f"more than {DEEPEST} lists or objects stand inside one another"
        raise UnfitError(type(value).__name__, message, "Give the rows in a flatter form")
    if isinstance(value, list):
        return f"[{', '.join(as_json(one, depth + 1) for one in value)}]"
    if isinstance(value, dict):
        fields = (f"{as_json(name, 0)}: {as_json(one, depth + 1)}" for name, one in value.items())
        return f"{{{', '.join(fields)}}}"
    if isinstance(value, (Number, Constant)):
        return str(value)
    return json.dumps(value, ensure_ascii=False, default=text_of)
