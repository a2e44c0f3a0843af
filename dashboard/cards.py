"""An indicator on a card: its newest figure, a small chart, how broad the record is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.ledger import Filter
from claims.prose import attribution, figure
from dashboard import charts, data
from dashboard.text import plain
from dashboard.theme import palette

if TYPE_CHECKING:
    from claims.summary import Summary
    from dashboard.request import Request


def card(request: Request, summary: Summary) -> None:
    """Draw one indicator: its newest figure with its hedge, a chart, how broad the record is."""
    indicator = summary.indicator
    st.markdown(f"**{plain(indicator.title)}**")
    if summary.latest is not None:
        period = summary.latest.period
        about = f"{period.in_words()}, " if period else ""
        st.markdown(f"{plain(figure(summary.latest.quantity))} {plain(indicator.unit)}")
        st.caption(plain(f"Latest: {about}{attribution(summary.latest, request.records)}"))
    if summary.claims <= data.MOST_COMPARED:
        _figures(request, summary)
    contested = f"; {summary.contested} contested" if summary.contested else ""
    request.link("indicator", summary.in_words() + contested, id=indicator.id)


def _figures(request: Request, summary: Summary) -> None:
    """Draw the figures small where there is more than one."""
    wanted = Filter(indicator=(summary.indicator.id,))
    _, frame = data.selected(request.ledger, wanted, request.rev)
    if len(frame) > 1:
        alt = f"{summary.indicator.title}: {summary.in_words()}"
        st.altair_chart(charts.mini(frame, palette()), theme=None, alt=alt)
