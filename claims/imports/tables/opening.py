"""Open a file that holds a table, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.errors import UnreadableFileError
from claims.imports.tables.archives import unzipped
from claims.imports.tables.delimited import read_delimited
from claims.imports.tables.errors import TooMuchError, UnknownPartError, UnknownTableError
from claims.imports.tables.json_lines import read_json_lines
from claims.imports.tables.json_lists import read_json
from claims.imports.tables.kinds import PACKAGE, kind_of
from claims.imports.tables.limits import MAX_FILE
from claims.imports.tables.packages import read_package, read_package_zip
from claims.imports.tables.parquet import read_parquet
from claims.imports.tables.sheets import read_sheet
from claims.imports.tables.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claims.imports.tables.kinds import Kind
    from claims.imports.tables.table import Table


def open_table(path: Path, part: str = "") -> Table:
    """Return the table that a file holds; of several the one asked for, else the first or longest.

    Raises UnreadableFileError where nothing can be read, and the errors of
    `claims.imports.tables.errors`.
    """
    _check(path)
    try:
        table = _opened(path, part)
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or "it cannot be opened") from error
    if part and part != table.part:
        raise UnknownPartError(table.file, part, table.parts)
    return table


def _check(path: Path) -> None:
    """Refuse what is no file, is empty or too large."""
    if not path.exists():
        raise UnreadableFileError(path, "there is no such file")
    if not path.is_file():
        raise UnreadableFileError(path, "it is no regular file")
    size = path.stat().st_size
    if not size:
        raise UnreadableFileError(path, "it is empty")
    if size > MAX_FILE:
        raise TooMuchError(path.name, MAX_FILE, "bytes")


def _opened(path: Path, part: str) -> Table:
    source, suffix = Source.of(path), path.suffix.lower()
    kind = kind_of(source, suffix)
    if kind == "gzip":
        source, suffix = Source.unpacked(path), path.with_suffix("").suffix.lower()
        kind = kind_of(source, suffix)
    elif kind in FROM_PATH:
        return FROM_PATH[kind](path, part)
    if kind == "zip":
        return _of_zip(path, part)
    if kind in FROM_SOURCE:
        return FROM_SOURCE[kind](source, suffix, part)
    raise UnknownTableError(source.name, "compressed in a way that is")


def _of_zip(path: Path, part: str) -> Table:
    """Return the table of a file that is a zip inside, by the files in it."""
    with unzipped(path) as archive:
        names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return read_sheet(path, "XLSX", part)
    if "content.xml" in names and "mimetype" in names:
        return read_sheet(path, "ODS", part)
    if any(name.rpartition("/")[2] == PACKAGE for name in names):
        return read_package_zip(path, part)
    found = next((what for name, what in OTHER_ZIPS.items() if name in names), "a zip")
    raise UnknownTableError(path.name, found)


FROM_PATH: dict[Kind, Callable[[Path, str], Table]] = {
    "ole": lambda path, part: read_sheet(path, "XLS", part),
    "parquet": lambda path, _: read_parquet(path),
    "package": read_package,
}
FROM_SOURCE: dict[Kind, Callable[[Source, str, str], Table]] = {
    "text": lambda source, suffix, _: read_delimited(source, suffix),
    "json": lambda source, _, part: read_json(source, part),
    "json lines": lambda source, _, __: read_json_lines(source),
}
OTHER_ZIPS = {
    "word/document.xml": "a Word document",
    "ppt/presentation.xml": "a presentation",
    "xl/workbook.bin": "a binary workbook (XLSB)",
}
