"""Tables of a Frictionless Data Package: a datapackage.json, or a zip that holds one."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING
from zipfile import ZipFile

from claims.errors import UnreadableFileError
from claims.imports.tables.archives import unzipped
from claims.imports.tables.delimited import read_delimited
from claims.imports.tables.elements import DECODER
from claims.imports.tables.errors import UnknownPartError, UnknownTableError, UnsafePackageError
from claims.imports.tables.flattened import as_json
from claims.imports.tables.json_lines import read_json_lines
from claims.imports.tables.json_lists import read_json
from claims.imports.tables.kinds import PACKAGE
from claims.imports.tables.resources import Resource, given, missing_values, safe_path
from claims.imports.tables.source import Source
from claims.imports.tables.table import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claims.errors import Problem
    from claims.imports.tables.table import Table

MAX_DESCRIPTOR = 2**24
"""Bytes of a datapackage.json."""
FORM = "Data Package"
FORMATS = {"csv": ".csv", "tsv": ".tsv", "json": ".json", "jsonl": ".jsonl", "ndjson": ".jsonl"}


def read_package(path: Path, part: str = "") -> Table:
    """Return the table of a resource of a datapackage.json: the first, unless one is asked for.

    Raises UnreadableFileError, UnknownPartError, UnknownTableError, and UnsafePackageError where
    the resource is not within the package's folder.
    """
    folder = path.parent

    def source(inner: str) -> Source:
        file = folder / inner
        if not file.resolve().is_relative_to(folder.resolve()):
            raise UnsafePackageError(path.name, inner)
        if not file.is_file():
            raise UnreadableFileError(file, "there is no such file in the package")
        return Source(inner, file, lambda: file.open("rb"))

    return _read(path, Source.of(path).head(MAX_DESCRIPTOR + 1), part, source)


def read_package_zip(path: Path, part: str = "") -> Table:
    """Return the table of a resource of a package in a zip; raises what `read_package` does."""
    with unzipped(path) as archive:
        names = archive.namelist()
        descriptor = min((n for n in names if PurePosixPath(n).name == PACKAGE), key=len)
        with archive.open(descriptor) as file:
            content = file.read(MAX_DESCRIPTOR + 1)
    folder = descriptor.removesuffix(PACKAGE)

    def source(inner: str) -> Source:
        if folder + inner not in names:
            raise UnreadableFileError(path, f"there is no “{inner}” in the package")
        return Source(f"{path.name}/{inner}", path, lambda: _member(path, folder + inner))

    return _read(path, content, part, source)


def _member(path: Path, name: str) -> IO[bytes]:
    """Open a file in a zip; the zip is closed with it."""
    with ZipFile(path) as archive:
        return archive.open(name)


def _read(path: Path, content: bytes, part: str, source: Callable[[str], Source]) -> Table:
    resources = _resources(path, content)
    if part and part not in resources:
        raise UnknownPartError(path.name, part, tuple(resources))
    part = part or next(iter(resources))
    resource = resources[part]
    if "data" in resource:
        table = _inline(path, part, resource)
    else:
        inner = safe_path(resource, path.name)
        table = _of_source(source(inner), inner, resource)
    read = partial(_present, table, missing_values(resource))
    return replace(table, form=FORM, part=part, parts=tuple(resources), read=read)


def _resources(path: Path, content: bytes) -> dict[str, Resource]:
    """Return the resources of a package by their names."""
    if len(content) > MAX_DESCRIPTOR:
        reason = f"its {PACKAGE} is larger than the limit of {MAX_DESCRIPTOR:,} bytes"
        raise UnreadableFileError(path, reason)
    try:
        package = DECODER.decode(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(path, f"its {PACKAGE} is no JSON: {error}") from error
    listed = package.get("resources") if isinstance(package, dict) else None
    found = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    if not found:
        raise UnreadableFileError(path, f"its {PACKAGE} lists no resources")
    return {str(one.get("name") or f"resource {place}"): one for place, one in enumerate(found, 1)}


def _of_source(source: Source, inner: str, resource: Resource) -> Table:
    """Return the table in a file of the package, read as the package says."""
    suffix = FORMATS.get(str(resource.get("format")).lower(), PurePosixPath(inner).suffix.lower())
    if suffix in {".csv", ".tsv", ".txt", ".tab", ".psv"}:
        return read_delimited(source, suffix, given(resource, suffix))
    if suffix in {".jsonl", ".ndjson"}:
        return read_json_lines(source)
    if suffix == ".json":
        return read_json(source)
    raise UnknownTableError(source.name)


def _inline(path: Path, part: str, resource: Resource) -> Table:
    """Return the table that stands in the package's description itself."""
    data = resource["data"]
    name = f"{path.name} ({part})"
    if isinstance(data, str):
        return read_delimited(_held(name, path, data), ".csv", given(resource, ".csv"))
    if isinstance(data, list) and data and all(isinstance(row, list) for row in data):
        text = io.StringIO()
        csv.writer(text).writerows(data)
        return read_delimited(_held(name, path, text.getvalue()), ".csv", given({}, ".csv"))
    return read_json(_held(name, path, as_json(data)))


def _held(name: str, path: Path, text: str) -> Source:
    content = text.encode(errors="surrogatepass")
    return Source(name, path, lambda: io.BytesIO(content))


def _present(table: Table, missing: frozenset[str]) -> Iterator[Row | Problem]:
    """Return the rows of a table without the cells whose text stands for nothing."""
    for found in table:
        if isinstance(found, Row) and missing:
            cells = {column: one for column, one in found.cells.items() if one not in missing}
            if cells:
                yield Row(found.number, cells)
        else:
            yield found
