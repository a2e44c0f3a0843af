"""The import itself: who does it, how far it is, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.errors import ClaimsError
from claims.ledger import Filter
from claims.numerals import counted
from dashboard import data
from dashboard.desk import import_file, import_outcome
from dashboard.desk.import_meter import meter
from dashboard.desk.import_preview import rows
from dashboard.desk.import_taking import DONE, Became
from dashboard.desk.intake import BY, NAMED
from dashboard.text import plain

if TYPE_CHECKING:
    from dashboard.desk.import_taking import Job
    from dashboard.request import Request

MOST_LINKS = 12
"""Indicators that are linked one by one after an import."""
LEAVE_ALONE = (
    "All of it goes in, or nothing. Leave the page as it is until it is done: whatever else you "
    "do here stops it, and then nothing has gone in."
)


def show(request: Request, job: Job, became: Became) -> None:
    """Offer to import what was previewed, in the name of a person."""
    if became.changes_nothing:
        st.info(
            "There is nothing to import: no row gives a claim."
            if not became.unchanged
            else "There is nothing to import: all of it is on record already."
        )
        return
    with st.form("desk-import-go", border=False, enter_to_submit=False):
        given = st.session_state.get(BY, "")
        st.text_input("Your name", given, key="desk-import-by", max_chars=80, help=NAMED, width=320)
        st.caption(LEAVE_ALONE)
        number = became.new + became.revised
        label = f"Import {counted(number, became.what.rstrip('s'))}"
        if st.form_submit_button(label, type="primary", key="desk-import-take"):
            _take(request, job)


def _take(request: Request, job: Job) -> None:
    """Put the file on record and turn to what became of it, or say why it cannot be."""
    by = str(st.session_state["desk-import-by"]).strip()
    if not by:
        st.error("To import the desk needs your name.")
        return
    st.session_state[BY] = by
    try:
        with meter("Importing", job, rows(job)) as tell:
            done = job.take(request.ledger, by, tell)
    except ClaimsError as error:
        st.error(plain(job.brought.told(error)))
        return
    st.session_state[DONE] = done
    import_file.drop()
    st.rerun()


def done(request: Request) -> None:
    """Draw what became of the last import of this session, until another file is brought."""
    found = st.session_state.get(DONE)
    if not isinstance(found, Became):
        return
    st.success(plain(f"“{found.file}” is on record: {_sum(found)}."))
    import_outcome.show(request, found)
    _explore(request, found)
    if found.first:
        request.link("changes", "What changed on record", since=str(found.first - 1))


def _explore(request: Request, found: Became) -> None:
    """Draw links to the questions under which claims of the set stand, most claims first."""
    asked = _indicators(request, found)
    if not asked:
        return
    st.markdown("**See them in Explore**")
    with st.container(gap=None):
        for indicator, number in asked[:MOST_LINKS]:
            label = f"{request.records.label(indicator)}: {counted(number, 'claim')}"
            request.link("explore", label, indicator=indicator)
    if (rest := len(asked) - MOST_LINKS) > 0:
        st.caption(f"and {counted(rest, 'question')} more")


def _sum(found: Became) -> str:
    """Say what was written: `1,200 claims new, 3 revised, revisions 5 to 1,207`."""
    what = f"{counted(found.new, found.what.rstrip('s'))} new, {found.revised:,} revised"
    return f"{what}, revisions {found.first:,} to {found.last:,}" if found.first else what


def _indicators(request: Request, found: Became) -> list[tuple[str, int]]:
    """Return the indicators under which claims of the set stand, with how many; most first."""
    if not found.sources:
        return []
    counts = data.facets(request.ledger, Filter(source=found.sources), request.rev)
    return sorted(counts.get("indicator", {}).items(), key=lambda one: (-one[1], one[0]))
