"""The works on the desk: in a folder beside the ledger, or in the session of a mere visitor.

Whoever may not record may still try: their article stays in their own session, is never
written to a file, and is gone when they leave. They see no work of anybody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.desk.work import Work
from claims.desk.works import KEPT, Works
from claims.errors import Problem, Where
from dashboard import filters
from dashboard.explain import may_edit as may_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extraction.proposal import Proposal
    from claims.ledger import Ledger
    from dashboard.request import Request

__all__ = [
    "KEPT_FOR",
    "READ_ONLY",
    "begin",
    "clear_away",
    "date",
    "finish",
    "may_record",
    "opened",
    "works",
]

FOLDER = "desk"
TRIED = "desk work tried"
CLEARED = "desk cleared"
KEPT_FOR = (
    f"The text lies on this machine until you finish it, {KEPT.days} days at most after the last "
    "change; then its hash, the places and the few quoted words stay."
)
READ_ONLY = (
    "This desk is read-only: articles, drafts and tables can be tried, nothing can be recorded. "
    "What you give stays in this browser session and is gone when you leave."
)


def works(ledger: Ledger) -> Works:
    """Return the works that lie beside a ledger."""
    return Works(ledger.path.parent / FOLDER)


def clear_away(request: Request) -> None:
    """Finish what nobody touched for too long, once a day and visit."""
    if may_record() and st.session_state.get(CLEARED) != request.today:
        works(request.ledger).expire()
        st.session_state[CLEARED] = request.today


def opened(request: Request) -> Work | Problem | None:
    """Return the work that the address names, or what is wrong with it; None where none is."""
    named = request.view.work
    if not named:
        return None
    if may_record():
        return works(request.ledger).get(named)
    tried = st.session_state.get(TRIED)
    if isinstance(tried, Work) and tried.id == named:
        return tried
    return Problem(Where("desk"), named, "", "", "this visit has no such work", "Paste it again")


def begin(request: Request, work: Work) -> None:
    """Put a work on the desk and go to it."""
    if may_record():
        works(request.ledger).save(work)
    else:
        st.session_state[TRIED] = work
    go(work=work.id)


def date(request: Request, work: Work, published: str | None, found: Sequence[Proposal]) -> Work:
    """Give a work another day of publication, with what was found anew, and go to its start."""
    if may_record():
        after = works(request.ledger).date(work.id, published, found)
        dated = after if isinstance(after, Work) else work
    else:
        dated = st.session_state[TRIED] = work.dated(published, found)
    go(work=work.id)
    return dated


def finish(request: Request, work: Work) -> None:
    """Close a work: its text is thrown away, what was decided stays."""
    if may_record():
        works(request.ledger).finish(work.id)
    else:
        st.session_state.pop(TRIED, None)
    filters.change(work=work.id if may_record() else "", proposal="")


def go(work: str = "", proposal: int | None = None) -> None:
    """Write into the address which work is on the desk and which of its proposals is chosen."""
    filters.change(work=work, proposal="" if proposal is None else str(proposal))
