"""The numbers of one figure by date, for each place and claimant on its own."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.imports.suggesting.look import concept_of
from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.words import FILLING, INTERVAL, TALLY, TOTAL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claims.imports.suggesting.counting import Counting
    from claims.imports.suggesting.words import Concept
    from claims.imports.tables.table import Row

MOST_WORDS = 60
"""Different words of a category whose figures are told apart."""
NUMBER = re.compile(r"\d+")
FULL_DAY, SHORT_MONTH, SLACK = len("2024-05-03"), 28, 3
"""The length of a day in ISO 8601; the days of the shortest month, and by how many others differ.
"""


@dataclass(frozen=True, slots=True)
class Measure:
    """Figures that belong together: a column, or those of its rows that hold a word."""

    column: str
    only: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """The word of its rows, or else its column, as a doubt names it."""
        return self.only[0][1] if self.only else self.column

    @property
    def words(self) -> str:
        """The words of its name."""
        return " ".join(words_of(value) for value in (*dict(self.only).values(), self.column))

    @property
    def concept(self) -> Concept | None:
        """What it counts, by its name."""
        return concept_of(self.name)

    @property
    def subject(self) -> frozenset[str]:
        """The words of what it counts, without those of how: `killed` of `New killed`."""
        return _subject(self.name)


@lru_cache(maxsize=4096)
def _subject(name: str) -> frozenset[str]:
    plain = words_of(name)
    for pattern in (TALLY, TOTAL, INTERVAL, FILLING):
        plain = pattern.sub(" ", plain)
    return frozenset(word.removesuffix("s") for word in plain.split())


def measures(counting: Counting) -> list[Measure]:
    """Return the figures of a table: its columns, and the words of its categories."""
    found = []
    for column in counting.of(Role.FIGURE):
        words = [
            Measure(column, ((name, word),))
            for name in ([] if concept_of(column) else counting.of(Role.CATEGORY))
            if len(counting.look.distinct(name)) <= MOST_WORDS
            for word in counting.look.distinct(name)
            if concept_of(word)
        ]
        found += words or [Measure(column)]
    return found


Series = dict[tuple[str, ...], list[tuple[str, int]]]
"""Place, claimant and the like -> days and numbers, by date."""


def series_of(counting: Counting, measure: Measure) -> Series:
    """Return the numbers of a figure by date, each place and claimant on its own."""
    if not counting.dates:
        return {}
    number = reader(counting.look.numbers(measure.column).style)
    only = dict(measure.only)
    apart = [name for name in counting.splits if name not in only]
    found: Series = defaultdict(list)
    for row, day in zip(counting.look.sample.rows, counting.last_days, strict=True):
        value = number(row.cells.get(measure.column, ""))
        if day and value is not None and is_among(row, only):
            found[tuple(row.cells.get(name, "") for name in apart)].append((day, value))
    return {key: sorted(one, key=lambda pair: pair[0]) for key, one in found.items()}


def steps_of(series: Series) -> list[tuple[int, int]]:
    """Return each number with the one after it."""
    return [(before, after) for one in series.values() for (_, before), (_, after) in pairwise(one)]


def are_steps(total: Series, single: Series) -> bool:
    """Tell whether the differences of some numbers are other numbers: 1873, 1919 and 55, 46."""
    by_day = {(key, day): value for key, one in single.items() for day, value in one}
    pairs = [(key, a, b) for key, one in total.items() for a, b in pairwise(one)]
    gaps = [_gap(a[0], b[0]) for _, a, b in pairs]
    least = min((gap for gap in gaps if gap), default=0)
    most = least + (SLACK if least >= SHORT_MONTH else 0)
    told = [
        (b[1] - a[1], by_day[key, b[0]])
        for (key, a, b), gap in zip(pairs, gaps, strict=True)
        if gap <= most and (key, b[0]) in by_day
    ]
    equal = sum(step == other for step, other in told)
    varied = {step for step, _ in told if step}
    return len(told) > 1 and len(varied) > 1 and equal >= EQUAL * len(told)


EQUAL = 0.8
"""The share of differences that must be the numbers beside them."""


def _gap(before: str, after: str) -> int:
    """Return how many days lie between two; the first ones of months and years."""
    first, second = (date.fromisoformat((day + "-01-01")[:FULL_DAY]) for day in (before, after))
    return (second - first).days


def is_among(row: Row, only: Mapping[str, str]) -> bool:
    """Tell whether a row holds what it must in some columns."""
    return all(row.cells.get(name) == value for name, value in only.items())


def reader(style: str) -> Callable[[str], int | None]:
    """Return what makes a whole number of a cell that holds one, with words beside it or not."""
    thousands, decimal = style[1], style[-2]

    def number(cell: str) -> int | None:
        if cell.isdecimal():
            return int(cell)
        plain = cell.replace("\u00a0", " ").replace("\u202f", " ").replace(thousands, "")
        found = NUMBER.findall(plain)
        return int(found[0]) if len(found) == 1 and decimal not in plain else None

    return number
