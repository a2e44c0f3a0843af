"""What every page is given: the view, the ledger at one position, and where links lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlencode

import streamlit as st

from dashboard import data, links
from dashboard.components import component
from dashboard.text import LONGEST_NAME, brief, legible, plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from streamlit.navigation.page import StreamlitPage

    from claims.collection import Collection
    from claims.ledger import Ledger
    from claims.records import Claim
    from claims.states import Standing
    from dashboard.places import Place

Values: TypeAlias = "str | list[str]"
"""One value of a parameter, or several."""


@dataclass(frozen=True)
class Request:
    """One run of one page: what is asked for, and against which ledger position."""

    path: str
    view: links.View
    ledger: Ledger
    place: Place
    pages: Mapping[str, StreamlitPage]

    @property
    def rev(self) -> int:
        """The ledger position that is shown."""
        return self.place.rev

    @property
    def today(self) -> date:
        """The day as on which figures are current or stale."""
        return self.place.day

    @property
    def records(self) -> Collection:
        """Parties, sources and indicators at this position."""
        return data.context(self.ledger, self.rev)

    def standing(self, claim: Claim) -> Standing | None:
        """Return the computed states of a claim, None where it has no indicator."""
        if claim.indicator is None:
            return None
        return data.states(self.ledger, claim.indicator, self.rev, self.today).get(claim.id)

    def with_short_names(self, text: str) -> str:
        """Return a sentence in which long names of parties and indicators are cut."""
        for name in data.long_names(self.ledger, self.rev):
            text = text.replace(name, brief(name, LONGEST_NAME))
        return text

    def name_tab(self, title: str) -> None:
        """Name the tab of the browser after the record that is open."""
        st.set_page_config(page_title=f"{title} – On Record")

    def open(self, path: str, **params: Values) -> None:
        """Go to another page or record; within a page the address gains a step to go back to.

        The position that the address holds is kept.
        """
        params = {**links.held(self.view), **params}
        if path == self.path:
            st.query_params.from_dict(params)
            st.rerun()
        # One step, and the page is loaded anew. `st.switch_page` makes two: the first shows the
        # new parameters on the old page, and Back would lead there instead of to the filters.
        component("step")(key="step", data={"to": f"{path}?{urlencode(params, doseq=True)}"})
        st.stop()

    def link(
        self, path: str, label: str, *, quiet: bool = False, live: bool = False, **params: Values
    ) -> None:
        """Draw a link to another page or record; the label is shown as it is written.

        A long one is cut, and stands in full under the mouse. The position that the address
        holds is kept, unless `live` asks for what stands now.
        """
        params = params if live else {**links.held(self.view), **params}
        short = brief(self.with_short_names(label))
        whole = plain(label) if short != legible(label) else None
        label = f":{'gray' if quiet else 'primary'}[{plain(short)}]"
        if path == self.path:
            key = f"link-{path}-{sorted(params.items())}-{label}"
            if st.button(label, type="tertiary", key=key, help=whole):
                self.open(path, **params)
        else:
            page = self.pages[path]
            st.page_link(page, label=label, query_params=params or None, help=whole)
