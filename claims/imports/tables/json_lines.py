"""Tables as JSON lines: one object a line."""

from __future__ import annotations

import io
import json
from functools import partial
from typing import TYPE_CHECKING

from claims.errors import Problem, UnreadableFileError
from claims.imports.tables.elements import DECODER
from claims.imports.tables.encodings import encoding_of, keeping
from claims.imports.tables.errors import TooMuchError
from claims.imports.tables.faults import SHORTEN, fault
from claims.imports.tables.flattened import JSON_ONLY, add_columns, row_of
from claims.imports.tables.limits import MAX_COLUMNS, MAX_LINE
from claims.imports.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.imports.tables.source import Source
    from claims.imports.tables.table import Row


def read_json_lines(source: Source) -> Table:
    """Return the table of a file with one JSON object a line.

    Raises UnreadableFileError where no line holds an object, and TooMuchError.
    """
    encoding = encoding_of(source)
    columns: dict[str, None] = {}
    for _, found in _lines(source, encoding):
        if isinstance(found, dict):
            add_columns(found, columns)
    if not columns:
        raise UnreadableFileError(source.path, "no line of it holds a JSON object")
    if len(columns) > MAX_COLUMNS:
        raise TooMuchError(source.name, MAX_COLUMNS, "columns")
    return Table(
        file=source.name,
        form="JSON lines",
        part="",
        parts=(),
        encoding=encoding.removesuffix("-sig"),
        delimiter="",
        columns=tuple(columns),
        problems=(),
        read=partial(_rows, source, encoding),
    )


def _rows(source: Source, encoding: str) -> Iterator[Row | Problem]:
    for number, found in _lines(source, encoding):
        if isinstance(found, Problem):
            yield found
        else:
            yield from row_of(found, number, source.name)


def _lines(source: Source, encoding: str) -> Iterator[tuple[int, object]]:
    """Return what each line holds with its number: a value, or what is wrong with the line."""
    with (
        source.open() as file,
        io.TextIOWrapper(file, encoding=encoding, errors=keeping(encoding), newline="") as text,
    ):
        number = 0
        while line := text.readline(MAX_LINE):
            number += 1
            if len(line) == MAX_LINE and not line.endswith("\n"):
                while (rest := text.readline(MAX_LINE)) and not rest.endswith("\n"):
                    pass
                message = f"the line is longer than the limit of {MAX_LINE:,} characters"
                yield number, fault(source.name, number, message, SHORTEN, value=line)
            elif line.strip():
                yield number, _value(line.strip(), number, source.name)


def _value(line: str, number: int, file: str) -> object:
    """Return the value that a line holds, or what is wrong with it."""
    try:
        return DECODER.decode(line)
    except json.JSONDecodeError as error:
        message = f"the line is no JSON: {error.msg} at character {error.pos + 1:,}"
    except RecursionError:
        message = "too many lists or objects stand inside one another"
    return fault(file, number, message, JSON_ONLY, value=line)
