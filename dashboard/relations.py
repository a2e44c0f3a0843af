"""How claims stand to each other, as lists that lead to each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.prose import figure
from claims.vocabulary import DIFFERENCES
from dashboard.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.comparison import Comparison
    from claims.records import Claim, Explanation
    from dashboard.request import Request


def comparisons(request: Request, claim: Claim, title: str, found: Sequence[Comparison]) -> None:
    """List the claims that one claim was compared with, each with the reason."""
    if not found:
        return
    st.markdown(f"**{title}**")
    groups: dict[str, list[Comparison]] = {}
    for comparison in found:
        groups.setdefault(_label(request, comparison.counterpart(claim)), []).append(comparison)
    for label, same in groups.items():
        other = same[0].counterpart(claim)
        printed = f"; printed by {len(same)} outlets" if len(same) > 1 else ""
        with st.container(horizontal=True, vertical_alignment="center"):
            request.link("claim", label, id=other.id)
            st.caption(plain(request.with_short_names(same[0].reason + printed)))
        if (explained := same[0].explained) is not None:
            st.caption(plain(_explained(explained)))
        if other.note:
            st.caption(f"Noted: {plain(other.note)}")


def _explained(explained: Explanation) -> str:
    """Say who explained a conflict, when and how."""
    on = f" on {explained.on.in_words()}" if explained.on else ""
    note = f": {explained.note}" if explained.note else ""
    meaning = DIFFERENCES[explained.why]
    return f"Explained by {explained.by}{on} as {explained.why} ({meaning.lower()}){note}"


def _label(request: Request, claim: Claim) -> str:
    said = claim.said_on.in_words() if claim.said_on else "undated"
    return f"{figure(claim.quantity)}, {request.records.name(claim.claimant)}, {said}"
