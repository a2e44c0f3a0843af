"""Tables as Parquet, read batch by batch."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from pyarrow import ArrowException, types  # type: ignore[import-untyped] # published without types
from pyarrow.parquet import ParquetFile  # type: ignore[import-untyped] # as above

from claims.errors import UnreadableFileError
from claims.imports.tables.errors import TooMuchError
from claims.imports.tables.faults import CUT_OFF, EXPORT_AGAIN, fault
from claims.imports.tables.flattened import row_of
from claims.imports.tables.headings import unique_names
from claims.imports.tables.limits import MAX_COLUMNS, MAX_ROWS
from claims.imports.tables.source import name_of
from claims.imports.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claims.errors import Problem
    from claims.imports.tables.table import Row

DAMAGED = (ArrowException, OSError, ValueError, OverflowError, KeyError)
"""What the library raises over a damaged file, over days beyond the calendar and unknown zones."""
BATCH = 1_000
"""Rows that are held at a time."""


def read_parquet(path: Path) -> Table:
    """Return the table of a Parquet file; what is nested is addressed with dots.

    Raises UnreadableFileError where it is damaged, and TooMuchError.
    """
    try:
        with ParquetFile(path) as file:
            if file.metadata.num_rows > MAX_ROWS:
                raise TooMuchError(name_of(path), MAX_ROWS, "rows")
            schema = file.schema_arrow
            names = unique_names(list(schema.names))
            columns = [
                column
                for name, field in zip(names, schema, strict=True)
                for column in _columns(name, field.type)
            ]
    except DAMAGED as error:
        raise UnreadableFileError(path, f"it is damaged: {_said(error)}") from error
    if len(columns) > MAX_COLUMNS:
        raise TooMuchError(name_of(path), MAX_COLUMNS, "columns")
    problems = tuple(
        fault(name_of(path), 0, "the column's name stands twice", EXPORT_AGAIN, column=unique)
        for unique, name in zip(names, schema.names, strict=True)
        if unique != name
    )
    read = partial(_rows, path, names)
    return Table(name_of(path), "Parquet", "", (), "", "", tuple(columns), problems, read)


def _columns(name: str, kind: Any) -> Iterable[str]:  # noqa: ANN401 - the library has no types
    """Return the dotted names of what a column holds: itself, or the fields of a struct."""
    if not types.is_struct(kind):
        return [" ".join(name.split())]
    return [column for field in kind for column in _columns(f"{name}.{field.name}", field.type)]


def _rows(path: Path, names: tuple[str, ...]) -> Iterator[Row | Problem]:
    number = 0
    try:
        with ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=BATCH):
                for element in batch.rename_columns(list(names)).to_pylist():
                    number += 1
                    yield from row_of(element, number, name_of(path))
    except DAMAGED as error:
        message = f"{CUT_OFF}: {_said(error)}"
        yield fault(name_of(path), number + 1, message, EXPORT_AGAIN)


def _said(error: Exception) -> str:
    """Return the first sentence of what the library says."""
    return str(error).partition("\n")[0].partition(". ")[0].removesuffix(".")
