"""Charts of what is known over time: the band of all claims, running totals, revisions.

They draw frames from `claims.analysis.bands` and compute nothing of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd
from altair.utils.schemapi import debug_mode

from claims.analysis.frames import is_log
from claims.states import Corroboration
from dashboard import axes
from dashboard.charts import Chart, finished, points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.theme import Palette

BAND_HEIGHT, LADDER_HEIGHT = 240, 220
STATES = {
    Corroboration.CORROBORATED: "two or more origins agree",
    Corroboration.SINGLE: "one origin",
    Corroboration.CONTESTED: "origins contradict each other",
}
"""What the colours of a band say."""


@debug_mode(arg=False)
def band(frame: pd.DataFrame, colours: Palette, *, title: str, unit: str) -> Chart:
    """Draw what all claims allow in each stretch of time; rivals stand above one another."""
    data, scale = _prepared(frame)
    state = alt.Color(
        "state:N",
        scale=alt.Scale(domain=[str(s) for s in STATES], range=_tints(colours)),
        legend=alt.Legend(title=None, orient="top", labelExpr=_labels(), columns=2),
    )
    tooltip = [alt.Tooltip("sentence:N", title="Known"), alt.Tooltip("origins:N", title="Origins")]
    days = (data["end"].max() - data["start"].min()).days
    x = alt.X("start:T", title=None, axis=axes.days(days))
    number = axes.number(data.assign(value=data["reach"]), scale)
    y = alt.Y("low:Q", title=axes.as_title(unit), scale=scale, axis=number)
    base = alt.Chart(data).encode(x=x, x2="end:T", color=state, tooltip=tooltip)
    ends = base.mark_rule(strokeWidth=3, strokeCap="round")
    layers = [
        base.mark_rect(opacity=0.25).encode(y=y, y2="reach:Q"),
        ends.encode(y=y),
        ends.transform_filter("!datum.open_above").encode(y=alt.Y("high:Q", scale=scale)),
    ]
    return finished(layers, colours, title, BAND_HEIGHT)


@debug_mode(arg=False)
def reported(
    frame: pd.DataFrame, colours: Palette, *, title: str, unit: str, picked: Sequence[str] = ()
) -> Chart:
    """Draw running totals as each claimant gave them: a step at each new one."""
    data, scale = axes.prepared(frame)
    x = axes.time(data)
    y = alt.Y("value:Q", title=axes.as_title(unit), scale=scale, axis=axes.number(data, scale))
    base = alt.Chart(data).encode(x=x, y=y, color=axes.claimant(data, colours))
    steps = base.mark_line(interpolate="step-after", strokeWidth=1.5, opacity=0.6)
    layers = [steps.encode(detail="claimant:N"), points(base, data, colours, picked=picked)]
    return finished(layers, colours, title, BAND_HEIGHT)


@debug_mode(arg=False)
def ladder(frame: pd.DataFrame, colours: Palette, *, title: str, unit: str) -> Chart:
    """Draw one claimant's successive figures as steps, each with its figure."""
    data = frame.dropna(subset=["when", "value"])
    scale = alt.Scale(type="symlog" if is_log(data["value"]) else "linear", zero=True)
    tooltip = [
        alt.Tooltip("figure:N", title="Figure"),
        alt.Tooltip("change:N", title="Change"),
        alt.Tooltip("claimants:N", title="Said by"),
        alt.Tooltip("publishers:N", title="Printed by"),
        alt.Tooltip("late:N", title="Still printed"),
    ]
    days = (data["when"].max() - data["when"].min()).days
    x = alt.X("when:T", title=None, axis=axes.days(days), scale=alt.Scale(padding=26))
    y = alt.Y("value:Q", title=axes.as_title(unit), scale=scale, axis=axes.number(data, scale))
    tint = colours.claimants[0]
    base = alt.Chart(data).encode(x=x, y=y, tooltip=tooltip)
    layers = [
        base.mark_line(interpolate="step-after", color=tint, strokeWidth=2),
        base.mark_point(color=tint, filled=True, size=70, opacity=1),
        base.mark_text(dy=-12, color=colours.text, fontSize=12).encode(text="figure:N"),
    ]
    return finished(layers, colours, title, LADDER_HEIGHT)


def _prepared(frame: pd.DataFrame) -> tuple[pd.DataFrame, alt.Scale]:
    """Close what is open at an end of the chart, and choose the scale of the numbers."""
    first = frame["start"].min() if frame["start"].notna().any() else frame["end"].min()
    last = frame["end"].max() if frame["end"].notna().any() else frame["start"].max()
    low = frame["low"].fillna(0)
    ends = pd.concat([low, frame["high"].dropna()])
    log = is_log(ends)
    top, least = float(ends.max()), float(ends[ends > 0].min())
    if log:
        low = low.clip(lower=least * 0.8)
    open_to = low * 1.4 if log else low + top * axes.REACH
    data = frame.assign(
        start=frame["start"].fillna(first),
        end=frame["end"].fillna(last),
        low=low,
        reach=open_to.where(frame["open_above"], frame["high"]),
    )
    if log:
        return data, alt.Scale(type="log", domain=[least * 0.8, top * 1.5], nice=False)
    return data, alt.Scale(type="linear", zero=True, nice=True)


def _tints(colours: Palette) -> Sequence[str]:
    blue, orange, *_ = colours.claimants
    return [blue, colours.others, orange]


def _labels() -> str:
    """Return the expression that says each state in the legend in words."""
    said = " : ".join(f"datum.label == '{state}' ? '{words}'" for state, words in STATES.items())
    return f"{said} : datum.label"
