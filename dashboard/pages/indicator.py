"""Indicator: every claim about one question, with its bounds, origins and contradictions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from claims.analysis import guard
from claims.analysis.frames import marked
from claims.analysis.summary import Summary, related
from claims.errors import UnknownRecordError
from claims.numerals import counted
from claims.vocabulary import BASES, Basis
from dashboard import charts, data, filters, findings, together
from dashboard.parts import (
    LONG_SERIES,
    MOST_DRAWN,
    MOST_IN_SERIES,
    missing,
    nothing_found,
    scale,
    years_chart,
)
from dashboard.picks import chosen, claims_table, pickable
from dashboard.text import plain
from dashboard.theme import palette

if TYPE_CHECKING:
    import pandas as pd

    from claims.ledger import Filter, Sort
    from claims.records import Indicator
    from dashboard.request import Request


def show(request: Request) -> None:
    """Draw the indicator that the address names, or the list of all."""
    if not request.view.id:
        _list(request)
        return
    indicator = request.records.indicator(request.view.id)
    if indicator is None:
        missing(request, str(UnknownRecordError("indicator", request.view.id)))
        return
    decided = {"indicator": (indicator.id,), "kind": (), "country": ()}
    wanted = request.view.filter.model_copy(update=decided)
    filters.sidebar(request, wanted, leave_out=("indicator", "kind", "country"))
    total = 0 if request.view.nothing else request.ledger.count(wanted, request.rev)
    summary = data.summary(request.ledger, indicator.id, request.rev) or Summary(indicator.id)
    request.name_tab(indicator.title)
    _heading(request, indicator, summary, shown=total)
    if total == 0:
        nothing_found(request)
        return
    together.known(request, indicator)
    found = data.findings(request.ledger, indicator.id, request.rev, request.today)
    findings.listed(request, found)
    is_series = indicator.basis is Basis.TALLY and total <= MOST_IN_SERIES
    if total > MOST_DRAWN and not is_series:
        years_chart(request, wanted)
        request.link("explore", "Too many to draw: explore them", indicator=indicator.id)
    else:
        _claims(request, indicator, wanted)


def _claims(request: Request, indicator: Indicator, wanted: Filter) -> None:
    """Draw the chosen claims, what they say together, and the table."""
    order: Sort = "said_on" if indicator.basis is Basis.EVENT else "period"
    claims, frame = data.selected(request.ledger, wanted, request.rev, request.today, order)
    if len(frame):
        scale(request)
    _charts(request, indicator, frame)
    chosen(request)
    if unstated := len(claims) - len(frame):
        st.caption(f"{counted(unstated, 'claim')} without a number, which is not zero.")
    together.views(request, indicator, claims)
    st.subheader("Claims")
    claims_table(request, claims, key="claims")


def _list(request: Request) -> None:
    st.title("Indicators")
    st.caption("A question that a number answers; claims are compared under one indicator only.")
    counts = request.ledger.facets(rev=request.rev).get("indicator", {})
    for indicator in sorted(request.records.indicators, key=lambda i: -counts.get(i.id, 0)):
        label = f"{indicator.title} — {counted(counts.get(indicator.id, 0), 'claim')}"
        request.link("indicator", label, id=indicator.id)


def _heading(request: Request, indicator: Indicator, summary: Summary, shown: int) -> None:
    st.title(plain(indicator.title))
    baseline = f" Counted from {indicator.baseline.in_words()}." if indicator.baseline else ""
    basis = BASES[indicator.basis].meaning
    st.markdown(f"{basis}.{baseline} Counts: {plain(indicator.includes)}")
    if indicator.excludes:
        st.markdown(f"Does not count: {plain(indicator.excludes)}")
    if indicator.note:
        st.caption(plain(indicator.note))
    _related(request, indicator)
    with st.container(horizontal=True):
        st.badge(f"showing {shown} of {counted(summary.claims, 'claim')}", color="gray")
        st.badge(counted(summary.publishers, "publisher"), color="gray")
        st.badge(counted(summary.origins, "independent origin"), color="blue")
        if summary.contested:
            st.badge(f"{summary.contested} contested", color="orange")
    if shown != summary.claims:
        st.caption(
            f"Publishers, origins, contradictions and what is known are of all {summary.claims:,}."
        )


def _related(request: Request, indicator: Indicator) -> None:
    """Lead to what else is counted of the same thing."""
    if others := related(indicator, request.records.indicators):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption("See also", width="content")
            for other in others:
                request.link("indicator", other.title, id=other.id)
            beside = [indicator.id, *(other.id for other in others)][: guard.MOST]
            request.link("compare", "Compare side by side", indicator=beside)


def _charts(request: Request, indicator: Indicator, frame: pd.DataFrame) -> None:
    """Draw observed figures over time, plans apart, and who says what on one line."""
    colours, unit = palette(), indicator.unit
    observed, planned = frame[~frame["planned"]], frame[frame["planned"]]
    for part, title, height in ((observed, "Figures", 300), (planned, "Plans", 150)):
        dated, key = part.dropna(subset=["when"]), title.lower()
        rows = marked(dated) if indicator.basis is Basis.TALLY else dated
        if len(dated):
            draw = partial(charts.timeline, rows, colours, title=title, unit=unit, height=height)
            if len(rows) < len(dated):
                draw = partial(draw, course=dated)
                st.caption(LONG_SERIES.format(figures=len(dated)))
            _figures(request, draw, rows, f"{indicator.title}: {len(dated)} {key}", key)
        if undated := len(part) - len(dated):
            st.caption(f"{counted(undated, 'figure')} without a day: not in this chart.")
    if indicator.basis in {Basis.EVENT, Basis.TALLY} and 1 < len(observed) <= MOST_DRAWN:
        title = "Who says what, each claimant on one line"
        draw = partial(charts.agreement, observed, colours, title=title, unit=unit)
        _figures(request, draw, observed, f"{indicator.title}: bounds by claimant", "agreement")


def _figures(
    request: Request, draw: partial[charts.Chart], frame: pd.DataFrame, alt: str, key: str
) -> None:
    """Draw figures on the scale that the address asks for; each mark can be chosen."""
    asked = request.view.scale
    pickable(
        request,
        lambda picked: draw(scale=asked, picked=picked),
        set(frame["id"]),
        alt=alt,
        key=key,
    )
