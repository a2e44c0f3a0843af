"""Charts of frames of figures: bounds, open ends drawn as open, hedges by shape.

Every chart takes a frame from `claims.analysis` and the colours of the theme; none filters
or counts. A bar spans the bounds; where the words leave the upper end open it goes on as a
dashed line with an arrow head. Plans are hollow; what no longer counts is faint.

Altair checks each piece of a chart as it is made and the whole of it again, which takes
longer than all the rest: both are left to the tests, which validate every chart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import altair as alt
import pandas as pd
from altair.utils.schemapi import debug_mode

from claims.analysis.frames import COLUMNS
from dashboard import axes
from dashboard.text import brief
from dashboard.theme import LIGHT, Palette, config

if TYPE_CHECKING:
    from collections.abc import Sequence


class Drawing(alt.LayerChart):
    """A chart that is not checked again each time a page shows it."""

    def to_dict(self, validate: bool = False, **settings: Any) -> dict[str, Any]:  # noqa: ANN401, FBT001, FBT002 - as Altair declares it
        """Return the Vega-Lite specification, checked only where that is asked for."""
        return super().to_dict(validate=validate, **settings)


Chart: TypeAlias = Drawing

SELECTION = "picked"
MARKS = "marks"
"""The part of a chart that is clicked; Altair would number it anew with each chart."""
LEAST_MOMENTS = 3
BOUNDED = "isValid(datum.low) && !datum.open_above && datum.low < datum.high"
OPEN = "datum.open_above"


@debug_mode(arg=False)
def timeline(  # noqa: PLR0913 - what is drawn, and how large
    frame: pd.DataFrame,
    colours: Palette,
    *,
    title: str,
    unit: str,
    height: int = 300,
    domain: axes.Shared | None = None,
    scale: axes.Scaling = "",
    picked: Sequence[str] = (),
    course: pd.DataFrame | None = None,
) -> Chart:
    """Draw each figure at its time, with its bounds and period, one colour a claimant.

    With a domain of other figures too, charts that are read beside one another line up. A
    course are all the figures of a long series of which only some are marked: a line steps
    through them.
    """
    dated = frame.dropna(subset=["when"])
    shared = domain or axes.Shared(dated, dated)
    whole, drawn_on = axes.prepared(shared.axis, shared.page, scale)
    data = whole[whole["id"].isin(dated["id"])]
    x = axes.time(shared.page, spans=True)
    number = axes.number(whole, drawn_on, aligned=domain is not None)
    unit = axes.as_title(unit)
    y = alt.Y("value:Q", title=unit, scale=drawn_on, axis=number)
    base = alt.Chart(data).encode(color=axes.claimant(data, colours, legend=shared.first))
    low = alt.Y("low:Q", title=unit, scale=drawn_on, axis=number)
    span = base.mark_rule(strokeWidth=2, opacity=0.3).transform_filter("datum.spans")
    spans = [span.encode(x=axes.time(shared.page, "start", spans=True), x2="end:T", y=y)]
    steps = [_steps(course, data, colours).encode(x=x, y=y)] if course is not None else []
    layers = [
        *steps,
        *spans * bool(data["spans"].any()),
        *(bar.encode(x=x, y=low, y2="reach:Q") for bar in _bars(base, data)),
        *(
            head.encode(x=x, y=alt.Y("reach:Q", title=unit, scale=drawn_on, axis=number))
            for head in _arrows(base, data, angle=0)
        ),
        points(base, data, colours, domain, picked).encode(
            x=axes.whole_time(shared.page) if domain else x, y=y
        ),
    ]
    return finished(layers, colours, title, height)


@debug_mode(arg=False)
def agreement(  # noqa: PLR0913 - what is drawn, and how
    frame: pd.DataFrame,
    colours: Palette,
    *,
    title: str,
    unit: str,
    scale: axes.Scaling = "",
    picked: Sequence[str] = (),
) -> Chart:
    """Draw one line a claimant and each of its figures with its bounds on it."""
    data, drawn_on = axes.prepared(frame, scaling=scale)
    order = list(dict.fromkeys(data.sort_values(["value", "claimant"])["claimant"]))
    number = axes.number(data, drawn_on)
    unit = axes.as_title(unit)
    x = alt.X("value:Q", title=unit, scale=drawn_on, axis=number)
    low = alt.X("low:Q", title=unit, scale=drawn_on, axis=number)
    rows = alt.Axis(labelLimit=230, grid=True)
    y = alt.Y("claimant:N", title=None, scale=alt.Scale(domain=order), axis=rows)
    base = alt.Chart(data).encode(y=y, color=axes.claimant(data, colours, legend=False))
    layers = [
        *(bar.encode(x=low, x2="reach:Q") for bar in _bars(base, data)),
        *(
            head.encode(x=alt.X("reach:Q", title=unit, scale=drawn_on, axis=number))
            for head in _arrows(base, data, angle=90)
        ),
        points(base, data, colours, picked=picked).encode(x=x),
    ]
    return finished(layers, colours, title, height=26 * len(order))


@debug_mode(arg=False)
def mini(frame: pd.DataFrame, colours: Palette) -> Chart:
    """Draw an indicator small: its figures with their bounds over time.

    Where fewer than three moments are known, along the number instead, a line a claimant.
    """
    dated = frame.dropna(subset=["when"])
    over_time = dated["when"].nunique() >= LEAST_MOMENTS
    data, scale = axes.prepared(dated if over_time else frame)
    number = axes.number(data, scale, small=True)
    base = alt.Chart(data).encode(color=alt.value(colours.claimants[0]))
    points = base.mark_point(size=28, strokeWidth=1.4).encode(shape=axes.shape(data))
    if over_time:
        x = axes.time(data, small=True)
        low = alt.Y("low:Q", title=None, scale=scale, axis=number)
        bars = [bar.encode(x=x, y=low, y2="reach:Q") for bar in _bars(base, data)]
        value = alt.Y("value:Q", title=None, scale=scale, axis=number)
        return finished([*bars, points.encode(x=x, y=value)], colours, "", height=70)
    row = alt.Y("claimant:N", title=None, axis=None)
    reach = alt.X("low:Q", title=None, scale=scale, axis=number)
    bars = [bar.encode(y=row, x=reach, x2="reach:Q") for bar in _bars(base, data)]
    along = alt.X("value:Q", title=None, scale=scale, axis=number)
    return finished([*bars, points.encode(x=along, y=row)], colours, "", height=70)


@debug_mode(arg=False)
def strip(
    frame: pd.DataFrame, colours: Palette, *, title: str, picked: Sequence[str] = ()
) -> Chart:
    """Draw claims of many indicators: one row an indicator, one mark a claim at its time."""
    data, _ = axes.prepared(frame.dropna(subset=["when"]))
    rows = alt.Axis(labelLimit=200, grid=True)
    order = alt.Scale(domain=list(data["question"].value_counts().index))
    base = alt.Chart(data).encode(
        x=axes.time(data),
        y=alt.Y("question:N", title=None, axis=rows, scale=order),
        color=axes.claimant(data, colours),
    )
    marks = points(base, data, colours, picked=picked)
    return finished([marks], colours, title, 20 * data["question"].nunique())


@debug_mode(arg=False)
def counts(frame: pd.DataFrame, colours: Palette, *, title: str) -> Chart:
    """Draw how many claims there are for each year where there are too many to draw each."""
    bars = alt.Chart(frame).mark_bar(color=colours.claimants[0])
    bars = bars.encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(labelOverlap=True)),
        y=alt.Y("claims:Q", title="claims", axis=axes.NUMBER),
        tooltip=[alt.Tooltip("year:O", title="Year"), alt.Tooltip("claims:Q", format=",")],
    )
    return finished([bars], colours, title, height=260)


def warm_up() -> None:
    """Draw one chart to nowhere, so that the libraries are loaded before the first visitor."""
    row: dict[str, object] = dict.fromkeys(COLUMNS, "")
    row |= dict.fromkeys(("value", "low", "high"), 1.0)
    row |= dict.fromkeys(("open_above", "planned", "faded", "spans"), False)
    row |= dict.fromkeys(("start", "end", "when"), pd.Timestamp(0))
    frame = pd.DataFrame([row]).astype(COLUMNS)
    timeline(frame, LIGHT, title="", unit="").to_dict()


def _steps(course: pd.DataFrame, marked: pd.DataFrame, colours: Palette) -> alt.Chart:
    """Draw a line through all totals of each claimant, none of them a mark."""
    slim = course[["when", "value", "claimant"]].sort_values("when")
    groups = marked[["claimant", "group"]].drop_duplicates("claimant")
    line = alt.Chart(slim.merge(groups, on="claimant")).mark_line(
        interpolate="step-after", strokeWidth=1.2, opacity=0.7
    )
    colour = alt.Color("group:N", scale=axes.colour_scale(marked, colours), legend=None)
    drawn: alt.Chart = line.encode(color=colour, detail="claimant:N")
    return drawn


def _bars(base: alt.Chart, data: pd.DataFrame) -> list[alt.Chart]:
    """Draw bounds: a broad bar where both ends are closed, a dashed line where one is open."""
    closed = ~data["open_above"] & (data["low"] < data["high"])
    broad = base.mark_rule(strokeWidth=3, opacity=0.25).transform_filter(BOUNDED)
    dashed = base.mark_rule(strokeWidth=2, opacity=0.7, strokeDash=[4, 3]).transform_filter(OPEN)
    return [broad] * bool(closed.any()) + [dashed] * bool(data["open_above"].any())


def _arrows(base: alt.Chart, data: pd.DataFrame, angle: int) -> list[alt.Chart]:
    """Draw the heads of open ends."""
    head = base.mark_point(shape="wedge", angle=angle, size=80, filled=True, opacity=0.8)
    return [head.transform_filter(OPEN)] * bool(data["open_above"].any())


def points(
    base: alt.Chart,
    data: pd.DataFrame,
    colours: Palette,
    domain: axes.Shared | None = None,
    picked: Sequence[str] = (),
) -> alt.Chart:
    """Draw the marks that are read and clicked: shape says the hedge, hollow says planned.

    A click adds a mark to those that are picked or takes it away; they stand out.
    """
    hedges = axes.shape(domain.page if domain else data, legend=domain is None or domain.last)
    fill = alt.Fill("group:N", scale=axes.colour_scale(data, colours))
    if domain is not None and not domain.first:
        fill = fill.legend(None)
    pick = _pick(picked)
    tooltip = [
        alt.Tooltip("figure:N", title="Figure"),
        alt.Tooltip("state:N", title="State"),
        alt.Tooltip("period:N", title="About"),
        alt.Tooltip("sentence:N", title="Said"),
    ]
    points: alt.Chart = (
        base.mark_point(size=80, strokeWidth=1.6, cursor="pointer")
        .encode(
            color=alt.condition(pick, alt.value(colours.text), base.encoding.color, empty=False),
            size=alt.condition(pick, alt.value(220), alt.value(80), empty=False),
            strokeWidth=alt.condition(pick, alt.value(3), alt.value(1.6), empty=False),
            shape=hedges,
            fill=fill,
            fillOpacity=alt.condition(
                "datum.planned || datum.faded", alt.value(0), alt.value(0.75)
            ),
            opacity=alt.condition("datum.faded", alt.value(0.45), alt.value(1)),
            tooltip=tooltip,
        )
        .properties(name=MARKS)
        .add_params(pick)
    )
    return points


def _pick(picked: Sequence[str]) -> alt.Parameter:
    """Return what a click chooses: claims by id, those first that were picked before."""
    before = [{"id": claim} for claim in picked] if picked else alt.Undefined
    return alt.selection_point(
        name=SELECTION, fields=["id"], value=before, on="click", toggle="true", clear=False
    )


def finished(layers: list[alt.Chart], colours: Palette, title: str, height: int) -> Chart:
    """Put layers together as a chart as wide as its place, in the look that all share."""
    return Drawing(
        layer=layers,
        height=height,
        width="container",
        title=axes.as_title(brief(title)),
        autosize={"type": "fit-x", "contains": "padding"},
        config=config(colours),
    )
