"""The preview: a whole file read as if it were imported, and nothing written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from claims.errors import ClaimsError
from claims.imports.loading import as_yaml
from dashboard.desk import import_outcome
from dashboard.desk.import_detected import look
from dashboard.desk.import_meter import meter
from dashboard.desk.import_taking import sentences
from dashboard.text import plain

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from dashboard.desk.import_taking import Became, Job
    from dashboard.request import Request

AT_ONCE = 2_000
"""Rows up to which a file is previewed without being asked for."""
MOST_REVISED = 10
"""Revised figures that are shown."""
KEPT = "preview"
"""Where the last preview lies among what is known of a file."""


@dataclass(frozen=True)
class Preview:
    """What was found by reading the whole file, and with which mapping at which position."""

    key: object
    became: Became
    sentences: tuple[str, ...]


def show(request: Request, job: Job) -> Became | None:
    """Draw what would become of the file; None until it was read with this mapping."""
    key = (job.brought.part, as_yaml(job.mapping) if job.mapping else "", request.rev)
    found = job.brought.known.get(KEPT)
    if not isinstance(found, Preview) or found.key != key:
        here = st.empty()
        if not (_is_short(job) or _asked(here, stale=found is not None)):
            return None
        with here:
            found = _read(request, job, key)
        if found is None:
            return None
        job.brought.known[KEPT] = found
    import_outcome.show(request, found.became)
    _said(found)
    return found.became


def _is_short(job: Job) -> bool:
    """Tell whether a file is read in a moment, so that nobody needs to ask for it."""
    if job.table is None:
        return True
    seen = look(job.brought, job.table)
    return seen.rows <= AT_ONCE and not seen.more


def _asked(here: DeltaGenerator, *, stale: bool) -> bool:
    """Offer to read a long file to its end; tell whether it is asked for."""
    with here.container():
        if stale:
            st.caption("The mapping or the record has changed since the last preview.")
        label = "Preview again" if stale else "Preview the whole file"
        return st.button(label, key="desk-import-preview", type="primary")


def _read(request: Request, job: Job, key: object) -> Preview | None:
    """Read the whole file, saying how far it is; None where it cannot be read."""
    try:
        with meter("Reading", job, rows(job)) as tell:
            became = job.rehearse(request.ledger, tell)
            shown = sentences(job, request.ledger, request.records) if became.new else ()
    except ClaimsError as error:
        st.error(plain(job.brought.told(error)))
        return None
    return Preview(key, became, shown)


def rows(job: Job) -> int:
    """Return how many rows a file has as far as that is known, else 0."""
    found = job.brought.known.get(KEPT)
    if isinstance(found, Preview):
        return found.became.rows
    seen = look(job.brought, job.table) if job.table else None
    return seen.rows if seen and not seen.more else 0


def _said(found: Preview) -> None:
    """Draw what figures become of others, then a few of the new claims as they would be told."""
    revised = found.became.revisions
    if revised:
        st.markdown("**Figures that the set has changed**")
        changes = [f"{one.before} → {one.after}: {one.statement}" for one in revised[:MOST_REVISED]]
        st.markdown("\n".join(f"- {plain(change)}" for change in changes))
        if (rest := found.became.revised - MOST_REVISED) > 0:
            st.caption(f"and {rest:,} more")
    if found.sentences:
        st.markdown("**As new claims would read**")
        st.markdown("\n".join(f"- {plain(one)}" for one in found.sentences))
