"""Compare: two to four indicators or claimants side by side on one stretch of time.

What may stand on one axis is decided by `claims.analysis.guard`, and the page says why.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import streamlit as st

from claims.analysis import guard
from claims.analysis.frames import last_day_of_all, marked
from claims.ledger import Filter
from claims.numerals import counted
from claims.periods import words
from claims.vocabulary import Basis
from dashboard import axes, charts, data, filters, links, picks, together
from dashboard.parts import (
    LONG_SERIES,
    MOST_DRAWN,
    MOST_IN_SERIES,
    first_ones,
    nothing_found,
    scale,
)
from dashboard.text import plain
from dashboard.theme import palette

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from claims.analysis.guard import Panel
    from claims.records import Claim, Indicator
    from dashboard.request import Request

Row: TypeAlias = Any
"""A row of a frame of figures, its columns by name."""
FIELDS = {"indicator": "Indicators", "claimant": "Claimants"}
"""The fields of the filter that are chosen here, and what they are called."""
MOST_STARTS = 6
MOST_SIDE_BY_SIDE = 20
LOGARITHMIC = "Logarithmic scale: equal steps up the axis multiply the number."
NOT_ONE_THING = (
    "They count different things: a difference between them is no contradiction, and the one does "
    "not confirm the other."
)
ALONE, STACKED = 220, 170
"""Height of a chart, in pixels: the only one on its axis, or one of several."""


def show(request: Request) -> None:
    """Draw the indicators that the address names, each axis with what may stand on it."""
    st.title("Compare")
    st.caption(
        "All charts share one stretch of time, and a claimant has one colour in all of them. "
        "What differs in unit, basis or baseline, and plans, stand apart."
    )
    chosen, records = request.view.filter, request.records
    _choices(request, chosen)
    indicators = [found for name in chosen.indicator if (found := records.indicator(name))]
    claimants = [name for name in chosen.claimant if records.party(name)]
    if refused := guard.refusal(indicators, claimants):
        st.info(plain(refused))
        _starts(request, indicators)
        return
    wanted = Filter(indicator=tuple(i.id for i in indicators), claimant=chosen.claimant)
    total = 0 if request.view.nothing else request.ledger.count(wanted, request.rev)
    if total == 0:
        nothing_found(request)
    elif total > MOST_DRAWN and not _are_series(indicators, total):
        st.info(f"{total:,} claims are too many to draw side by side: choose claimants.")
    else:
        claims, frame = data.selected(request.ledger, wanted, request.rev, request.today)
        _panels(request, indicators, claims, frame)
        picks.chosen(request)


def _are_series(indicators: Sequence[Indicator], total: int) -> bool:
    """Tell whether many claims can be drawn all the same: as lines of running totals."""
    tallies = all(indicator.basis is Basis.TALLY for indicator in indicators)
    return tallies and total <= MOST_IN_SERIES


def _choices(request: Request, chosen: Filter) -> None:
    """Draw the two choices; they show what the address says and write what is chosen into it."""
    known = request.records.ids("indicator")
    under = chosen.model_copy(update={"claimant": ()}) if chosen.indicator else Filter()
    everything = data.facets(request.ledger, Filter(), request.rev).get("indicator", {})
    indicators = {name: count for name, count in everything.items() if name in known}
    by_field = {
        "indicator": indicators,
        "claimant": data.facets(request.ledger, under, request.rev).get("claimant", {}),
    }
    for column, field in zip(st.columns(2), FIELDS, strict=True):
        with column:
            _choice(request, field, getattr(chosen, field), by_field[field])


def _choice(request: Request, field: str, values: Sequence[str], counts: Mapping[str, int]) -> None:
    options = [name for name, n in sorted(counts.items(), key=lambda i: (-i[1], i[0])) if n]
    options += [value for value in values if value not in options]
    labels = {value: request.records.label(value) for value in options}
    alike = Counter(labels.values())
    st.session_state[_key(field)] = list(values)
    st.multiselect(
        FIELDS[field],
        options,
        key=_key(field),
        on_change=_write,
        max_selections=max(guard.MOST, len(values)),
        format_func=lambda v: labels[v] if alike[labels[v]] == 1 else f"{labels[v]} ({v})",
        placeholder="Two to four" if field == "indicator" else "All",
    )


def _key(field: str) -> str:
    return f"compare-{field}"


def _write() -> None:
    """Write what was chosen into the address."""
    _choose(**{field: tuple(st.session_state[_key(field)]) for field in FIELDS})


def _starts(request: Request, chosen: Sequence[Indicator]) -> None:
    """Offer pairs that can stand on one axis, with the one indicator that is chosen in each."""
    if len(chosen) > 1:
        return
    counts = data.facets(request.ledger, Filter(), request.rev).get("indicator", {})
    beside = chosen[0].id if chosen else ""
    pairs = guard.starts(request.records.indicators, counts, MOST_STARTS, beside)
    if pairs:
        st.subheader("On one axis")
    for pair in pairs:
        st.button(
            f":primary[{plain(' – '.join(indicator.title for indicator in pair))}]",
            type="tertiary",
            key=f"start-{pair[0].id}-{pair[1].id}",
            on_click=_start,
            args=tuple(indicator.id for indicator in pair),
        )


def _start(*indicators: str) -> None:
    _choose(indicator=indicators)


def _choose(**fields: tuple[str, ...]) -> None:
    """Write a choice into the address; the position that it holds stays."""
    view = filters.current().model_copy(update={"filter": Filter(**fields), "nothing": False})
    st.query_params.from_dict(links.write(view))


def _panels(
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
    drawn = [
        (panel, name)
        for panel in panels
        for name in panel.indicators
        if len(_of(dated, panel, name))
    ]
    for panel in panels:
        _heading(request, panel)
        axis = dated[dated["id"].isin(panel.claims)]
        if len(axis) and not axes.is_even(axis, request.view.scale):
            st.caption(LOGARITHMIC)
        for name in (name for shown, name in drawn if shown is panel):
            place = drawn.index((panel, name))
            domain = axes.Shared(dated, axis, place == 0, place == len(drawn) - 1)
            _chart(request, panel, name, domain)
        _side_by_side(request, panel, axis)
        if undated := len(panel.claims) - len(axis):
            st.caption(f"{counted(undated, 'figure')} without a day: not drawn.")
    shown = {name for panel in panels for name in panel.indicators}
    for indicator in indicators:
        if indicator.id not in shown:
            st.caption(f"No figure to draw under “{plain(indicator.title)}”.")
    if unstated := len(claims) - len(frame):
        st.caption(f"{counted(unstated, 'claim')} without a number, which is not zero.")


def _side_by_side(request: Request, panel: Panel, axis: pd.DataFrame) -> None:
    """Set the figures of the last day beside one another of which all indicators speak."""
    rows = last_day_of_all(axis[~axis["faded"]])
    if len(panel.indicators) < len(("one", "another")) or rows.empty:
        return
    st.markdown(f"**Last day with a figure from each: {words(rows['when'].iloc[0].date())}**")
    with st.container(border=True, gap=None):
        first_ones(list(rows.itertuples()), MOST_SIDE_BY_SIDE, partial(_figure, request))


def _figure(request: Request, row: Row) -> None:
    """Draw a figure as a link to its claim, with what it counts and who gave it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        request.link("claim", row.figure, id=row.id)
        label = request.records.label(row.indicator)
        st.markdown(plain(f"{label} ({row.claimant})"), width="stretch")


def _of(frame: pd.DataFrame, panel: Panel, indicator: str) -> pd.DataFrame:
    """Return the figures of one indicator in a panel."""
    return frame[frame["id"].isin(panel.claims) & (frame["indicator"] == indicator)]


def _heading(request: Request, panel: Panel) -> None:
    """Say what stands on an axis, why it is not the first one, and what each series counts."""
    st.subheader(plain(panel.title))
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
        st.caption(
            plain(together.latest_in_words(request.ledger, request.view, request.place, asked))
        )
