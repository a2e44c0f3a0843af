"""A quantity in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.hedges import HEDGES, VAGUE, Hedge, Number, show
from claims.numerals.words import ONES

if TYPE_CHECKING:
    from claims.quantities import Quantity


def say(quantity: Quantity) -> str:
    """Write a quantity in our own words: `at least five`, `250 to 350`, `several`.

    A vague word and a number that is not stated are said as the source said them; numbers
    below ten are spelled out.
    """
    if quantity.hedge is Hedge.NOT_STATED:
        return "an unstated number"
    if quantity.hedge is Hedge.VAGUE:
        return next((w for w, n in VAGUE.items() if n == quantity.low), quantity.as_stated.lower())
    if quantity.hedge is Hedge.BETWEEN:
        return f"between {show(quantity.low)} and {show(quantity.high)}"
    words = HEDGES[quantity.hedge].wordings[0]
    return f"{words} {spell(quantity.value)}".strip()


def spell(value: Number | None) -> str:
    """Write one to nine as words and everything else as digits."""
    return ONES[int(value)] if value in range(1, 10) and value is not None else show(value)


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: `1 claim`, `1,204 claims`, `2 parties`, `3 days`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeou" else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"
