"""Claims that are chosen in charts and tables: the address holds them, and all parts show them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from zlib import crc32

import pandas as pd
import streamlit as st

from claims.numerals import counted
from claims.prose import figure, sentence
from dashboard import charts, data, filters, links
from dashboard.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from typing import TypeAlias

    from claims.records import Claim
    from dashboard.request import Request

    Draw: TypeAlias = Callable[[Sequence[str]], charts.Chart]

ROWS_AT_ONCE, HEIGHT = 12, 460
"""Rows up to which a table is as high as it needs to be, and how high it is beyond, in pixels."""


def pickable(request: Request, draw: Draw, ids: Collection[str], *, alt: str, key: str) -> None:
    """Draw a chart of claims; a click on a mark chooses its claim, another one lets it go.

    `draw` is given the claims that are chosen, `ids` are those that the chart shows.
    """
    key = f"chart-{key}"
    here = [claim for claim in request.view.pick if claim in ids]
    st.altair_chart(
        draw(here),
        theme=None,
        key=key,
        on_select=partial(_marked, key, frozenset(ids)),
        alt=alt,
    )


def leading(request: Request, chart: charts.Chart, *, alt: str, key: str) -> None:
    """Draw a chart whose marks lead to claims: a click opens one."""
    picked = st.altair_chart(chart, theme=None, key=f"chart-{key}", on_select="rerun", alt=alt)
    if points := picked["selection"].get(charts.SELECTION):
        request.open("claim", id=points[0]["id"])


def _marked(key: str, ids: frozenset[str]) -> None:
    points = st.session_state[key]["selection"].get(charts.SELECTION, [])
    _choose(ids, {str(point["id"]) for point in points if "id" in point})


def claims_table(request: Request, claims: Sequence[Claim], key: str) -> None:
    """Draw claims as a table: the box of a row chooses its claim, a cell opens it.

    Other claims are another table to Streamlit, which else would mistake the first click on them.
    """
    mixed = len({claim.indicator for claim in claims}) > 1
    frame = pd.DataFrame([_row(request, claim, mixed=mixed) for claim in claims])
    ids = [claim.id for claim in claims]
    key = f"{key}-{crc32(' '.join(ids).encode())}"
    rows = [place for place, claim in enumerate(ids) if claim in request.view.pick]
    st.session_state[key] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    st.dataframe(
        frame,
        key=key,
        hide_index=True,
        on_select=partial(_ticked, key, ids),
        selection_mode=["multi-row", "single-cell"],
        height="auto" if len(frame) <= ROWS_AT_ONCE else HEIGHT,
        column_config={
            "Claim": st.column_config.TextColumn(width="large"),
            "Figure": st.column_config.TextColumn(width=130),
        },
        alt="Claims, one a row; tick a row to choose the claim, choose a cell to open it",
    )
    if opened := st.session_state.pop(OPENED, None):
        request.open("claim", id=opened)


FULL = "as many chosen as can be"
OPENED = "claim to open"
"""Where a click on a cell leaves the claim that it opens."""


def _ticked(key: str, ids: Sequence[str]) -> None:
    selection = st.session_state[key]["selection"]
    if cells := selection.get("cells"):
        st.session_state[OPENED] = ids[cells[0][0]]
    else:
        _choose(frozenset(ids), {ids[row] for row in selection["rows"] if row < len(ids)})


def _choose(shown: frozenset[str], chosen: set[str]) -> None:
    """Write which of the claims that are shown are chosen; choices out of sight stay."""
    before = filters.current().pick
    kept = [claim for claim in before if claim not in shown or claim in chosen]
    every = [*kept, *sorted(chosen - set(before))]
    st.session_state[FULL] = len(every) > links.MOST_PICKED
    filters.change(pick=tuple(sorted(every[: links.MOST_PICKED])))


def chosen(request: Request) -> None:
    """List the claims that are chosen, each with its sentence and the way to it."""
    picked = request.view.pick
    if not picked:
        return
    found = data.claims(request.ledger, picked, request.rev)
    gone = sorted(set(picked) - {claim.id for claim in found})
    with st.container(border=True):
        head, clear = st.columns([4, 1], vertical_alignment="center")
        head.markdown(f"**{counted(len(found), 'claim')} chosen**")
        if st.session_state.get(FULL):
            st.warning(f"Up to {links.MOST_PICKED} claims can be chosen at once: let one go first.")
        clear.button("Let go", on_click=_let_go, key="let-go", width="stretch")
        for claim in found:
            request.link("claim", _label(request, claim), id=claim.id)
            said = sentence(claim, request.records, request.standing(claim))
            st.caption(plain(request.with_short_names(said)))
        for claim_id in gone:
            st.warning(plain(f"The claim “{claim_id}” that was chosen is not on record here."))


def _let_go() -> None:
    filters.change(pick=())


def _label(request: Request, claim: Claim) -> str:
    return f"{figure(claim.quantity)}, {request.records.name(claim.chain[-1])}"


def _row(request: Request, claim: Claim, *, mixed: bool) -> dict[str, str]:
    """Return a claim as a row; where several questions are mixed it says which one it answers."""
    name, standing = request.records.name, request.standing(claim)
    asked = {"Indicator": request.records.label(claim.indicator or "")} if mixed else {}
    states = [str(standing.corroboration), str(standing.currency)] if standing else []
    if not claim.stands and claim.withdrawn is None:
        states.append(str(claim.review.state))
    return {
        "Figure": figure(claim.quantity),
        **asked,
        "Claimant": name(claim.claimant),
        "About": claim.period.in_words() if claim.period else "",
        "States": ", ".join(["planned"] * claim.planned + states),
        "Said": claim.said_on.in_words() if claim.said_on else "no date",
        "Printed by": name(claim.chain[-1]),
        "Claim": claim.statement,
    }
