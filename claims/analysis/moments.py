"""Where a claim stands on a time axis."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from claims.periods import parse
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from datetime import date

    from claims.periods import Period
    from claims.records import Claim, Indicator

MONTH = timedelta(days=31)


def moment(claim: Claim, indicator: Indicator | None) -> date | None:
    """Return the day that a claim's mark stands at on a time axis, None where it has none."""
    basis = indicator.basis if indicator else None
    if basis is Basis.EVENT:
        return _day_said(claim)
    period = claim.period
    if basis is Basis.TALLY:
        return period.end if period and period.ends_on_a_day else None
    return period.middle if period else None


def time_of(claim: Claim, indicator: Indicator) -> Period | None:
    """Return the time at which to ask what is known beside a claim.

    What a level or a count within an interval is about; the day that a running total stood at;
    the day on which a count of an event was said.
    """
    if indicator.basis in {Basis.LEVEL, Basis.INTERVAL}:
        return claim.period
    of = claim.period if indicator.basis is Basis.TALLY else claim.said_on
    return parse(of.end.isoformat()) if of and of.end else None


def _day_said(claim: Claim) -> date | None:
    """Return the day a figure was said, to a month; a year alone places it nowhere."""
    said = claim.said_on
    if said is None or said.start is None or said.end is None:
        return None
    return said.middle if said.end - said.start <= MONTH else None
