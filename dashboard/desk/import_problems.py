"""The problems of a file row by row: a table on the page, and all of them as a CSV."""

from __future__ import annotations

import csv
import io
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from claims.export.table import cell
from dashboard.text import legible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.errors import Problem
    from dashboard.desk.import_taking import Became

MOST_DRAWN = 1_000
HEADINGS = ("Row", "Column", "Value", "What is wrong", "How to mend it")


def show(became: Became) -> None:
    """Draw the problems of a file and offer all of them as a file; nothing where there are none."""
    if not became.problems:
        return
    total, drawn = len(became.problems) + became.beyond, became.problems[:MOST_DRAWN]
    st.markdown("**Problems, row by row**")
    more = f" The first {len(drawn):,} of {total:,} are drawn." if total > len(drawn) else ""
    st.caption(f"Rows or cells that cannot go in; all others can.{more}")
    rows = [[legible(str(cell)) for cell in _cells(one)] for one in drawn]
    frame = pd.DataFrame(rows, columns=list(HEADINGS), dtype="str")
    st.dataframe(frame, hide_index=True, alt="Problems of the file")
    st.download_button(
        "All problems as CSV" if not became.beyond else f"{len(became.problems):,} problems as CSV",
        partial(as_csv, became.problems),
        f"{became.file}-problems.csv",
        "text/csv",
        on_click="ignore",
        key="desk-import-problems",
    )


def as_csv(problems: Iterable[Problem]) -> bytes:
    """Write problems as CSV, so that a spreadsheet takes no cell for a formula."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(HEADINGS)
    writer.writerows([cell(value) for value in _cells(one)] for one in problems)
    return written.getvalue().encode("utf-8-sig")


def _cells(problem: Problem) -> tuple[str | int, ...]:
    """Return what a problem says, as the headings have it; the row is empty for a whole file."""
    where = problem.where.line or ""
    return (where, problem.field, problem.value, problem.message, problem.hint)
