"""Which chart shows a selection: the one that the page of its view draws."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from claims.analysis.frames import COLUMNS, figures
from claims.numerals import counted
from dashboard import charts
from dashboard.images.lettering import clean, middle_out
from dashboard.images.still import LABEL, LABELS_BESIDE_ROWS, ROWS
from dashboard.parts import MOST_DRAWN
from dashboard.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.export.selection import Selection
    from claims.records import Claim, Indicator
    from dashboard.axes import Scaling

MOST_ROWS = 10
"""Rows that are legible in a picture."""
TEXTS = [name for name, kind in COLUMNS.items() if kind == "str"]
"""The columns that hold text of records."""
BASIC = "\uffff"
"""The last letter that the converter takes for one."""


def drawn(selection: Selection, scale: Scaling = "") -> tuple[charts.Chart, str]:
    """Return the chart of a selection, and what must be said about it: marks, what is left out."""
    found = figures(selection.claims, selection.records, selection.states)
    if len(found) > MOST_DRAWN:
        years, counted_in = _years(selection.claims)
        return years, _left_out(selection, counted_in)
    frame = found.assign(**{name: found[name].map(clean) for name in TEXTS})
    frame["claimant"] = frame["claimant"].map(_whole)
    frame["question"] = found["indicator"].map(selection.records.label).map(clean).map(_whole)
    shown, indicator = frame.dropna(subset=["when"]), only(selection)
    if indicator is not None and len(shown):
        chart = charts.timeline(
            shown, LIGHT, title="", unit=_whole(clean(indicator.unit)), scale=scale
        )
    elif indicator is not None and len(frame):
        shown, unit = _most(frame, "claimant"), _whole(clean(indicator.unit))
        chart = charts.agreement(shown, LIGHT, title="", unit=unit, scale=scale)
    elif len(shown):
        shown = _most(shown, "question")
        shown = shown.assign(question=_short(shown["question"]))
        chart = charts.strip(shown, LIGHT, title="Figures by indicator and time")
    else:
        return _nothing(selection), ""
    return chart, f"{_marks(shown)}{_left_out(selection, len(shown))}".strip()


def only(selection: Selection) -> Indicator | None:
    """Return the one indicator that all claims are under, none where there are several."""
    found = {claim.indicator for claim in selection.claims}
    return selection.records.indicator(found.pop()) if len(found) == 1 else None


def _marks(frame: pd.DataFrame) -> str:
    """Say what marks without a filling and faint ones mean, where there are any."""
    hollow = "Hollow marks are plans. " if (frame["planned"] & ~frame["faded"]).any() else ""
    faint = "Faint marks were superseded, withdrawn or rejected. " if frame["faded"].any() else ""
    return hollow + faint


def _most(frame: pd.DataFrame, by: str) -> pd.DataFrame:
    """Keep the rows of those with the most figures, as many as are legible."""
    return frame[frame[by].isin(frame[by].value_counts().index[:MOST_ROWS])]


def _short(names: pd.Series[str]) -> pd.Series[str]:
    """Cut what stands beside the rows to their room, unless two rows would then be called alike."""
    short = names.map(lambda name: middle_out(name, LABEL, ROWS))
    return short if short.nunique() == names.nunique() else names


def _whole(name: str) -> str:
    """Cut a name with letters such as emoji to its room: the converter cuts within one and fails.

    Widths are estimates, so that some of the room is left.
    """
    return (
        middle_out(name, LABEL, 0.8 * LABELS_BESIDE_ROWS) if max(name, default="") > BASIC else name
    )


def _years(claims: Iterable[Claim]) -> tuple[charts.Chart, int]:
    """Draw how many claims are about each year, and return how many are about any."""
    begun = (c.period.start or c.period.end for c in claims if c.period)
    years = Counter(day.year for day in begun if day)
    frame = pd.DataFrame({"year": sorted(years), "claims": [years[y] for y in sorted(years)]})
    title = "Claims by the year they are about"
    return charts.counts(frame, LIGHT, title=title), years.total()


def _nothing(selection: Selection) -> charts.Chart:
    """Say that there is nothing to draw: that is no empty chart."""
    many = counted(len(selection.claims), "claim")
    said = f"No figure to draw among {many}." if selection.claims else "No claim fits."
    base = alt.Chart(pd.DataFrame([{"said": said}]))
    text = base.mark_text(fontSize=18, color=LIGHT.faint).encode(text="said:N")
    return charts.finished([text], LIGHT, "", height=100)


def _left_out(selection: Selection, shown: int) -> str:
    """Say how many of the claims are in no chart: without a number, a day, or a row left."""
    rest = len(selection.claims) - shown
    return f"Not drawn: {counted(rest, 'claim')}." if rest else ""
