"""The card of one proposal: its words, what it would become, and the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.numerals import counted
from claims.periods import parse
from claims.prose import figure, sentence
from dashboard.desk import correction, deciding, reasons
from dashboard.desk.bench import go, may_record
from dashboard.desk.choosing import DOUBTS, doubted
from dashboard.desk.entries import choices, prospect
from dashboard.text import plain

if TYPE_CHECKING:
    from claims.desk.effects import Effect, Effects
    from claims.desk.whom import Whom
    from claims.desk.work import Work
    from claims.extraction.proposal import Proposal
    from dashboard.desk.entries import Prospect
    from dashboard.request import Request

MOST_LISTED = 4
"""Claims of a sort that are listed on a card."""


def show(request: Request, work: Work, number: int) -> None:
    """Draw the card of a proposal."""
    with st.container(border=True, key="desk-card"):
        _steps(work, number)
        proposal, decided = work.proposals[number], work.decided.get(number)
        st.markdown(f"“{plain(proposal.quote)}”")
        if decided is not None and decided.outcome == "rejected":
            why = f" Why: {plain(decided.reason)}." if decided.reason else ""
            st.markdown(f"**Rejected.** It is not on record.{why}")
            if may_record():
                mine = (request, work, number)
                reasons.field(request, work, number, f"desk-why-{work.id}-{number}")
                st.button("Take back", key="desk-undo", on_click=deciding.take_back, args=mine)
        elif decided is not None and decided.claim:
            st.markdown("**Accepted.**")
            request.link("claim", "The claim on record", id=decided.claim)
        else:
            _open(request, work, number)


def last(request: Request, work: Work) -> None:
    """Say what the last decision did."""
    said = deciding.said()
    if said is None:
        return
    if said.failed:
        st.error(plain(said.message))
    else:
        st.markdown(plain(said.message), width="content")
    if said.claim:
        request.link("claim", "Open the claim", id=said.claim)
    if said.number is not None:
        reasons.field(request, work, said.number, f"desk-why-last-{work.id}-{said.number}")
        undo = (request, work, said.number)
        st.button(
            "Undo",
            key="desk-undo-last",
            type="tertiary",
            on_click=deciding.take_back,
            args=undo,
        )


def _steps(work: Work, number: int) -> None:
    """Draw where the proposal stands among the others, and the way to its neighbours."""
    last = len(work.proposals) - 1
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{number + 1} of {last + 1}**", width="content")
        for label, to in (("Previous", number - 1), ("Next", number + 1)):
            st.button(
                label,
                key=f"desk-{label.lower()}",
                type="tertiary",
                disabled=not 0 <= to <= last,
                on_click=go,
                args=(work.id, to),
            )


def _open(request: Request, work: Work, number: int) -> None:
    """Draw what an open proposal would become, and offer to decide."""
    key = deciding.question(work, number)
    chosen = st.session_state.get(key)
    found = prospect(request.ledger, request.records, work, number, chosen)
    if may_record() and deciding.is_edited(work, number):
        correction.form(request, work, number, found)
        return
    for doubt in doubted(work.proposals[number]):
        st.markdown(f":orange-badge[{doubt}] {DOUBTS[doubt]}.")
    _facts(work.proposals[number], found)
    if found.entry.as_stated:
        _question(found, request, key)
    if found.claim is not None:
        st.caption(plain(sentence(found.claim, found.records)))
    _consequences(request, found)
    if may_record():
        for problem in found.problems:
            st.warning(plain(deciding.in_words(problem)))
        _buttons(request, work, number)


def _facts(proposal: Proposal, found: Prospect) -> None:
    """Draw what the words say and what the desk read around them."""
    entry, quantity = found.entry, proposal.quantity
    bounds = quantity.bounds.in_words()
    names = [_named(whom) for whom in entry.chain]
    rows = {
        "Figure": f"{figure(quantity)} ({bounds})",
        "Counted in": entry.unit,
        "Kind": str(proposal.kind),
        "About": parse(entry.period).in_words() if entry.period else "no period found",
        "Place": proposal.place or "no place found",
        "Claimant": _named(entry.claimant),
        "Through": " → ".join(names) if len(names) > 1 else "",
    }
    rows["Near on record"] = ", ".join(found.near) if entry.claimant.id is None else ""
    shown = {label: plain(value) for label, value in rows.items() if value}
    st.table(
        {"Field": list(shown), "Value": list(shown.values())}, border="horizontal", hide_header=True
    )


def _named(whom: Whom) -> str:
    """Name a party; one that is not on record yet is told as new."""
    if not whom.name:
        return "nobody named"
    return whom.name if whom.id else f"{whom.name} (new)"


def _question(found: Prospect, request: Request, key: str) -> None:
    """Offer the questions that it may answer; the best suggestion is chosen."""
    labels = choices(found, request.records)
    chosen = found.entry.indicator or ""
    st.selectbox(
        "Answers the question",
        list(labels),
        index=list(labels).index(chosen) if chosen in labels else 0,
        format_func=lambda one: labels.get(one, one),
        key=key,
    )
    why = [one.why for one in found.suggestions if one.indicator.id == chosen]
    if why:
        st.caption(plain(f"Suggested for: {why[0]}"))


def _consequences(request: Request, found: Prospect) -> None:
    """Say what is on record already, and what the claim would agree or conflict with."""
    for claim in found.known[:MOST_LISTED]:
        request.link("claim", f"Already on record: {claim.statement}", id=claim.id)
    effects: Effects = found.effects
    if effects.too_many:
        st.caption("This question has too many claims to be compared before recording.")
    for label, those, colour in (
        ("Would conflict with", effects.conflicts, "orange"),
        ("Would take the place of", effects.supersedes, "blue"),
        ("Would make outdated", effects.outdated, "blue"),
        ("Newer on record", effects.superseded_by, "orange"),
        ("Would agree with", effects.agrees, "gray"),
        ("Within rounding of", effects.within_rounding, "gray"),
    ):
        _listed(request, label, those, colour)


def _listed(request: Request, label: str, those: tuple[Effect, ...], colour: str) -> None:
    if not those:
        return
    st.markdown(f":{colour}-badge[{label} {counted(len(those), 'claim')}]")
    for claim, reason in those[:MOST_LISTED]:
        name = request.records.name(claim.claimant)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            request.link("claim", f"{figure(claim.quantity)}, {name}", id=claim.id)
            st.caption(plain(reason), width="content")
    if (rest := len(those) - MOST_LISTED) > 0:
        st.caption(f"and {rest:,} more")


def _buttons(request: Request, work: Work, number: int) -> None:
    """Draw the three decisions."""
    mine = (request, work, number)
    with st.container(horizontal=True):
        st.button("Accept", key="desk-accept", type="primary", on_click=deciding.accept, args=mine)
        st.button("Correct", key="desk-correct", on_click=deciding.edit, args=(work, number))
        st.button("Reject", key="desk-reject", on_click=deciding.reject, args=mine)
