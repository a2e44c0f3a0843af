"""The filter in the sidebar: widgets follow the address, and the address follows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import streamlit as st

from claims.ledger import Filter
from dashboard import data, grammar, links

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.request import Request

LABELS = {field: grammar.NAMES[field] for field in grammar.CHOICES}
CLEARED = {"filter": Filter(), "page": 1, "nothing": False}
FIGURES = {"all": None, "observed": False, "planned": True}
SEEN = "address written"
MEANT = "values by name"
COUNTED = re.compile(r" \([\d,]+\)$")


def sidebar(request: Request, wanted: Filter, leave_out: Sequence[str] = ()) -> None:
    """Draw the filter with the counts of what is wanted.

    `leave_out` names fields that the page itself decides.
    """
    _follow_address(request.view)
    counts = data.facets(request.ledger, wanted, request.rev)
    with st.sidebar:
        st.subheader("Filter")
        st.text_input("Words", key="q", on_change=_write, placeholder="Search claims and quotes")
        for field, label in LABELS.items():
            if field not in leave_out:
                _choice(request, field, label, counts.get(field, {}))
        st.segmented_control(
            "Figures", list(FIGURES), key="figures", on_change=_write, format_func=str.capitalize
        )
        first, last = st.columns(2)
        for column, key, label in ((first, "from", "About from"), (last, "to", "About until")):
            column.date_input(
                label,
                value=None,
                min_value=links.EARLIEST,
                max_value=links.LATEST,
                key=key,
                on_change=_write,
                format="YYYY-MM-DD",
            )
        if request.view.filter.chosen:
            st.button("Clear all filters", on_click=_clear, key="clear-sidebar", width="stretch")


def _choice(request: Request, field: str, label: str, counts: Mapping[str, int]) -> None:
    """Draw one field: its values by number of claims, chosen ones kept even at zero."""
    chosen = [str(value) for value in getattr(request.view.filter, field)]
    options = [
        value for value, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n
    ]
    options += [value for value in chosen if value not in options]
    label_of = request.records.label
    labels = {value: f"{label_of(value)} ({counts.get(value, 0):,})" for value in options}
    state = st.session_state
    state.setdefault(MEANT, {})[field] = {label_of(value): value for value in options}
    if state.get(f"{field} drawn") != (drawn := [labels[value] for value in chosen]):
        state[field], state[f"{field} drawn"] = chosen, drawn
    st.multiselect(
        label,
        options,
        key=field,
        on_change=_write,
        format_func=lambda value: labels.get(value, value),
        placeholder="All",
    )


def _meant(field: str) -> tuple[str, ...]:
    """Return the chosen values of a field.

    Streamlit tells options apart by their labels: after a count has changed the browser may
    still send the older label, which then arrives in the place of the value.
    """
    known: Mapping[str, str] = st.session_state[MEANT][field]
    named = {value: known.get(COUNTED.sub("", value), value) for value in st.session_state[field]}
    return tuple(value for value in named.values() if value in known.values())


def _follow_address(view: links.View) -> None:
    """Let the address set the widgets, unless it is the one that they wrote themselves."""
    address = links.write(view)
    wanted = _values(view)
    if st.session_state.get(SEEN) != address or any(key not in st.session_state for key in wanted):
        st.session_state.update(wanted)
        st.session_state[SEEN] = address


def _values(view: links.View) -> dict[str, object]:
    """Return what each widget shows for a view."""
    chosen = view.filter
    values: dict[str, object] = {
        field: [str(value) for value in getattr(chosen, field)] for field in LABELS
    }
    figures = next(name for name, planned in FIGURES.items() if planned == chosen.planned)
    return values | {"q": chosen.text, "figures": figures, "from": chosen.since, "to": chosen.until}


def _write() -> None:
    """Write what the widgets say into the address; the first page of the result is shown."""
    view, state = current(), st.session_state
    drawn = [field for field in LABELS if field in state and field in state[MEANT]]
    update: dict[str, object] = {field: _meant(field) for field in drawn}
    state.update({field: list(_meant(field)) for field in drawn})
    update |= {"text": state["q"].strip(), "since": state["from"], "until": state["to"]}
    update["planned"] = FIGURES[state["figures"] or "all"]
    chosen = view.filter.model_validate(view.filter.model_dump() | update)
    if chosen == view.filter and not view.nothing:
        return
    _go(view.model_copy(update={"filter": chosen, "page": 1, "nothing": False}))


def _clear() -> None:
    """Empty the address; the widgets have not written this and follow it."""
    st.query_params.from_dict(links.write(current().model_copy(update=CLEARED)))


def change(**fields: object) -> None:
    """Write some fields of the view into the address and leave the others."""
    _go(current().model_copy(update=fields))


def current() -> links.View:
    """Return the view that the address means now."""
    return links.read({name: st.query_params.get_all(name) for name in st.query_params})[0]


def _go(view: links.View) -> None:
    st.session_state[SEEN] = links.write(view)
    st.query_params.from_dict(links.write(view))
