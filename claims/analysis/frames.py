"""Claims to tidy frames: one row a claim, one column a fact, ready to be drawn.

Charts draw these frames and compute nothing of their own, so that every number on a
chart can be tested without a browser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from claims.analysis.moments import moment
from claims.periods import words
from claims.prose import figure, flags, listed, sentence
from claims.states import is_gone
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from claims.collection import Collection
    from claims.records import Claim, Indicator
    from claims.states import Standing

OTHERS = "other claimants"
MOST_MARKED = 200
"""Figures of one question that are marked one by one; a longer series is a line with some marks."""
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
    "state": "str",
    "faded": "bool",
    "start": "datetime64[s]",
    "end": "datetime64[s]",
    "spans": "bool",
    "when": "datetime64[s]",
    "period": "str",
    "said_on": "str",
    "sentence": "str",
}
"""Columns of a frame of figures. `state` holds the words that go with the figure, `faded` tells
whether it was superseded, withdrawn or rejected. `value`, `low` and `high` are in the indicator's
unit; `when` is where a mark stands in time: said for an event, the last day for a tally, the middle
of the period for a level."""


def figures(
    claims: Iterable[Claim], records: Collection, states: Mapping[str, Standing] | None = None
) -> pd.DataFrame:
    """Return one row for each claim that states a number, in the order given.

    `records` are the parties, sources and indicators that the claims refer to, `states` the
    computed states by claim id.
    """
    known = states or {}
    rows = [
        _row(claim, records, known.get(claim.id))
        for claim in claims
        if claim.quantity is not None and claim.quantity.is_known
    ]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype(COLUMNS)


def marked(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of a long series to mark: of each claimant the last one of each month.

    The first one, and each that is below the one before it, are marked too. A short series is
    returned whole.
    """
    if len(frame) <= MOST_MARKED:
        return frame
    ordered = frame.sort_values(["claimant", "when", "id"])
    by = ordered.groupby("claimant", sort=False)
    month = ordered["when"].dt.strftime("%Y-%m")
    last = ~ordered.assign(month=month).duplicated(["claimant", "month"], keep="last")
    falls = by["value"].diff() < 0
    return ordered[last | falls | (by.cumcount() == 0)].sort_index()


def last_day_of_all(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of the last moment at which every indicator of a frame has one.

    Empty where there is no such moment.
    """
    asked = frame["indicator"].nunique()
    dated = frame.dropna(subset=["when"])
    speaking = dated.groupby("when")["indicator"].nunique()
    common = speaking[speaking == asked].index
    return dated[dated["when"] == common.max()] if len(common) else dated.head(0)


def moment_in_words(rows: pd.DataFrame, basis: Basis) -> str:
    """Say the one moment at which figures stand: a day, or the time that they are about.

    Figures about October 2007 stand in its middle on a chart, and were said of no such day.
    """
    if basis is Basis.TALLY:
        return words(rows["when"].iloc[0].date())
    column = "said_on" if basis is Basis.EVENT else "period"
    return listed(list(dict.fromkeys(rows.sort_values(["start", "end"])[column])))


def _row(claim: Claim, records: Collection, standing: Standing | None) -> dict[str, object]:
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
        "state": ", ".join(flags(claim, standing)),
        "faded": is_gone(claim, standing),
        "start": _stamp(period.start if period else None),
        "end": _stamp(period.end if period else None),
        "spans": _spans(claim, indicator),
        "when": _stamp(moment(claim, indicator)),
        "period": period.in_words() if period else "",
        "said_on": claim.said_on.in_words() if claim.said_on else "",
        "sentence": sentence(claim, records, standing),
    }


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
