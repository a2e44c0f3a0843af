"""An indicator on a card: its newest figure, a small chart, how broad the record is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.prose import attribution, figure, flags
from dashboard import charts, data
from dashboard.text import plain
from dashboard.theme import palette

if TYPE_CHECKING:
    from claims.analysis.summary import Summary
    from claims.records import Indicator
    from dashboard.request import Request


def card(request: Request, summary: Summary, indicator: Indicator) -> None:
    """Draw one indicator: its newest figure with its hedge, a chart, how broad the record is."""
    st.markdown(f"**{plain(request.with_short_names(indicator.title))}**")
    for latest in data.claims(request.ledger, (summary.latest or "",), request.rev):
        about = f"{latest.period.in_words()}, " if latest.period else ""
        told = ", ".join(flags(latest, request.standing(latest)))
        said = f"{figure(latest.quantity)} {indicator.unit}"
        st.markdown(plain(f"{said} ({told})" if told else said))
        by = request.with_short_names(attribution(latest, request.records))
        st.caption(plain(f"Latest: {about}{by}"))
    _, frame = data.newest(request.ledger, indicator.id, request.rev, request.today)
    if len(frame) > 1:
        alt = f"{indicator.title}: {summary.in_words()}"
        st.altair_chart(charts.mini(frame, palette()), theme=None, alt=alt)
    if summary.contested:
        st.markdown(f":orange-badge[{summary.contested} contested]")
    request.link("indicator", summary.in_words(), id=indicator.id)
