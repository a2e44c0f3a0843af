"""Charts of frames of figures: bounds, open ends drawn as open, hedges by shape.

Every chart takes a frame from `claims.analysis` and the colours of the theme; none filters
or counts. A bar spans the bounds; where the words leave the upper end open it goes on as a
dashed line with an arrow head. Plans are hollow.

Altair checks each piece of a chart as it is made and the whole of it again, which takes
longer than all the rest: both are left to the tests, which validate every chart.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import altair as alt
import pandas as pd
from altair.utils.schemapi import debug_mode

from claims.analysis import COLUMNS, OTHERS, grouped, is_log
from dashboard.theme import LIGHT, SHAPES, Palette, config


class Drawing(alt.LayerChart):
    """A chart that is not checked again each time a page shows it."""

    def to_dict(self, validate: bool = False, **settings: Any) -> dict[str, Any]:  # noqa: ANN401, FBT001, FBT002 - as Altair declares it
        """Return the Vega-Lite specification, checked only where that is asked for."""
        return super().to_dict(validate=validate, **settings)


Chart: TypeAlias = Drawing

SELECTION = "picked"
MOST_COLOURS = 5
LEAST_MOMENTS = 3
LEGEND_COLUMNS = 2
"""As many as a phone is wide enough for."""
REACH = 0.15
"""How far an open end is drawn beyond its low bound, as a share of the axis."""
YEARS, MONTHS, DAYS = "%Y", "%b %Y", "%-d %b %Y"
"""How a time axis is labelled when it spans more than three years, three months, or less."""
NUMBER = alt.Axis(format=",~f", tickCount=5)
SMALL_NUMBER = alt.Axis(grid=False, labelFontSize=10, tickCount=3, format="~s")
BOUNDED = "isValid(datum.low) && !datum.open_above && datum.low < datum.high"
OPEN = "datum.open_above"


@debug_mode(arg=False)
def timeline(
    frame: pd.DataFrame, colours: Palette, *, title: str, unit: str, height: int = 300
) -> Chart:
    """Draw each figure at its time, with its bounds and period, one colour a claimant."""
    data, scale = _prepared(frame.dropna(subset=["when"]))
    x = _time(data)
    number = _number(data, scale)
    y = alt.Y("value:Q", title=unit, scale=scale, axis=number)
    base = alt.Chart(data).encode(color=_claimant(data, colours))
    low = alt.Y("low:Q", title=unit, scale=scale, axis=number)
    span = base.mark_rule(strokeWidth=2, opacity=0.3).transform_filter("datum.spans")
    spans = [span.encode(x=_time(data, "start"), x2="end:T", y=y)]
    layers = [
        *spans * bool(data["spans"].any()),
        *(bar.encode(x=x, y=low, y2="reach:Q") for bar in _bars(base, data)),
        *(
            head.encode(x=x, y=alt.Y("reach:Q", title=unit, scale=scale, axis=number))
            for head in _arrows(base, data, angle=0)
        ),
        _points(base, data, colours).encode(x=x, y=y),
    ]
    return _finished(layers, colours, title, height)


@debug_mode(arg=False)
def agreement(frame: pd.DataFrame, colours: Palette, *, title: str, unit: str) -> Chart:
    """Draw one line a claimant and each of its figures with its bounds on it."""
    data, scale = _prepared(frame)
    order = list(dict.fromkeys(data.sort_values(["value", "claimant"])["claimant"]))
    number = _number(data, scale)
    x = alt.X("value:Q", title=unit, scale=scale, axis=number)
    low = alt.X("low:Q", title=unit, scale=scale, axis=number)
    y = alt.Y("claimant:N", title=None, sort=order, axis=alt.Axis(labelLimit=230, grid=True))
    base = alt.Chart(data).encode(y=y, color=_claimant(data, colours, legend=False))
    layers = [
        *(bar.encode(x=low, x2="reach:Q") for bar in _bars(base, data)),
        *(
            head.encode(x=alt.X("reach:Q", title=unit, scale=scale, axis=number))
            for head in _arrows(base, data, angle=90)
        ),
        _points(base, data, colours).encode(x=x),
    ]
    return _finished(layers, colours, title, height=26 * len(order))


@debug_mode(arg=False)
def mini(frame: pd.DataFrame, colours: Palette) -> Chart:
    """Draw an indicator small: its figures with their bounds over time.

    Where fewer than three moments are known, along the number instead, a line a claimant.
    """
    dated = frame.dropna(subset=["when"])
    over_time = dated["when"].nunique() >= LEAST_MOMENTS
    data, scale = _prepared(dated if over_time else frame)
    number = _number(data, scale, small=True)
    base = alt.Chart(data).encode(color=alt.value(colours.claimants[0]))
    points = base.mark_point(size=28, strokeWidth=1.4).encode(shape=_shape(data))
    if over_time:
        x = _time(data, small=True)
        low = alt.Y("low:Q", title=None, scale=scale, axis=number)
        bars = [bar.encode(x=x, y=low, y2="reach:Q") for bar in _bars(base, data)]
        value = alt.Y("value:Q", title=None, scale=scale, axis=number)
        return _finished([*bars, points.encode(x=x, y=value)], colours, "", height=70)
    row = alt.Y("claimant:N", title=None, axis=None)
    reach = alt.X("low:Q", title=None, scale=scale, axis=number)
    bars = [bar.encode(y=row, x=reach, x2="reach:Q") for bar in _bars(base, data)]
    along = alt.X("value:Q", title=None, scale=scale, axis=number)
    return _finished([*bars, points.encode(x=along, y=row)], colours, "", height=70)


@debug_mode(arg=False)
def strip(frame: pd.DataFrame, colours: Palette, *, title: str) -> Chart:
    """Draw claims of many indicators: one row an indicator, one mark a claim at its time."""
    data, _ = _prepared(frame.dropna(subset=["when"]))
    rows = alt.Axis(labelLimit=200, grid=True)
    base = alt.Chart(data).encode(
        x=_time(data),
        y=alt.Y(
            "question:N", title=None, axis=rows, sort=list(data["question"].value_counts().index)
        ),
        color=_claimant(data, colours),
    )
    return _finished(
        [_points(base, data, colours)], colours, title, 20 * data["question"].nunique()
    )


@debug_mode(arg=False)
def counts(frame: pd.DataFrame, colours: Palette, *, title: str) -> Chart:
    """Draw how many claims there are for each year where there are too many to draw each."""
    bars = alt.Chart(frame).mark_bar(color=colours.claimants[0])
    bars = bars.encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(labelOverlap=True)),
        y=alt.Y("claims:Q", title="claims", axis=NUMBER),
        tooltip=[alt.Tooltip("year:O", title="Year"), alt.Tooltip("claims:Q", format=",")],
    )
    return _finished([bars], colours, title, height=260)


def warm_up() -> None:
    """Draw one chart to nowhere, so that the libraries are loaded before the first visitor."""
    row: dict[str, object] = dict.fromkeys(COLUMNS, "")
    row |= dict.fromkeys(("value", "low", "high"), 1.0)
    row |= dict.fromkeys(("open_above", "planned", "spans"), False)
    row |= dict.fromkeys(("start", "end", "when"), pd.Timestamp(0))
    frame = pd.DataFrame([row]).astype(COLUMNS)
    timeline(frame, LIGHT, title="", unit="").to_dict()


def _prepared(frame: pd.DataFrame) -> tuple[pd.DataFrame, alt.Scale]:
    """Add what drawing needs: the group of a claimant, how far its bar reaches; and the scale."""
    log = is_log(frame["value"])
    top = max(frame["value"].max(), frame["high"].fillna(0).max())
    least = float(frame.loc[frame["value"] > 0, "value"].min())
    zero = bool((frame["value"] == 0).any())
    open_to = frame["low"] * 1.4 if log else frame["low"] + top * REACH
    data = frame.assign(
        group=grouped(frame["claimant"], MOST_COLOURS),
        reach=open_to.where(frame["open_above"], frame["high"]),
        low=frame["low"].clip(lower=least * 0.8) if log and not zero else frame["low"],
    )
    if log and not zero:
        return data, alt.Scale(type="log", domain=[least * 0.8, top * 1.5], nice=False)
    return data, alt.Scale(type="symlog" if log else "linear", nice=True)


def _time(data: pd.DataFrame, field: str = "when", *, small: bool = False) -> alt.X:
    """Place marks in time, labelled by as much of the date as the span needs."""
    days = (data["when"].max() - data["when"].min()).days
    label = YEARS if days > 3 * 365 else MONTHS if days > 3 * 30 else DAYS
    ticks, size = (3, 10) if small else (7, 12)
    axis = alt.Axis(
        format=label, tickCount=ticks, labelFontSize=size, labelOverlap=True, grid=not small
    )
    return alt.X(f"{field}:T", title=None, axis=axis, scale=alt.Scale(padding=14))


def _number(data: pd.DataFrame, scale: alt.Scale, *, small: bool = False) -> alt.Axis:
    """Label a number axis in full; on a log scale only powers of ten."""
    if scale.type == "linear":
        return SMALL_NUMBER if small else NUMBER
    powers = [10**n for n in range(len(str(int(data["value"].max()))) + 1)]
    axis = SMALL_NUMBER if small else NUMBER
    return alt.Axis(**axis.to_dict() | {"values": powers})


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


def _points(base: alt.Chart, data: pd.DataFrame, colours: Palette) -> alt.Chart:
    """Draw the marks that are read and clicked: shape says the hedge, hollow says planned."""
    pick = alt.selection_point(name=SELECTION, fields=["id"], on="click", clear="dblclick")
    tooltip = [
        alt.Tooltip("figure:N", title="Figure"),
        alt.Tooltip("period:N", title="About"),
        alt.Tooltip("sentence:N", title="Said"),
    ]
    points: alt.Chart = (
        base.mark_point(size=80, strokeWidth=1.6, cursor="pointer")
        .encode(
            shape=_shape(data, legend=True),
            fill=alt.Fill("group:N", scale=_colour_scale(data, colours)),
            fillOpacity=alt.condition("datum.planned", alt.value(0), alt.value(0.75)),
            tooltip=tooltip,
        )
        .add_params(pick)
    )
    return points


def _claimant(data: pd.DataFrame, colours: Palette, *, legend: bool = True) -> alt.Color:
    """Give each claimant its colour."""
    drawn = alt.Legend(title=None, orient="top", columns=LEGEND_COLUMNS, symbolType="circle")
    scale = _colour_scale(data, colours)
    return alt.Color("group:N", scale=scale, legend=drawn if legend else None)


def _colour_scale(data: pd.DataFrame, colours: Palette) -> alt.Scale:
    """Give the most frequent claimants a colour each and all others grey."""
    names = [name for name in data["group"].value_counts().index if name != OTHERS]
    shown = [*colours.claimants, colours.others][: len(names)]
    if OTHERS in set(data["group"]):
        names, shown = [*names, OTHERS], [*shown, colours.others]
    return alt.Scale(domain=names, range=shown)


def _shape(data: pd.DataFrame, *, legend: bool = False) -> alt.Shape:
    """Give each hedge that occurs its mark."""
    present = set(data["hedge"])
    hedges = [hedge for hedge in SHAPES if hedge in present]
    scale = alt.Scale(domain=[str(h) for h in hedges], range=[SHAPES[h] for h in hedges])
    drawn = alt.Legend(title="How firm", orient="bottom", direction="horizontal", columns=3)
    return alt.Shape("hedge:N", scale=scale, legend=drawn if legend else None)


def _finished(layers: list[alt.Chart], colours: Palette, title: str, height: int) -> Chart:
    return Drawing(
        layer=layers,
        height=height,
        width="container",
        title=title,
        autosize={"type": "fit-x", "contains": "padding"},
        config=config(colours),
    )
