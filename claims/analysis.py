"""Claims to tidy frames: one row a claim, one column a fact, ready to be drawn.

Charts draw these frames and compute nothing of their own, so that every number on a
chart can be tested without a browser.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pandas as pd

from claims.prose import figure, sentence
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from claims.collection import Collection
    from claims.periods import Period
    from claims.records import Claim, Indicator

OTHERS = "other claimants"
MONTH = timedelta(days=31)
LOG_FROM = 100
"""Values whose largest is this many times the smallest are drawn on a log scale."""

COLUMNS = {
    "id": "str",
    "indicator": "str",
    "claimant": "str",
    "publisher": "str",
    "figure": "str",
    "hedge": "str",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "open_above": "bool",
    "planned": "bool",
    "start": "datetime64[s]",
    "end": "datetime64[s]",
    "spans": "bool",
    "when": "datetime64[s]",
    "period": "str",
    "said_on": "str",
    "sentence": "str",
}
"""Columns of a frame of figures. `value`, `low` and `high` are in the indicator's unit; `when`
is where a mark stands in time: said for an event, the last day for a tally, the middle of the
period for a level."""


def figures(claims: Iterable[Claim], records: Collection) -> pd.DataFrame:
    """Return one row for each claim that states a number, in the order given.

    `records` are the parties, sources and indicators that the claims refer to.
    """
    rows = [
        _row(claim, records)
        for claim in claims
        if claim.quantity is not None and claim.quantity.is_known
    ]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype(COLUMNS)


def _row(claim: Claim, records: Collection) -> dict[str, object]:
    quantity, period = claim.quantity, claim.period
    indicator = records.indicator(claim.indicator)
    if quantity is None:  # pragma: no cover - left out by figures
        raise ValueError(claim.id)
    return {
        "id": claim.id,
        "indicator": claim.indicator or "",
        "claimant": records.name(claim.claimant),
        "publisher": records.name(claim.chain[-1]),
        "figure": figure(quantity),
        "hedge": str(quantity.hedge),
        "value": quantity.point,
        "low": quantity.low,
        "high": quantity.high,
        "open_above": quantity.high is None,
        "planned": claim.planned,
        "start": _stamp(period.start if period else None),
        "end": _stamp(period.end if period else None),
        "spans": _spans(claim, indicator),
        "when": _stamp(moment(claim, indicator)),
        "period": period.in_words() if period else "",
        "said_on": claim.said_on.in_words() if claim.said_on else "",
        "sentence": sentence(claim, records),
    }


def moment(claim: Claim, indicator: Indicator | None) -> date | None:
    """Return the day that a claim's mark stands at on a time axis, None where it has none."""
    basis = indicator.basis if indicator else None
    if basis is Basis.EVENT:
        return _day_said(claim)
    period: Period | None = claim.period
    if basis is Basis.TALLY:
        return period.end if period and period.ends_on_a_day else None
    return period.middle if period else None


def _day_said(claim: Claim) -> date | None:
    """Return the day a figure was said, to a month; a year alone places it nowhere."""
    said = claim.said_on
    if said is None or said.start is None or said.end is None:
        return None
    return said.middle if said.end - said.start <= MONTH else None


def _spans(claim: Claim, indicator: Indicator | None) -> bool:
    """Tell whether the figure holds for a stretch of time that a line can show."""
    lasting = indicator is not None and indicator.basis in {Basis.LEVEL, Basis.INTERVAL}
    ends = {claim.period.start, claim.period.end} if claim.period else set()
    return lasting and None not in ends and len(ends) > 1


def is_log(values: pd.Series[float]) -> bool:
    """Tell whether positive values differ so much that only a log scale shows them."""
    positive = values[values > 0]
    return not positive.empty and bool(positive.max() / positive.min() >= LOG_FROM)


def grouped(claimants: pd.Series[str], most: int) -> pd.Series[str]:
    """Keep the names of the most frequent claimants and call the rest `other claimants`."""
    counts = claimants.value_counts()
    if len(counts) <= most + 1:
        return claimants
    kept = counts.head(most).index
    return claimants.where(claimants.isin(kept), OTHERS)


def _stamp(day: date | None) -> pd.Timestamp | None:
    return pd.Timestamp(day) if day is not None else None
