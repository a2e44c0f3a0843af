"""A person's explanation why two claims differ, from a short list, recorded as a revision.

What is explained is what stands now, on whatever position the page is held. Whoever presses
the button of a form that shows something else by then records nothing, is told so, and keeps
the words: the button and the choice of a claim are made anew with what they are about.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

import streamlit as st

from claims.errors import ClaimsError
from claims.explaining import explain, take_back
from claims.ledger import Filter
from claims.prose import figure
from claims.records import to_json
from claims.vocabulary import DIFFERENCES, Difference
from dashboard import data
from dashboard.text import LONGEST_NAME, brief, plain

if TYPE_CHECKING:
    from claims.comparison import Comparison
    from claims.records import Claim
    from dashboard.request import Request

MOST_OF_A_NAME, MOST_OF_A_NOTE = 80, 500
"""Letters that can be typed."""
CHANGED = (
    "Nothing was recorded: this claim, or one that it conflicts with, has changed since you opened "
    "this form. Your words are kept. Choose again which claim they are about."
)
NONE_LEFT = (
    "Nothing was recorded: the claims that it conflicts with have changed since you opened this "
    "form, and now there is none. Your words are kept until you leave the page."
)


def may_edit() -> bool:
    """Tell whether the app answers on this machine only, so that whoever is there may edit."""
    address = str(st.get_option("server.address") or "")
    try:
        return address == "localhost" or ip_address(address).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class _Form:
    """What a form is about: a claim as it stands now, and what it conflicts with."""

    claim: Claim
    others: dict[str, Claim]
    """By id."""
    labels: dict[str, str]
    """What each of them is called, no two alike."""
    explained: frozenset[str]
    """Those that somebody explained, by id."""

    @property
    def shown(self) -> str:
        """A mark of all this, which changes where anything of it does."""
        records = map(to_json, (self.claim, *self.others.values()))
        return hashlib.sha256("\n".join([*records, *self.labels.values()]).encode()).hexdigest()


def form(request: Request, claim: Claim) -> None:
    """Offer to explain why a claim differs from those that it conflicts with.

    Where it conflicts with none any more, a form that has been filled in stays to be read.
    """
    if not may_edit():
        return
    about = _form(request, claim.id)
    done = f"explained {claim.id}"
    turn = st.session_state.setdefault(done, 0)
    note, why = f"explain-note-{claim.id}-{turn}", f"explain-why-{claim.id}-{turn}"
    begun = bool(st.session_state.get(note) or st.session_state.get(why))
    if not about.others and not begun:
        return
    seen = f"explain-shown-{claim.id}"
    is_new = st.session_state.get(seen, about.shown) != about.shown
    st.session_state[seen] = about.shown
    with st.expander("Explain why it differs", expanded=begun):
        if not about.others:
            st.warning(NONE_LEFT)
        elif begun and is_new:
            st.warning(CHANGED)
        if _filled_in(request, about, note, why):
            st.session_state[done] = turn + 1
            del st.session_state[seen]
            st.rerun()


def _form(request: Request, claim_id: str) -> _Form:
    """Return what may be explained of a claim now: conflicts, explained ones too."""
    now = request.place.head.rev
    claim = request.ledger.claim(claim_id, now)
    beside = data.beside(request.ledger, claim, now, request.place.now)
    found = [*beside.conflicts, *beside.explained]
    others = {one.id: one for one in (comparison.counterpart(claim) for comparison in found)}
    labels = {c.counterpart(claim).id: _label(request, c.counterpart(claim), c) for c in found}
    alike = Counter(labels.values())
    unlike = {one: f"{said} ({one})" if alike[said] > 1 else said for one, said in labels.items()}
    explained = frozenset(comparison.counterpart(claim).id for comparison in beside.explained)
    return _Form(claim, others, unlike, explained)


def _label(request: Request, claim: Claim, comparison: Comparison) -> str:
    """Name a claim to choose: `nine, Fars, Arab News, 27 July 2021 (explained as scope)`."""
    records = data.context(request.ledger, request.place.head.rev)
    said = claim.said_on.in_words() if claim.said_on else "undated"
    parties = (claim.claimant, claim.chain[-1])
    names = (brief(records.name(party), LONGEST_NAME) for party in parties)
    label = ", ".join([figure(claim.quantity), *names, said])
    earlier = comparison.explained
    return f"{label} (explained as {earlier.why})" if earlier else label


def _filled_in(request: Request, about: _Form, note: str, why: str) -> bool:
    """Draw the fields; return whether an explanation was recorded."""
    with st.form("explain", border=False):
        other = st.selectbox(
            "Differs from",
            list(about.others),
            format_func=about.labels.__getitem__,
            index=None,
            placeholder="Choose the claim that it differs from",
            key=f"explain-from-{about.shown}",
            help="A new explanation takes the place of an earlier one of the same two figures.",
        )
        reason = st.selectbox(
            "Why",
            [str(one) for one in Difference],
            format_func=lambda one: f"{one}: {DIFFERENCES[Difference(one)]}",
            index=None,
            placeholder="Choose a reason",
            key=why,
        )
        words = st.text_area("In words", max_chars=MOST_OF_A_NOTE, key=note)
        by = st.text_input("Your name", max_chars=MOST_OF_A_NAME, key="explain-by")
        pressed = st.form_submit_button(
            "Record the explanation",
            key=f"explain-record-{about.shown}",
            disabled=not about.others,
        )
        back = bool(about.explained) and st.form_submit_button(
            "Take the explanation back", key=f"explain-back-{about.shown}"
        )
        if not (pressed or back):
            return False
        if other is None:
            st.error("Choose the claim that it differs from. Nothing was recorded.")
            return False
        given = None if back else (reason or "", words)
        return _record(request, about.claim, about.others[other], given, by)


def _record(
    request: Request, claim: Claim, other: Claim, given: tuple[str, str] | None, by: str
) -> bool:
    """Write a reason and words as the explanation, or that there is none any more.

    Returns whether that was done; what stands against it is said.
    """
    now = request.place.head.rev
    indicator = data.context(request.ledger, now).indicator(claim.indicator)
    every = request.ledger.claims(Filter(indicator=(claim.indicator or "",)), now)
    try:
        if given is None:
            changed = take_back(claim, other, every, by=by)
            told = "the explanation was taken back"
        else:
            told, note = given
            changed = explain(claim, other, indicator, every, why=told, note=note, by=by)
        reason = f"differs from {other.id}: {told}"
        request.ledger.revise(*changed, actor=by.strip(), reason=reason, based_on=now)
    except ClaimsError as error:
        st.error(plain(str(error)))
        return False
    return True
