"""Desk: an article to claims, a draft against the record, a source read again, a table imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import filters
from dashboard.desk import articles, draft, imports, recheck
from dashboard.desk.bench import READ_ONLY, may_record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.request import Request

PARTS: Mapping[str, tuple[str, Callable[[Request], None]]] = {
    "": ("Article", articles.show),
    "draft": ("Draft check", draft.show),
    "recheck": ("Re-check", recheck.show),
    "import": ("Import", imports.show),
}
"""The parts of the page as the address names them, their titles and what draws them."""


def show(request: Request) -> None:
    """Draw the part of the desk that the address names."""
    st.title("Desk")
    part = request.view.tab if request.view.tab in PARTS else ""
    st.session_state["desk-part"] = part
    st.segmented_control(
        "Part of the desk",
        list(PARTS),
        required=True,
        label_visibility="collapsed",
        format_func=lambda name: PARTS[name][0],
        key="desk-part",
        on_change=lambda: filters.change(tab=st.session_state["desk-part"]),
    )
    if not may_record():
        st.info(READ_ONLY)
    PARTS[part][1](request)
