"""Source: one document, the origins that it rests on, and its claims."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import streamlit as st

from claims.errors import UnknownRecordError
from claims.ledger import Filter
from claims.numerals import counted
from claims.origins import origin
from dashboard.parts import missing
from dashboard.picks import chosen, claims_table
from dashboard.text import plain

if TYPE_CHECKING:
    from claims.records import Source
    from dashboard.request import Request


def show(request: Request) -> None:
    """Draw the source that the address names."""
    records = request.records
    source = records.source(request.view.id)
    if source is None:
        st.title("No such source")
        missing(request, str(UnknownRecordError("source", request.view.id)))
        return
    request.name_tab(records.title(source))
    _facts(request, source)
    claims = request.ledger.claims(Filter(source=(source.id,)), request.rev, sort="period")
    if not claims:
        st.info("No claim on record rests on this source.")
        return
    origins = Counter(origin(claim, records) for claim in claims)
    st.subheader("Origins it rests on")
    for party, n in origins.most_common():
        name = records.name(party) if party else "no origin named"
        st.markdown(f"- {plain(name)}: {counted(n, 'claim')}")
    st.subheader(counted(len(claims), "claim"))
    chosen(request)
    claims_table(request, claims, key="claims")


def _facts(request: Request, source: Source) -> None:
    records = request.records
    title = records.title(source)
    st.title(plain(f"“{title}”" if source.title else title))
    published = source.published.in_words() if source.published else "no date shown"
    publisher = records.name(source.publisher)
    st.markdown(f"{plain(publisher)}, {published}. {str(source.kind).capitalize()}, {source.tier}.")
    if source.credit:
        credit = ", ".join(map(records.name, source.credit))
        st.markdown(f"Prints or quotes the text of: {plain(credit)}")
    if source.url:
        st.link_button("Open the source", source.url)
    else:
        st.caption("No address of it is on record; its headline, publisher and day name it.")
    if source.note:
        st.caption(plain(source.note))
