"""Axes, scales and colours that charts share: time, numbers with open ends, claimants, hedges.

Charts that are read beside one another take them from the same figures, so that a day, a
number and a colour mean one thing in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import altair as alt
import pandas as pd

from claims.analysis.frames import OTHERS, grouped, is_log
from dashboard.text import JOINER
from dashboard.theme import SHAPES

if TYPE_CHECKING:
    from dashboard.theme import Palette

Scaling: TypeAlias = Literal["", "linear", "log"]
"""How numbers are laid out; where nothing is asked for, their spread decides."""

MOST_COLOURS = 5
LEGEND_COLUMNS = 2
"""As many as a phone is wide enough for."""
LABELS = 52
"""Pixels that the labels of a number axis take at most."""
REACH = 0.15
"""How far an open end is drawn beyond its low bound, as a share of the axis."""
YEARS, MONTHS, DAYS = "%Y", "%b %Y", "%-d %b %Y"
LABELLED: tuple[tuple[str, Literal["year", "month", "day"], int], ...] = (
    (YEARS, "year", 365),
    (MONTHS, "month", 30),
    (DAYS, "day", 1),
)
"""How a time axis is labelled that spans more than three years, three months, or less.

With each the unit that its labels tell apart, and the length of that in days.
"""
VEGAS_OWN = frozenset(
    "constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf "
    "__proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__".split()
)
"""What every object of JavaScript has: as a title or a colour's name Vega takes it for that."""
NUMBER = alt.Axis(format=",~f", tickCount=5)
SMALL_NUMBER = alt.Axis(grid=False, labelFontSize=10, tickCount=3, format="~s")


@dataclass(frozen=True, slots=True)
class Shared:
    """Figures with a place in time that charts beside one another take their axes from."""

    page: pd.DataFrame
    """All that are drawn: one stretch of time for all of them, one colour a claimant."""
    axis: pd.DataFrame
    """Those that stand on one number axis."""
    first: bool = True
    """Whether this chart stands at the top, where claimants are told apart for all."""
    last: bool = True
    """Whether it stands at the bottom, where the shapes are explained for all."""


def as_title(text: str) -> str:
    """Return text of a record as the title of an axis or a chart.

    Vega-Lite writes titles into expressions that describe each mark, and does not heed that a
    backslash or the end of a line means something there.
    """
    line = " ".join(text.split()).replace("\\", f"\\{JOINER}")
    return as_name(line)


def as_name(text: str) -> str:
    """Return a name as it may stand in a list of colours, or be a title by itself."""
    return f"{text}{JOINER}" if text in VEGAS_OWN else text


def prepared(
    frame: pd.DataFrame, page: pd.DataFrame | None = None, scaling: Scaling = ""
) -> tuple[pd.DataFrame, alt.Scale]:
    """Add what drawing needs: the group of a claimant, how far its bar reaches; and the scale.

    The claimants with a colour of their own are those of the page, where there is one. A log
    scale that a zero stands on is a symmetric one, which has a place for it.
    """
    groups = grouped((frame if page is None else page)["claimant"].map(as_name), MOST_COLOURS)
    names = sorted(groups.value_counts().index, key=OTHERS.__eq__)
    claimants = frame["claimant"].map(as_name)
    group = claimants.where(claimants.isin(names), OTHERS)
    log = not is_even(frame, scaling)
    top = max(frame["value"].max(), frame["high"].fillna(0).max())
    least = float(frame.loc[frame["value"] > 0, "value"].min())
    zero = bool((frame["value"] == 0).any())
    open_to = frame["low"] * 1.4 if log else frame["low"] + top * REACH
    data = frame.assign(
        group=pd.Categorical(group, categories=names),
        reach=open_to.where(frame["open_above"], frame["high"]),
        low=frame["low"].clip(lower=least * 0.8) if log and not zero else frame["low"],
    )
    if log and not zero:
        return data, alt.Scale(type="log", domain=[least * 0.8, top * 1.5], nice=False)
    end = [0, max(top, data["reach"].max())]
    return data, alt.Scale(type="symlog" if log else "linear", domain=end, nice=True)


