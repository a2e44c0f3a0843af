"""Claim: one assertion as a sentence, its firmness, its words, its way, its states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.analysis.frames import figures
from claims.errors import UnknownRecordError
from claims.origins import origin, stated
from claims.prose import Caution, cautions, figure, listed, sentence
from claims.states import MEANINGS, Corroboration
from claims.vocabulary import ReviewState
from dashboard import charts, data, explain, findings, relations, together
from dashboard.pages import claim_history
from dashboard.parts import badges, chain, missing, quoted
from dashboard.text import plain
from dashboard.theme import palette

if TYPE_CHECKING:
    from claims.records import Claim
    from claims.states import Standing
    from dashboard.request import Request


QUIET = {Caution.EXPLAINED, Caution.SINGLE, Caution.UNNAMED, Caution.STALE}
"""What holds for most claims on record and would drown the other warnings."""


def show(request: Request) -> None:
    """Draw the claim that the address names."""
    if not request.view.id:
        st.title("Claim")
        missing(request, "The address names no claim.")
        return
    try:
        claim = request.ledger.claim(request.view.id, request.rev)
    except UnknownRecordError as error:
        st.title("No such claim")
        missing(request, str(error))
        return
    request.name_tab(f"{figure(claim.quantity)}, {request.records.name(claim.claimant)}")
    standing = request.standing(claim)
    revisions = request.ledger.history("claim", claim.id, request.rev)
    _sentence(request, claim, standing, claim_history.by_the_set(revisions))
    said, facts = st.columns([3, 2], gap="large")
    with said:
        _evidence(request, claim)
        _chain(request, claim)
    with facts:
        _facts(request, claim)
    _others(request, claim)
    explain.form(request, claim)
    claim_history.show(request, revisions)


def _sentence(request: Request, claim: Claim, standing: Standing | None, by_set: str) -> None:
    """Say the claim, how the set it is from changed it, and what else a reader must be told."""
    if indicator := request.records.indicator(claim.indicator):
        request.link("indicator", indicator.title, id=indicator.id)
    st.title(plain(sentence(claim, request.records)))
    if by_set:
        st.markdown(plain(by_set))
    badges(claim, standing)
    if standing is not None and standing.corroboration is Corroboration.CORROBORATED:
        own = origin(claim, request.records)
        others = listed([request.records.name(one) for one in standing.origins if one != own])
        st.caption(plain(f"Borne out by what other origins say of the same: {others}."))
    for about, said in cautions(standing) if standing else []:
        (st.caption if about in QUIET else st.warning)(plain(said))
    if claim.review.state is ReviewState.REJECTED:
        why = claim.review.why or MEANINGS[ReviewState.REJECTED].lower()
        st.warning(plain(f"Rejected by {claim.review.by or 'an editor'}: {why}"))
    if claim.withdrawn and standing is None:
        st.warning(plain(f"Withdrawn by {claim.withdrawn.by}: {claim.withdrawn.reason}"))
    if claim.indicator:
        found = data.findings(request.ledger, claim.indicator, request.rev, request.today)
        findings.about(request, claim, found)


def _evidence(request: Request, claim: Claim) -> None:
    st.subheader("The words")
    for evidence in claim.evidence:
        source = request.records.source(evidence.source)
        title = request.records.title(source) if source else evidence.source
        quoted(evidence, source, title)
        request.link("source", "All claims of this source", id=evidence.source)


def _chain(request: Request, claim: Claim) -> None:
    """Draw the way of the claim, and of every page on record that prints the same figure."""
    st.subheader("From whom, through whom")
    records = request.records
    chain(map(records.name, claim.chain))
    found = data.beside(request.ledger, claim, request.rev, request.today)
    agreeing = [comparison.counterpart(claim) for comparison in found.agrees]
    same = [other for other in agreeing if stated(other) == stated(claim)]
    indicator = records.indicator(claim.indicator)
    if same and indicator is not None:
        st.caption("All that say the same of the time, and whom they have it from:")
        together.chain(request, indicator, [claim, *same])
    root = records.root(claim.origin)
    if root != claim.origin:
        st.caption(f"Counted as one origin with {plain(records.name(root))}.")


def _facts(request: Request, claim: Claim) -> None:
    """Draw the record's fields in words."""
    quantity = claim.quantity
    summed = quantity is not None and bool(quantity.sum_of)
    rows = {
        "Figure": figure(quantity),
        "In the source": quantity.as_stated if quantity else "no number",
        "Added up": "our sum of the parts that the source gives" if summed else "",
        "How firm": str(quantity.hedge) if quantity else "",
        "Bounds": quantity.bounds.in_words() if quantity else "",
        "Unit": quantity.unit if quantity else "",
        "About": claim.period.in_words() if claim.period else "no period",
        "Said": claim.said_on.in_words() if claim.said_on else "no date in the source",
        "Claimant": _who(request, claim.claimant),
        "Printed by": _who(request, claim.chain[-1]),
        "Kind": str(claim.kind) + (", planned" if claim.planned else ""),
        "Note": claim.note or "",
    }
    st.subheader("The record")
    shown = {label: plain(value) for label, value in rows.items() if value}
    st.table(
        {"Field": list(shown), "Value": list(shown.values())}, border="horizontal", hide_header=True
    )


def _who(request: Request, party_id: str) -> str:
    """Name a party and what it is: `Press TV (state media)`."""
    party = request.records.party(party_id)
    return f"{party.name} ({party.kind})" if party else party_id


def _others(request: Request, claim: Claim) -> None:
    """Draw the claim beside those it may be compared with, and list why they agree or not."""
    found = data.beside(request.ledger, claim, request.rev, request.today)
    compared = [*found.conflicts, *found.explained, *found.agrees]
    compared += [*found.replaced, *found.replaces]
    if not compared:
        return
    st.subheader("Beside it")
    others = [comparison.counterpart(claim) for comparison in compared]
    frame = figures([claim, *others], request.records)
    unit = claim.quantity.unit if claim.quantity else ""
    chart = charts.agreement(frame, palette(), title="Bounds of comparable claims", unit=unit)
    st.altair_chart(chart, theme=None, alt=f"{len(frame)} comparable claims with their bounds")
    for title, comparisons in {
        "Cannot be true together with it": found.conflicts,
        "Differs from it, as explained": found.explained,
        "Bears it out": found.bearing,
        "Can be true together with it": [c for c in found.agrees if c not in found.bearing],
        "Took its place": found.replaced,
        "Its place was taken by this claim": found.replaces,
    }.items():
        relations.comparisons(request, claim, title, comparisons)
