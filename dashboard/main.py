"""The entry of every run: read the address once, pick the page, catch what went wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from claims.errors import ClaimsError
from dashboard import data, differences, links, places, sharing
from dashboard.pages import (
    changes,
    claim,
    compare,
    desk,
    explore,
    indicator,
    method,
    overview,
    source,
    sources,
)
from dashboard.request import Request
from dashboard.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    Show = Callable[[Request], None]

PAGES: dict[str, tuple[str, Show]] = {
    "overview": ("Overview", overview.show),
    "explore": ("Explore", explore.show),
    "indicator": ("Indicators", indicator.show),
    "compare": ("Compare", compare.show),
    "sources": ("Sources", sources.show),
    "desk": ("Desk", desk.show),
    "changes": ("Changes", changes.show),
    "method": ("Method", method.show),
    "claim": ("Claim", claim.show),
    "source": ("Source", source.show),
}
"""Path of each page, its title and what draws it, in the order of the menu."""
HIDDEN = {"claim", "source"}
"""Pages about one record, reached from others."""
LIVE = {"desk"}
"""Pages on which work is done: they show what stands now, whatever the address holds."""


def main(start: str = "overview") -> None:
    """Draw the page that the address names, or else the one to start with."""
    st.set_page_config(page_title="On Record", layout="wide", initial_sidebar_state="auto")
    pages = {
        path: st.Page(
            partial(_run, path),
            title=title,
            url_path=path,
            default=path == start,
            visibility="hidden" if path in HIDDEN and path != start else "visible",
        )
        for path, (title, _) in PAGES.items()
    }
    st.session_state["pages"] = pages
    st.navigation(list(pages.values()), position="top").run()


def _run(path: str) -> None:
    """Draw one page; whatever it cannot show it says in one sentence."""
    try:
        view, complaints = links.read({k: st.query_params.get_all(k) for k in st.query_params})
        ledger = data.open_ledger()
        view = view.model_copy(update=sharing.LIVE) if path in LIVE else view
        place = places.place(view, ledger, datetime.now(UTC).date())
        request = Request(path, view, ledger, place, st.session_state["pages"])
        if names := links.ignored(path, view):
            complaints.append(f"This page has no filter by {names}: it shows everything.")
        for complaint in [*complaints, *links.unknown(view, request.records)]:
            st.warning(plain(complaint))
        if view.adrift:
            _adrift(request)
        else:
            if path not in LIVE:
                sharing.bar(request)
                differences.line(request)
            PAGES[path][1](request)
    except ClaimsError as error:
        st.error(plain(str(error)))


def _adrift(request: Request) -> None:
    """Offer what stands now in place of a position that the address names and nobody knows."""
    st.info("The position that the view is to be held at is not known: nothing else is shown.")
    if st.button("Show what stands now", key="adrift"):
        view = request.view.model_copy(update=sharing.LIVE)
        st.query_params.from_dict(links.write(view))
        st.rerun()
