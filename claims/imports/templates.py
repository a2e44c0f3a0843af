"""Texts that name columns in braces, filled from a row; and how single cells are read for them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from math import ceil
from types import MappingProxyType
from typing import TYPE_CHECKING

from claims.imports.mapping import NAMED, Otherwise
from claims.periods import parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claims.imports.mapping import Column, Span

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=[T ](?:[01]\d|2[0-4])\b)")
"""A day that a time follows."""
NUMBER_IN_FRONT = re.compile(r"^\d+\s+(?=\S)")
"""A whole number that a blank sets apart from the words after it."""
ISO = re.compile(r"\d{4}-\d\d-\d\d")
"""A day as spreadsheets give it, whatever form their cells show."""
COUNT = re.compile("[0-9]{1,7}")
NOTHING: Mapping[str, str] = MappingProxyType({})
LONGEST = 24 * 365 * 100
"""Hours of a period, at most."""


class CannotFillError(Exception):
    """A text that cannot be filled from a row; caught where the row becomes claims."""

    def __init__(self, column: str, value: str, message: str, hint: str) -> None:
        """Take the column, what stands in it, what is wrong with that and how to mend it."""
        self.column, self.value, self.message, self.hint = column, value, message, hint
        super().__init__(message)


class Cells:
    """The cells of one row, read as a mapping says."""

    __slots__ = ("_columns", "_read", "row")

    def __init__(self, row: Mapping[str, str], columns: Mapping[str, Column]) -> None:
        """Take the cells as they are written, and the columns that need reading."""
        self.row, self._columns = row, columns
        self._read: dict[str, str] = {}

    def __getitem__(self, column: str) -> str:
        """Return what a cell means; raises CannotFillError where it is empty or not known."""
        found = self._read.get(column)
        if found is None:
            found = self._read[column] = self._meant(column)
        return found

    def _meant(self, column: str) -> str:
        written = self.row.get(column)
        if written is None:
            raise CannotFillError(column, "", "nothing stands in this column", "Fill it in")
        known = self._columns.get(column)
        if known is None:
            return written
        if known.drop_number:
            written = NUMBER_IN_FRONT.sub("", written)
        if written in known.means:
            return known.means[written]
        if known.otherwise is Otherwise.REFUSE:
            message = known.why or "the mapping does not know this word"
            hint = "Correct it, or add it to the words of the column in the mapping"
            raise CannotFillError(column, written, message, hint)
        return _day(written, known.date, column) if known.date else written


def fill(template: str, cells: Cells, own: Mapping[str, str] = NOTHING) -> str:
    """Return a text with the columns that it names filled in; raises CannotFillError.

    `own` are names that stand for something else than a column.
    """
    parts = _parts(template)
    if len(parts) == 1:
        return parts[0]
    filled = list(parts)
    for place in range(1, len(parts), 2):
        name = parts[place]
        filled[place] = own[name] if name in own else cells[name]
    return "".join(filled)


def filled_or_none(template: str | None, cells: Cells) -> str | None:
    """Return a text filled in, None where there is none or a column that it names is empty."""
    if template is None or any(name not in cells.row for name in _parts(template)[1::2]):
        return None
    return fill(template, cells) or None


def period(template: str | Span, cells: Cells) -> str:
    """Return a period in EDTF; times of the day are left out, and a/a is the day a.

    Raises CannotFillError.
    """
    if not isinstance(template, str):
        return _span(template, cells)
    return _tidied(fill(template, cells))


@lru_cache(maxsize=4096)
def _parts(template: str) -> tuple[str, ...]:
    """Return literal text and column names by turns."""
    return tuple(NAMED.split(template))


@lru_cache(maxsize=65536)
def _tidied(text: str) -> str:
    days = [day.group() if (day := ISO_DAY.match(side)) else side for side in text.split("/")]
    return days[0] if len(set(days)) == 1 else "/".join(days)


def _span(span: Span, cells: Cells) -> str:
    """Return the days up to one, so many hours of them."""
    to, hours = _tidied(fill(span.to, cells)), fill(span.hours, cells)
    if not COUNT.fullmatch(hours) or not 0 < int(hours) <= LONGEST:
        column = " ".join(_parts(span.hours)[1::2])
        raise CannotFillError(column, hours, "it is no number of hours", "Write 24, 48, …")
    try:
        last = parse(to).end
    except ValueError as error:
        column = " ".join(_parts(span.to)[1::2])
        raise CannotFillError(column, to, str(error), "Write a day") from error
    days = ceil(int(hours) / 24)
    if last is None or last.toordinal() < days:
        column = " ".join(_parts(span.to)[1::2])
        raise CannotFillError(column, to, "no calendar goes back so far", "Write a later day")
    return _days(last, days)


@lru_cache(maxsize=4096)
def _days(last: date, count: int) -> str:
    first = last - timedelta(days=count - 1)
    return last.isoformat() if first == last else f"{first}/{last}"


def _day(written: str, form: str, column: str) -> str:
    """Return a day, month or year in EDTF; raises CannotFillError."""
    found = _in_form(written, form) or (written if ISO.fullmatch(written) else None)
    if found is None:
        raise CannotFillError(column, written, f"it is no date written as {form}", "Correct it")
    return found


@lru_cache(maxsize=65536)
def _in_form(written: str, form: str) -> str | None:
    """Read a date; as precise as its form is."""
    try:
        day = datetime.strptime(written, form)  # noqa: DTZ007 - only the day is taken
    except ValueError:
        return None
    if re.search(r"%[djDxc]", form):
        return f"{day:%Y-%m-%d}"
    return f"{day:%Y-%m}" if re.search(r"%[mbB]", form) else f"{day:%Y}"
