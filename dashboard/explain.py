"""A person's explanation why two claims differ, from a short list, recorded as a revision."""

from __future__ import annotations

from datetime import UTC, datetime
from ipaddress import ip_address
from typing import TYPE_CHECKING

import streamlit as st
from pydantic import ValidationError

from claims.explaining import explained
from claims.prose import figure, listed
from claims.records import Explanation
from claims.vocabulary import DIFFERENCES, Difference
from dashboard.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.comparison import Comparison
    from claims.records import Claim
    from dashboard.request import Request

LONGEST_NAME, LONGEST_NOTE = 80, 500


def may_edit() -> bool:
    """Tell whether the app answers on this machine only, so that whoever is there may edit."""
    address = str(st.get_option("server.address") or "")
    try:
        return address == "localhost" or ip_address(address).is_loopback
    except ValueError:
        return False


def form(request: Request, claim: Claim, conflicts: Sequence[Comparison]) -> None:
    """Offer to explain why a claim differs from those that it conflicts with."""
    if not conflicts or not may_edit():
        return
    others = {c.counterpart(claim).id: c.counterpart(claim) for c in conflicts}
    with st.expander("Explain why it differs"), st.form("explain", border=False):
        other = st.selectbox(
            "From", list(others), format_func=lambda one: _label(request, others[one])
        )
        why = st.selectbox(
            "Why",
            [str(why) for why in Difference],
            format_func=lambda why: f"{why}: {DIFFERENCES[Difference(why)]}",
            index=None,
            placeholder="Choose a reason",
        )
        note = st.text_area("In words", max_chars=LONGEST_NOTE).strip()
        by = st.text_input("Your name", max_chars=LONGEST_NAME).strip()
        if st.form_submit_button("Record the explanation"):
            today = datetime.now(UTC).date().isoformat()
            fields = {"claim": other, "why": why, "by": by, "on": today, "note": note or None}
            _record(request, claim, others[other], fields)


def _label(request: Request, claim: Claim) -> str:
    printed = request.records.name(claim.chain[-1])
    return f"{figure(claim.quantity)}, {request.records.name(claim.claimant)}, {printed}"


def _record(request: Request, claim: Claim, other: Claim, fields: dict[str, str | None]) -> None:
    """Write the explanation, or say what is missing."""
    needed = {"why": "a reason", "note": "words", "by": "the name of whoever gives it"}
    if missing := [what for field, what in needed.items() if not fields[field]]:
        st.error(f"An explanation needs {listed(missing)}.")
        return
    try:
        explanation = Explanation.model_validate(fields)
    except ValidationError as error:
        st.error(plain(f"Not recorded: {error.errors()[0]['msg']}."))
        return
    record = explained(claim, other, request.records.indicator(claim.indicator), explanation)
    reason = f"differs from {other.id}: {explanation.why}"
    request.ledger.revise(record, actor=explanation.by, reason=reason, based_on=request.rev)
    st.rerun()
