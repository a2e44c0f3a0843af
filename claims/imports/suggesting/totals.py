"""Which figures are running totals, by their names, the figures beside them and their behaviour.

A column “Total killed” beside “New killed” is one, so is any whose differences are the numbers of
another; “Tote” of 50, 110 and 122 on three days seems to be one, and is doubted.
"""

from __future__ import annotations

from itertools import pairwise
from math import factorial, prod
from typing import TYPE_CHECKING

from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.series import Measure, are_steps, measures, series_of, steps_of
from claims.imports.suggesting.words import (
    AS_OF,
    CASUALTIES,
    GROWING,
    INJURED,
    INTERVAL,
    KILLED,
    TALLY,
    TOTAL,
)

if TYPE_CHECKING:
    from claims.imports.suggesting.counting import Counting
    from claims.imports.suggesting.series import Series

STEPS, RISES = 5, 3
"""How many steps figures must have, and how many upwards, to be running totals by these alone."""
FALLS = 0.05
"""The share of steps downwards, corrections, that a running total may have."""
CHANCE = 30
"""Of so many orders of the same numbers one only rises: less is no chance."""
DATES = 3
SMALL_STEP, LARGE = 0.2, 40
"""Numbers from here up, whose steps are no more than this share of them, are running totals."""
COMPARABLE = 0.1
"""The share of a running total that figures beside it must reach to be one, too."""
GROWS = "it hardly ever falls from date to date"
CASUALTY = frozenset({KILLED.name, INJURED.name, CASUALTIES.name})
Why = tuple[str, bool]
"""Why figures are running totals, and whether that is beyond doubt."""


