"""Which mapping a table is read by: a ready one that fits, the suggested one, or a person's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from claims.editions.choosing import mapping_for, ready_for
from claims.editions.errors import NoMappingError
from claims.editions.shelf import shelf_of
from claims.errors import ClaimsError
from claims.imports.loading import LARGEST, as_yaml, parse
from claims.imports.mapped import fitting
from claims.numerals import counted
from dashboard.desk import import_roles
from dashboard.text import plain

if TYPE_CHECKING:
    from claims.imports.mapping import Mapping
    from claims.imports.tables.table import Table
    from claims.ledger import Ledger
    from dashboard.desk.import_file import Brought

PACKED, SUGGESTED, WRITTEN = "*package", "*suggested", "*written"
"""Choices that are no ready mapping; no name of a mapping has a star."""
BEFORE = "*before "
"""How the choice of a mapping begins that an earlier import used."""
SAME_SET = "Its columns are those of an earlier import: make sure that it is the same set."
OTHERS = {PACKED, SUGGESTED, WRITTEN}
OWN = "your mapping"
"""What a mapping that a person wrote is called where something is wrong with it."""


@dataclass(frozen=True)
class Choice:
    """One way to read the table."""

    title: str
    about: str
    mapping: Mapping | None = None


def show(brought: Brought, table: Table, ledger: Ledger) -> Mapping | None:
    """Draw the choice of a mapping and what belongs to it; None where there is none to use."""
    choices = _choices(brought, table, ledger)
    chosen = _choose(brought, choices)
    mapping = choices[chosen].mapping if chosen else None
    if chosen == SUGGESTED:
        mapping = import_roles.show(brought, table)
    elif chosen == WRITTEN:
        mapping = _written(brought, table)
    elif chosen and (about := choices[chosen].about):
        st.caption(plain(about))
    if chosen and chosen.startswith(BEFORE):
        st.caption(SAME_SET)
    _as_yaml(brought, mapping, f"{chosen}-{table.part}")
    return mapping


def _choices(brought: Brought, table: Table, ledger: Ledger) -> dict[str, Choice]:
    """Return the ways to read a table, the one that fits best first."""
    found = {}
    if (
        packed := brought.once(("packed", table.part), lambda: _packed(brought, table))
    ) is not None:
        found[PACKED] = Choice(f"{packed.title} (in the package)", packed.about or "", packed)
    kept: list[Mapping] = brought.once(
        ("kept", table.part), lambda: shelf_of(ledger).fitting(table)
    )
    for one in kept:
        if packed is None or packed.name != one.name:
            found[BEFORE + one.name] = Choice(f"Used before: {one.title}", one.about or "", one)
    ready: list[Mapping] = brought.once(("ready", table.part), lambda: ready_for(table))
    found |= {one.name: Choice(one.title, one.about or "", one) for one in ready}
    found[SUGGESTED] = Choice("Suggested from its columns", "")
    if brought.written:
        found[WRITTEN] = Choice("Your own, as YAML", "")
    return found


def _choose(brought: Brought, choices: dict[str, Choice]) -> str | None:
    """Offer the choices where there are several; return the chosen one.

    Where several ready mappings fit, a person says which: they read the table differently.
    """
    first: str | None = next(iter(choices))
    ready = [name for name in choices if name not in OTHERS and not name.startswith(BEFORE)]
    if first in ready and len(ready) > 1:
        first = None
    chosen = brought.chosen if brought.chosen in choices else first
    if len(choices) == 1:
        st.caption("No ready mapping has these columns. Here is one made from what they hold.")
        return chosen
    if first is None:
        st.caption(f"{counted(len(ready), 'ready mapping')} fit this table: choose one of them.")
    key = f"desk-import-mapping-{brought.edition}"
    st.session_state[key] = chosen

    def choose() -> None:
        brought.chosen = st.session_state[key] or ""

    st.radio(
        "How the table is read",
        list(choices),
        index=None,
        format_func=lambda one: plain(choices[one].title),
        label_visibility="collapsed",
        key=key,
        on_change=choose,
    )
    return chosen


def _packed(brought: Brought, table: Table) -> Mapping | None:
    """Return the mapping that a package brings; none where it brings none that can be used."""
    try:
        found = mapping_for(brought.path, table, None)
        fitting(found, table)
    except NoMappingError:
        return None
    except ClaimsError as error:
        st.warning(plain(brought.told(error)))
        return None
    return found


def _written(brought: Brought, table: Table) -> Mapping | None:
    """Return the mapping that a person wrote, or say what is wrong with it."""
    try:
        mapping = parse(brought.written, OWN)
        fitting(mapping, table)
    except ClaimsError as error:
        st.error(plain(str(error)))
        return None
    return mapping


def _as_yaml(brought: Brought, mapping: Mapping | None, name: str) -> None:
    """Offer the mapping as text: to read, to edit, to keep, or to bring another."""
    is_own = name.startswith(WRITTEN)
    text = brought.written if is_own or mapping is None else as_yaml(mapping)
    with st.expander("The mapping as YAML: edit it, download it, or bring your own"):
        if said := brought.known.pop("yaml said", ""):
            st.error(plain(said))
        key = f"desk-import-yaml-{hash((name, text))}"
        with st.form("desk-import-own", border=False):
            st.text_area("Mapping (YAML)", text, height=320, key=key)
            st.form_submit_button(
                "Use this text", on_click=_use, args=(brought, key), key="desk-import-use"
            )
        if mapping is not None:
            st.download_button(
                "Download the mapping",
                as_yaml(mapping),
                f"{mapping.name}.yaml",
                "application/yaml",
                on_click="ignore",
                key="desk-import-keep-yaml",
            )
        own = f"desk-import-yaml-file-{brought.edition}"
        st.file_uploader(
            "A mapping from a file (.yaml)",
            type=["yaml", "yml"],
            key=own,
            on_change=_bring,
            args=(brought, own),
            max_upload_size=1,
        )


def _use(brought: Brought, key: str) -> None:
    """Take the text of the field as the mapping."""
    brought.written = str(st.session_state[key]).strip()
    brought.chosen = WRITTEN if brought.written else ""


def _bring(brought: Brought, key: str) -> None:
    """Take a file as the mapping; what is wrong with it is said where it is drawn."""
    file = st.session_state[key]
    if file is None:
        return
    try:
        written = file.getvalue()[: LARGEST + 1].decode("utf-8-sig")
    except UnicodeDecodeError:
        brought.known["yaml said"] = f"“{file.name}” is no text in UTF-8."
        return
    brought.written, brought.chosen = written, WRITTEN
