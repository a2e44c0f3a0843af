"""How the numbers of a table count: running totals, counts of a period or an event, levels."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.imports.cells import DIGITS
from claims.imports.suggesting.choosing_dates import two_digits
from claims.imports.suggesting.choosing_figures import PERIOD
from claims.imports.suggesting.choosing_texts import repeats
from claims.imports.suggesting.days import how_written
from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.role_words import COORDINATES, EVENT
from claims.imports.suggesting.words import INTERVAL, LEVEL, LOSSES, TALLY
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claims.imports.suggesting.look import Look
    from claims.imports.suggesting.words import Concept
    from claims.imports.tables.table import Row

STEPS, RISES = 5, 3
"""How many steps a column must have, and how many upwards, to be a running total by its values."""
FALLS = 0.05
"""The share of steps downwards, corrections, that a running total may have."""
EVEN = 0.8
"""The share of equal gaps between days that makes them regular."""
GROWS = "it hardly ever falls from date to date"
DAY = len("2024-05-03")
SLACK = 3
"""Days by which months differ."""


@dataclass
class Counting:
    """The roles of a table's columns, and what follows for how its numbers count."""

    look: Look
    roles: Mapping[str, Role]

    def of(self, *roles: Role) -> list[str]:
        """Return the columns of some roles."""
        return [n for role in roles for n in self.look.table.columns if self.roles.get(n) is role]

    @cached_property
    def splits(self) -> list[str]:
        """The columns by which questions and claimants are told apart."""
        return self.of(Role.CLAIMANT, Role.PLACE, Role.CATEGORY, Role.UNIT)

    @cached_property
    def dates(self) -> list[str]:
        """The columns of the period."""
        return self.of(Role.DATE, Role.MONTH, Role.DAY, Role.END)

    @cached_property
    def is_about_losses(self) -> bool:
        """Whether the table itself is called one of losses."""
        return bool(LOSSES.words.search(words_of(self.look.table.file)))

    @cached_property
    def has_events(self) -> bool:
        """Whether each row is about one event."""
        if not self.dates:
            return not any(map(PERIOD.fullmatch, self.of(Role.FIGURE)))
        if not all(len(day) >= DAY for day in self.days if day):
            return False
        keys = self.of(Role.KEY)
        named = any(EVENT.search(words_of(name)) for name in keys)
        tallies = any(TALLY.search(words_of(name)) for name in self.of(Role.FIGURE))
        if named or tallies or self.is_panel:
            return named and not tallies
        alike = repeats(self.look, [*self.dates, *self.splits]) > 0
        if keys and (alike or (self.of(Role.PLACE) and not self.is_regular)):
            return True
        return self._sounds_like_events

    @cached_property
    def _sounds_like_events(self) -> bool:
        """Whether names of columns speak of events or their spot, at odd dates and places."""
        columns = [words_of(name) for name in self.look.table.columns]
        told = any(EVENT.search(words) or COORDINATES.search(words) for words in columns)
        return told and bool(self.of(Role.PLACE)) and not self.is_regular

    @cached_property
    def is_panel(self) -> bool:
        """Whether the same places and claimants come again on nearly every date."""
        rows = [row.cells for row in self.look.sample.rows]
        days = {tuple(row.get(name) for name in self.dates) for row in rows}
        others = {tuple(row.get(name) for name in self.splits) for row in rows}
        several = min(len(days), len(others)) > 1 and len(rows) <= len(days) * len(others)
        return several and len(rows) >= EVEN * len(days) * len(others)

    @cached_property
    def is_regular(self) -> bool:
        """Whether the days of the table follow each other at even distances."""
        days = sorted({_day(day) for day in self.days if len(day) == DAY})
        gaps = [(after - before).days for before, after in pairwise(days)]
        if len(gaps) < SLACK - 1:
            return False
        usual = max(sorted(set(gaps)), key=gaps.count)
        slack = SLACK if usual >= 28 else 0  # noqa: PLR2004 - the shortest month
        return sum(abs(gap - usual) <= slack for gap in gaps) >= EVEN * len(gaps)

    def days_of(self, column: str) -> list[str]:
        """Return the days of a column as EDTF, one a row; an empty text where there is none."""
        written = self.look.days(column)
        cells = (row.cells.get(column, "") for row in self.look.sample.rows)
        return [written.edtf(cell) if written and cell else "" for cell in cells]

    @cached_property
    def days(self) -> list[str]:
        """The first day of each row as EDTF, put together where month and day stand apart."""
        dates = self.of(Role.DATE)
        if not dates:
            return [""] * len(self.look.sample.rows)
        found = self.days_of(dates[0])
        for part in self.of(Role.MONTH, Role.DAY):
            cells = (row.cells.get(part, "") for row in self.look.sample.rows)
            means = two_digits(self.look.distinct(part))
            added = (means.get(cell, cell) for cell in cells)
            found = [f"{day}-{more}" for day, more in zip(found, added, strict=True)]
        return [day if how_written([day]) else "" for day in found]

    def names_one_each(self, key: str) -> bool:
        """Tell whether each value of a key has one place and date, and so names one event."""
        rows = [row.cells for row in self.look.sample.rows]
        where = [*self.dates, *self.of(Role.PLACE)]
        pairs = {(row.get(key), *(row.get(name) for name in where)) for row in rows}
        return len(pairs) == len({row.get(key) for row in rows})

    @cached_property
    def first(self) -> str | None:
        """The first day, month or year of the table."""
        named = [name for name in self.of(Role.FIGURE) if PERIOD.fullmatch(name)]
        columns = self.of(Role.DATE)[:1]
        starts = [day.partition("/")[0] for day in self.days]
        starts = starts if columns else named
        return min((day for day in starts if day), default=None)

    def basis(
        self, column: str, words: str, concept: Concept | None, only: Mapping[str, str]
    ) -> tuple[Basis, str]:
        """Return how a column counts, and why.

        `words` are those of its name, or of the category that `only` restricts the rows to.
        """
        if TALLY.search(words):
            return Basis.TALLY, "its name says a running total"
        if self.has_events:
            return Basis.EVENT, "each row is about one event"
        if LEVEL.search(words) or (concept and concept.basis and not self.is_about_losses):
            return Basis.LEVEL, "it is a stock at a time"
        if not INTERVAL.search(words) and self._grows(column, only):
            return Basis.TALLY, GROWS
        return Basis.INTERVAL, "it counts within the period of its row"

    def _grows(self, column: str, only: Mapping[str, str]) -> bool:
        """Tell whether a column is a running total by its values, or as most beside it are."""
        if self.never_falls(column, only):
            return True
        return not only and self.are_mostly_totals and self.never_falls(column, only, rises=0)

    @cached_property
    def are_mostly_totals(self) -> bool:
        """Whether most columns of figures never fall."""
        figures = self.of(Role.FIGURE)
        return 2 * sum(self.never_falls(name, {}) for name in figures) > len(figures)

    def never_falls(
        self, column: str, only: Mapping[str, str], rises: int = RISES, steps: int = STEPS
    ) -> bool:
        """Tell whether the numbers of a column only grow with the dates."""
        found = [step for series in self._series(column, only) for step in pairwise(series)]
        up = sum(after > before for before, after in found)
        down = sum(after < before for before, after in found)
        return len(found) >= steps and up >= rises and down <= FALLS * len(found)

    def _series(self, column: str, only: Mapping[str, str]) -> list[list[int]]:
        """Return the numbers of a column by date, for each place and claimant on its own."""
        if not self.dates:
            return []
        number = _reader(self.look.numbers(column).style)
        ends = self.of(Role.END)
        days = self.days_of(ends[0]) if ends else self.days
        series: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
        for row, day in zip(self.look.sample.rows, days, strict=True):
            value = number(row.cells.get(column, ""))
            if day and value is not None and is_among(row, only):
                series[tuple(row.cells.get(name, "") for name in self.splits)].append((day, value))
        return [
            [value for _, value in sorted(one, key=lambda pair: pair[0])] for one in series.values()
        ]


def is_among(row: Row, only: Mapping[str, str]) -> bool:
    """Tell whether a row holds what it must in some columns."""
    return all(row.cells.get(name) == value for name, value in only.items())


def _reader(style: str) -> Callable[[str], int | None]:
    """Return what makes a whole number of a cell that holds one and nothing else."""
    thousands = style[1]

    def number(cell: str) -> int | None:
        plain = cell.replace(thousands, "")
        return int(plain) if DIGITS.fullmatch(plain) else None

    return number


def _day(text: str) -> date:
    return date.fromisoformat(text)
