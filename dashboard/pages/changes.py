"""Changes: what was added, revised and withdrawn since a day, a revision or a shared link."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode

import streamlit as st

from claims.periods import words
from dashboard import data, differences, filters, links
from dashboard.parts import nothing_found, written
from dashboard.text import plain

if TYPE_CHECKING:
    from claims.ledger import Position
    from dashboard.request import Request

USUAL = timedelta(days=7)
"""How far back the page looks where the address says nothing."""
MOST_GROUPS = 30
RECENT = 1_000
"""Revisions gathered into what was done in one go."""


def show(request: Request) -> None:
    """Draw what changed in the view since the place that the address names."""
    st.title("Changes")
    filters.sidebar(request, request.view.filter)
    start, day = _start(request)
    _ask(request)
    at = f" of {words(start.at)}" if start.at else ", before the first record"
    if request.view.nothing:
        nothing_found(request)
        return
    if start.rev > request.rev:
        st.info(plain(f"Revision {start.rev:,} is later than the one that is shown."))
        return
    before, after = (start.rev, day), (request.rev, request.today)
    found = data.since(request.ledger, request.view.filter, before, after)
    st.markdown(plain(f"Since revision {start.rev:,}{at}:") + f" **{plain(found.in_words())}**")
    for said in (found.states_in_words(), found.others_in_words()):
        if said:
            st.caption(plain(said))
    st.link_button("Follow as a feed (Atom)", _feed(request))
    differences.listed(request, found)
    _written(request, start)


def _start(request: Request) -> tuple[Position, date]:
    """Return the position that changes are counted from, and its day."""
    asked = request.view.since
    if asked.isdecimal():
        position = request.ledger.position_of(int(asked))
        return position, position.at.date() if position.at else request.today
    day = date.fromisoformat(asked) if asked else request.today - USUAL
    return request.ledger.position(day), day


def _ask(request: Request) -> None:
    st.session_state["since"] = request.view.since
    st.text_input(
        "Since a day, a revision or a link",
        key="since",
        on_change=_answer,
        max_chars=4_000,
        placeholder="2026-11-22, 1204, or a link that was shared",
        help="The end of a day; a revision by its number; or the whole address of a shared view",
    )


def _answer() -> None:
    """Write what was asked into the address; a link brings its filter with it."""
    asked = str(st.session_state["since"]).strip()
    if "?" not in asked:
        filters.change(since=asked.replace(",", ""))
        return
    shared, _ = links.read(parse_qs(asked.partition("?")[2].partition("#")[0]))
    since = str(shared.rev) if shared.rev is not None else str(shared.day or "")
    filters.change(since=since, filter=shared.filter)


def _feed(request: Request) -> str:
    """Return the address of the feed with the same filter."""
    return (
        f"/feed.atom?{urlencode(links.write(links.View(filter=request.view.filter)), doseq=True)}"
    )


def _written(request: Request, start: Position) -> None:
    """List everything that was written, also what no claim of the view names."""
    revisions = [r for r in request.ledger.recent(RECENT, request.rev) if r.rev > start.rev]
    if not revisions:
        return
    st.subheader("Everything written")
    if request.view.filter.chosen:
        st.caption("Whatever the filter: parties, sources and indicators too.")
    written(revisions, more=len(revisions) == RECENT, most=MOST_GROUPS)
