"""The latest imports, each of which can be taken back as one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from claims.editions import undo, undoing
from claims.editions.report import IMPORTED, TAKEN_BACK
from claims.errors import ClaimsError
from claims.numerals import counted
from claims.periods import words
from dashboard.desk.import_taking import DONE
from dashboard.desk.intake import BY, NAMED
from dashboard.text import plain

if TYPE_CHECKING:
    from claims.editions.undoing import Undone
    from claims.ledger import Ledger, Revision
    from dashboard.request import Request

SAID = "desk import undone"
"""What the last undoing did, as a level and a message."""
ASKED = "desk import to be taken back"
"""The last revision of the import that is perhaps to be taken back."""
LATEST = 10
WHAT_IT_DOES = "What a person has changed since stays. The history keeps all of it."


def show(request: Request) -> None:
    """List the latest imports, each to be taken back."""
    found = latest(request.ledger, request.rev)
    if not found:
        return
    st.subheader("Latest imports")
    for revision, is_undone in found:
        with st.container(horizontal=True, vertical_alignment="center"):
            what = revision.reason.removeprefix(IMPORTED)
            by = f"{revision.actor}, {words(revision.at)}"
            st.markdown(f"{plain(what)}  \n:gray[{plain(by)}]", width="stretch")
            if is_undone:
                st.caption("taken back", width="content")
            else:
                key, mine = f"desk-import-ask-{revision.rev}", (revision.rev,)
                st.button("Take this import back", key=key, on_click=_ask, args=mine)
        if not is_undone and st.session_state.get(ASKED) == revision.rev:
            _take_back(request, revision.rev)


def said() -> None:
    """Say what the last undoing did, once."""
    level, message = st.session_state.pop(SAID, ("", ""))
    if message:
        (st.error if level == "error" else st.success)(plain(message))


def _ask(rev: int) -> None:
    """Note which import is to be taken back; asked a second time, it is not."""
    state = st.session_state
    state[ASKED] = None if state.get(ASKED) == rev else rev


def _take_back(request: Request, rev: int) -> None:
    """Say what taking an import back would do, and offer it."""
    with st.container(border=True):
        st.markdown(f"{plain(would(request.ledger, rev, request.rev))} {WHAT_IT_DOES}")
        name = f"desk-import-back-by-{rev}"
        given = st.session_state.get(BY, "")
        st.text_input("Your name", given, key=name, max_chars=80, help=NAMED, width=320)
        mine = (request.ledger, rev, name)
        st.button("Take it back", key=f"desk-import-back-{rev}", on_click=_undo, args=mine)


@lru_cache(maxsize=4)
def would(ledger: Ledger, rev: int, now: int) -> str:  # noqa: ARG001 - at another position the answer is another
    """Say how many claims taking an import back withdraws and restores.

    17 claims will be withdrawn, 3 restored to what they said before.
    """
    written = ledger.batches.around(rev)
    claims = [one for one in written if one.record == "claim"]
    with ledger.rehearsal() as batch:
        standing = batch.standing("claim", (one.record_id for one in claims))
    mine = [one for one in claims if standing[one.record_id][0] <= written[-1].rev]
    added = sum(one.action == "added" for one in mine)
    said = f"{counted(added, 'claim')} will be withdrawn"
    said += f", {len(mine) - added:,} restored to what was said before"
    changed = len(claims) - len(mine)
    return f"{said}; {changed:,} changed since will stay." if changed else f"{said}."


@lru_cache(maxsize=4)
def latest(ledger: Ledger, rev: int) -> tuple[tuple[Revision, bool], ...]:  # noqa: ARG001 - at another position the answer is another
    """Return the last revision of each of the latest imports, and whether it was taken back."""
    backs = ledger.batches.latest(TAKEN_BACK, 2 * LATEST)
    return tuple(
        (one, any(back.reason.endswith(f" to {one.rev:,}: {one.reason}") for back in backs))
        for one in undoing.imports(ledger, LATEST)
    )


def _undo(ledger: Ledger, rev: int, name: str) -> None:
    """Take an import back and say what it did; a double click finds nothing left to do."""
    by = str(st.session_state.get(name) or "").strip()
    if not by:
        st.session_state[SAID] = ("error", "To take an import back the desk needs your name.")
        return
    st.session_state[BY] = by
    try:
        with st.spinner("Taking the import back …"):
            done = undo(ledger, rev, actor=by)
    except ClaimsError as error:
        st.session_state[SAID] = ("error", str(error))
        return
    st.session_state[SAID] = ("done", told(done))
    st.session_state.pop(DONE, None)
    st.session_state.pop(ASKED, None)


def told(done: Undone) -> str:
    """Say what taking an import back did."""
    kept = f" {counted(len(done.kept), 'claim')} changed since stay." if done.kept else ""
    return (
        f"The import is taken back: {counted(done.withdrawn, 'record')} withdrawn, "
        f"{done.restored:,} restored.{kept}"
    )
