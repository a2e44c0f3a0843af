"""What became of a file, or would: the counts, what stays as it is, and the problems by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.numerals import counted
from dashboard import data
from dashboard.desk import import_problems
from dashboard.desk.import_detected import short
from dashboard.text import plain

if TYPE_CHECKING:
    from dashboard.desk.import_taking import Became
    from dashboard.request import Request

MOST_NAMED = 10
"""Claims that are named one by one."""
KEPT = "changed on record by a person since, and left so"
VANISHED = "on record from this set and no longer in it; they stay"


def show(request: Request, became: Became) -> None:
    """Draw what a file gives: counts, what is odd, what was left out or stays, problems."""
    with st.container(horizontal=True, gap="medium", key="desk-import-counts"):
        for label, number in counts(became).items():
            st.metric(label, f"{number:,}", width="content")
    for note in became.notes:
        st.warning(plain(note))
    if became.unread:
        names = ", ".join(map(short, became.unread))
        st.caption(plain(f"Columns that the mapping does not name: {names}."))
    for why, number in became.left_out.items():
        st.caption(plain(f"{counted(number, 'row')} left out: {why}."))
    _named(request, became.kept, KEPT)
    _named(request, became.vanished, VANISHED)
    import_problems.show(became)


def counts(became: Became) -> dict[str, int]:
    """Return the numbers of an outcome by their labels; those that seldom count only if they do."""
    of = became.what.capitalize()
    found = {"Rows read": became.rows} if became.what == "claims" else {}
    found |= {f"{of} new": became.new, "Revised": became.revised, "Unchanged": became.unchanged}
    found |= {"Left as changed": len(became.kept)} if became.kept else {}
    found |= {"Vanished": len(became.vanished)} if became.vanished else {}
    return found | {"Problems": len(became.problems) + became.beyond}


def _named(request: Request, ids: tuple[str, ...], what: str) -> None:
    """List some claims that stay as they are, with links."""
    if not ids:
        return
    with st.expander(f"{counted(len(ids), 'claim')} {what}"):
        for claim in data.claims(request.ledger, ids[:MOST_NAMED], request.rev):
            request.link("claim", claim.statement, id=claim.id)
        if (rest := len(ids) - MOST_NAMED) > 0:
            st.caption(f"and {rest:,} more")
