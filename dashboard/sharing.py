"""The line above every page: as of when it is shown, its link to copy, its files."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin

import streamlit as st

from claims.export.words import forms, full_sentence, view_forms
from claims.numerals import counted
from claims.periods import words
from dashboard import data, differences, filters, grammar, links
from dashboard.clipboard import copy_button
from dashboard.selections import PAGES, outdated, refusal, selection
from dashboard.serving import site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.export.selection import Selection
    from dashboard.request import Request

LIVE: dict[str, object] = {"rev": None, "day": None, "shared": False, "now": False, "adrift": False}
"""The fields of a view that shows what stands now."""
FILES = {
    "csv": "CSV, a row a claim",
    "xlsx": "Spreadsheet (XLSX)",
    "json": "JSON",
    "jsonl": "JSON Lines, to load elsewhere",
    "jsonld": "JSON-LD (schema.org)",
    "zip": "Data package (ZIP)",
    "html": "Evidence pack (HTML)",
    "png": "Picture (PNG)",
    "svg": "Picture (SVG)",
    "vl.json": "Chart (Vega-Lite)",
}
"""The forms in which what a page shows leaves the house, by the suffix of the page's address."""
CHARTED = {"explore", "indicator", "compare"}


def bar(request: Request) -> None:
    """Draw as of when the page is shown, the link to copy, and the files of what it shows."""
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        _as_of(request)
        if _has_files(request):
            _files(request)
            _citations(request)
        copy_button("Copy link", shared_address(request), key="copy-link", absolute=True)


def shared_address(request: Request) -> str:
    """Return the address that is copied: this view, held at the position that is shown."""
    view = links.pinned(request.view, request.rev, request.today)
    return links.address("" if request.path == "overview" else request.path, view)


def _has_files(request: Request) -> bool:
    """Tell whether the page shows claims: those of a record that the address names have it."""
    records, named = request.records, request.view.id
    if request.path == "claim":
        return bool(data.claims(request.ledger, (named,), request.rev))
    if request.path in {"indicator", "source"}:
        return bool(records.indicator(named) or records.source(named))
    if request.path == "compare":
        return not refusal(request.view, records)
    return request.path in PAGES


def _citations(request: Request) -> None:
    """Offer the words to paste into a story; they are made when a reader asks for them."""
    opened = st.popover("Quote", help="Sentences and citations to paste", on_change="rerun")
    if not opened.open:
        return
    selected = selection(
        request.ledger,
        request.path,
        request.view,
        request.place,
        site=site(urljoin(str(st.context.url or ""), "/")),
        made=datetime.now(UTC),
    )
    found = outdated(selected, request.ledger, request.place)
    with opened:
        if found.later:
            st.warning("Out of date: what is quoted here has changed since, as the words say.")
        for label, text in _forms(request, found).items():
            st.caption(label)
            st.code(text, language=None, wrap_lines=True)


def _forms(request: Request, found: Selection) -> Mapping[str, str]:
    if request.path == "claim" and found.claims:
        return forms(found, found.claims[0])
    said = {}
    if request.view.pick:
        said = {"Sentences": "\n".join(full_sentence(found, claim) for claim in found.claims)}
    if request.path in CHARTED:
        image = f"{found.site}{found.path.replace(request.path, f'{request.path}.png', 1)}"
        return {**said, **view_forms(found, image)}
    return {**said, **view_forms(found)}


def _as_of(request: Request) -> None:
    """Let a reader walk back to what was on record at the end of a day, or at a revision."""
    place = request.place
    held = place.held is not None and not request.view.now
    at = f"{words(place.day)}, revision {place.rev:,}"
    label = f"On record on {at}" if held else "On record now"
    with st.popover(label, help="Walk back to what was on record when"):
        state = st.session_state
        state["as-of-day"] = place.day
        st.date_input(
            "At the end of",
            min_value=links.EARLIEST,
            max_value=place.now,
            key="as-of-day",
            on_change=_walk_to_day,
            format="YYYY-MM-DD",
        )
        state["as-of-rev"] = place.rev
        st.number_input(
            f"At revision (of {place.head.rev:,})",
            min_value=0,
            max_value=place.head.rev,
            step=1,
            key="as-of-rev",
            on_change=_walk_to_rev,
        )
        if place.held is not None:
            st.button("Show what stands now", on_click=_live, key="live", width="stretch")


def _walk_to_day() -> None:
    filters.change(**LIVE | {"day": st.session_state["as-of-day"]})


def _walk_to_rev() -> None:
    filters.change(**LIVE | {"rev": int(st.session_state["as-of-rev"])})


def _live() -> None:
    differences.forget()
    filters.change(**LIVE)


def _files(request: Request) -> None:
    """Lead to each form in which the claims of the page can be downloaded."""
    view = links.pinned(request.view, request.rev, request.today)
    asked = urlencode({"v": str(grammar.GRAMMAR), **links.write(view)}, doseq=True)
    drawn = request.path in CHARTED
    with st.popover("Download", help="Every file says filters, position and date"):
        if request.view.pick and request.path != "claim":
            st.caption(f"Of the {counted(len(request.view.pick), 'chosen claim')} only.")
        for suffix, label in FILES.items():
            if suffix == "vl.json" and not drawn:
                continue
            st.link_button(
                label, f"/{request.path}.{suffix}?{asked}", type="tertiary", width="stretch"
            )
