"""Claims as a table, one row a claim, for spreadsheets: CSV and XLSX.

A number never stands without its hedge and bounds; what a source does not state is empty,
not zero. `COLUMNS` is the one list of what a row holds, for files, packages and readers.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from xlsxwriter import Workbook  # type: ignore[import-untyped] # published without types

from claims.errors import TooManyError
from claims.export.about import LICENCE, LICENCE_TITLE, about
from claims.export.columns import CARE, COLUMNS, rows
from claims.export.markup import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xlsxwriter.format import Format  # type: ignore[import-untyped] # as above
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped] # as above

    from claims.export.selection import Selection

__all__ = ["COLUMNS", "as_csv", "as_xlsx", "rows"]

FORMULA = "=+-@＝＋－＠"  # noqa: RUF001 - the full-width forms, which spreadsheets read alike
"""What a spreadsheet takes for the start of a formula."""
WITHIN = re.compile(rf'(?<=;)([\s"]*)(?=[{re.escape(FORMULA)}])')
"""Where a formula starts in text for a spreadsheet that parts cells at semicolons, as many do."""
BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
LONGEST_CELL = 32_767
MOST_ROWS = 1_048_575
"""Characters of a cell and rows below the heading that a spreadsheet takes."""
WIDE = frozenset("indicator_title statement quote source_title sentence warnings".split())


def as_csv(selection: Selection) -> bytes:
    """Write the rows as CSV: UTF-8 with a byte order mark, lines ended as RFC 4180 says.

    Text that a spreadsheet would take for a formula has an apostrophe before it, after a
    semicolon too, and line breaks and tabs within text are spaces.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    writer.writerows([cell(value) for value in row.values()] for row in rows(selection))
    return written.getvalue().encode("utf-8-sig")


def cell(value: object) -> object:
    """Return a value as it stands in CSV: `true`, `5`, `'=1+1`, nothing for None."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    text = WITHIN.sub(r"\1'", clean(BREAKS.sub(" ", value)))
    return f"'{text}" if text.lstrip()[:1] in FORMULA and text.strip() else text


def as_xlsx(selection: Selection) -> bytes:
    """Write the rows as a workbook of two sheets: the claims, and what the file is.

    All text is written as text, so that none is a formula or a link. Raises TooManyError.
    """
    if len(selection.claims) > MOST_ROWS:
        raise TooManyError(len(selection.claims), MOST_ROWS)
    written = io.BytesIO()
    workbook = Workbook(written, {"in_memory": True})
    created = selection.made.replace(tzinfo=None, microsecond=0)
    workbook.set_properties({"title": _fitting(selection.title)[:255], "created": created})
    bold = workbook.add_format({"bold": True})
    _fill(workbook.add_worksheet("Claims"), rows(selection), bold)
    _tell(workbook.add_worksheet("About"), selection, bold)
    workbook.close()
    return written.getvalue()


def _fill(sheet: Worksheet, found: Iterable[Mapping[str, object]], bold: Format) -> None:
    """Write the heading, which stays in sight, and a row for each claim."""
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, 48 if name in WIDE else 18)
        sheet.write_string(0, column, name, bold)
    sheet.freeze_panes(1, 1)
    for number, row in enumerate(found, 1):
        for column, value in enumerate(row.values()):
            _write(sheet, number, column, value)


def _tell(sheet: Worksheet, selection: Selection, bold: Format) -> None:
    """Write what was chosen, at which position, and what each column means."""
    words = {
        "filters": selection.filters_in_words,
        "licence": f"{LICENCE_TITLE}, {LICENCE}",
        "read with care": CARE,
    }
    told = {k: v for k, v in (about(selection) | words).items() if k != "beyond"}
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 110)
    for number, (name, value) in enumerate(told.items()):
        sheet.write_string(number, 0, name, bold)
        _write(sheet, number, 1, value)
    sheet.write_string(len(told) + 1, 0, "column", bold)
    sheet.write_string(len(told) + 1, 1, "meaning", bold)
    for number, (name, (_, meaning)) in enumerate(COLUMNS.items(), len(told) + 2):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, meaning)


def _write(sheet: Worksheet, row: int, column: int, value: object) -> None:
    """Write a number as a number, all else as text, and nothing for nothing."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif isinstance(value, str) and value:
        sheet.write_string(row, column, _fitting(value))


def _fitting(text: str) -> str:
    """Return text cut to what a cell of a spreadsheet holds, counted in UTF-16 as it counts."""
    shown = clean(text).encode("utf-16-le")
    if len(shown) <= 2 * LONGEST_CELL:
        return shown.decode("utf-16-le")
    return shown[: 2 * LONGEST_CELL - 2].decode("utf-16-le", errors="ignore") + "…"
