"""Overview: what is on record, what needs attention, what changed lately."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from claims.ledger import Filter
from claims.periods import words
from claims.prose import counted
from claims.summary import changes
from claims.vocabulary import COUNTED, ReviewState
from dashboard import data, filters
from dashboard.cards import card
from dashboard.parts import first_ones
from dashboard.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.summary import Summary
    from dashboard.request import Request

MOST_ATTENTION = 6
MOST_CHANGES = 8
RECENT = 500
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
    summaries = data.summaries(request.ledger, request.rev, request.today)
    _attention(request, summaries)
    _indicators(request, summaries)
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
    words = st.text_input(
        "Search", key="search", placeholder="Search claims, quotes, claimants", max_chars=200
    )
    if words.strip():
        request.open("explore", q=words.strip())


def _attention(request: Request, summaries: Sequence[Summary]) -> None:
    """List what an editor should look at first: figures that contradict each other."""
    st.subheader("Needs attention")
    contested = [summary for summary in summaries if summary.conflicts]
    contested.sort(key=lambda s: (s.conflicts[0].one.planned, -s.contested))
    single = sum(summary.single_origin for summary in summaries)
    counts = data.facets(request.ledger, Filter(), request.rev)["review"]
    unreviewed = counts.get(ReviewState.UNREVIEWED, 0)
    st.caption(
        f"{counted(len(contested), 'indicator')} with figures that contradict each other; "
        f"{counted(single, 'figure')} from a single origin; "
        f"{unreviewed:,} of {sum(counts.values()):,} claims not yet reviewed."
    )
    first_ones(contested, MOST_ATTENTION, partial(_contested, request))


def _contested(request: Request, summary: Summary) -> None:
    """Draw one indicator with contradictions, and the first of them."""
    conflict = summary.conflicts[0]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(f"{summary.contested} contested", color="orange")
        request.link("indicator", summary.indicator.title, id=summary.indicator.id)
        st.caption(plain(("Plans: " if conflict.one.planned else "") + conflict.reason))


def _indicators(request: Request, summaries: Sequence[Summary]) -> None:
    st.subheader("Indicators")
    if (rest := len(request.records.indicators) - len(summaries)) > 0:
        st.caption(f"The {len(summaries)} with the most claims; {rest:,} more are in Explore.")
    kinds = [str(kind) for kind in COUNTED if any(s.indicator.kind == kind for s in summaries)]
    st.session_state["group"] = request.view.group if request.view.group in kinds else kinds[0]
    kind = st.segmented_control(
        "Kind of indicator",
        kinds,
        required=True,
        label_visibility="collapsed",
        format_func=lambda kind: _heading(kind, summaries),
        key="group",
        on_change=lambda: filters.change(group=str(st.session_state["group"])),
    )
    shown = [summary for summary in summaries if summary.indicator.kind == kind]
    for row in range(0, len(shown), COLUMNS):
        for column, summary in zip(st.columns(COLUMNS), shown[row : row + COLUMNS], strict=False):
            with column.container(border=True, height="stretch"):
                card(request, summary)


def _heading(kind: str, summaries: Sequence[Summary]) -> str:
    number = sum(summary.indicator.kind == kind for summary in summaries)
    return f"{kind.capitalize()} ({number})"


def _changes(request: Request) -> None:
    st.subheader("Changed lately")
    revisions = request.ledger.recent(RECENT)
    found = changes(revisions, more=len(revisions) == RECENT)
    rows = [
        {"Day": words(c.day), "What": f"{c.of} {c.action}", "By": c.actor, "Why": c.reason}
        for c in found[:MOST_CHANGES]
    ]
    st.dataframe(rows, hide_index=True, alt="The latest changes to the ledger")
