"""Explore: choose by facets, words and period; the chart and the table of that selection."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import streamlit as st

from claims.numerals import counted
from dashboard import charts, data, filters, links
from dashboard.parts import MOST_DRAWN, nothing_found, scale, years_chart
from dashboard.picks import chosen, claims_table, pickable
from dashboard.theme import palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from claims.ledger import Sort
    from claims.records import Claim
    from dashboard.request import Request

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
    wanted = request.view.filter
    filters.sidebar(request, wanted)
    total = 0 if request.view.nothing else request.ledger.count(wanted, request.rev)
    everything = request.ledger.count(rev=request.rev)
    st.markdown(f"Showing **{total:,}** of {everything:,} claims")
    if total == 0:
        nothing_found(request)
        return
    if total > MOST_DRAWN:
        years_chart(request, wanted)
        chosen(request)
        _table(request, total, _page_of_claims(request, total))
    else:
        claims, frame = data.selected(
            request.ledger, wanted, request.rev, request.today, request.view.sort
        )
        _chart(request, frame.dropna(subset=["when"]), total)
        chosen(request)
        start = (_page(request, total) - 1) * links.PAGE_SIZE
        _table(request, total, claims[start : start + links.PAGE_SIZE])


def _page_of_claims(request: Request, total: int) -> tuple[Claim, ...]:
    view, start = request.view, (_page(request, total) - 1) * links.PAGE_SIZE
    return request.ledger.claims(view.filter, request.rev, view.sort, links.PAGE_SIZE, start)


def _page(request: Request, total: int) -> int:
    return min(request.view.page, ceil(total / links.PAGE_SIZE))


def _chart(request: Request, frame: pd.DataFrame, total: int) -> None:
    """Draw every figure of the selection that has a place in time."""
    records, colours = request.records, palette()
    shown = frame["indicator"].unique()
    indicator = records.indicator(shown[0]) if len(shown) == 1 else None
    ids = set(frame["id"])
    if indicator is not None:
        scale(request)
        name, unit, asked = indicator.title, indicator.unit, request.view.scale
        pickable(
            request,
            lambda picked: charts.timeline(
                frame, colours, title=name, unit=unit, scale=asked, picked=picked
            ),
            ids,
            alt=f"{name}: {len(frame)} figures over time",
            key="explore",
        )
    elif len(shown):
        rows = frame.assign(question=frame["indicator"].map(records.label))
        pickable(
            request,
            lambda picked: charts.strip(
                rows, colours, title="Figures by indicator and time", picked=picked
            ),
            ids,
            alt=f"{len(frame)} figures under {len(shown)} indicators over time",
            key="strip",
        )
    if rest := total - len(frame):
        st.caption(f"{counted(rest, 'claim')} without a number or a day: in the table only.")


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
