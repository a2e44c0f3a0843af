"""A number as it was stated, and whether two of them can both be true.

>>> agreement(Quantity.of("170,000", Hedge.EXACT, 170_000, "troops"),
...           Quantity.of("168,000", Hedge.EXACT, 168_000, "troops"))
<Agreement.WITHIN_ROUNDING: 'within rounding'>
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from claims.fields import Text
from claims.hedges import Bounds, Hedge, Number, bounds, is_measured, place_value

EXACTLY = "exactly"
"""The word that says that a round figure was not rounded."""
ONE_SIDED = {Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.FEWER_THAN, Hedge.VAGUE}
"""The hedges that say how many there are on one side only."""
MOST_ROUNDED = 0.05
"""The largest share of a figure that is taken for rounding."""
Figure = Annotated[int | float, Field(ge=0, le=10**15, allow_inf_nan=False)]


class Quantity(BaseModel):
    """A number as it was stated: its words, its hedge and the bounds that follow."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    as_stated: Text
    """The words of the source that state the number: `around 50`."""
    hedge: Hedge
    """How firm the words are, from the hedge table."""
    value: Figure | None = None
    """The number in the words; of a range the best estimate, where the source gives one."""
    low: Figure | None = None
    """The least that the words allow; none where that end is open or unknown."""
    high: Figure | None = None
    """The most that the words allow; none where that end is open or unknown."""
    unit: Text
    """The thing counted, as the indicator spells it: `deaths`."""
    sum_of: tuple[Figure, ...] = ()
    """The parts that a source states where it gives no total: [5, 1] for "five and a policeman"."""

    @classmethod
    def of(  # noqa: PLR0913 - the parts of a quantity
        cls,
        as_stated: str,
        hedge: Hedge,
        value: Number | None,
        unit: str,
        *,
        between: tuple[Number, Number] | None = None,
        sum_of: tuple[Number, ...] = (),
    ) -> Quantity:
        """Return a quantity whose bounds follow from the table."""
        found = bounds(hedge, value, unit, between=between)
        shown = None if hedge in {Hedge.BETWEEN, Hedge.VAGUE, Hedge.NOT_STATED} else value
        return cls(
            as_stated=as_stated,
            hedge=hedge,
            value=shown,
            low=found.low,
            high=found.high,
            unit=unit,
            sum_of=sum_of,
        )

    @cached_property
    def bounds(self) -> Bounds:
        """The bounds, with the strictness that the hedge gives them."""
        measured = is_measured(self.unit)
        return Bounds(
            self.low,
            self.high,
            low_strict=measured and self.hedge is Hedge.MORE_THAN,
            high_strict=measured and self.hedge is Hedge.FEWER_THAN,
        )

    @cached_property
    def unrounded(self) -> Bounds:
        """The bounds that an unhedged round figure had before it was rounded, else the bounds.

        Who says "exactly 170" has not rounded.
        """
        value = self.value
        if self.hedge is not Hedge.EXACT or value is None or place_value(value) <= 1:
            return self.bounds
        if EXACTLY in self.as_stated.lower():
            return self.bounds
        slack = min(place_value(value) / 2, value * MOST_ROUNDED)
        return Bounds(value - slack, value + slack)

    @property
    def is_known(self) -> bool:
        """Whether the source states anything about the number."""
        return self.low is not None or self.high is not None

    @property
    def point(self) -> Number | None:
        """The number to plot and sort by: the value, or else the nearest known end."""
        if self.value is not None:
            return self.value
        if self.hedge is Hedge.BETWEEN and self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        return self.low if self.low is not None else self.high


class Agreement(StrEnum):
    """Whether two quantities can both be true."""

    COMPATIBLE = "compatible"
    WITHIN_ROUNDING = "within rounding"
    CONFLICT = "in conflict"


def agreement(one: Quantity, other: Quantity) -> Agreement:
    """Return whether two known quantities can both be true, by their bounds alone.

    Bounds that meet are compatible. An unhedged figure with trailing zeros may have been
    rounded: where bounds meet only after it is widened by half its last place, the two
    agree within rounding. It is widened by a twentieth at most, for ten deaths are no
    rounded six.
    """
    mine, theirs = one.bounds, other.bounds
    if mine.meets(theirs):
        return Agreement.COMPATIBLE
    wide, other_wide = one.unrounded, other.unrounded
    is_rounded = wide is not mine or other_wide is not theirs
    if is_rounded and wide.meets(other_wide):
        return Agreement.WITHIN_ROUNDING
    return Agreement.CONFLICT


def is_within(one: Quantity, other: Quantity) -> bool:
    """Return whether the first of two known quantities, being true, makes the other true.

    Eight is within at least five. Two figures that agree within rounding are within each other,
    save that 170,000 and more than 170,000 exclude each other, however they were rounded.
    """
    if one.bounds.is_within(other.unrounded):
        return True
    if one.hedge in ONE_SIDED or other.hedge in ONE_SIDED:
        return False
    return agreement(one, other) is Agreement.WITHIN_ROUNDING


def is_floor_of(before: Quantity, after: Quantity) -> bool:
    """Tell whether an earlier total makes a later one true: 10 makes at least five true."""
    if after.high is not None or before.low is None:
        return False
    mine, theirs = before.bounds, after.bounds
    return (before.low, mine.low_strict) >= (after.low or 0, theirs.low_strict)
