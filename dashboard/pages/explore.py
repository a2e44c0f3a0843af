"""Explore: choose by facets, words and period; the chart and the table of that selection."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from claims.analysis import figures
from claims.summary import counted
from dashboard import charts, filters, links
from dashboard.parts import claims_table, nothing_found
from dashboard.theme import palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.ledger import Sort
    from claims.records import Claim
    from dashboard.request import Request

MOST_DRAWN = 1_500
ORDERS: dict[Sort, str] = {
    "-period": "Newest period first",
    "period": "Oldest period first",
    "-said_on": "Said last",
    "said_on": "Said first",
    "-value": "Largest number first",
    "value": "Smallest number first",
    "-recorded": "Recorded last",
    "recorded": "Recorded first",
    "relevance": "Best match first",
}


def show(request: Request) -> None:
    """Draw the selection that the address asks for."""
    st.title("Explore")
    filters.sidebar(request)
    wanted = request.view.filter
    total = 0 if request.view.nothing else request.ledger.count(wanted, request.rev)
    everything = request.ledger.count(rev=request.rev)
    st.markdown(f"Showing **{total:,}** of {everything:,} claims")
    if total == 0:
        nothing_found(request)
        return
    if total > MOST_DRAWN:
        _years(request)
        start = (_page(request, total) - 1) * links.PAGE_SIZE
        _table(request, total, _claims(request, limit=links.PAGE_SIZE, offset=start))
    else:
        claims = _claims(request)
        _chart(request, claims)
        start = (_page(request, total) - 1) * links.PAGE_SIZE
        _table(request, total, claims[start : start + links.PAGE_SIZE])


def _claims(request: Request, limit: int | None = None, offset: int = 0) -> tuple[Claim, ...]:
    view = request.view
    return request.ledger.claims(view.filter, request.rev, view.sort, limit, offset)


def _page(request: Request, total: int) -> int:
    return min(request.view.page, ceil(total / links.PAGE_SIZE))


def _years(request: Request) -> None:
    """Draw the number of claims a year where there are too many to draw each."""
    years = request.ledger.years(request.view.filter, request.rev)
    frame = pd.DataFrame({"year": list(years), "claims": list(years.values())})
    chart = charts.counts(frame, palette(), title="Claims by the year they are about")
    st.altair_chart(chart, theme=None, alt="Number of claims for each year")


def _chart(request: Request, claims: Sequence[Claim]) -> None:
    """Draw every figure of the selection that has a place in time."""
    known, colours = request.names, palette()
    frame = figures(claims, known.indicators, known.of).dropna(subset=["when"])
    shown = frame["indicator"].unique()
    if len(shown) == 1 and shown[0] in known.indicators:
        indicator = known.indicators[shown[0]]
        chart = charts.timeline(frame, colours, title=indicator.title, unit=indicator.unit)
        _draw(request, chart, f"{indicator.title}: {len(frame)} figures over time")
    elif len(shown):
        data = frame.assign(question=frame["indicator"].map(known.of))
        chart = charts.strip(data, colours, title="Figures by indicator and time")
        _draw(request, chart, f"{len(frame)} figures under {len(shown)} indicators over time")
    if rest := len(claims) - len(frame):
        st.caption(f"{counted(rest, 'claim')} without a number or a day: in the table only.")


def _draw(request: Request, chart: charts.Chart, alt: str) -> None:
    picked = st.altair_chart(chart, theme=None, key="chart", on_select="rerun", alt=alt)
    if points := picked["selection"].get(charts.SELECTION):
        request.open("claim", id=points[0]["id"])


def _table(request: Request, total: int, claims: Sequence[Claim]) -> None:
    """Draw one page of the selection, its order and the way to the other pages."""
    page, pages = _page(request, total), ceil(total / links.PAGE_SIZE)
    order, pager = st.columns([1, 2], vertical_alignment="bottom")
    st.session_state["sort"] = request.view.sort
    order.selectbox(
        "Order", list(ORDERS), key="sort", on_change=_reorder, format_func=ORDERS.__getitem__
    )
    if pages > 1:
        key = f"page-{page}"
        with pager:
            st.pagination(pages, default=page, key=key, on_change=_turn, args=(key,))
    claims_table(request, claims, key=f"claims-{page}")


def _reorder() -> None:
    filters.change(sort=st.session_state["sort"], page=1)


def _turn(key: str) -> None:
    filters.change(page=st.session_state[key])
