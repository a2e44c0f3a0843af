"""What is seen of a table's columns: their words, days and numbers, each worked out once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from claims.imports.cells import BLANK
from claims.imports.suggesting.days import how_written
from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.numbers import Numbers, numbers_in, styles_in
from claims.imports.suggesting.role_words import ADDRESS_START
from claims.imports.suggesting.sample import Sample, sample_of
from claims.imports.suggesting.words import CASUALTIES, CONCEPTS, INJURED, KILLED, Concept

if TYPE_CHECKING:
    from claims.imports.suggesting.days import Written
    from claims.imports.tables.table import Table

MOSTLY = 0.8
"""The share of cells that makes a column what it is."""


@dataclass
class Look:
    """A table and what is seen of its columns."""

    table: Table
    sample: Sample
    _days: dict[str, Written | None] = field(default_factory=dict)
    _numbers: dict[str, Numbers] = field(default_factory=dict)

    @classmethod
    def at(cls, table: Table) -> Look:
        """Read the first rows of a table."""
        return cls(table, sample_of(table))

    @cached_property
    def style(self) -> str:
        """How most numbers of the table are written."""
        found = [s for name in self.table.columns for s in styles_in(self.cells(name))[:1]]
        return max(sorted(set(found)), key=found.count, default="1,234.5")

    def cells(self, column: str) -> list[str]:
        """Return the first cells of a column in which something stands."""
        held = self.sample.cells.get(column, [])
        return [cell for cell in held if cell.casefold() not in BLANK]

    def distinct(self, column: str) -> list[str]:
        """Return the different cells among them."""
        return list(dict.fromkeys(self.cells(column)))

    def days(self, column: str) -> Written | None:
        """Return how a column writes days, None where it holds none."""
        if column not in self._days:
            self._days[column] = how_written(self.cells(column))
        found = self._days[column]
        return self._as_others_do(column) if found and found.is_unclear else found

    def _as_others_do(self, column: str) -> Written | None:
        """Return how a column writes days, the month first or last as in the table's others."""
        others = [how_written(self.cells(name)) for name in self.table.columns if name != column]
        clear = [
            one
            for one in others
            if one and not one.is_unclear and one.form and "%B" not in one.form
        ]
        if clear:
            self._days[column] = how_written(
                self.cells(column), month_first=clear[0].has_month_first
            )
        return self._days[column]

    def numbers(self, column: str) -> Numbers:
        """Return what a column is as counts."""
        if column not in self._numbers:
            concept = concept_of(column)
            unit = concept.unit if concept and concept.unit else words_of(column) or "people"
            self._numbers[column] = numbers_in(self.cells(column), unit, self.style)
        return self._numbers[column]

    def holds_addresses(self, column: str) -> bool:
        """Tell whether most cells of a column are web addresses."""
        cells = self.cells(column)
        found = sum(cell.lower().startswith(ADDRESS_START) for cell in cells)
        return bool(cells) and found >= MOSTLY * len(cells)

    def is_always_filled(self, column: str) -> bool:
        """Tell whether a column is filled in every row that was read."""
        return bool(self.sample.rows) and all(column in row.cells for row in self.sample.rows)


@lru_cache(maxsize=4096)
def concept_of(name: str) -> Concept | None:
    """Return what a name says is counted, None where it says nothing that is known.

    >>> concept_of("civilians_killed").name, concept_of("Killed and wounded").name
    ('deaths', 'casualties')
    """
    words = words_of(name)
    if KILLED.words.search(words) and INJURED.words.search(words):
        return CASUALTIES
    return next((concept for concept in CONCEPTS if concept.words.search(words)), None)
