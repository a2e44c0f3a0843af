"""What a workbook's sheets hold that its reader does not tell: their extent, cells in error.

A reader lays a sheet out in full, so that one cell far down and to the right would fill the
memory; and it gives an error such as #REF!, or a formula without a result, as an empty cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from claims.imports.tables.errors import TooMuchError
from claims.imports.tables.limits import MAX_CELLS, MAX_UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = 2**20
DIGITS, LETTERS = b"0123456789", b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
REFERENCE = re.compile(rb"""\sr=["']([A-Z]{1,3}[0-9]{1,7})["']""")
IN_ERROR = re.compile(
    rb"""<(?:\w+:)?c\s(?=[^>]*\bt=["']e["'])[^>]*?\br=["']([A-Z]{1,3})([0-9]{1,7})["'][^>]*>"""
    rb"""(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v[^>]*>([^<]*)<""",
    re.DOTALL,
)
NO_RESULT = re.compile(
    rb"""<(?:\w+:)?c\s(?![^>]*\bt=["']str["'])[^>]*?\br=["']([A-Z]{1,3})([0-9]{1,7})["'][^>]*>\s*"""
    rb"""<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*"""
    rb"""(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
ERROR_SIGN, FORMULA_SIGN = re.compile(rb"""\bt=["']e["']"""), re.compile(rb"[<:]f[\s/>]")
ODS_TAG = re.compile(
    rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)((?:\s[^>]*?)?)(/?)>"
)
REPEATED = re.compile(rb"""table:number-(?:rows|columns)-repeated=["']([0-9]{1,9})["']""")


@dataclass(slots=True)
class Scan:
    """What a sheet holds beside its values; rows and columns are counted from 0."""

    rows: int = 0
    columns: int = 0
    errors: dict[int, dict[int, str]] = field(default_factory=dict)
    """Row, column and text of cells in error: `#REF!`."""
    no_results: dict[int, dict[int, str]] = field(default_factory=dict)
    """Row, column and text of formulas that no result is kept of."""


def scan_xlsx(sheet: IO[bytes], file: str) -> Scan:
    """Return what the XML of an XLSX sheet holds. Raises TooMuchError where it is too large."""
    scan, letters = Scan(), set[bytes]()
    noted = 0
    for piece in _pieces(sheet, b"row>"):
        places = b" ".join(REFERENCE.findall(piece))
        letters.update(places.translate(None, DIGITS).split())
        scan.rows = max(scan.rows, *map(int, {*places.translate(None, LETTERS).split()}), 0)
        scan.columns = max(map(_column, letters), default=-1) + 1
        _refuse_above(scan.rows * scan.columns, file)
        for sign, pattern, found in (
            (ERROR_SIGN, IN_ERROR, scan.errors),
            (FORMULA_SIGN, NO_RESULT, scan.no_results),
        ):
            # Most sheets have neither, which is told much faster than by the whole pattern.
            for column, row, text in pattern.findall(piece) if sign.search(piece) else ():
                said = text.decode(errors="replace")
                found.setdefault(int(row) - 1, {})[_column(column)] = said
                noted += 1
        if noted > MAX_UNREADABLE:
            raise TooMuchError(file, MAX_UNREADABLE, "cells in error")
    return scan


def scan_ods(content: IO[bytes], file: str) -> None:
    """Refuse the content of an ODS whose tables together have more cells than are read.

    Raises TooMuchError.
    """
    total = row = cells = width = rows = columns = repeated = 0
    for closes, name, attributes, empty in _ods_tags(content):
        again = REPEATED.search(attributes)
        times = int(again[1]) if again else 1
        if name == b"table":
            total += rows * columns
            row = rows = columns = 0
        elif name == b"table-row" and not closes:
            width, repeated, cells = 0, times, 0
            row += repeated if empty else 0
        elif name == b"table-row":
            row += repeated
            rows = row if width else rows
            columns = max(columns, width)
        elif not closes:
            cells += times
            width = cells if b"value-type" in attributes or not empty else width
        _refuse_above(total + rows * columns, file)


def _ods_tags(content: IO[bytes]) -> Iterator[tuple[bytes, bytes, bytes, bytes]]:
    for piece in _pieces(content, b">"):
        yield from ODS_TAG.findall(piece)


def _pieces(file: IO[bytes], end: bytes) -> Iterator[bytes]:
    """Return a file in pieces that each end with some bytes."""
    rest = b""
    while piece := file.read(PIECE):
        whole, found, rest = (rest + piece).rpartition(end)
        yield whole + found
    yield rest


def _column(letters: bytes) -> int:
    """Return the place of a column from 0: "A" is 0, "AA" is 26."""
    place = 0
    for letter in letters:
        place = 26 * place + letter - ord("A") + 1
    return place - 1


def _refuse_above(cells: int, file: str) -> None:
    if cells > MAX_CELLS:
        raise TooMuchError(file, MAX_CELLS, "cells of a sheet, empty ones among them,")
