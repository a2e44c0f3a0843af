"""Tables as sheets of a workbook: XLSX, XLS and ODS."""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from claims.errors import UnreadableFileError
from claims.imports.tables.apart import parts_apart, rows_apart
from claims.imports.tables.archives import unzipped
from claims.imports.tables.errors import LockedTableError, UnknownPartError
from claims.imports.tables.faults import SHORTEN, TOO_LONG, fault
from claims.imports.tables.headings import SAMPLED, columns_of, heading_row
from claims.imports.tables.limits import MAX_CELL
from claims.imports.tables.sheet_scan import Scan, scan_ods, scan_xlsx
from claims.imports.tables.table import Row, Table
from claims.imports.tables.typed import text_of
from claims.imports.tables.workbooks import check_utf_8, sheet_members

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.errors import Problem
    from claims.imports.tables.headings import Numbered

IN_ERROR = re.compile(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
HEAD = 2**20
MEND = "Correct the formula, or write the value"
RECALCULATE = "Open the workbook in a spreadsheet program and save it, so that results are kept"


def read_sheet(path: Path, form: str, part: str = "") -> Table:
    """Return the table of a sheet: of the first visible one that holds anything, unless asked for.

    `form` is "XLSX", "XLS" or "ODS". Raises UnreadableFileError where the workbook is damaged or
    empty, LockedTableError, UnknownPartError and TooMuchError.
    """
    _refuse_locked(path)
    if form == "ODS":
        _check_ods(path)
    visible, parts = _parts(path) if form == "XLSX" else parts_apart(path)
    if part and part not in parts:
        raise UnknownPartError(path.name, part, parts)
    for name in [part] if part else [*visible, *(one for one in parts if one not in visible)]:
        scan = _scan(path, form, name)
        found = (row for row in _texts(path, form, name) if any(row[1]))
        sample = list(islice(found, SAMPLED))
        if sample:
            at = heading_row(sample)
            columns, problems = columns_of(sample, at, path.name)
            read = partial(_rows, (path, form, name), columns, sample[at][0], scan)
            problems = (*problems, *_unknown(path.name, form))
            return Table(path.name, form, name, parts, "", "", columns, problems, read)
    raise UnreadableFileError(path, "no cell of it holds anything")


def _unknown(file: str, form: str) -> list[Problem]:
    """Say of the old format what its reader does not tell."""
    message = "cells in error, such as #REF!, count as empty in this old format"
    hint = "Save the workbook as XLSX if it holds formulas"
    return [fault(file, 0, message, hint)] if form == "XLS" else []


def _refuse_locked(path: Path) -> None:
    with path.open("rb") as file:
        if ENCRYPTED in file.read(HEAD):
            raise LockedTableError(path.name)


def _check_ods(path: Path) -> None:
    """Make sure of the size of an ODS before it is opened, for all its sheets are read at once."""
    with unzipped(path) as archive:
        if "content.xml" not in archive.namelist():
            raise UnreadableFileError(path, "it is damaged: “content.xml” is missing")
        check_utf_8(archive, path, "content.xml")
        with archive.open("content.xml") as content:
            scan_ods(content, path.name)


def _scan(path: Path, form: str, name: str) -> Scan:
    """Return what an XLSX sheet holds beside its values; nothing is known of those of others."""
    if form != "XLSX":
        return Scan()
    with unzipped(path) as archive:
        member = sheet_members(archive, path).get(name, "")
        if member not in archive.namelist():
            raise UnreadableFileError(path, f"it is damaged: the sheet “{name}” is missing")
        check_utf_8(archive, path, member)
        with archive.open(member) as sheet:
            return scan_xlsx(sheet, path.name)


@contextmanager
def _workbook(path: Path) -> Iterator[CalamineWorkbook]:
    """Open a workbook. Raises LockedTableError, and UnreadableFileError where it is damaged."""
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            yield workbook
    except PasswordError as error:
        raise LockedTableError(path.name) from error
    except CalamineError as error:
        raise UnreadableFileError(path, f"it is damaged: {error}") from error
    except BaseException as error:
        # The library's own crash does not count as an Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableFileError(path, "it is damaged") from error


def _parts(path: Path) -> tuple[list[str], tuple[str, ...]]:
    """Return the names of the sheets that are seen, and of all that hold cells."""
    with _workbook(path) as workbook:
        metadata = workbook.sheets_metadata
    sheets = [one for one in metadata if one.typ == SheetTypeEnum.WorkSheet]
    visible = [one.name for one in sheets if one.visible == SheetVisibleEnum.Visible]
    return visible, tuple(one.name for one in sheets)


def _texts(path: Path, form: str, name: str) -> Iterator[Numbered]:
    """Return the rows of a sheet as text, from its first column on, numbered from 1."""
    if form != "XLSX":
        yield from enumerate(rows_apart(path, name), 1)
        return
    with _workbook(path) as workbook:
        sheet = workbook.get_sheet_by_name(name)
        before = [""] * (sheet.start[1] if sheet.start else 0)
        for number, cells in enumerate(sheet.iter_rows(), 1):
            yield number, [*before, *map(_text, cells)]


def _text(value: object) -> str:
    # Most cells are text already.
    return " ".join(value.split()) if type(value) is str else text_of(value)


def _rows(
    sheet: tuple[Path, str, str], columns: tuple[str, ...], last: int, scan: Scan
) -> Iterator[Row | Problem]:
    for number, cells in _texts(*sheet):
        if number > last:
            problems = list(_problems(sheet[0].name, number, cells, columns, scan))
            if problems:
                yield from problems
            elif any(cells):
                yield Row(number, {c: one for c, one in zip(columns, cells, strict=False) if one})


def _problems(
    file: str, number: int, cells: list[str], columns: tuple[str, ...], scan: Scan
) -> Iterator[Problem]:
    """Return what makes a row of a sheet unfit to be read."""
    if any(cells[len(columns) :]):
        message = f"something stands to the right of the table's {len(columns)} columns"
        value = " ".join(cells[len(columns) :])
        yield fault(file, number, message, "Give it a heading, or remove it", value=value)
    errors, no_results = scan.errors.get(number - 1, {}), scan.no_results.get(number - 1, {})
    for place, (column, cell) in enumerate(zip(columns, cells, strict=False)):
        if place in errors or IN_ERROR.fullmatch(cell):
            message, value = "the formula of the cell is in error", errors.get(place, cell)
            yield fault(file, number, message, MEND, column=column, value=value)
        elif place in no_results:
            message, value = "no result of the formula is kept", no_results[place]
            yield fault(file, number, message, RECALCULATE, column=column, value=f"={value}")
        elif len(cell) > MAX_CELL:
            yield fault(file, number, TOO_LONG, SHORTEN, column=column, value=cell)
