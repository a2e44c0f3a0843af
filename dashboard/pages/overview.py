"""Overview: what is on record, what needs attention, what changed lately."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from claims.ledger import Filter
from claims.numerals import counted
from claims.periods import words
from claims.vocabulary import COUNTED, ReviewState
from dashboard import data, filters, findings
from dashboard.cards import card
from dashboard.parts import first_ones, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.analysis.summary import Summary
    from dashboard.request import Request

MOST_ATTENTION, MOST_FOUND = 8, 60
"""Findings that are listed at once, and in all."""
MOST_CHANGES = 8
RECENT = 1_000
"""Revisions looked through for the latest changes."""
COLUMNS = 3


def show(request: Request) -> None:
    """Draw the overview."""
    st.title("On Record")
    _headline(request)
    _search(request)
    if not request.records.indicators:
        st.info("Nothing is on record yet. Load records with the command: claims load data/")
        return
    summaries = data.summaries(request.ledger, request.rev)
    _attention(request, summaries)
    _indicators(request, summaries[: data.MOST_SUMMARISED])
    _changes(request)


def _headline(request: Request) -> None:
    head = request.ledger.position_of(request.rev)
    total = request.ledger.count(Filter(), request.rev)
    st.caption(
        f"{counted(total, 'claim')} from {counted(len(request.records.sources), 'source')} under "
        f"{counted(len(request.records.indicators), 'indicator')}. Revision {head.rev:,}"
        + (f" of {words(head.at)}." if head.at else ".")
    )


def _search(request: Request) -> None:
    asked = st.text_input(
        "Search", key="search", placeholder="Search claims, quotes, claimants", max_chars=200
    )
    if asked.strip():
        request.open("explore", q=asked.strip())


def _attention(request: Request, summaries: Sequence[Summary]) -> None:
    """List what an editor should look at first, the weightiest finding of each indicator."""
    st.subheader("Needs attention")
    contested = sum(summary.contested for summary in summaries)
    single = sum(summary.single_origin for summary in summaries)
    counts = data.facets(request.ledger, Filter(), request.rev)["review"]
    unreviewed = counts.get(ReviewState.UNREVIEWED, 0)
    st.caption(
        f"{counted(contested, 'figure')} contested; {counted(single, 'figure')} from a single "
        f"origin; {unreviewed:,} of {sum(counts.values()):,} claims not yet reviewed."
    )
    found = data.attention(request.ledger, request.rev, request.today, MOST_FOUND)
    first_ones(found, MOST_ATTENTION, partial(findings.first, request))


def _indicators(request: Request, summaries: Sequence[Summary]) -> None:
    st.subheader("Indicators")
    if (rest := len(request.records.indicators) - len(summaries)) > 0:
        st.caption(f"The {len(summaries)} with the most claims; {rest:,} more are in Explore.")
    known = [(s, i) for s in summaries if (i := request.records.indicator(s.indicator))]
    kinds = [str(kind) for kind in COUNTED if any(i.kind == kind for _, i in known)]
    st.session_state["tab"] = request.view.tab if request.view.tab in kinds else kinds[0]
    kind = st.segmented_control(
        "Kind of indicator",
        kinds,
        required=True,
        label_visibility="collapsed",
        format_func=lambda kind: f"{kind.capitalize()} ({sum(i.kind == kind for _, i in known)})",
        key="tab",
        on_change=lambda: filters.change(tab=str(st.session_state["tab"])),
    )
    shown = [(summary, indicator) for summary, indicator in known if indicator.kind == kind]
    for row in range(0, len(shown), COLUMNS):
        for column, one in zip(st.columns(COLUMNS), shown[row : row + COLUMNS], strict=False):
            with column.container(border=True, height="stretch"):
                card(request, *one)


def _changes(request: Request) -> None:
    st.subheader("Changed lately")
    revisions = request.ledger.recent(RECENT, request.rev)
    written(revisions, more=len(revisions) == RECENT, most=MOST_CHANGES)
