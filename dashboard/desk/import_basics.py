"""What is said once for a whole table: its title, who says it, what is counted and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.imports.mapping import named_in
from claims.imports.suggesting import Basics
from claims.periods import parse
from claims.vocabulary import BASES, COUNTED, Basis, Kind
from dashboard.text import plain

if TYPE_CHECKING:
    from collections.abc import Mapping as Fields

    from claims.imports.mapping import Mapping
    from dashboard.desk.import_file import Brought

WORDS = {
    "title": ("What the table is", ""),
    "claimant": (
        "Who gives the figures",
        "A ministry, an agency, a group: where no column says it",
    ),
    "publisher": ("Who publishes the table", ""),
    "unit": ("What is counted", "Such as deaths, or tanks: where no column says it"),
    "baseline": ("Counted since", "For running totals: the day they start from, as 2024-05-01"),
}
"""What is written in words: its label and its help."""
CHOICES: Fields[str, tuple[str, tuple[str, ...], str]] = {
    "kind": ("Kind of figure", tuple(map(str, COUNTED)), ""),
    "basis": (
        "How it counts",
        tuple(map(str, Basis)),
        "",
    ),
}
"""What is one of a few: its label, these, and its help."""
ORDER = ("title", "claimant", "publisher", "kind", "unit", "basis", "baseline")
ASKED = ("kind", "unit", "basis", "baseline")
"""What each question of a mapping says; the page shows all that there are."""
LONGEST = 200


def basics(stated: Fields[str, str]) -> Basics:
    """Return what a person has stated; None for what is to be as found."""
    kind, basis = stated.get("kind"), stated.get("basis")
    return Basics(
        title=stated.get("title"),
        claimant=stated.get("claimant"),
        publisher=stated.get("publisher"),
        kind=Kind(kind) if kind else None,
        unit=stated.get("unit"),
        basis=Basis(basis) if basis else None,
        baseline=None if is_no_day(stated) else stated.get("baseline"),
    )


def is_no_day(stated: Fields[str, str]) -> bool:
    """Tell whether the day that running totals start from is none."""
    try:
        parse(stated.get("baseline", "2024"))
    except ValueError:
        return True
    return False


def show(brought: Brought, mapping: Mapping | None) -> None:
    """Draw a field for each, with what was found in grey."""
    found = as_found(mapping) if mapping else {}
    st.markdown("**Said once, for the whole table**")
    st.caption("In grey: as found. Write only what is not right.")
    row = st.columns(4)
    for number, name in enumerate(ORDER):
        with row[number % len(row)]:
            _field(brought, name, found.get(name, ""))
    if is_no_day(brought.stated):
        said = f"“{brought.stated['baseline']}” is no day: write it as 2024-05-01."
        st.error(plain(said))


def _field(brought: Brought, name: str, found: str) -> None:
    """Draw one field; empty it means: as found."""
    key = f"desk-import-{name}-{brought.edition}-{brought.part}"
    st.session_state[key] = brought.stated.get(name) or (None if name in CHOICES else "")

    def state() -> None:
        value = str(st.session_state[key] or "").strip()
        brought.stated = {k: v for k, v in {**brought.stated, name: value}.items() if v}

    if name in CHOICES:
        label, options, told = CHOICES[name]
        st.selectbox(
            label,
            options,
            format_func=in_words,
            key=key,
            on_change=state,
            placeholder=", ".join(map(in_words, filter(None, found.split(", ")))) or "Choose one",
            help=told or None,
        )
        return
    label, told = WORDS[name]
    st.text_input(
        label,
        key=key,
        on_change=state,
        placeholder=found or "Not found: write it here",
        max_chars=LONGEST,
        help=told or None,
    )


def in_words(option: str) -> str:
    """Say an option: `A running total since a baseline` for the basis `tally`."""
    return BASES[Basis(option)].meaning if option in set(Basis) else option.capitalize()


def as_found(mapping: Mapping) -> dict[str, str]:
    """Return what a mapping says of its whole table, in the words of the page."""
    sheet, source = mapping.tables[0], mapping.sources[0] if mapping.sources else None
    names = {party.id: party.name for party in mapping.parties}
    publisher = source.publisher if source else ""
    claimant = sheet.claimant or ""
    columns = named_in(claimant)
    made = [figure.question for figure in sheet.figures if figure.question]
    asked = [*mapping.indicators, *made]
    found = {name: [getattr(one, name) for one in asked] for name in ASKED}
    return {
        "title": mapping.title,
        "claimant": f"column {columns[0]}" if columns else names.get(claimant, claimant),
        "publisher": names.get(publisher, publisher),
        **{name: ", ".join(dict.fromkeys(map(str, filter(None, v)))) for name, v in found.items()},
    }
