"""The rows of a CSV, line by line: a fault costs its own row, never those after it."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.imports.tables.encodings import STRAY, keeping
from claims.imports.tables.faults import EXPORT_AGAIN, SHORTEN, TOO_LONG, fault
from claims.imports.tables.limits import MAX_CELL, MAX_LINE
from claims.imports.tables.lines import LINE_ENDS, Lines, LongLineError, OpenQuoteError
from claims.imports.tables.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from claims.errors import Problem
    from claims.imports.tables.dialects import Dialect

BREAKS = re.compile(r"[\t\r\n]")
UNCLOSED = "a quotation mark opens a cell on this line and never closes"
AFTER_UNCLOSED = "this stands after a quotation mark that never closes, and is no whole row"
ENDS_EARLY = "the file ends within this row: it may have been cut off"
GET_AGAIN = "Get the file again, or write the rest of the row"
CLOSE = "Close the quotation mark, or write it twice where it belongs to the text"
Record = tuple[int, "list[str] | Problem", str]
"""The line on which a row starts, its cells or what is wrong with it, and its text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text file is read: its dialect, what is passed over, and its columns."""

    file: str
    encoding: str
    dialect: Dialect
    comment: str = ""
    last: int = 0
    """The last line above the data: that of the headings."""
    columns: tuple[str, ...] = ()

    def below(self, last: int, columns: tuple[str, ...]) -> Reading:
        """Return the reading of the rows below a line, now that the columns are known."""
        return replace(self, last=last, columns=columns)


def records(file: TextIO, reading: Reading) -> Iterator[Record]:
    """Return the cells of each row, with the line on which it starts and its text."""
    lines = Lines(file)
    while True:
        try:
            yield from _whole(lines, reading)
        except LongLineError:
            yield _too_long(lines, reading)
            if len(lines.open) > 1:
                yield _faulty(lines, reading, UNCLOSED, CLOSE)
            lines.give_up_blank()
        except OpenQuoteError:
            yield _faulty(lines, reading, UNCLOSED, CLOSE)
            lines.give_up()
        except csv.Error:
            yield _faulty(lines, reading, TOO_LONG, SHORTEN)
            lines.give_up()
        else:
            return


def _whole(lines: Lines, reading: Reading) -> Iterator[Record]:
    """Return rows as long as nothing is wrong with their lines."""
    kept, comment, last = lines.open, reading.comment, reading.last
    for cells in csv.reader(lines, **reading.dialect.settings()):  # type: ignore[arg-type] # one setting each
        text = kept[0] if len(kept) == 1 else "".join(kept)
        if len(kept) > 1 and not _is_well_quoted(text, reading.dialect):
            raise OpenQuoteError
        first = lines.number - len(kept) + 1
        if first > last and not (comment and text.startswith(comment)):
            yield first, cells, text
        kept.clear()


def _is_well_quoted(text: str, dialect: Dialect) -> bool:
    """Tell whether a row over several lines closes its quotes before a delimiter, as it must.

    Else the mark that opens it belongs to its first line alone, and the next one to another row.
    """
    settings = {**dialect.settings(), "strict": True}
    try:
        list(csv.reader(text.splitlines(keepends=True), **settings))  # type: ignore[arg-type] # one setting each
    except csv.Error:
        return False
    return True


def _too_long(lines: Lines, reading: Reading) -> Record:
    message = f"the line is longer than the limit of {MAX_LINE:,} characters"
    problem = fault(reading.file, lines.number, message, SHORTEN, value=lines.open[-1])
    return lines.number, problem, ""


def _faulty(lines: Lines, reading: Reading, message: str, hint: str) -> Record:
    problem = fault(reading.file, lines.first, message, hint, value=lines.open[0])
    return lines.first, problem, ""


def rows(file: TextIO, reading: Reading) -> Iterator[Row | Problem]:
    """Return the rows below the headings, a problem in the place of each that cannot be read."""
    width, whole = len(reading.columns), True
    for number, cells, text in records(file, reading):
        if not isinstance(cells, list):
            whole = False
            yield cells
        elif not whole and len(cells) < width:
            yield fault(reading.file, number, AFTER_UNCLOSED, CLOSE, value=text)
        elif 0 < len(cells) < width and not text.endswith(LINE_ENDS):
            yield fault(reading.file, number, ENDS_EARLY, GET_AGAIN, value=text)
        else:
            whole = True
            plain = text.isascii() and "\0" not in text and len(text) <= MAX_CELL
            if not (plain and len(cells) <= width) and (
                problems := list(_problems(number, cells, reading))
            ):
                yield from problems
            elif found := _found(cells, text, reading):
                yield Row(number, found)


def _found(cells: list[str], text: str, reading: Reading) -> dict[str, str]:
    """Return what stands in the cells of a row, each on one line and without outer blanks."""
    pairs = zip(reading.columns, cells, strict=False)
    # Most rows have nothing to mend inside their cells, which is told from the line at once.
    if text.isascii() and "  " not in text and not BREAKS.search(text, 0, len(text) - 2):
        return {column: cell for column, one in pairs if (cell := one.strip())}
    return {column: cell for column, one in pairs if (cell := " ".join(one.split()))}


def _problems(number: int, cells: list[str], reading: Reading) -> Iterator[Problem]:
    """Return what makes the cells of a row unfit to be read."""
    file, width = reading.file, len(reading.columns)
    if any(cell.strip() for cell in cells[width:]):
        message = f"the row has {len(cells)} cells, the table {width} columns"
        hint = "Put a cell that holds the delimiter in quotation marks, or give it a heading"
        yield fault(file, number, message, hint, value=" ".join(cells[width:]))
        return
    for column, cell in zip(reading.columns, cells, strict=False):
        if len(cell) > MAX_CELL:
            yield fault(file, number, TOO_LONG, SHORTEN, column=column, value=cell)
        elif message := _stray(cell, reading.encoding):
            yield fault(file, number, message, EXPORT_AGAIN, column=column, value=cell)


def _stray(cell: str, encoding: str) -> str:
    """Return what a cell holds that is no text, empty where it is text."""
    if "\0" in cell:
        return "the cell holds a zero byte"
    if keeping(encoding) == "replace" and "\ufffd" in cell:
        return f"the cell holds bytes that are no {encoding}"
    stray = None if cell.isascii() else STRAY.search(cell)
    return f"the byte 0x{ord(stray[0]) & 0xFF:02x} is no {encoding}" if stray else ""
