"""What is known over time, revisions and running totals as frames, ready to be drawn.

Charts draw these frames and compute nothing of their own. A band is what all claims allow in a
stretch of time, one row for each rival group; a step is one figure of a ladder; a report is one
running total as its claimant gave it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pandas as pd

from claims.analysis.frames import figures
from claims.analysis.saying import behind
from claims.analysis.saying import sentence as known_sentence
from claims.hedges import Bounds
from claims.numerals import counted
from claims.states import gone
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claims.analysis.consensus import Consensus
    from claims.analysis.ladders import Ladder, Late, Step
    from claims.collection import Collection
    from claims.periods import Period
    from claims.records import Claim, Indicator
    from claims.states import Standing

BAND = {
    "start": "datetime64[s]",
    "end": "datetime64[s]",
    "low": "float64",
    "high": "float64",
    "open_above": "bool",
    "group": "int64",
    "origins": "str",
    "state": "str",
    "sentence": "str",
}
"""Columns of a frame of bands. A band reaches from `start` to `end`, the midnight after its last
day, so that bands of successive days touch; an end that is open is missing. `low` and `high` are in
the indicator's unit, `high` is missing where `open_above`; `group` counts the rivals from 0, the
lowest first; `origins` names those behind the group."""

STEPS = {
    "when": "datetime64[s]",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "open_above": "bool",
    "figure": "str",
    "change": "str",
    "claimants": "str",
    "publishers": "str",
    "late": "str",
}
"""Columns of a frame of steps. `when` is the last day on which a figure can first have been said;
`late` says who printed it after it was replaced."""


def band(
    consensuses: Iterable[Consensus], indicator: Indicator, records: Collection
) -> pd.DataFrame:
    """Return one row for each stretch of time and rival group, in the order given."""
    return _frame(
        [
            {
                "start": _stamp(known.when.start),
                "end": _stamp(_day_after(known.when)),
                **_ends(group.bounds),
                "group": number,
                "origins": behind(group, records),
                "state": str(known.state),
                "sentence": known_sentence(known, indicator, records),
            }
            for known in consensuses
            for number, group in enumerate(known.groups)
        ],
        BAND,
    )


def steps(ladder: Ladder, records: Collection) -> pd.DataFrame:
    """Return one row for each figure of a ladder, the first said first."""
    return _frame([_step(step, records) for step in ladder.steps], STEPS)


def _step(step: Step, records: Collection) -> dict[str, object]:
    return {
        "when": _stamp(step.said_on.end if step.said_on else None),
        "value": step.value,
        **_ends(Bounds(step.low, step.high)),
        "figure": step.figure,
        "change": step.change,
        "claimants": ", ".join(step.claimants),
        "publishers": ", ".join(step.publishers),
        "late": "; ".join(_late(late, records) for late in step.late),
    }


def _late(late: Late, records: Collection) -> str:
    """Say who printed an old figure: `Arab News, 30 January 2020, 2 days after the next figure`."""
    days = counted(late.days, "day")
    name = records.name(late.publisher)
    return f"{name}, {late.printed.in_words()}, {days} after the next figure"


def as_reported(
    claims: Sequence[Claim],
    indicator: Indicator,
    records: Collection,
    states: Mapping[str, Standing] | None = None,
) -> pd.DataFrame:
    """Return the running totals that still count, by claimant and day; none of another basis.

    The columns are those of `claims.analysis.frames`; `when` is the day a total stood at. Drawn
    as steps, each holds until the same claimant gives the next one.
    """
    left = gone(claims, states or {})
    tally = indicator.basis is Basis.TALLY
    totals = [claim for claim in claims if tally and claim.id not in left and _is_total(claim)]
    frame = figures(totals, records, states)
    return frame.sort_values(["claimant", "when", "id"], ignore_index=True)


def _is_total(claim: Claim) -> bool:
    """Tell whether a claim states a running total of a day, observed and not withdrawn."""
    dated = claim.period is not None and claim.period.ends_on_a_day
    known = claim.quantity is not None and claim.quantity.is_known
    return dated and known and claim.stands and not claim.planned


def _ends(bounds: Bounds) -> dict[str, object]:
    return {"low": bounds.low, "high": bounds.high, "open_above": bounds.high is None}


def _day_after(when: Period) -> date | None:
    open_ended = when.end is None or when.end == date.max
    return None if open_ended or when.end is None else when.end + timedelta(days=1)


def _stamp(day: date | None) -> pd.Timestamp | None:
    return pd.Timestamp(day) if day is not None else None


def _frame(rows: list[dict[str, object]], columns: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns)).astype(dict(columns))
