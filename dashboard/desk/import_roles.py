"""The suggested mapping, a line a column: what it holds, which role it has, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.imports.suggesting import Role, suggested, with_roles
from dashboard.desk import import_basics
from dashboard.desk.import_detected import look
from dashboard.text import legible, plain

if TYPE_CHECKING:
    from claims.imports.mapping import Mapping
    from claims.imports.suggesting import Suggestion
    from claims.imports.tables.table import Table
    from dashboard.desk.import_file import Brought

AT_ONCE = 40
"""Columns that are drawn on one page."""
WIDTHS = (3, 3, 2, 4)
ROLES = (Role.UNUSED, *(role for role in Role if role is not Role.UNUSED))
"""The roles as they are offered: leaving a column out is what is wanted most."""


def show(brought: Brought, table: Table) -> Mapping | None:
    """Draw the suggestion with its roles, doubts and what is stated once; return its mapping."""
    found = suggestion(brought, table)
    with st.container(gap="xsmall"):
        for doubt in found.doubts:
            st.markdown(f":orange-badge[Check] {plain(doubt.rstrip('.'))}.")
    _columns(brought, table, found)
    import_basics.show(brought, found.mapping)
    return found.mapping


def suggestion(brought: Brought, table: Table) -> Suggestion:
    """Return the mapping that is suggested, with the roles and words that a person has given."""
    first: Suggestion = brought.once(("suggested", table.part), lambda: suggested(table))
    if not (brought.roles or brought.stated):
        return first
    given = (*sorted(brought.roles.items()), *sorted(brought.stated.items()))
    roles, about = {**first.roles, **brought.roles}, import_basics.basics(brought.stated)
    found: Suggestion = brought.once(
        ("suggested", table.part, given), lambda: with_roles(table, roles, about)
    )
    return found


def _columns(brought: Brought, table: Table, found: Suggestion) -> None:
    """Draw a line for each column, so many at a time."""
    examples, now = look(brought, table).examples, {**found.roles, **brought.roles}
    pages, page = -(-len(table.columns) // AT_ONCE), 1
    if pages > 1:
        page = st.pagination(pages, key=f"desk-import-columns-{brought.edition}")
    start = (page - 1) * AT_ONCE
    with st.container(border=True, gap="small", key="desk-import-roles"):
        for number, name in enumerate(table.columns[start : start + AT_ONCE], start):
            column, holds, role, why = st.columns(WIDTHS, gap="small", vertical_alignment="center")
            column.markdown(f"**{plain(name)}**")
            holds.caption(plain("; ".join(examples.get(name, ())) or "nothing in the first rows"))
            with role:
                _role(brought, number, name, now.get(name, Role.UNUSED))
            why.caption(plain(found.reasons.get(name, "").removeprefix(f"“{name}” ")))


def _role(brought: Brought, number: int, name: str, role: Role) -> None:
    """Offer the roles that a column may have."""
    key = f"desk-import-role-{brought.edition}-{brought.part}-{number}"
    st.session_state[key] = role

    def change() -> None:
        brought.roles[name] = Role(st.session_state[key])

    st.selectbox(
        f"Role of {plain(name)}",
        ROLES,
        format_func=lambda one: legible(str(one)).capitalize(),
        label_visibility="collapsed",
        key=key,
        on_change=change,
    )
