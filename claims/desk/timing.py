"""Whether a figure is about the time of an indicator."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.periods import Period, parse
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.ledger.schema import Span
    from claims.records import Indicator

SAME_TIME, ANOTHER = 2.0, -4.0
STILL_COUNTED = timedelta(days=366)
"""How long after its last figure a running total may still be told."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def period_fits(
    period: str | None, indicator: Indicator, rows: Sequence[Span]
) -> tuple[float, str]:
    """Return the points of a period and why, in words; nothing for one that is not told.

    A level may be of any time. An event is of the time that its claims are about, a count
    within an interval of that interval, a running total of the time since it began.
    """
    said = period_of(period)
    if said is None:
        return 0.0, ""
    if indicator.basis is Basis.LEVEL:
        years = set(map(int, YEAR.findall(indicator.title)))
        return (ANOTHER, "") if years and not _in_years(said, years) else (0.0, "")
    asked = span(indicator, rows)
    if asked is None:
        return 0.0, ""
    if not said.overlaps(asked):
        return ANOTHER, ""
    return SAME_TIME, said.in_words()


def span(indicator: Indicator, rows: Sequence[Span]) -> Period | None:
    """Return the time that an indicator is about: its baseline and what its claims say."""
    told = [one for row in rows if (one := period_of(row.period))]
    starts = [one.start for one in told if one.start]
    ends = [one.end for one in told if one.end]
    base = indicator.baseline
    if indicator.basis is Basis.INTERVAL and base is not None:
        return base
    if indicator.basis is Basis.TALLY and base is not None and base.start:
        last = max([base.start, *ends])
        return Period("", base.start, min(last, date.max - STILL_COUNTED) + STILL_COUNTED)
    if not starts or not ends:
        return None
    return Period("", min(starts), max(ends))


def period_of(text: str | None) -> Period | None:
    """Return the period of an EDTF text, None where there is none or it is not EDTF."""
    if not text:
        return None
    try:
        return parse(text)
    except ValueError:
        return None


def _in_years(said: Period, years: set[int]) -> bool:
    first, last = said.start or date.min, said.end or date.max
    return any(first.year <= year <= last.year for year in years)
