"""The charts of the page Compare: one panel an axis, the charts of all on one stretch of time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import streamlit as st

from claims.analysis import guard
from claims.analysis.frames import last_day_of_all, marked, moment_in_words
from claims.numerals import counted
from claims.vocabulary import Basis
from dashboard import axes, charts, picks, together
from dashboard.parts import LONG_SERIES, first_ones, scale
from dashboard.text import plain
from dashboard.theme import palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from claims.analysis.guard import Panel
    from claims.records import Claim, Indicator
    from dashboard.request import Request

Row: TypeAlias = Any
"""A row of a frame of figures, its columns by name."""
MOST_SIDE_BY_SIDE = 20
LOGARITHMIC = "Logarithmic scale: equal steps up the axis multiply the number."
NOT_ONE_THING = (
    "They count different things: a difference between them is no contradiction, and none confirms "
    "another."
)
ALONE, STACKED = 220, 170
"""Height of a chart, in pixels: the only one on its axis, or one of several."""


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one indicator on one axis, which have a chart."""

    panel: Panel
    indicator: str
    domain: axes.Shared


def show(
    request: Request,
    indicators: Sequence[Indicator],
    claims: Sequence[Claim],
    frame: pd.DataFrame,
) -> None:
    """Draw one panel an axis, then say what is in none of them."""
    panels = guard.panels(indicators, claims)
    dated = frame.dropna(subset=["when"])
    if len(dated):
        scale(request)
    series = laid_out(panels, dated)
    for panel in panels:
        _panel(request, panel, [one for one in series if one.panel is panel], dated)
    drawn = {name for panel in panels for name in panel.indicators}
    _left_out([one for one in indicators if one.id not in drawn], len(claims) - len(frame))


def laid_out(panels: Sequence[Panel], dated: pd.DataFrame) -> list[Series]:
    """Return what has a chart, from the top of the page.

    The first chart tells the claimants apart for all of them, the last one explains the shapes.
    """
    found = [
        (panel, name)
        for panel in panels
        for name in panel.indicators
        if len(_of(dated, panel, name))
    ]
    last = len(found) - 1
    return [
        Series(panel, name, axes.Shared(dated, _on(dated, panel), place == 0, place == last))
        for place, (panel, name) in enumerate(found)
    ]


def _panel(request: Request, panel: Panel, series: Sequence[Series], dated: pd.DataFrame) -> None:
    """Draw what stands on one axis, and say what of it has no day."""
    _heading(request, panel)
    axis = _on(dated, panel)
    if len(axis) and not axes.is_even(axis, request.view.scale):
        st.caption(LOGARITHMIC)
    for one in series:
        _chart(request, panel, one.indicator, one.domain)
    if len(panel.indicators) > 1:
        _side_by_side(request, axis, panel.basis)
    if undated := len(panel.claims) - len(axis):
        st.caption(f"{counted(undated, 'figure')} without a day: not drawn.")


def _left_out(missing: Sequence[Indicator], unstated: int) -> None:
    """Say which indicators are in no panel, and how many claims state no number."""
    for indicator in missing:
        st.caption(f"No figure to draw under “{plain(indicator.title)}”.")
    if unstated:
        st.caption(f"{counted(unstated, 'claim')} without a number, which is not zero.")


def _side_by_side(request: Request, axis: pd.DataFrame, basis: Basis) -> None:
    """Set the figures of the last time beside one another of which all indicators speak."""
    rows = last_day_of_all(axis[~axis["faded"]])
    if rows.empty:
        return
    when = moment_in_words(rows, basis)
    st.markdown(f"**Last time with a figure from each: {when}**")
    with st.container(border=True, gap=None):
        first_ones(list(rows.itertuples()), MOST_SIDE_BY_SIDE, partial(_figure, request))


def _figure(request: Request, row: Row) -> None:
    """Draw a figure as a link to its claim, with what it counts and who gave it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        request.link("claim", row.figure, id=row.id)
        label = request.records.label(row.indicator)
        said = request.with_short_names(f"{label} ({row.claimant})")
        st.markdown(plain(said), width="stretch")


def _on(frame: pd.DataFrame, panel: Panel) -> pd.DataFrame:
    """Return the figures of a panel."""
    return frame[frame["id"].isin(panel.claims)]


def _of(frame: pd.DataFrame, panel: Panel, indicator: str) -> pd.DataFrame:
    """Return the figures of one indicator in a panel."""
    axis = _on(frame, panel)
    return axis[axis["indicator"] == indicator]


def _heading(request: Request, panel: Panel) -> None:
    """Say what stands on an axis, why it is not the first one, and what each series counts."""
    st.subheader(plain(request.with_short_names(panel.title)))
    if len(panel.indicators) > 1:
        st.markdown(NOT_ONE_THING)
    lines = [f"An axis of its own: {panel.reason}."] if panel.reason else []
    first = request.records.indicator(panel.indicators[0])
    if not panel.notes and first is not None:
        lines.append(f"Counts: {first.includes}")
    st.caption("  \n".join(plain(line) for line in [*lines, *panel.notes]))


def _chart(request: Request, panel: Panel, indicator: str, domain: axes.Shared) -> None:
    """Draw one indicator over time; several on one axis stand under one another."""
    every, title = _of(domain.axis, panel, indicator), request.records.label(indicator)
    rows = marked(every) if panel.basis is Basis.TALLY else every
    several = len(panel.indicators) > 1
    kind = "plans" if panel.planned else "figures"
    picks.pickable(
        request,
        lambda picked: charts.timeline(
            rows,
            palette(),
            title=title if several else "",
            unit=panel.unit,
            height=STACKED if several else ALONE,
            domain=domain,
            scale=request.view.scale,
            picked=picked,
            course=every if len(rows) < len(every) else None,
        ),
        set(rows["id"]),
        alt=f"{title}: {len(every)} {kind} over time",
        key=f"compare-{indicator}-{panel.unit}-{kind}",
    )
    if len(rows) < len(every):
        st.caption(LONG_SERIES.format(figures=len(every)))
    asked = request.records.indicator(indicator)
    if asked is not None and not panel.planned and not request.view.filter.claimant:
        said = together.latest_in_words(request.ledger, request.view, request.place, asked)
        st.caption(plain(request.with_short_names(said)))
