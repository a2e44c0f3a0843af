"""What a file becomes before anything is made of it: columns, and rows of text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claims.errors import Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands, and what stands in it."""

    number: int
    """Line of a CSV on which the row starts, row of a sheet, element of a list: from 1."""
    cells: Mapping[str, str]
    """Column to the text of its cell, stripped; a column where nothing stands is absent."""


@dataclass(frozen=True)
class Table:
    """A table in a file. Iterating reads the file anew, row by row, in little memory."""

    file: str
    """The file's name, as problems name it."""
    form: str
    """The kind of file: "CSV", "JSON", "XLSX", ..."""
    part: str
    """The sheet, resource or list that is read; empty where a file has one table."""
    parts: tuple[str, ...]
    """All that could be read."""
    encoding: str
    """Such as "utf-8"; empty where it does not matter."""
    delimiter: str
    """Such as ","; empty where there is none."""
    columns: tuple[str, ...]
    """The headings in their order, made unique: "killed", "killed (2)"."""
    problems: tuple[Problem, ...]
    """Faults of the file as a whole, such as a heading that stands twice."""
    read: Callable[[], Iterator[Row | Problem]] = field(repr=False, compare=False)
    """Reads the rows anew; a row that cannot be read is a problem in its place."""

    def __iter__(self) -> Iterator[Row | Problem]:
        """Return the rows in their order, and a problem in the place of a bad one."""
        return self.read()
