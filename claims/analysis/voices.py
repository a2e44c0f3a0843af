"""What one claim says about one time, with ends that compare quickly and exactly.

Consensus looks at some hundred claims at some hundred times; the ends of all bounds are put
into an order once, so that finding what they have in common is taking a maximum and a minimum.
"""

from __future__ import annotations

from enum import StrEnum
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from claims.hedges import Bounds, Number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.records import Claim


class Ends(NamedTuple):
    """The ends of bounds in an order: below 2, up to 2; from 2, above 2.

    A low end that lies after a high end leaves no number between them.
    """

    low: tuple[Number, int]
    """The least that is allowed, and 1 where it is not itself allowed."""
    high: tuple[Number, int]
    """The most that is allowed, and -1 where it is not itself allowed."""

    @classmethod
    def of(cls, bounds: Bounds) -> Ends:
        """Return the ends of bounds."""
        low, high = bounds.low, bounds.high
        return cls(
            (-inf, 0) if low is None else (low, int(bounds.low_strict)),
            (inf, 0) if high is None else (high, -int(bounds.high_strict)),
        )

    @property
    def bounds(self) -> Bounds:
        """The bounds that have these ends."""
        (low, above), (high, below) = self
        return Bounds(
            None if low == -inf else low, None if high == inf else high, bool(above), bool(below)
        )

    @property
    def are_empty(self) -> bool:
        """Whether no number lies between them."""
        return self.low > self.high

    @property
    def are_closed(self) -> bool:
        """Whether there is a most that is allowed."""
        return self.high < (inf, 0)

    def within(self, other: Ends) -> bool:
        """Tell whether every number that satisfies these satisfies the others."""
        return other.low <= self.low and self.high <= other.high

    def meet(self, other: Ends) -> bool:
        """Tell whether one number satisfies both."""
        return self.low <= other.high and other.low <= self.high


class Side(StrEnum):
    """Of which time a figure is that says something of the time asked about."""

    THEN = "then"
    EARLIER = "earlier"
    LATER = "later"
    BOTH = "earlier and later"


class Voice(NamedTuple):
    """What one claim says about one time."""

    claim: Claim
    who: tuple[bool, str]
    """Whether it names its origin, and that origin; its publisher where it names none."""
    says: Ends
    """The ends of its bounds."""
    widened: Ends
    """The same with an unhedged round figure taken for a rounded one."""
    side: Side = Side.THEN
    """Whether its figure is of the time asked about, of an earlier or of a later one."""

    @property
    def asserts(self) -> bool:
        """Whether it says that there were some, or none; a mere ceiling bears out nothing."""
        return self.says.low > (0, 0) or self.says.high <= (0, 0)


def common(every: Iterable[Ends]) -> Ends | None:
    """Return what bounds have in common, None where no number satisfies all."""
    ends = list(every)
    found = Ends(max(e.low for e in ends), min(e.high for e in ends))
    return None if found.are_empty else found


def hull(every: Iterable[Ends]) -> Ends:
    """Return the bounds from the least to the most that any of these allows."""
    ends = list(every)
    return Ends(min(e.low for e in ends), max(e.high for e in ends))
