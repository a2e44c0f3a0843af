"""How claims stand to each other, as lists that lead to each of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from claims.prose import figure
from claims.states import counterpart
from dashboard.parts import first_ones
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
    first_ones(conflicts, MOST_LISTED, partial(_pair, request))


def _pair(request: Request, conflict: Comparison) -> None:
    """Draw two claims that contradict each other, why, and what is noted about them."""
    with st.container(horizontal=True, vertical_alignment="center"):
        for claim in (conflict.one, conflict.other):
            label = f"{figure(claim.quantity)}, {request.records.name(claim.claimant)}"
            request.link("claim", label, id=claim.id)
        planned = "Plans: " if conflict.one.planned else ""
        st.caption(plain(planned + conflict.reason))
    notes = [claim.note for claim in (conflict.one, conflict.other) if claim.note]
    if notes:
        st.caption(f"Noted: {plain(' '.join(dict.fromkeys(notes)))}")


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
    groups: dict[str, list[Comparison]] = {}
    for comparison in found:
        groups.setdefault(_label(request, counterpart(comparison, claim)), []).append(comparison)
    for label, same in groups.items():
        other = counterpart(same[0], claim)
        printed = f"; printed by {len(same)} outlets" if len(same) > 1 else ""
        with st.container(horizontal=True, vertical_alignment="center"):
            request.link("claim", label, id=other.id)
            st.caption(plain(same[0].reason + printed))
        if other.note:
            st.caption(f"Noted: {plain(other.note)}")


def _label(request: Request, claim: Claim) -> str:
    said = claim.said_on.in_words() if claim.said_on else "undated"
    return f"{figure(claim.quantity)}, {request.records.name(claim.claimant)}, {said}"
