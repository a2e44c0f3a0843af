"""Which numbers of a text are quantities, and what they count.

>>> [(f.hedge.value, f.value, f.unit) for f in find("At least five people died in 2020.")]
[('at least', 5, 'people')]
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from claims.extraction.numbers.courses import parted
from claims.extraction.numbers.excluded import is_excluded
from claims.extraction.numbers.labels import telephones
from claims.extraction.numbers.trends import trend_of
from claims.extraction.numbers.units import unit_of
from claims.hedges import is_measured
from claims.numerals import LENGTHS, stated
from claims.numerals.reading import read
from claims.numerals.values import lowered

if TYPE_CHECKING:
    from claims.hedges import Hedge, Number
    from claims.numerals.reading import Reading


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity that a text states: its place, how firm it is, its bounds and its unit."""

    start: int
    """Where its words start, the hedge included: “at least five”."""
    end: int
    number_start: int
    """Where the number itself starts: “five”."""
    number_end: int
    hedge: Hedge
    value: Number | None
    """The number as printed; none for a range or a vague word."""
    low: Number | None
    high: Number | None
    unit: str = ""
    """The noun counted, in the singular, or the measure: `people`, `percentage`, `dollar`."""
    trend: str = ""
    """`up` or `down` where the number is a rise or a fall: “up 19 cents”."""


def find(text: str) -> list[Found]:
    """Return the quantities of a text, in order."""
    lower = lowered(text)
    all_capitals = text.isupper()
    found: list[Found] = []
    calls = telephones(text)
    for reading in chain.from_iterable(parted(lower, reading) for reading in read(lower)):
        if any(first <= reading.number_start < end for first, end in calls):
            continue
        if not is_excluded(text, lower, reading, all_capitals=all_capitals):
            found.append(_found(lower, reading, found[-1] if found else None))
    return found


def _found(lower: str, reading: Reading, previous: Found | None) -> Found:
    """Return what a reading states, with what it counts."""
    unit = unit_of(lower, reading)
    reading = _without(lower, reading, unit)
    said = stated(reading, unit)
    before = (previous.number_end, previous.trend) if previous else (0, "")
    return Found(
        reading.start,
        reading.end,
        reading.number_start,
        reading.number_end,
        said.hedge,
        said.value,
        said.bounds.low,
        said.bounds.high,
        unit,
        "" if reading.upper is not None else trend_of(lower, reading.start, unit, before),
    )


def _without(lower: str, reading: Reading, unit: str) -> Reading:
    """Return a reading without what belongs to its unit or its line: 37[m], [-]5 people."""
    if reading.letter and (unit in LENGTHS or not unit or reading.letter == "b"):
        end = reading.end - 1 if reading.end == reading.number_end else reading.end
        reading = reading._replace(letter="", end=end, number_end=reading.number_end - 1)
    is_dash = lower[reading.number_start] in "-\u2013" and reading.start == reading.number_start
    if is_dash and reading.upper is None and not (reading.money or is_measured(unit)):
        start = reading.number_start + 1
        reading = reading._replace(start=start, number_start=start, value=-reading.value)
    return reading
