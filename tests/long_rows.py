"""Our long table for the tests, without a file: rows of text as the readers of tables give them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from openpyxl import load_workbook  # type: ignore[import-untyped] # published without types

from claims.export.table import as_csv, as_xlsx
from claims.imports.tables.table import Row, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.errors import Problem
    from claims.export.selection import Selection


def table(
    rows: Sequence[Mapping[str, str]], form: str = "CSV", problems: tuple[Problem, ...] = ()
) -> Table:
    """Make a table of rows; an empty cell is left out, as readers leave it out."""
    found = [
        Row(number, {name: cell.strip() for name, cell in row.items() if cell.strip()})
        for number, row in enumerate(rows, 2)
    ]
    columns = tuple(rows[0])
    return Table("view.csv", form, "", (), "utf-8", ",", columns, problems, lambda: iter([*found]))


def cells(selection: Selection) -> list[dict[str, str]]:
    """Return the cells of the CSV of a selection."""
    text = as_csv(selection).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def sheet(selection: Selection) -> Table:
    """Return the first sheet of the workbook of a selection as text."""
    book = load_workbook(io.BytesIO(as_xlsx(selection)), read_only=True)
    heading, *rows = book["Claims"].iter_rows(values_only=True)
    return table([dict(zip(heading, map(_text, row), strict=True)) for row in rows], "XLSX")


def _text(value: object) -> str:
    """Return a cell as text: a truth in small letters, nothing as nothing."""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
