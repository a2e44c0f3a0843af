"""How claims stand to each other, as lists that lead to each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.prose import figure
from claims.states import counterpart
from claims.summary import counted
from dashboard.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.comparison import Comparison
    from claims.records import Claim
    from dashboard.request import Request

MOST_LISTED = 8


def contradictions(request: Request, conflicts: Sequence[Comparison]) -> None:
    """List the pairs that cannot both be true, each with its reason."""
    if not conflicts:
        return
    st.subheader("What contradicts what")
    for n, conflict in enumerate(conflicts[:MOST_LISTED]):
        one, other = conflict.one, conflict.other
        with st.container(horizontal=True, vertical_alignment="center", key=f"conflict-{n}"):
            for claim in (one, other):
                label = f"{figure(claim.quantity)}, {request.records.name(claim.claimant)}"
                request.link("claim", label, id=claim.id)
            st.caption(plain(conflict.reason))
    if (rest := len(conflicts) - MOST_LISTED) > 0:
        st.caption(f"and {counted(rest, 'more pair')}; each claim's page lists its own.")


def revisions(request: Request, claims: Sequence[Claim]) -> None:
    """Say how one figure was revised, step by step."""
    by_id = {claim.id: claim for claim in claims}
    steps = [claim for claim in claims if claim.supersedes in by_id]
    if not steps:
        return
    st.subheader("Revised")
    for claim in sorted(steps, key=lambda c: str(c.said_on)):
        earlier = by_id[claim.supersedes or ""]
        said = claim.said_on.in_words() if claim.said_on else "undated"
        step = f"{figure(earlier.quantity)} → {figure(claim.quantity)}"
        request.link(
            "claim", f"{step}, {request.records.name(claim.claimant)}, {said}", id=claim.id
        )


def comparisons(request: Request, claim: Claim, title: str, found: Sequence[Comparison]) -> None:
    """List the claims that one claim was compared with, each with the reason."""
    if not found:
        return
    st.markdown(f"**{title}**")
    for comparison in found:
        other = counterpart(comparison, claim)
        said = other.said_on.in_words() if other.said_on else "undated"
        label = f"{figure(other.quantity)}, {request.records.name(other.claimant)}, {said}"
        with st.container(horizontal=True, vertical_alignment="center"):
            request.link("claim", label, id=other.id)
            st.caption(plain(comparison.reason))
