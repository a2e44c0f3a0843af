"""Re-check: the quotes on record against the text of their source as it reads now."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from claims.desk.recheck import Outcome, recheck
from claims.errors import ClaimsError
from claims.ledger import Filter
from claims.numerals import counted
from claims.prose import figure, listed
from dashboard import filters
from dashboard.desk import finding
from dashboard.desk.bench import may_record
from dashboard.desk.intake import KINDS, LARGEST
from dashboard.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claims.desk.recheck import Recheck
    from claims.documents.document import Document
    from claims.records import Source
    from dashboard.request import Request

SAID, CHECKED = "desk recheck said", "desk recheck text"
"""What became of the last file or address; the text that was checked last, with its source."""
MEANINGS = {
    Outcome.GONE: "Nothing near the words is left",
    Outcome.EDITED: "Near words stand in their stead",
    Outcome.MOVED: "The exact words stand elsewhere",
    Outcome.UNCHANGED: "The exact words stand where they stood",
}
"""What each outcome means, those to look at first."""
TO_LOOK_AT = {Outcome.GONE: "red", Outcome.EDITED: "orange"}
"""Outcomes that call for action, and their colours; the others are folded away."""
CHANGES = {"removed": ":red[~~{}~~]", "added": ":green[**{}**]", "same": "{}"}
"""How the words of a difference are drawn: struck out, bold, as they are."""


def show(request: Request) -> None:
    """Draw the choice of a source, the fields for its text, and what became of its quotes."""
    source = _source(request)
    if source is None:
        st.caption("Choose a source on record and give its text as it reads now.")
        return
    _given(source)
    state = st.session_state
    if state.get(CHECKED, ("", ""))[0] == source.id:
        _found(request, source, state[CHECKED][1])


def _source(request: Request) -> Source | None:
    """Offer the sources on record; the address says which one is chosen."""
    counts = request.ledger.claims_per_source(request.rev)
    sources = [one for one in request.records.sources if counts.get(one.id)]
    labels = {one.id: _label(request, one, counts[one.id]) for one in sources}
    if not labels:
        st.info("No source is on record yet.")
        return None
    named = request.view.id if request.view.id in labels else None
    if request.view.id and named is None:
        st.warning(plain(f"No source “{request.view.id}” with claims is on record."))
    st.session_state["desk-source"] = named
    st.selectbox(
        "Source on record",
        sorted(labels, key=lambda one: labels[one].casefold()),
        format_func=lambda one: labels.get(one, one),
        key="desk-source",
        placeholder="Choose a source",
        on_change=lambda: filters.change(id=st.session_state["desk-source"] or ""),
    )
    return request.records.source(named) if named else None


def _label(request: Request, source: Source, claims: int) -> str:
    day = f", {source.published.in_words()}" if source.published else ""
    publisher = request.records.name(source.publisher)
    return f"{request.records.title(source)} ({publisher}{day}; {counted(claims, 'claim')})"


def _given(source: Source) -> None:
    """Draw the three ways to give the text: pasted, a file, or its own address."""
    pasted, brought = st.columns([3, 2], gap="large")
    with brought:
        st.file_uploader(
            f"A file, up to {LARGEST} MB",
            type=KINDS,
            key="desk-recheck-file",
            on_change=_upload,
            max_upload_size=LARGEST,
        )
        if source.url and may_record():
            fetch = partial(_bring, partial(finding.from_address, source.url))
            st.button("Fetch its address", on_click=fetch, key="desk-recheck-fetch")
            st.caption(plain(source.url))
        if said := st.session_state.pop(SAID, ""):
            st.error(plain(said))
    with pasted, st.form("desk-recheck", border=False):
        limit = f"Paste it here, up to {finding.MOST:,} characters."
        st.text_area("Its text now", height=180, key="desk-recheck-words", placeholder=limit)
        if st.form_submit_button("Check its quotes", type="primary", key="desk-recheck-go"):
            _check(source)


def _upload() -> None:
    file = st.session_state["desk-recheck-file"]
    if file is not None:
        _bring(partial(finding.from_file, file.getvalue(), file.name))


def _bring(read: Callable[[], Document]) -> None:
    """Read a document into the field, or say why it cannot be."""
    try:
        st.session_state["desk-recheck-words"] = read().text
    except ClaimsError as error:
        st.session_state[SAID] = str(error)


def _check(source: Source) -> None:
    try:
        text = finding.from_words(st.session_state["desk-recheck-words"], {}).text
    except ClaimsError as error:
        st.error(plain(str(error)))
    else:
        st.session_state[CHECKED] = (source.id, text)


def _found(request: Request, source: Source, text: str) -> None:
    """List the quotes by what became of them, those to look at first."""
    claims = request.ledger.claims(Filter(source=(source.id,)), request.rev)
    found = recheck(text, claims, source=source.id)
    st.markdown(f"**{plain(summary(found))}**")
    for outcome, meaning in MEANINGS.items():
        these = [one for one in found if one.outcome is outcome]
        if not these:
            continue
        if outcome in TO_LOOK_AT:
            st.markdown(f":{TO_LOOK_AT[outcome]}-badge[{outcome}] {meaning}.")
            for one in these:
                _one(request, one)
        else:
            with st.expander(f"{counted(len(these), 'quote')} {outcome}: {meaning.lower()}"):
                for one in these:
                    _one(request, one)


def summary(found: Sequence[Recheck]) -> str:
    """Say what became of how many quotes: `4 quotes: 3 unchanged and 1 gone`."""
    counts = Counter(one.outcome for one in found)
    each = listed([f"{counts[one]} {one}" for one in MEANINGS if counts[one]] or ["none on record"])
    return f"{counted(len(found), 'quote')}: {each}"


def difference(one: Recheck) -> str:
    """Return the difference of an edited quote as markdown: struck out, or bold where new."""
    return " ".join(
        CHANGES[part.change].format(plain(part.words)) for part in one.difference if part.words
    )


def _one(request: Request, one: Recheck) -> None:
    quote = one.claim.evidence[one.evidence].quote
    name = request.records.name(one.claim.claimant)
    label = f"{figure(one.claim.quantity)}, {name}" if one.claim.quantity else name
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(difference(one) or f"“{plain(quote)}”", width="content")
        request.link("claim", label, id=one.claim.id)
