"""Which claims a sentence without a date is to be held against: the newest, not those of then.

A level or a running total has a figure of now, and figures of before. A count of an event or
of an interval is of one time, so that all its claims are of now.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.periods import Period
from claims.quantities import is_within
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.records import Claim, Indicator

TOGETHER = timedelta(days=31)
"""Levels this near to the newest one are of now too."""


def now_and_before(
    claims: Sequence[Claim], period: Period | None, on: date | None, indicator: Indicator
) -> tuple[list[Claim], list[Claim]]:
    """Return the claims of the time that a sentence is about, and those of before.

    `period` is what the sentence says, `on` the day it is for; claims about a later time are
    in neither list.
    """
    if indicator.basis is Basis.LEVEL:
        return _levels(claims, period, on)
    if indicator.basis is Basis.TALLY:
        return _tallies(claims, period, on)
    return list(claims), []


def _levels(
    claims: Sequence[Claim], period: Period | None, on: date | None
) -> tuple[list[Claim], list[Claim]]:
    """Return the levels of a period, or the newest until the day of the story.

    A period that the day of the story belongs to is now, be it the day or this year; before
    it are then the levels that ended earlier. Where no level is of the period, those before it
    are told all the same: they are what the record last said.
    """
    if period is None:
        return _newest([c for c in claims if c.period and _start(c) <= (on or date.max)], on)
    if period.start is None and on is not None and on <= (period.end or on):
        period = Period(period.text, on, period.end)  # “until the end of 2027” begins now
    then = [c for c in claims if c.period and c.period.overlaps(period)]
    before = [c for c in claims if _end(c, None) < (period.start or date.min)]
    is_now = on is not None and _includes(period, on)
    if then:
        return then, before if is_now else []
    return _newest(before, on) if is_now else ([], before)


def _newest(claims: Sequence[Claim], on: date | None) -> tuple[list[Claim], list[Claim]]:
    """Part levels into those of the newest time and those of before."""
    newest = max((_end(claim, on) for claim in claims), default=None)
    if newest is None:
        return [], []
    now = [claim for claim in claims if newest - _end(claim, on) <= TOGETHER]
    return now, [claim for claim in claims if claim not in now]


def _includes(period: Period, day: date) -> bool:
    return (period.start or date.min) <= day <= (period.end or date.max)


def _start(claim: Claim) -> date:
    return (claim.period.start if claim.period else None) or date.min


def _tallies(
    claims: Sequence[Claim], period: Period | None, on: date | None
) -> tuple[list[Claim], list[Claim]]:
    last = (period.end if period else None) or on
    known = [c for c in claims if last is None or _start_of_count(c) <= last]
    before = [claim for claim in known if any(_outgrows(other, claim) for other in known)]
    return [claim for claim in known if claim not in before], before


def _outgrows(later: Claim, earlier: Claim) -> bool:
    """Tell whether a claimant counted anew on a later day, and came to another total."""
    if later.claimant != earlier.claimant or later.quantity is None or earlier.quantity is None:
        return False
    is_later = _end(later, None) > _end(earlier, None)
    return is_later and not is_within(later.quantity, earlier.quantity)


def _start_of_count(claim: Claim) -> date:
    """Return the day on which a running total stood, as early as its period allows."""
    period = claim.period
    if period is None:
        return date.min
    if period.ends_on_a_day and period.end:
        return period.end
    return period.start or date.min


def _end(claim: Claim, on: date | None) -> date:
    """Return the last day a claim is about, not after the day that is asked for."""
    end = (claim.period.end if claim.period else None) or on or date.min
    return min(end, on) if on else end