class Totals:
    """What of a table's figures are running totals, each worked out once."""

    def __init__(self, counting: Counting) -> None:
        """Take the roles of a table's columns."""
        self.counting = counting
        self.every = measures(counting) if counting.dates else []
        self._series: dict[Measure, Series] = {}
        self._counted: dict[Measure, tuple[int, int, int]] = {}
        self._named: dict[Measure, Why | None] = {}

    def why(self, measure: Measure, *, is_stock: bool) -> Why | None:
        """Return why figures are running totals, None where they are not.

        `is_stock` says that such numbers usually go up and down: only proof makes them totals.
        """
        if INTERVAL.search(measure.words):
            return None
        found = self._by_name(measure)
        if found or is_stock:
            return found if not (is_stock and found and not found[1]) else None
        return self._by_values(measure)

    def series(self, measure: Measure) -> Series:
        """Return the numbers of a figure by date."""
        if measure not in self._series:
            self._series[measure] = series_of(self.counting, measure)
        return self._series[measure]

    def falls(self, measure: Measure) -> float:
        """Return the share of steps downwards, from 0 to 1."""
        _, down, every = self._moves(measure)
        return down / max(1, every)

    def rises(self, measure: Measure) -> int:
        """Return the number of steps upwards."""
        return self._moves(measure)[0]

    def _moves(self, measure: Measure) -> tuple[int, int, int]:
        """Return the number of steps upwards, downwards and of all."""
        if measure not in self._counted:
            steps = steps_of(self.series(measure))
            up, down = (sum(after > b for b, after in steps), sum(after < b for b, after in steps))
            self._counted[measure] = up, down, len(steps)
        return self._counted[measure]

    def is_new_beside(self, measure: Measure) -> str | None:
        """Return the name of the counts of single periods of the same thing, if there are any."""
        return next(
            (one.name for one in self._alike(measure) if INTERVAL.search(words_of(one.name))), None
        )

    def _alike(self, measure: Measure) -> list[Measure]:
        """Return the other figures of the same thing."""
        return [
            one
            for one in self.every
            if one != measure
            and bool(one.only) == bool(measure.only)
            and one.concept is measure.concept
            and (one.subject <= measure.subject or measure.subject <= one.subject)
        ]

    def _by_name(self, measure: Measure) -> Why | None:
        if measure not in self._named:
            self._named[measure] = self._named_or_stepped(measure)
        return self._named[measure]

    def _named_or_stepped(self, measure: Measure) -> Why | None:
        """Say why figures are totals by their names and those beside them."""
        if TALLY.search(words_of(measure.name)):
            return "its name says a running total", True
        steps = self._steps(measure)
        if steps:
            return f"its differences are the numbers of “{steps}”", True
        beside, falls = self.is_new_beside(measure), self.falls(measure)
        if TOTAL.search(measure.words):
            if beside and falls <= 1 / 2:
                return f"its name says a total, beside “{beside}”", falls <= FALLS
            return self._called_total(measure)
        if beside and falls <= FALLS and self.rises(measure):
            return f"it stands beside “{beside}” and hardly ever falls", False
        return None

    def _called_total(self, measure: Measure) -> Why | None:
        """Say why figures are running totals that are called totals and nothing else."""
        if self.falls(measure) > FALLS or self._is_sum(measure):
            return None
        single = self.counting.has_full_days and not self.counting.of(Role.END)
        if not (single and measure.concept) and self.rises(measure) < RISES:
            return None
        is_sure = single and self.rises(measure) > 1 and len(self._days(measure)) >= DATES
        return "its name says a total, and it never falls", is_sure

    def _steps(self, measure: Measure) -> str | None:
        """Return the figures that are the differences of others, of the same thing."""
        mine = self.series(measure)
        if self.falls(measure) > 1 / 2:
            return None
        named = (one for one in self._alike(measure) if not TALLY.search(words_of(one.name)))
        return next((one.name for one in named if are_steps(mine, self.series(one))), None)

    def _is_sum(self, measure: Measure) -> bool:
        """Tell whether figures are the sum of those beside them, row by row."""
        others = [one for one in self.every if one != measure and not one.only]
        if measure.only or len(others) < 2:  # noqa: PLR2004 - one number is no sum
            return False
        same = [one for one in others if one.concept is measure.concept]
        return any(self._adds_up(measure, some) for some in (same, others) if len(some) > 1)

    def _adds_up(self, measure: Measure, others: list[Measure]) -> bool:
        mine = {(k, d): v for k, one in self.series(measure).items() for d, v in one}
        sums: dict[tuple[tuple[str, ...], str], int] = dict.fromkeys(mine, 0)
        for other in others:
            for key, one in self.series(other).items():
                for day, value in one:
                    if (key, day) in sums:
                        sums[key, day] += value
        return bool(mine) and mine == sums

    def _by_values(self, measure: Measure) -> Why | None:
        """Say why figures seem to be running totals by their values."""
        if self.never_falls(measure) or self._is_no_chance(measure):
            return GROWS, False
        single = self.counting.has_full_days and not self.counting.of(Role.END)
        if self.falls(measure) or not single:
            return None
        if self._stands_on_a_day(measure):
            return f"“{self.counting.dates[0]}” says that it stands so on a day", False
        return self._as_others(measure) if self.rises(measure) else None

    def _as_others(self, measure: Measure) -> Why | None:
        """Say why figures that never fall seem to be running totals, by their size and others."""
        if self._is_steady(measure):
            return "its steps are small beside it, and it never falls", False
        if name := self._total_beside(measure):
            return f"it never falls, as “{name}” beside it", False
        mostly = not measure.only and self._are_mostly_totals()
        return (GROWS, False) if mostly and self.never_falls(measure, rises=0) else None

    def never_falls(self, measure: Measure, rises: int = RISES) -> bool:
        """Tell whether the numbers of a figure only grow over many dates."""
        many = self._moves(measure)[2] >= STEPS
        return many and self.rises(measure) >= rises and self.falls(measure) <= FALLS

    def _are_mostly_totals(self) -> bool:
        """Tell whether most columns of figures never fall."""
        columns = [one for one in self.every if not one.only]
        return 2 * sum(map(self.never_falls, columns)) > len(columns)

    def _stands_on_a_day(self, measure: Measure) -> bool:
        """Tell whether what only becomes more, as the dead do, has dates called “as of”."""
        named = any(AS_OF.search(words_of(name)) for name in self.counting.dates)
        return named and bool(GROWING.search(measure.words))

    def _is_steady(self, measure: Measure) -> bool:
        """Tell whether numbers are large and their steps small, each time."""
        steps = steps_of(self.series(measure))
        small = all(after - before <= SMALL_STEP * after for before, after in steps)
        return small and len(steps) > 1 and max(after for _, after in steps) >= LARGE

    def _total_beside(self, measure: Measure) -> str | None:
        """Return a running total of the same thing that figures keep pace with."""
        for one in self._alike(measure):
            total = self._by_name(one)
            if total and total[1] and not are_steps(self.series(one), self.series(measure)):
                most = max((v for s in self.series(one).values() for _, v in s), default=0)
                mine = max((v for s in self.series(measure).values() for _, v in s), default=0)
                if mine >= COMPARABLE * most:
                    return one.name
        return None

    def _is_no_chance(self, measure: Measure) -> bool:
        """Tell whether casualties of a few dates rise each time, more than chance would have it."""
        concept, counting = measure.concept, self.counting
        if self.falls(measure) or not counting.has_full_days or counting.of(Role.END):
            return False
        if concept is None or concept.name not in CASUALTY or len(self._days(measure)) < DATES:
            return False
        rows = [[value for _, value in one] for one in self.series(measure).values()]
        several = [values for values in rows if len(values) > 1]
        near = [v for v in several if v[-1] >= 2 * max(b - a for a, b in pairwise(v))]
        orders = prod(factorial(min(len(set(values)), STEPS)) for values in several)
        return orders >= CHANCE and 2 * len(near) >= len(several)

    def _days(self, measure: Measure) -> set[str]:
        return {day for one in self.series(measure).values() for day, _ in one}
