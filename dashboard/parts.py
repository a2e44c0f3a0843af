"""Pieces that several pages draw: badges, tables of claims, sentences, empty states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

import pandas as pd
import streamlit as st

from claims.changes import changes
from claims.ledger import Filter
from claims.numerals import counted
from claims.periods import words
from claims.states import MEANINGS, Corroboration, Currency
from claims.vocabulary import ReviewState, SourceKind
from dashboard import charts, filters
from dashboard.grammar import NAMES
from dashboard.text import legible, plain
from dashboard.theme import palette

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claims.ledger import Revision
    from claims.records import Claim, Evidence, Source
    from claims.states import Standing
    from dashboard.request import Request

Item = TypeVar("Item")

SCALES = {"": "Scale as fits", "linear": "Linear", "log": "Logarithmic"}
MOST_IN_SERIES = 10_000
"""Running totals of one question that are drawn as a line with some of them marked."""
LONG_SERIES = (
    "{figures:,} figures: the line steps through all of them; marked are the last of each month "
    "and each that is below the one before."
)
MOST_DRAWN = 1_500
"""Figures up to which a chart draws each."""
COLOURS = {
    Corroboration.CONTESTED: "orange",
    Corroboration.CORROBORATED: "blue",
    Currency.CURRENT: "blue",
    ReviewState.CLEARED: "blue",
}


def badges(claim: Claim, standing: Standing | None) -> None:
    """Draw the three states of a claim side by side, each with its meaning on hover."""
    states: list[Corroboration | Currency | ReviewState] = [claim.review.state]
    if standing is not None:
        states = [standing.corroboration, standing.currency, *states]
    with st.container(horizontal=True, gap="small"):
        if claim.planned:
            st.badge("planned", color="violet", help="About the future: a target, a cap, a cut")
        for state in states:
            st.badge(str(state), color=COLOURS.get(state, "gray"), help=MEANINGS[state])  # type: ignore[arg-type] # COLOURS holds Streamlit's names


def chosen_row(selection: Any) -> int | None:  # noqa: ANN401 - what Streamlit calls a selection
    """Return the row that a reader chose, by its mark or by any of its cells."""
    rows = [*selection["rows"], *(cell[0] for cell in selection.get("cells", ()))]
    return int(rows[0]) if rows else None


def years_chart(request: Request, wanted: Filter) -> None:
    """Draw the number of claims a year where there are too many to draw each."""
    years = request.ledger.years(wanted, request.rev)
    frame = pd.DataFrame({"year": list(years), "claims": list(years.values())})
    chart = charts.counts(frame, palette(), title="Claims by the year they are about")
    st.altair_chart(chart, theme=None, alt="Number of claims for each year")


def written(revisions: Sequence[Revision], *, more: bool, most: int) -> None:
    """List what was written, gathered as it was done; `more` says that there are older ones."""
    rows = [
        {
            "Day": words(c.day),
            "What": f"{c.of} {c.action}",
            "By": legible(c.actor),
            "Why": legible(c.reason),
        }
        for c in changes(revisions, more=more)[:most]
    ]
    st.dataframe(rows, hide_index=True, alt="The latest changes to the ledger")


def scale(request: Request) -> None:
    """Offer the scales of numbers; the address says which is chosen."""
    st.session_state["scale"] = request.view.scale
    st.segmented_control(
        "Scale of numbers",
        list(SCALES),
        required=True,
        label_visibility="collapsed",
        format_func=SCALES.__getitem__,
        key="scale",
        on_change=lambda: filters.change(scale=st.session_state["scale"]),
    )


SAFE = ":/?&=%,;@+~!$*"
"""Characters of an address that stay as they are in a link."""
ADDED = re.compile(r"\[[^\[\]]*\]")
"""Words in brackets in the quote of a data set."""
NOT_THE_SOURCES = "Words in brackets are not the source's: they are added when the table is read."


def quoted(evidence: Evidence, source: Source | None, title: str) -> None:
    """Draw the words of a source, and a link that opens the source at them."""
    st.markdown(f"> “{plain(evidence.quote)}”")
    is_table = source is not None and source.kind is SourceKind.DATA_SET
    if is_table and ADDED.search(evidence.quote):
        st.caption(NOT_THE_SOURCES)
    place = f", paragraph {evidence.paragraph}" if evidence.paragraph else ""
    if is_table and evidence.prefix:
        place = plain(f", column {evidence.prefix}")
    if source is not None and source.url:
        said = " ".join(ADDED.sub(" ", evidence.quote).split()) if is_table else evidence.quote
        st.markdown(f"[{plain(title)}]({at_quote(source.url, said)}){place}")
    else:
        st.markdown(f"{plain(title)}{place}; no address on record")
    if evidence.url:
        st.markdown(f"[What just this rests on]({quote(evidence.url, safe=SAFE)})")


def at_quote(url: str, said: str) -> str:
    """Return the address of a source with a text fragment that opens it at the words said there.

    Without a fragment where there are none.
    """
    fragment = quote(said, safe="").replace("-", "%2D")
    bare = quote(url.split("#", 1)[0], safe=SAFE)
    return f"{bare}#:~:text={fragment}" if said else bare


def first_ones(items: Sequence[Item], most: int, draw: Callable[[Item], None]) -> None:
    """Draw the first items, and the others where a reader opens them."""
    for item in items[:most]:
        draw(item)
    if rest := items[most:]:
        with st.expander(f"{len(rest):,} more"):
            for item in rest:
                draw(item)


def chain(names: Iterable[str]) -> None:
    """Draw the way of a claim from its origin to its publisher."""
    st.markdown(" → ".join(plain(name) for name in names))


def nothing_found(request: Request) -> None:
    """Say which choices leave nothing to show, and offer to clear them."""
    wanted = request.view.filter
    others = [NAMES.get(field, field) for field in wanted.chosen if field != "text"]
    by = f" and fits the choice of {', '.join(others)}" if others else ""
    if wanted.text:
        st.info(plain(f"No claim holds all of the words “{wanted.text}”{by}."))
        _single_words(request)
    elif others:
        st.info(plain(f"No claim fits the choice of {', '.join(others)}."))
    else:
        st.info("No claim fits what the address asks for.")
    if st.button("Clear all filters", key="clear"):
        keep = {"id": request.view.id} if request.view.id else {}
        request.open(request.path, **keep)


def _single_words(request: Request) -> None:
    """Offer the claims that hold one of the words looked for in vain."""
    for word in dict.fromkeys(request.view.filter.words):
        found = request.ledger.count(Filter(text=word), request.rev)
        if found:
            request.link("explore", f"{counted(found, 'claim')} with “{word}”", q=word)


def missing(request: Request, message: str) -> None:
    """Say that a record that the address names is not on record."""
    st.warning(plain(message))
    request.link("explore", "Explore what is on record")
