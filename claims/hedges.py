"""How firm a number is: the one table of hedges, their wordings and the bounds they mean.

`HEDGES` is the one table of wordings and bounds. Checks, charts, prose, exports and the
Method page all read it; nothing else in the project knows what "at least" means.

    >>> bounds(Hedge.AT_LEAST, 5).in_words()
    '5 or more'
    >>> bounds(Hedge.ABOUT, 2500).in_words()
    '2,450 to 2,550'
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Number: TypeAlias = int | float
EXACT_BELOW = 2**53
"""Whole numbers below it are what they are, written as integers or not."""

MEASURES = frozenset(
    "years months days hours percent kilometres percentage dollar euro yen pound yuan rupee ruble "
    "shekel lira franc won year month week day hour minute second decade century "
    "kilometre metre centimetre millimetre mile yard foot inch acre hectare kilogram gram tonne "
    "ton pound-mass ounce litre millilitre gallon barrel watt kilowatt megawatt gigawatt "
    "degree celsius fahrenheit volt hertz".split()
)
"""Units that are measured, not counted: between 1 and 2 of them lies a real 1.5."""


class Hedge(StrEnum):
    """How firmly a source states a number."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    FEWER_THAN = "fewer than"
    BETWEEN = "between"
    VAGUE = "vague"
    NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that a statement allows; None is an open end.

    A strict end is not itself allowed: "more than two years" is above 2.
    """

    low: Number | None
    high: Number | None
    low_strict: bool = False
    high_strict: bool = False

    def meets(self, other: Bounds) -> bool:
        """Tell whether one number satisfies both."""
        return not (self._is_below(other) or other._is_below(self))

    def _is_below(self, other: Bounds) -> bool:
        high, low = self.high, other.low
        if high is None or low is None or high > low:
            return False
        return high < low or self.high_strict or other.low_strict

    def is_within(self, other: Bounds) -> bool:
        """Tell whether every number that satisfies these bounds satisfies the others."""
        above = other.low is None or (
            self.low is not None and (self.low, self.low_strict) >= (other.low, other.low_strict)
        )
        below = other.high is None or (
            self.high is not None
            and (-self.high, self.high_strict) >= (-other.high, other.high_strict)
        )
        return above and below

    def overlap(self, other: Bounds) -> Bounds | None:
        """Return the numbers that satisfy both, None where there are none."""
        if not self.meets(other):
            return None
        lows = [(b.low, b.low_strict) for b in (self, other) if b.low is not None]
        highs = [(-b.high, b.high_strict) for b in (self, other) if b.high is not None]
        low, low_strict = max(lows, default=(None, False))
        high, high_strict = max(highs, default=(None, False))
        return Bounds(low, None if high is None else -high, low_strict, high_strict)

    def in_words(self) -> str:
        """Say the bounds: `5 or more`, `250 to 350`, `5`."""
        low, high = self.low, self.high
        if low is None and high is None:
            return "unknown"
        if high is None:
            return f"above {show(low)}" if self.low_strict else f"{show(low)} or more"
        if low is None:
            return f"below {show(high)}" if self.high_strict else f"{show(high)} or fewer"
        if low == high:
            return show(low)
        return f"{show(low)} to {'below ' if self.high_strict else ''}{show(high)}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the hedge table: the wordings of a hedge and the bounds it gives."""

    wordings: tuple[str, ...]
    """English words before the number; the first one is how we say it ourselves."""
    in_words: str
    """The bounds of a number N, for the Method page."""
    of: Callable[[Number, bool], Bounds]
    """(N, counted) -> bounds; `counted` is false for measures such as years."""


def place_value(number: Number) -> Number:
    """Return the place value of the last significant digit: 50 -> 10, 2,500 -> 100, 7 -> 1."""
    exponent = Decimal(str(number)).normalize().as_tuple().exponent
    power = exponent if isinstance(exponent, int) and number else 0
    return 10**power if power >= 0 else float(Decimal(10) ** power)


def significant_digits(number: Number) -> int:
    """Return how many digits of a number count: 4,460 has three, 2,500 two, 50 one."""
    if number == int(number) and abs(number) < EXACT_BELOW:
        return len(str(abs(int(number))).rstrip("0")) or 1
    return len(Decimal(str(number)).normalize().as_tuple().digits)


def _half(number: Number) -> Number:
    half = place_value(number) / 2
    return int(half) if half == int(half) else half


def _or_zero(least: Number, n: Number) -> Number:
    """Return the least that is allowed: nothing counted falls below zero unless N itself does."""
    return max(0, least) if n >= 0 else least


def around(n: Number) -> Bounds:
    """Return N ± half its place value: the numbers that round to it."""
    return Bounds(_or_zero(n - _half(n), n), n + _half(n))


def _nearly(n: Number) -> Bounds:
    if n < 0:
        return Bounds(n, n + place_value(n))
    return Bounds(max(0, n - place_value(n)), n)


def _at_most(n: Number) -> Bounds:
    return Bounds(0 if n >= 0 else None, n)


