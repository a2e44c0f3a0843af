"""What became of a claim, revision by revision: what each one changed, by whom and why."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import streamlit as st

from claims.editions.report import IMPORTED, TAKEN_BACK
from claims.periods import words
from claims.prose import figure
from claims.records import Claim
from claims.since.differing import differing
from dashboard.text import legible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.collection import Collection
    from claims.ledger import Revision
    from dashboard.request import Request


def show(request: Request, revisions: Sequence[Revision]) -> None:
    """List the revisions of a claim, the oldest first."""
    st.subheader("History")
    changed = changes(revisions, request.records)
    rows = [
        {
            "Revision": f"{revision.rev:,}",
            "When": f"{words(revision.at)}, {revision.at:%H:%M} UTC",
            "What": revision.action,
            "Changed": legible(change),
            "By": legible(revision.actor),
            "Why": legible(revision.reason),
        }
        for revision, change in zip(revisions, changed, strict=True)
    ]
    columns = {"Changed": st.column_config.TextColumn(width="large")}
    st.dataframe(rows, hide_index=True, column_config=columns, alt="Every revision of this claim")


def changes(revisions: Sequence[Revision], records: Collection) -> list[str]:
    """Say what each revision changed, the figure first: `figure: 23 → 32; bounds: 23 → 32`.

    Nothing is said of the first one, before which there was nothing.
    """
    said = [
        "; ".join(field.in_words() for field in differing(before, after, records))
        for before, after in pairwise(map(_state, revisions))
    ]
    return ["", *said][: len(revisions)]


def by_the_set(revisions: Sequence[Revision]) -> str:
    """Say how the last import changed the figure, nothing where none did or it was taken back.

    The set changed this figure: 23 → 32, taken in on 23 November 2026.
    """
    said = ""
    for one, (before, after) in zip(revisions[1:], pairwise(map(_state, revisions)), strict=True):
        if before.quantity == after.quantity:
            continue
        if one.reason.startswith(TAKEN_BACK):
            said = ""
        elif one.reason.startswith(IMPORTED):
            change = f"{figure(before.quantity)} → {figure(after.quantity)}"
            said = f"The set changed this figure: {change}, taken in on {words(one.at)}."
    return said


def _state(revision: Revision) -> Claim:
    """Return the claim as a revision left it."""
    return Claim.model_validate_json(revision.state)
