"""Sources: who published what, and how many claims rest on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from claims.ledger import Filter
from claims.numerals import counted
from dashboard import filters
from dashboard.parts import chosen_row

if TYPE_CHECKING:
    from dashboard.request import Request


def show(request: Request) -> None:
    """Draw every source on record; choosing a row opens it."""
    records = request.records
    st.title("Sources")
    st.caption(f"{counted(len(records.sources), 'source')}; choose a row to see its claims.")
    if not records.sources:
        st.info("No source is on record yet.")
        return
    st.session_state["source-words"] = request.view.filter.text
    st.text_input("Search titles and publishers", key="source-words", on_change=_search)
    words = request.view.filter.text.casefold()
    counts = request.ledger.claims_per_source(request.rev)
    rows = [
        {
            "id": source.id,
            "Publisher": records.name(source.publisher),
            "Title": source.title or "no title on record",
            "Published": str(source.published or ""),
            "Kind": str(source.kind),
            "Nearness": str(source.tier),
            "Text of": ", ".join(map(records.name, source.credit)),
            "Claims": counts.get(source.id, 0),
        }
        for source in records.sources
    ]
    frame = pd.DataFrame(rows).sort_values(["Claims", "Publisher"], ascending=[False, True])
    text = frame["Publisher"].str.casefold() + " " + frame["Title"].str.casefold()
    frame = frame[text.str.contains(words, regex=False)]
    if frame.empty:
        st.info("No source on record has these words in its title or publisher.")
        return
    state = st.dataframe(
        frame.drop(columns="id"),
        key="sources",
        hide_index=True,
        on_select="rerun",
        selection_mode=["single-row", "single-cell"],
        height=620,
        alt="Sources, one a row; choose a row to open the source",
    )
    if (row := chosen_row(state["selection"])) is not None:
        request.open("source", id=str(frame["id"].iloc[row]))


def _search() -> None:
    filters.change(filter=Filter(text=st.session_state["source-words"].strip()))
