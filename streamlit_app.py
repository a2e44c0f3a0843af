"""On Record: `streamlit run streamlit_app.py` serves the dashboard.

The server answers at once. Meanwhile the libraries are loaded, the ledger is opened (on the
first start filled from `data/`, saying how far it is), and one chart is drawn to nowhere, so
that the first visitor waits for none of it.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.middleware import Middleware

from dashboard.headers import SecurityHeaders
from dashboard.routes import ROUTES
from dashboard.serving import OPENED, KnownHosts, TellRoot, send_at_once

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from claims.errors import Problem


def show_progress(done: int, total: int) -> None:
    """Say on the terminal how many records have been loaded."""
    end = "\n" if done >= total else ""
    sys.stderr.write(f"\rLoading data/: {done:,} of {total:,} records{end}")
    sys.stderr.flush()


def show_problem(problem: Problem) -> None:
    """Say on the terminal which record of `data/` was left out, and why."""
    sys.stderr.write(f"{problem}\n")


def prepare() -> None:
    """Load what every visitor needs; where the ledger cannot be opened the pages say so too."""
    from claims.errors import ClaimsError  # noqa: PLC0415 - loaded while the server answers
    from dashboard import charts, data, main, previews  # noqa: F401, PLC0415 - as above
    from dashboard.routes import api, feed, files, records  # noqa: F401, PLC0415 - as above

    try:
        data.open_ledger(show_progress, show_problem)
    except ClaimsError as error:
        sys.stderr.write(f"{error}\n")
    charts.warm_up()
    # Streamlit collects garbage after each run of the script. What was loaded here stays for
    # good: left out of the search, a filter change takes a third less time.
    gc.collect()
    gc.freeze()


def head(path: str, params: Mapping[str, list[str]], site: str) -> str:
    """Return what a page of the app says in its head; nothing until the ledger is open."""
    if not OPENED.is_set():
        return ""
    from dashboard import previews  # noqa: PLC0415 - as above

    return previews.head(path, params, site)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Prepare in the background, and wait for its end before the server ends."""
    send_at_once(asyncio.get_running_loop())
    preparing = asyncio.create_task(asyncio.to_thread(prepare))
    yield
    await preparing


app = st.App(
    Path(__file__).parent / "dashboard" / "entry" / "script.py",
    lifespan=lifespan,
    routes=ROUTES,
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(KnownHosts),
        Middleware(TellRoot, head=head),
    ],
)
