"""Why a proposal was rejected: one of a few reasons, free words, or nothing at all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.desk import deciding

if TYPE_CHECKING:
    from claims.desk.work import Work
    from dashboard.request import Request

REASONS = (
    "misread: the article says something else",
    "said elsewhere in the article",
    "on record already",
    "background, not news",
    "too vague to use",
    "no claim about people, attacks or weapons",
)
"""What is chosen from; other words can be written instead."""
MOST = 200
"""Characters of a reason."""


def field(request: Request, work: Work, number: int, key: str) -> None:
    """Offer to say why; it is never asked for."""
    decided = work.decided.get(number)
    before = decided.reason if decided else ""
    known = [*REASONS, *([before] if before and before not in REASONS else [])]
    st.selectbox(
        "Why it was rejected",
        known,
        index=known.index(before) if before else None,
        accept_new_options=True,
        placeholder="Why? Choose or write, if you like",
        label_visibility="collapsed",
        key=key,
        width=340,
        on_change=partial(_give, request, work, number, key),
    )


def _give(request: Request, work: Work, number: int, key: str) -> None:
    given = " ".join(str(st.session_state[key] or "").split())[:MOST]
    deciding.explain(request, work, number, given)
