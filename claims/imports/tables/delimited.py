"""Tables as text: CSV, with commas, semicolons, tabs or bars between the cells."""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from claims.errors import ClaimsError, UnreadableFileError
from claims.imports.tables.delimited_rows import Reading, records, rows
from claims.imports.tables.dialects import SAMPLED_LINES, SEPARATOR, Dialect, dialect_of
from claims.imports.tables.encodings import encoding_of, keeping
from claims.imports.tables.faults import CUT_OFF, EXPORT_AGAIN, fault
from claims.imports.tables.headings import SAMPLED, columns_of, heading_row, unique_names
from claims.imports.tables.limits import MAX_COLUMNS, MAX_LINE
from claims.imports.tables.table import Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from claims.errors import Problem
    from claims.imports.tables.headings import Numbered
    from claims.imports.tables.source import Source

FORMS = {"\t": "TSV"}


@dataclass(frozen=True, slots=True)
class Given:
    """What is said about a text file elsewhere, so that it need not be told from the file."""

    encoding: str = ""
    dialect: Dialect | None = None
    comment: str = ""
    """Lines that begin with this are notes."""
    columns: tuple[str, ...] = ()
    """The names of the columns of a file without headings."""
    has_headings: bool = True


def read_delimited(source: Source, suffix: str = "", given: Given | None = None) -> Table:
    """Return the table of a text file, its encoding and dialect told from its head.

    Raises UnreadableFileError where it is empty, UnknownTableError where it is no text and
    TooMuchError where it has too many columns.
    """
    given = given or Given()
    encoding = given.encoding or encoding_of(source)
    with _text(source, encoding) as file:
        head = [file.readline(MAX_LINE) for _ in range(SAMPLED_LINES)]
    separator = SEPARATOR.fullmatch(head[0])
    passed = 1 if separator else 0
    told = Dialect(separator[1]) if separator else dialect_of(head, suffix)
    reading = Reading(source.name, encoding, given.dialect or told, given.comment, passed)
    sample = _sample(source, encoding, reading)
    if not sample:
        raise UnreadableFileError(source.path, "it is empty")
    columns, problems, last = _headings(sample, source.name, given)
    reading = reading.below(last, columns)
    delimiter = reading.dialect.delimiter
    return Table(
        file=source.name,
        form=FORMS.get(delimiter, "CSV"),
        part="",
        parts=(),
        encoding=encoding.removesuffix("-sig"),
        delimiter=delimiter,
        columns=columns,
        problems=problems,
        read=partial(_rows, source, encoding, reading),
    )


def _headings(
    sample: list[Numbered], file: str, given: Given
) -> tuple[tuple[str, ...], tuple[Problem, ...], int]:
    """Return the columns, what is wrong with them, and the last line that holds no data."""
    if given.has_headings:
        at = heading_row(sample)
        columns, problems = columns_of(sample, at, file)
        return columns, problems, sample[at][0]
    width = min(max(len(cells) for _, cells in sample), MAX_COLUMNS)
    named = [*given.columns, *[""] * width][:width]
    return unique_names(named), (), 0


def _sample(source: Source, encoding: str, reading: Reading) -> list[Numbered]:
    """Return the first rows in which something stands, with their lines."""
    with _text(source, encoding) as file:
        found = (
            (number, cells)
            for number, cells, _ in records(file, reading)
            if isinstance(cells, list)
        )
        return list(islice((row for row in found if any(map(str.strip, row[1]))), SAMPLED))


def _rows(source: Source, encoding: str, reading: Reading) -> Iterator[Row | Problem]:
    number = reading.last
    try:
        with _text(source, encoding) as file:
            for found in rows(file, reading):
                number = found.number if isinstance(found, Row) else found.where.line
                yield found
    except (ClaimsError, UnicodeError) as error:
        message = f"{CUT_OFF}: {error}".removesuffix(".")
        yield fault(source.name, number + 1, message, EXPORT_AGAIN)


@contextmanager
def _text(source: Source, encoding: str) -> Iterator[TextIO]:
    """Open bytes as text whose line ends are kept; strays are kept as they can be told."""
    with (
        source.open() as file,
        io.TextIOWrapper(file, encoding=encoding, errors=keeping(encoding), newline="") as text,
    ):
        yield text
