"""A wording to hedges and bounds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.errors import WordingError
from claims.hedges import Bounds, Hedge, Number, bounds
from claims.numerals.hedging import hedge_before
from claims.numerals.patterns import IMPLIED, UNSTATED
from claims.numerals.reading import read
from claims.numerals.values import lowered

if TYPE_CHECKING:
    from claims.numerals.reading import Reading

LENGTHS = frozenset({"m", "metre", "metres", "meter", "meters"})
"""Units for which 5m is five metres, not five million."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A number as a text states it: hedge, value, bounds and its place in the text."""

    hedge: Hedge
    value: Number | None
    bounds: Bounds
    start: int
    end: int


def find(text: str, unit: str = "") -> list[Stated]:
    """Return every number that a text states, in order, each with its hedge and place."""
    return [
        stated(reading, unit)
        for reading in read(lowered(text))
        if not reading.letter or (reading.letter == "m" and unit)
    ]


@lru_cache(maxsize=32_768)
def parse(wording: str, unit: str = "") -> Stated:
    """Return the first number that a wording states, an article ("a man", "no one") included.

    Raises WordingError where it states none.
    """
    if found := find(wording, unit):
        return found[0]
    lower = lowered(wording)
    if unstated := UNSTATED.search(lower):
        return Stated(Hedge.NOT_STATED, None, bounds(Hedge.NOT_STATED, None), *unstated.span())
    implied = IMPLIED.search(lower)
    if implied is None:
        raise WordingError(wording)
    hedge, start = hedge_before(lower, implied.start())
    value = 0 if implied["article"] == "no" else 1
    return Stated(hedge, value, bounds(hedge, value, unit), start, implied.end())


def stated(reading: Reading, unit: str) -> Stated:
    """Return what a reading states of a unit: its hedge, value and bounds."""
    factor = 10**6 if reading.letter == "m" and unit not in LENGTHS else 1
    place = (reading.start, reading.end)
    if reading.hedge is Hedge.VAGUE:
        return Stated(Hedge.VAGUE, None, bounds(Hedge.VAGUE, reading.value), *place)
    if reading.upper is not None:
        ends = (_whole(reading.value * factor), _whole(reading.upper * factor))
        return Stated(Hedge.BETWEEN, None, bounds(Hedge.BETWEEN, None, between=ends), *place)
    value = _whole(reading.value * factor)
    return Stated(reading.hedge, value, bounds(reading.hedge, value, unit), *place)


def _whole(value: Number) -> Number:
    return int(value) if value == int(value) else value
