"""On Record: `streamlit run streamlit_app.py` serves the dashboard.

The first start loads `data/` into the ledger and shows how far it is; every start draws one
chart beforehand, so that the first visitor does not wait for the libraries to be imported.
"""

from __future__ import annotations

import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.middleware import Middleware

from claims.errors import ClaimsError
from dashboard import data
from dashboard.charts import warm_up
from dashboard.serving import TellRoot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from claims.errors import Problem


def show_progress(done: int, total: int) -> None:
    """Say on the terminal how many records have been loaded."""
    end = "\n" if done >= total else ""
    sys.stderr.write(f"\rLoading data/: {done:,} of {total:,} records{end}")
    sys.stderr.flush()


def show_problem(problem: Problem) -> None:
    """Say on the terminal which record of `data/` was left out, and why."""
    sys.stderr.write(f"{problem}\n")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Open the ledger before the first visitor comes, and close it after the last.

    Where it cannot be opened the pages say so too, so that a visitor is not left waiting.
    """
    warm_up()
    try:
        ledger = data.open_ledger(show_progress, show_problem)
    except ClaimsError as error:
        sys.stderr.write(f"{error}\n")
        yield
        return
    yield
    ledger.close()


app = st.App(
    Path(__file__).parent / "dashboard" / "entry" / "script.py",
    lifespan=lifespan,
    middleware=[Middleware(TellRoot)],
)
