"""What running totals say of a day: they never fall, so earlier ones bind it, and later ones too.

Of each origin its totals of the day itself, its nearest ones before and after, the highest that
it had counted before and the lowest that it counts later speak. A total that its origin went
below later has been taken back, and is no floor any more:

    47 by 5 July and about 50 by 27 July: 47 or more by 15 August.
    Six by 24 July and five by 29 July: five or more by 15 August.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from datetime import date
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, TypeAlias

from claims.analysis.voices import Ends

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claims.analysis.voices import Voice
    from claims.analysis.witnesses import Witness
    from claims.periods import Period

Totals: TypeAlias = "list[Witness]"


class Series:
    """One origin's running totals, by the day that they were counted to."""

    def __init__(self, totals: Iterable[Witness]) -> None:
        """Take the totals of one origin, in any order."""
        ordered = sorted(totals, key=_last)
        grouped = [(day, list(group)) for day, group in groupby(ordered, key=_last)]
        self._days = [day for day, _ in grouped]
        self._totals = [group for _, group in grouped]
        stand = _not_taken_back(self._totals)
        self._newest = list(accumulate(stand, _later))
        self._highest = list(accumulate(stand, _higher))
        lows = [[one for one in group if one.ceiling] for group in self._totals]
        self._lowest = list(accumulate(reversed(lows), _lower))[::-1]

    def at(self, day: date) -> list[Voice]:
        """Return what the origin says of a day, each claim once as a floor and as a ceiling."""
        before, after = bisect_left(self._days, day), bisect_right(self._days, day)
        found = [one.voice for group in self._totals[before:after] for one in group]
        if before:
            binding = _once([*self._newest[before - 1], *self._highest[before - 1]])
            found += [one.floor for one in binding if one.floor]
        if after < len(self._days):
            binding = _once([*self._totals[after], *self._lowest[after]])
            found += [one.ceiling for one in binding if one.ceiling]
        return found


def totals(every: Sequence[Witness]) -> Callable[[Period], list[Voice]]:
    """Return what tells what running totals say of the last day of a time."""
    by_origin: dict[tuple[bool, str], Totals] = defaultdict(list)
    for witness in every:
        by_origin[witness.voice.who].append(witness)
    series = [Series(theirs) for theirs in by_origin.values()]

    def said(when: Period) -> list[Voice]:
        """Return what is said of the last day of a time."""
        day = when.end or date.max
        return [voice for one in series for voice in one.at(day)]

    return said


def _not_taken_back(groups: Sequence[Totals]) -> list[Totals]:
    """Return the floors of each day that no later total of the same origin is below."""
    found: list[Totals] = []
    lowest = Ends((0, 0), (float("inf"), 0)).high
    for group in reversed(groups):
        found.append([one for one in group if one.floor and one.voice.widened.low <= lowest])
        lowest = min(lowest, *(one.voice.widened.high for one in group))
    return found[::-1]


def _later(before: Totals, later: Totals) -> Totals:
    """Return the floors of the later day, where it has any."""
    return later or before


def _higher(before: Totals, later: Totals) -> Totals:
    """Return the highest floors of those before and those of a later day."""
    return max(later, before, key=lambda some: max((_low(one) for one in some), default=(-1, 0)))


def _lower(after: Totals, earlier: Totals) -> Totals:
    """Return the lowest ceilings of those after and those of an earlier day."""
    highest = (float("inf"), 0)
    return min(earlier, after, key=lambda some: min((_high(one) for one in some), default=highest))


def _low(one: Witness) -> tuple[float, int]:
    return one.voice.says.low


def _high(one: Witness) -> tuple[float, int]:
    return one.voice.says.high


def _last(one: Witness) -> date:
    return one.last


def _once(every: Iterable[Witness]) -> Iterable[Witness]:
    """Return each witness once."""
    return {one.voice.claim.id: one for one in every}.values()
