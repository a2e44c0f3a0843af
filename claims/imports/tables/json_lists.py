"""Tables as JSON: a list of objects, or a document with such lists inside of it."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from claims.errors import UnreadableFileError
from claims.imports.tables.elements import BrokenError, Document
from claims.imports.tables.encodings import encoding_of, keeping
from claims.imports.tables.errors import TooMuchError, UnknownPartError
from claims.imports.tables.faults import CUT_OFF, fault
from claims.imports.tables.flattened import add_columns, row_of
from claims.imports.tables.limits import MAX_COLUMNS
from claims.imports.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.errors import Problem
    from claims.imports.tables.source import Source
    from claims.imports.tables.table import Row

MAX_LISTS = 1_000
SAVE_AGAIN = "Get the file again"


@dataclass(slots=True)
class _List:
    """What is known of a list: how many objects it holds, and their fields."""

    objects: int = 0
    columns: dict[str, None] = field(default_factory=dict)


def read_json(source: Source, part: str = "") -> Table:
    """Return the table that a list of a JSON document makes: the longest where none is asked for.

    A list is addressed by its dotted path: "data.rows". Raises UnreadableFileError where there
    is no list of objects, UnknownPartError and TooMuchError.
    """
    encoding = encoding_of(source)
    lists = _lists(source, encoding)
    parts = tuple(lists)
    if part and part not in lists:
        raise UnknownPartError(source.name, part, parts)
    part = part or max(lists, key=lambda path: lists[path].objects)
    columns = tuple(lists[part].columns)
    if len(columns) > MAX_COLUMNS:
        raise TooMuchError(source.name, MAX_COLUMNS, "columns")
    return Table(
        file=source.name,
        form="JSON",
        part=part,
        parts=parts,
        encoding=encoding.removesuffix("-sig"),
        delimiter="",
        columns=columns,
        problems=(),
        read=partial(_rows, source, encoding, part),
    )


def _lists(source: Source, encoding: str) -> dict[str, _List]:
    """Return the lists of objects in a document by their paths."""
    lists: dict[str, _List] = {}
    broken = "it holds no list of objects"
    try:
        for path, _, element in _elements(source, encoding):
            if isinstance(element, dict):
                found = lists.setdefault(path, _List())
                found.objects += 1
                add_columns(element, found.columns)
                if len(lists) > MAX_LISTS:
                    raise TooMuchError(source.name, MAX_LISTS, "lists")
    except BrokenError as error:
        broken = f"it is no JSON: {error}"
    if not lists:
        raise UnreadableFileError(source.path, broken)
    return lists


def _rows(source: Source, encoding: str, part: str) -> Iterator[Row | Problem]:
    number = 0
    try:
        for path, place, element in _elements(source, encoding):
            if path == part:
                number = place
                yield from row_of(element, number, source.name)
    except BrokenError as error:
        message = f"{CUT_OFF}: {error}"
        yield fault(source.name, number + 1, message, SAVE_AGAIN)


def _elements(source: Source, encoding: str) -> Iterator[tuple[str, int, object]]:
    with (
        source.open() as file,
        io.TextIOWrapper(file, encoding=encoding, errors=keeping(encoding), newline="") as text,
    ):
        yield from Document(text).lists()
