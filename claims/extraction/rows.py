"""What extraction found as plain rows, one JSON object each, for files and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims import periods

if TYPE_CHECKING:
    from claims.extraction.numbers import Found
    from claims.extraction.proposal import Proposal

Row = dict[str, object]


def of_number(found: Found, text: str) -> Row:
    """Return a number of a text as a row: where it stands, how firm it is, what it counts."""
    return {
        "start": found.start,
        "end": found.end,
        "quote": text[found.start : found.end],
        "hedge": found.hedge.value,
        "value": found.value,
        "low": found.low,
        "high": found.high,
        "unit": found.unit,
        "trend": found.trend,
    }


def of_proposal(proposal: Proposal) -> Row:
    """Return a proposal as a row; its period in EDTF and as its first and last day."""
    period = periods.parse(proposal.period) if proposal.period else None
    first = period.start.isoformat() if period and period.start else None
    last = period.end.isoformat() if period and period.end else None
    row: Row = {}
    for name, value in proposal.model_dump(mode="json").items():
        row[name] = value
        if name == "period":
            row |= {"period_start": first, "period_end": last}
        if name == "kind":
            row["claim_kind"] = proposal.claim_kind.value
    return row
