"""Findings as lists that lead to their evidence."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from claims.analysis.findings import RULES, FindingKind
from claims.prose import figure
from dashboard import data
from dashboard.parts import first_ones
from dashboard.text import LONGEST_LINE, brief, legible, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.analysis.findings import Finding
    from claims.records import Claim
    from dashboard.request import Request

MOST_LISTED = 3
MOST_LINKED, MOST_SHOWN = 6, 3
"""Claims of a finding that are linked where it is told in full, and in short."""
SAID_BY_STATES = {
    FindingKind.CONFLICT,
    FindingKind.FALLING,
    FindingKind.EXPLAINED,
    FindingKind.STALE,
    FindingKind.PLANS,
}
"""Findings that the warnings of a claim say already."""
QUIET = {FindingKind.EXPLAINED, FindingKind.STALE, FindingKind.PLANS, FindingKind.MORE}
"""Findings that call for no action, or for none yet."""


def listed(request: Request, findings: Sequence[Finding]) -> None:
    """List what was found about one indicator, each with its reason and its claims."""
    if not findings:
        return
    st.subheader("What to look at")
    first_ones(findings, MOST_LISTED, partial(_one, request))


def about(request: Request, claim: Claim, findings: Sequence[Finding]) -> None:
    """List what was found about one claim, beside what its states say."""
    for finding in findings:
        if claim.id in finding.claims and finding.kind not in SAID_BY_STATES:
            others = tuple(other for other in finding.claims if other != claim.id)
            _one(request, replace(finding, claims=others))


def first(request: Request, found: tuple[Finding, int]) -> None:
    """Draw the weightiest finding of an indicator, and how many more there are."""
    finding, others = found
    indicator = request.records.indicator(finding.indicator)
    title = indicator.title if indicator else finding.indicator
    _reason(request, finding)
    with st.container(horizontal=True, vertical_alignment="center"):
        for claim in data.claims(request.ledger, finding.claims[:MOST_SHOWN], request.rev):
            request.link("claim", _label(request, claim), id=claim.id)
        more = f"; {others:,} more" if others else ""
        request.link("indicator", title + more, id=finding.indicator, quiet=True)


def _one(request: Request, finding: Finding) -> None:
    """Draw one finding, why it was raised, and the way to each of its claims."""
    _reason(request, finding)
    with st.container(horizontal=True, vertical_alignment="center"):
        for claim in data.claims(request.ledger, finding.claims[:MOST_LINKED], request.rev):
            request.link("claim", _label(request, claim), id=claim.id)
        if (rest := len(finding.claims) - MOST_LINKED) > 0:
            st.caption(f"and {rest:,} more")


def _reason(request: Request, finding: Finding) -> None:
    """Draw the kind of a finding and its reason; its rule, and all of a long one, on hover."""
    colour = "gray" if finding.kind in QUIET else "orange"
    short = brief(request.with_short_names(finding.reason), LONGEST_LINE)
    told = [RULES[finding.kind].meaning]
    if short != legible(finding.reason):
        told.append(finding.reason)
    st.markdown(
        f":{colour}-badge[{plain(finding.kind)}] {plain(short)}",
        help="\n\n".join(map(plain, told)),
    )


def _label(request: Request, claim: Claim) -> str:
    """Name a claim by its figure and the page that prints it."""
    return f"{figure(claim.quantity)}, {request.records.name(claim.chain[-1])}"
