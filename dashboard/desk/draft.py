"""The draft check: a paragraph of a story, each figure with its verdict and the record."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import streamlit as st

from claims.desk.drafts import MEANINGS, Verdict, check
from claims.errors import ClaimsError
from claims.prose import figure, listed, sentence
from dashboard.clipboard import copy_button
from dashboard.desk.article import Mark, article
from dashboard.desk.finding import from_words
from dashboard.desk.looks import VERDICTS
from dashboard.desk.marks import Span
from dashboard.links import EARLIEST, LATEST
from dashboard.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claims.desk.drafts import Checked
    from dashboard.desk.article import Told
    from dashboard.request import Request

MOST = 20_000
"""Characters of a draft: a long story."""
MOST_LISTED = 4
TEXT, CHOSEN = "desk draft", "desk draft chosen"
"""What was checked last in this session, with its day, and which of its figures is chosen."""
COLOURS = {
    Verdict.SUPPORTED: "green",
    Verdict.NOT_ON_RECORD: "gray",
    Verdict.NOT_READ: "gray",
    Verdict.STALE: "gray",
}


def show(request: Request) -> None:
    """Draw the field for a draft, and what the record says of the figures in it."""
    _given(request.today)
    if TEXT not in st.session_state:
        st.caption(
            "Each figure is set beside the record: supported, its hedge dropped, superseded, in "
            "conflict, or not on record. Nothing is written down, and the draft is not kept."
        )
        return
    text, day = st.session_state[TEXT]
    found = check(text, request.ledger, published=day, rev=request.rev, known=request.records)
    if not found:
        st.info("No figure was found in it that a claim on record could bear out.")
        return
    st.markdown(f"**{plain(summary(found))}**")
    chosen = min(st.session_state.get(CHOSEN, 0), len(found) - 1)
    said, beside = st.columns([3, 2], gap="medium")
    with said:
        article(
            text,
            [Span(one.start, one.end, str(n)) for n, one in enumerate(found)],
            {str(n): mark(one) for n, one in enumerate(found)},
            VERDICTS,
            key="desk-draft-text",
            label="The draft, with its figures",
            chosen=str(chosen),
            act=_choose,
        )
    with beside, st.container(border=True, key="desk-card"):
        _card(request, found[chosen], chosen)


def _given(today: date) -> None:
    with st.form("desk-draft", border=False):
        st.text_area(
            "A paragraph of your story",
            height=140,
            key="desk-draft-words",
            placeholder=f"Paste it here, up to {MOST:,} characters.",
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.date_input(
                "Day it is for",
                today,
                min_value=EARLIEST,
                max_value=LATEST,
                key="desk-draft-day",
                format="YYYY-MM-DD",
                width=180,
                help="“This year” is read from this day, and what is stale on it is told.",
            )
            if st.form_submit_button("Check the draft", type="primary", key="desk-check"):
                _keep()


def _keep() -> None:
    """Take what was given, for as long as the session lasts; or say what is wrong."""
    state = st.session_state
    state.pop(TEXT, None)
    state.pop(CHOSEN, None)
    words = state["desk-draft-words"]
    if not words.strip():
        st.error("Paste a paragraph first.")
    elif len(words) > MOST:
        st.error(f"The draft is too long: at most {MOST:,} characters are checked at once.")
    else:
        try:
            state[TEXT] = (from_words(words, {}).text, state["desk-draft-day"])
        except ClaimsError as error:
            st.error(plain(str(error)))


def _choose(told: Told) -> None:
    st.session_state[CHOSEN] = int(told.mark)


def summary(found: Sequence[Checked]) -> str:
    """Say how many figures have which verdict: `3 figures: 2 supported, 1 hedge dropped`."""
    counts = Counter(one.verdict for one in found)
    each = listed([f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict]])
    return f"{len(found)} {'figure' if len(found) == 1 else 'figures'}: {each}"


def mark(one: Checked) -> Mark:
    """Return the mark of a figure: its verdict, said aloud with its words."""
    return Mark(one.verdict, f"{one.quote}: {one.verdict}")


def _card(request: Request, one: Checked, number: int) -> None:
    """Draw the verdict on one figure, the claims that it rests on, and a wording to copy."""
    colour = COLOURS.get(one.verdict, "orange")
    st.markdown(f"“{plain(one.quote)}”")
    st.markdown(f":{colour}-badge[{one.verdict}] {plain(MEANINGS[one.verdict])}.")
    st.markdown(plain(f"{one.reason[:1].upper()}{one.reason[1:]}."))
    if one.corrected:
        st.markdown("**Wording that the record bears out**")
        st.markdown(f"> {plain(one.corrected)}")
        copy_button("Copy the wording", one.corrected, key=f"desk-copy-{number}")
    if one.claims:
        best = one.claims[0].claim
        st.markdown("**On record**")
        st.markdown(plain(sentence(best, request.records, request.standing(best))))
    for matched in one.claims[:MOST_LISTED]:
        claim, name = matched.claim, request.records.name
        label = f"{figure(claim.quantity)}, {name(claim.claimant)}, {name(claim.chain[-1])}"
        request.link("claim", label, id=claim.id)
    if (rest := len(one.claims) - MOST_LISTED) > 0:
        st.caption(f"and {rest:,} more")
    if one.indicator is not None:
        request.link(
            "indicator", f"All on “{one.indicator.title}”", id=one.indicator.id, quiet=True
        )
