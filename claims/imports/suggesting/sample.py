"""The first rows of a table, and what stands in each of its columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from claims.errors import ClaimsError, Problem

if TYPE_CHECKING:
    from claims.imports.tables.table import Row, Table

READ = 2_000
"""Rows that are read: a column may begin late."""
LOOKED_AT = 200
"""Cells of one column that are looked at."""


@dataclass
class Sample:
    """The rows that were read and, of each column, the first cells that are filled."""

    rows: list[Row]
    cells: dict[str, list[str]]
    has_more: bool = False
    """Whether the table goes on after these rows."""
    faults: list[str] = field(default_factory=list)
    """Why the reading ended early, if it did."""

    def share(self, column: str) -> float:
        """Return in what share of the rows a column is filled, from 0 to 1."""
        return sum(column in row.cells for row in self.rows) / max(1, len(self.rows))

    def distinct(self, column: str) -> list[str]:
        """Return the different cells of a column, in their order."""
        return list(dict.fromkeys(self.cells.get(column, ())))


def sample_of(table: Table) -> Sample:
    """Read the first rows of a table; one that cannot be read on gives what came before."""
    found = Sample([], {name: [] for name in table.columns})
    rows = iter(table)
    try:
        for row in islice(rows, READ):
            if not isinstance(row, Problem):
                _take(row, found)
        found.has_more = next(rows, None) is not None
    except ClaimsError as error:
        found.faults.append(str(error))
    return found


def _take(row: Row, found: Sample) -> None:
    found.rows.append(row)
    for name, cell in row.cells.items():
        held = found.cells.setdefault(name, [])
        if len(held) < LOOKED_AT:
            held.append(cell)
