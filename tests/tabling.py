"""Small files that hold tables, and what is read from them."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from claims.errors import Problem
from claims.imports.tables.opening import open_table

if TYPE_CHECKING:
    from pathlib import Path

    from claims.imports.tables.table import Row

OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
ODS = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    f'xmlns:office="{OFFICE}:office:1.0" xmlns:table="{OFFICE}:table:1.0" '
    f'xmlns:text="{OFFICE}:text:1.0"><office:body><office:spreadsheet>'
    "{tables}</office:spreadsheet></office:body></office:document-content>"
)


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file of this name; text in UTF-8 and with its line ends as they are."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(path: Path, part: str = "") -> tuple[list[Row], list[Problem]]:
    """Return the rows of a file, and its problems: those of the file, then those of rows."""
    table = open_table(path, part)
    found = list(table)
    assert found == list(table), "reading anew gives the same"
    rows = [one for one in found if not isinstance(one, Problem)]
    return rows, [*table.problems, *(one for one in found if isinstance(one, Problem))]


def cells(path: Path, part: str = "") -> list[dict[str, str]]:
    """Return the cells of a file's rows; there must be no problem."""
    rows, problems = read(path, part)
    assert problems == []
    return [dict(row.cells) for row in rows]


def zipped(folder: Path, name: str, files: dict[str, str | bytes]) -> Path:
    """Write a zip of these files."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for inner, content in files.items():
            archive.writestr(inner, content)
    return path


def ods(folder: Path, tables: str) -> Path:
    """Write an ODS workbook of these tables in its own XML."""
    manifest = f'<manifest:manifest xmlns:manifest="{OFFICE}:manifest:1.0"/>'
    files: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": manifest,
        "content.xml": ODS.replace("{tables}", tables),
    }
    return zipped(folder, "losses.ods", files)