def is_even(frame: pd.DataFrame, scaling: Scaling = "") -> bool:
    """Tell whether equal steps on the number axis of figures are equal numbers: no log scale."""
    return scaling == "linear" or not (scaling == "log" or is_log(frame["value"]))


def time(
    data: pd.DataFrame, field: str = "when", *, small: bool = False, spans: bool = False
) -> alt.X:
    """Place marks in time, labelled by as much of the date as the span of the data needs.

    `spans` says that the stretches that figures are about are drawn too.
    """
    first, last = _reach(data) if spans else (data["when"].min(), data["when"].max())
    axis = days((last - first).days, small=small)
    return alt.X(f"{field}:T", title=None, axis=axis, scale=alt.Scale(padding=14))


def days(number: int, *, small: bool = False) -> alt.Axis:
    """Label a time axis by as much of the date as a span of so many days needs.

    Where its usual number of ticks would stand less than such a day, month or year apart, so
    that a label came twice, each day, month or year has one.
    """
    ticks, size = (3, 10) if small else (7, 12)
    label, unit, length = next(one for one in LABELLED if number > 3 * one[2] or one[0] == DAYS)
    is_short = number < 1.5 * ticks * length
    return alt.Axis(
        format=label,
        tickCount=alt.TimeIntervalStep(interval=unit, step=1) if is_short else ticks,
        labelFontSize=size,
        labelOverlap=True,
        grid=not small,
    )


def whole_time(data: pd.DataFrame) -> alt.X:
    """Place marks in time on an axis that reaches over all of the data, drawn or not.

    A single day stands between the day before and the day after.
    """
    first, last = _reach(data)
    if first == last:
        first, last = first - pd.Timedelta(days=1), last + pd.Timedelta(days=1)
    ends = [alt.DateTime(year=day.year, month=day.month, date=day.day) for day in (first, last)]
    return time(data, spans=True).scale(padding=14, domain=ends)


def _reach(data: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first and the last day of the marks and of the stretches that are drawn."""
    spans = data[data["spans"]]
    first = pd.concat([data["when"], spans["start"]]).min()
    last = pd.concat([data["when"], spans["end"]]).max()
    return first, last


def number(
    data: pd.DataFrame, scale: alt.Scale, *, small: bool = False, aligned: bool = False
) -> alt.Axis:
    """Label a number axis in full; where it spans a hundredfold only at powers of ten.

    An aligned one leaves the room for labels that all charts beside one another leave.
    """
    axis = SMALL_NUMBER if small else NUMBER
    own: dict[str, object] = {"minExtent": LABELS} if aligned else {}
    if scale.type != "linear" and is_log(data["value"]):
        own["values"] = [10**n for n in range(len(str(int(data["value"].max()))) + 1)]
    return alt.Axis(**axis.to_dict() | own)


def claimant(data: pd.DataFrame, colours: Palette, *, legend: bool = True) -> alt.Color:
    """Give each claimant its colour."""
    drawn = alt.Legend(
        title=None,
        orient="top",
        columns=LEGEND_COLUMNS,
        symbolType="circle",
        labelLimit=alt.ExprRef(f"max(90, width / {LEGEND_COLUMNS} - 24)"),
    )
    scale = colour_scale(data, colours)
    return alt.Color("group:N", scale=scale, legend=drawn if legend else None)


def colour_scale(data: pd.DataFrame, colours: Palette) -> alt.Scale:
    """Give the most frequent claimants a colour each and all others grey."""
    names = list(data["group"].cat.categories)
    shown = [*colours.claimants, colours.others][: len(names)]
    if OTHERS in names:
        shown = [*colours.claimants[: len(names) - 1], colours.others]
    return alt.Scale(domain=names, range=shown)


def shape(data: pd.DataFrame, *, legend: bool = False) -> alt.Shape:
    """Give each hedge that occurs its mark."""
    present = set(data["hedge"])
    hedges = [hedge for hedge in SHAPES if hedge in present]
    scale = alt.Scale(domain=[str(h) for h in hedges], range=[SHAPES[h] for h in hedges])
    drawn = alt.Legend(title="How firm", orient="bottom", direction="horizontal", columns=3)
    return alt.Shape("hedge:N", scale=scale, legend=drawn if legend else None)
