"""What was found in a file before anything is made of it: its form, its parts, its first rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from claims.errors import ClaimsError, Problem
from claims.numerals import counted
from dashboard.text import legible, plain

if TYPE_CHECKING:
    from claims.imports.tables.table import Row, Table
    from dashboard.desk.import_file import Brought

FIRST = 5
"""Rows that are shown."""
MOST_COUNTED = 20_000
"""Rows that are counted at once; of more the preview tells the number."""
MOST_SHOWN = 120
"""Characters of a cell that are shown."""
MOST_FAULTS = 3
"""Faults of the file that are named here; the preview lists all."""
EXAMPLES = 2
"""Values of a column that stand for it."""
PARTED = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}
SHEETS = {"XLSX", "XLS", "ODS"}
"""Forms whose parts are sheets."""
KINDS_OF_SIZE = ((1_000_000, "MB"), (1_000, "kB"))


@dataclass
class Look:
    """The beginning of a table."""

    first: list[Row] = field(default_factory=list)
    examples: dict[str, list[str]] = field(default_factory=dict)
    """Values of each column, no two alike."""
    rows: int = 0
    more: bool = False
    """Whether there are more rows than were counted."""


def show(brought: Brought) -> Table | None:
    """Say what the file is and draw its first rows; None where it cannot be read."""
    name = plain(brought.path.name)
    if brought.holds_claims:
        st.markdown(
            f"**{name}** ({size(brought.size)}) is a file of claims: an export of On Record, or "
            "fact-checks. It needs no mapping."
        )
        return None
    try:
        with st.spinner("Reading the file …", show_time=True):
            table = brought.table()
            seen = look(brought, table)
    except ClaimsError as error:
        st.error(plain(brought.told(error)))
        if not brought.part:
            return None
        brought.choose_part("")
        return show(brought)
    st.markdown(f"**{name}** ({size(brought.size)}): {plain(described(table, seen))}.")
    if len(table.parts) > 1:
        _choose_part(brought, table)
    _faults(table)
    _first_rows(table, seen)
    return table


def look(brought: Brought, table: Table) -> Look:
    """Return the beginning of a table, read once for each file and part."""

    def read() -> Look:
        found = Look(examples={column: [] for column in table.columns})
        for row in table:
            if found.rows == MOST_COUNTED:
                found.more = True
                break
            found.rows += 1
            if not isinstance(row, Problem):
                _note(row, found)
        return found

    seen: Look = brought.once(("look", table.part), read)
    return seen


def described(table: Table, seen: Look) -> str:
    """Say what a table is: `CSV, utf-8, parted by commas; 4 columns, 340 rows`."""
    parted = PARTED.get(table.delimiter, f"“{table.delimiter}”") if table.delimiter else ""
    how = [table.form, table.encoding, f"parted by {parted}" if parted else ""]
    rows = f"more than {seen.rows:,} rows" if seen.more else counted(seen.rows, "row")
    return f"{', '.join(filter(None, how))}; {counted(len(table.columns), 'column')}, {rows}"


def size(of: int) -> str:
    """Say a number of bytes: `3.2 MB`."""
    for unit, name in KINDS_OF_SIZE:
        if of >= unit:
            return f"{of / unit:.1f} {name}"
    return counted(of, "byte")


def short(text: str) -> str:
    """Return the text of a cell on one line, cut where it is long."""
    shown = legible(text)
    return shown if len(shown) <= MOST_SHOWN else f"{shown[:MOST_SHOWN]}…"


def _note(row: Row, found: Look) -> None:
    """Take a row into the look: as one of the first, and its values as examples."""
    if len(found.first) < FIRST:
        found.first.append(row)
    for column, value in row.cells.items():
        known = found.examples.get(column)
        if known is not None and len(known) < EXAMPLES and (told := short(value)) not in known:
            known.append(told)


def _choose_part(brought: Brought, table: Table) -> None:
    """Offer the sheets of a workbook, or the tables of another file."""
    key = f"desk-import-part-{brought.edition}"
    st.session_state[key] = table.part
    st.selectbox(
        "Sheet" if table.form in SHEETS else "Part of the file",
        table.parts,
        format_func=legible,
        key=key,
        on_change=lambda: brought.choose_part(st.session_state[key]),
        width=360,
    )


def _faults(table: Table) -> None:
    """Name the faults of the file as a whole."""
    for problem in table.problems[:MOST_FAULTS]:
        where = f"Row {problem.where.line:,}: " if problem.where.line else ""
        what = f"{problem.field}: " if problem.field else ""
        st.warning(plain(f"{where}{what}{problem.message}. {problem.hint}."))
    if (rest := len(table.problems) - MOST_FAULTS) > 0:
        st.caption(f"And {counted(rest, 'fault')} more: the preview lists all.")


def _first_rows(table: Table, seen: Look) -> None:
    if not seen.first:
        st.info("No row of it can be read.")
        return
    rows = [[short(row.cells.get(name, "")) for name in table.columns] for row in seen.first]
    numbers = pd.Index([row.number for row in seen.first], name="Row")
    names = [legible(name) for name in table.columns]
    frame = pd.DataFrame(rows, columns=_apart(names), index=numbers, dtype="str")
    st.dataframe(frame, alt="The first rows of the file")


def _apart(names: list[str]) -> list[str]:
    """Return headings that no longer differ once they are legible with numbers behind them."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return found
