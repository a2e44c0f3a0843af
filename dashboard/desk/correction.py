"""The fields of a proposal, to be corrected in place and then recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from claims.desk.entry import MOST_WORDS
from claims.desk.sameness import sources_of
from claims.hedges import Hedge, show
from claims.vocabulary import BASES, COUNTED, Basis, Kind, PartyKind, SourceKind, Tier
from dashboard.desk import corrections, deciding
from dashboard.text import plain

if TYPE_CHECKING:
    from enum import StrEnum

    from claims.collection import Collection
    from claims.desk.entry import Entry
    from claims.desk.work import Work
    from claims.records import Indicator
    from dashboard.desk.entries import Prospect
    from dashboard.request import Request

EDTF = "A day, month or year as 2021-07-27, 2021-07 or 2021; a span as 2021-07-15/2021-07-27"
ENDS = "For a range its two ends; for a vague word the least that it allows"

AS_NAMED = "what the name suggests"


def form(request: Request, work: Work, number: int, found: Prospect) -> None:
    """Draw the fields of a proposal; they are recorded together."""
    entry, records = found.entry, request.records
    with st.container(key="desk-fields"), st.form(f"desk-form-{work.id}-{number}", border=False):
        given: dict[str, Any] = {}
        given["quote"] = st.text_input(f"Exact words, {MOST_WORDS} at most", entry.quote)
        given["statement"] = st.text_area("In our words, one sentence", entry.statement, height=80)
        _figure(entry, given)
        _when(entry, given)
        given |= _people(entry, records, found.near)
        given["note"] = st.text_input("Note", entry.note or "")
        given["question"] = _question(entry.new_indicator) if entry.new_indicator else {}
        given |= _source(entry, records) if _is_new(work, entry, records) else {}
        with st.container(horizontal=True):
            record = st.form_submit_button("Record", type="primary", key="desk-record")
            cancel = st.form_submit_button("Cancel", key="desk-cancel")
    if cancel:
        deciding.leave_fields()
        st.rerun()
    if record:
        _record(request, work, number, entry, given)


def _figure(entry: Entry, given: dict[str, Any]) -> None:
    """Draw the words of the figure, how firm they are and what they count."""
    low, high = entry.between or (entry.value, None)
    words, hedge = st.columns(2)
    given["as_stated"] = words.text_input("Words that state the figure", entry.as_stated)
    given["hedge"] = _pick(hedge, "How firm", Hedge, entry.hedge)
    first, last, unit = st.columns(3)
    given["low"] = first.text_input("Number", "" if low is None else show(low), help=ENDS)
    given["high"] = last.text_input("to", "" if high is None else show(high), help=ENDS)
    given["unit"] = unit.text_input("Unit", entry.unit)


def _when(entry: Entry, given: dict[str, Any]) -> None:
    """Draw what the figure is about and when it was said."""
    about, said = st.columns(2)
    given["period"] = about.text_input("About the period", entry.period or "", help=EDTF)
    given["said_on"] = said.text_input("Said on", entry.said_on or "", help=EDTF)
    given["planned"] = st.checkbox("About the future: a plan, a target, a cap", entry.planned)


def _people(entry: Entry, records: Collection, near: tuple[str, ...]) -> dict[str, Any]:
    """Draw who says so and through whom; a name that is not on record becomes a new party."""
    names = _names(entry, records, near)
    claimant = st.selectbox(
        "Claimant",
        names,
        index=names.index(entry.claimant.name) if entry.claimant.name in names else None,
        accept_new_options=True,
        placeholder="Choose, or write a new name",
    )
    chain = st.multiselect(
        "From the origin to the publisher, in order",
        names,
        default=[one.name for one in entry.chain],
        accept_new_options=True,
    )
    kinds = [AS_NAMED, *map(str, PartyKind)]
    kind = st.selectbox("A name that is not on record yet is", kinds)
    party = None if kind == AS_NAMED else PartyKind(kind)
    return {"claimant": claimant or "", "chain": chain, "party": party}


def _names(entry: Entry, records: Collection, near: tuple[str, ...] = ()) -> list[str]:
    """Return the names to choose from: those meant, those near, all others."""
    meant = [entry.claimant.name, *(one.name for one in entry.chain), entry.publisher.name]
    known = sorted((records.name(one) for one in records.ids("party")), key=str.casefold)
    return [name for name in dict.fromkeys([*meant, *near, *known]) if name]


def _question(before: Indicator) -> dict[str, Any]:
    """Draw the fields of a new question."""
    st.markdown("**The new question**")
    found: dict[str, Any] = {"title": st.text_input("As a heading", before.title)}
    kind, basis = st.columns(2)
    found["kind"] = _pick(kind, "Kind", Kind, before.kind, among=COUNTED)
    found["basis"] = _pick(basis, "How it counts", Basis, before.basis, help=_bases())
    place, country, baseline = st.columns(3)
    found["place"] = place.text_input("Place", before.place or "")
    found["country"] = country.text_input("Country code", before.country or "", max_chars=2)
    start = str(before.baseline.text) if before.baseline else ""
    found["baseline"] = baseline.text_input("Counted from", start, help=EDTF)
    found["includes"] = st.text_input("What it counts, one line", before.includes)
    return found


def _bases() -> str:
    return "  \n".join(f"{basis}: {plain(rule.meaning)}" for basis, rule in BASES.items())


def _is_new(work: Work, entry: Entry, records: Collection) -> bool:
    """Tell whether no source on record is the article of a work."""
    return not sources_of(work.as_document(), records.sources, entry.publisher.id)


def _source(entry: Entry, records: Collection) -> dict[str, Any]:
    """Draw the fields of a new source."""
    st.markdown("**The new source**")
    names = _names(entry, records)
    publisher = st.selectbox(
        "Publisher",
        names,
        index=names.index(entry.publisher.name) if entry.publisher.name in names else None,
        accept_new_options=True,
        placeholder="Choose, or write a new name",
    )
    kind, tier = st.columns(2)
    return {
        "publisher": publisher or "",
        "source_kind": _pick(kind, "Kind of document", SourceKind, entry.source_kind),
        "tier": _pick(tier, "How near it stands", Tier, entry.tier),
    }


def _pick(  # noqa: PLR0913 - what a field of fixed words needs
    where: Any,  # noqa: ANN401 - a column, or Streamlit itself
    label: str,
    words: type[StrEnum],
    now: StrEnum,
    *,
    among: tuple[StrEnum, ...] = (),
    help: str | None = None,  # noqa: A002 - Streamlit's own name
) -> StrEnum:
    """Draw a field that takes the words of a vocabulary."""
    options = [str(one) for one in among or tuple(words)]
    index = options.index(str(now)) if str(now) in options else 0
    return words(where.selectbox(label, options, index=index, help=help))


def _record(
    request: Request, work: Work, number: int, before: Entry, given: dict[str, Any]
) -> None:
    """Record the fields, or say what cannot be used."""
    try:
        entry = corrections.entry(before, given, work.text, request.records)
    except corrections.UnusableError as error:
        st.error(plain(str(error)))
        return
    if deciding.recorded(request, work, number, entry):
        st.rerun()
    if said := deciding.said():
        st.error(plain(said.message))
