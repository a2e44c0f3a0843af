"""How far the reading of a file is, while it lasts."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st

from claims.imports.mapped import fitting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dashboard.desk.import_taking import Job


@contextmanager
def meter(doing: str, job: Job, rows: int) -> Iterator[Callable[[int], None]]:
    """Draw a bar until the block ends; what it yields is told the row that is reached.

    `rows` is how many there are, 0 where that is not known. A mapping with several tables reads
    the file as often.
    """
    table, mapping = job.table, job.mapping
    passes = len(fitting(mapping, table)) if table and mapping else 1
    bar = st.progress(0.0, f"{doing} …")
    before, reached = 0, 0

    def tell(row: int) -> None:
        nonlocal before, reached
        if row < reached:
            before += reached
        reached = row
        done, total = before + row, rows * passes
        share = min(done / total, 1.0) if total else 0.0
        of = f" of {total:,}" if total >= done else ""
        bar.progress(share, f"{doing} … {done:,}{of} rows")

    try:
        yield tell
    finally:
        bar.empty()