def _above(n: Number, counted: bool) -> Bounds:  # noqa: FBT001 - the shape of Rule.of
    return Bounds(n + 1, None) if counted else Bounds(n, None, low_strict=True)


def _under(n: Number, counted: bool) -> Bounds:  # noqa: FBT001 - the shape of Rule.of
    low = 0 if n >= 0 else None
    if counted:
        return Bounds(low, _or_zero(n - 1, n))
    return Bounds(low, n, high_strict=True)


def _wordings(listed: str) -> tuple[str, ...]:
    """Return wordings that are listed with commas."""
    return tuple(listed.split(", "))


HEDGES: Mapping[Hedge, Rule] = {
    Hedge.EXACT: Rule(
        _wordings(", exactly, totaling, totalling, a total of, only, just, all"),
        "N",
        lambda n, _: Bounds(n, n),
    ),
    Hedge.ABOUT: Rule(
        _wordings(
            "about, around, some, roughly, approximately, an estimated, estimated, circa, "
            "approx, in the order of, on the order of, something like, averaging, "
            "averaged, in the region of"
        ),
        "N ± half the place value of its last significant digit (50 ± 5, 2,500 ± 50)",
        lambda n, _: around(n),
    ),
    Hedge.NEARLY: Rule(
        _wordings(
            "nearly, almost, close to, just under, just below, just shy of, not quite, "
            "approaching, nearing"
        ),
        "N less the place value of its last significant digit, up to N (almost 50: 40 to 50)",
        lambda n, _: _nearly(n),
    ),
    Hedge.AT_LEAST: Rule(
        _wordings(
            "at least, no fewer than, no less than, not fewer than, not less than, "
            "a minimum of, minimum of, at a minimum"
        ),
        "N or more",
        lambda n, _: Bounds(n, None),
    ),
    Hedge.MORE_THAN: Rule(
        _wordings(
            "more than, over, upwards of, upward of, just over, little over, well over, "
            "slightly more than, slightly over, above, in excess of, exceeding, "
            "greater than"
        ),
        "above N; for things counted, N + 1 or more",
        _above,
    ),
    Hedge.AT_MOST: Rule(
        _wordings(
            "at most, up to, as many as, as much as, no more than, not more than, "
            "not over, a maximum of, maximum of, a maximum, not exceeding, "
            "no greater than"
        ),
        "0 to N",
        lambda n, _: _at_most(n),
    ),
    Hedge.FEWER_THAN: Rule(
        _wordings("fewer than, less than, under, below, well under, well below, lower than"),
        "0 to below N; for things counted, 0 to N − 1",
        _under,
    ),
    Hedge.BETWEEN: Rule(("between",), "A to B", lambda n, _: Bounds(n, n)),
    Hedge.VAGUE: Rule((), "the least that the word allows, or more", lambda n, _: Bounds(n, None)),
    Hedge.NOT_STATED: Rule((), "unknown, which is not zero", lambda _n, _: Bounds(None, None)),
}

VAGUE: Mapping[str, int] = {
    "several": 3,
    "a few": 3,
    "a handful": 3,
    "a couple": 2,
    "dozens": 24,
    "scores": 40,
    "several dozen": 36,
    "a few dozen": 36,
    "hundreds": 200,
    "several hundred": 300,
    "a few hundred": 300,
    "a couple of hundred": 200,
    "thousands": 2_000,
    "several thousand": 3_000,
    "a few thousand": 3_000,
    "a couple of thousand": 2_000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "millions": 2_000_000,
    "several million": 3_000_000,
    "a few million": 3_000_000,
    "tens of millions": 20_000_000,
    "hundreds of millions": 200_000_000,
    "billions": 2_000_000_000,
    "several billion": 3_000_000_000,
    "tens of billions": 20_000_000_000,
    "hundreds of billions": 200_000_000_000,
    "trillions": 2_000_000_000_000,
}
"""Words that give no number, and the least that each allows."""


def is_measured(unit: str) -> bool:
    """Tell whether a unit is measured, not counted: `year`, `australian dollar per tonne`."""
    measure = unit.partition(" per ")[0]
    return measure in MEASURES or measure.rpartition(" ")[2] in MEASURES


def bounds(
    hedge: Hedge,
    value: Number | None,
    unit: str = "",
    *,
    between: tuple[Number, Number] | None = None,
) -> Bounds:
    """Return the bounds that a hedge gives a number, by the table.

    `between` gives the two ends of a range; for a vague word `value` is the least it allows.
    Raises ValueError where the hedge needs a number and none is given.
    """
    if hedge is Hedge.NOT_STATED:
        return Bounds(None, None)
    if hedge is Hedge.BETWEEN and between is not None:
        return Bounds(*between)
    if value is None:
        message = f"the hedge “{hedge}” needs a number"
        raise ValueError(message)
    return HEDGES[hedge].of(value, not is_measured(unit))


def show(number: Number | None) -> str:
    """Write a number in full with thousands separators: `2,500`, `6.5`."""
    if number is None:
        return "open"
    return f"{int(number):,}" if number == int(number) else f"{Decimal(str(number)):,f}"
