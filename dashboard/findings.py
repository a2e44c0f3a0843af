"""Findings as lists that lead to their evidence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from claims.analysis.findings import RULES, FindingKind
from claims.prose import figure
from dashboard import data
from dashboard.parts import first_ones
from dashboard.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.analysis.findings import Finding
    from dashboard.request import Request

MOST_LISTED = 6
MOST_LINKED = 6
"""Claims of a finding that are linked; the others are counted."""
QUIET = {FindingKind.EXPLAINED, FindingKind.STALE, FindingKind.UNCOMPARED, FindingKind.PLANS}
"""Findings that call for no action, or for none yet."""


def listed(request: Request, findings: Sequence[Finding]) -> None:
    """List what was found about one indicator, each with its reason and its claims."""
    if not findings:
        return
    st.subheader("What to look at")
    first_ones(findings, MOST_LISTED, partial(_one, request))


def first(request: Request, found: tuple[Finding, int]) -> None:
    """Draw the weightiest finding of an indicator, and how many more there are."""
    finding, others = found
    indicator = request.records.indicator(finding.indicator)
    title = indicator.title if indicator else finding.indicator
    with st.container(horizontal=True, vertical_alignment="center"):
        _badge(finding)
        if finding.claims:
            request.link("claim", finding.reason, id=finding.claims[0])
        else:
            st.markdown(plain(finding.reason))
        more = f"; {others:,} more" if others else ""
        request.link("indicator", title + more, id=finding.indicator, quiet=True)


def _one(request: Request, finding: Finding) -> None:
    """Draw one finding, why it was raised, and the way to each of its claims."""
    with st.container(horizontal=True, vertical_alignment="center"):
        _badge(finding)
        st.markdown(plain(finding.reason))
        for claim in data.claims(request.ledger, finding.claims[:MOST_LINKED], request.rev):
            label = f"{figure(claim.quantity)}, {request.records.name(claim.chain[-1])}"
            request.link("claim", label, id=claim.id, quiet=True)
        if (rest := len(finding.claims) - MOST_LINKED) > 0:
            st.caption(f"and {rest:,} more")


def _badge(finding: Finding) -> None:
    """Draw the kind of a finding, with its rule on hover."""
    quiet = finding.kind in QUIET
    rule = RULES[finding.kind]
    st.badge(str(finding.kind), color="gray" if quiet else "orange", help=plain(rule.meaning))
