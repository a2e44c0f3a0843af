"""How the numbers of a table count: running totals, counts of a period or an event, levels."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.imports.suggesting.choosing_dates import two_digits
from claims.imports.suggesting.choosing_figures import PERIOD
from claims.imports.suggesting.choosing_texts import repeats
from claims.imports.suggesting.days import how_written
from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.role_words import COORDINATES, EVENT, WEEK_ENDING
from claims.imports.suggesting.series import Measure, steps_of
from claims.imports.suggesting.totals import Totals
from claims.imports.suggesting.words import GROWING, INTERVAL, LEVEL, LOSSES, TALLY
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.imports.suggesting.look import Look
    from claims.imports.suggesting.words import Concept

SLOW_STEPS, SLOW = 4, 0.1
"""How many steps numbers must have, none larger than this share of them, to be a stock."""
DISPLACED = "displaced"
NAMED = "its name says a running total"
EVEN = 0.8
"""The share of equal gaps between days that makes them regular."""
DAY = len("2024-05-03")
SLACK = 3
"""Days by which months differ."""


@dataclass
class Counting:
    """The roles of a table's columns, and what follows for how its numbers count."""

    look: Look
    roles: Mapping[str, Role]
    unsure: dict[str, str] = field(default_factory=dict)
    """Running totals by weak evidence, and what it is."""
    slow: list[str] = field(default_factory=list)
    """Stocks by their values alone."""

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

    @cached_property
    def last_days(self) -> list[str]:
        """The last day, month or year of each row."""
        ends = self.of(Role.END)
        days = self.days_of(ends[0]) if ends else self.days
        return [day.rpartition("/")[2] for day in days]

    @cached_property
    def has_full_days(self) -> bool:
        """Whether rows are dated by single days, not by months, years or spans."""
        return bool(self.dates) and all(len(day) == DAY for day in self.days if day)

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
        first = min((day for day in starts if day), default=None)
        if first and len(first) == DAY and self.weeks:
            return (_day(first) - timedelta(days=6)).isoformat()
        return first

    @cached_property
    def weeks(self) -> str | None:
        """The column whose days are the last ones of weeks, by its name."""
        dates = self.of(Role.DATE)
        ends = self.has_full_days and not self.of(Role.END, Role.DAY, Role.MONTH)
        return dates[0] if ends and dates and WEEK_ENDING.search(words_of(dates[0])) else None

    def basis(
        self, column: str, words: str, concept: Concept | None, only: Mapping[str, str]
    ) -> tuple[Basis, str]:
        """Return how a column counts, and why.

        `words` are those of its name, or of the category that `only` restricts the rows to.
        """
        measure = Measure(column, tuple(only.items()))
        if self.has_events:
            tally = TALLY.search(words)
            return (Basis.TALLY, NAMED) if tally else (Basis.EVENT, "each row is about one event")
        stock = self._is_stock(words, concept)
        if TALLY.search(words):
            return Basis.TALLY, NAMED
        if total := self.totals.why(measure, is_stock=stock):
            why, is_sure = total
            if not is_sure:
                self.unsure[measure.name] = why
            return Basis.TALLY, why
        if stock:
            return Basis.LEVEL, "it is a stock at a time"
        if self._moves_slowly(measure, words):
            self.slow.append(measure.name)
            return Basis.LEVEL, "it goes up and down in small steps"
        return Basis.INTERVAL, "it counts within the period of its row"

    @cached_property
    def totals(self) -> Totals:
        """What is known of running totals."""
        return Totals(self)

    def _is_stock(self, words: str, concept: Concept | None) -> bool:
        """Tell whether numbers are a stock at a time, such as people missing or troops."""
        if INTERVAL.search(words):
            return False
        moves = concept is not None and concept.name == DISPLACED
        if moves and (self.of(Role.END) or not self.has_full_days):
            return bool(LEVEL.search(words))
        known = concept is not None and concept.basis is not None and not self.is_about_losses
        return known or bool(LEVEL.search(words))

    def _moves_slowly(self, measure: Measure, words: str) -> bool:
        """Tell whether numbers go up and down, but never by much: these are stocks."""
        steps = steps_of(self.totals.series(measure))
        named = GROWING.search(words) or INTERVAL.search(words)
        if named or len(steps) < SLOW_STEPS or measure not in self.totals.every:
            return False
        up, down = (any(a > b for b, a in steps), any(a < b for b, a in steps))
        return up and down and all(abs(a - b) <= SLOW * max(a, b) for b, a in steps)


def _day(text: str) -> date:
    return date.fromisoformat(text)
