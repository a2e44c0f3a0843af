"""Compare: two to four indicators or claimants side by side on one stretch of time.

What may stand on one axis is decided by `claims.analysis.guard`, and the page says why.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import streamlit as st

from claims.analysis import guard
from claims.ledger import Filter
from claims.vocabulary import Basis
from dashboard import data, filters, links, picks, selections
from dashboard.pages import compare_panels
from dashboard.parts import MOST_DRAWN, MOST_IN_SERIES, nothing_found
from dashboard.text import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.records import Indicator
    from dashboard.request import Request

FIELDS = {"indicator": "Indicators", "claimant": "Claimants"}
"""The fields of the filter that are chosen here, and what they are called."""
MOST_STARTS = 6


def show(request: Request) -> None:
    """Draw the indicators that the address names, each axis with what may stand on it."""
    st.title("Compare")
    st.caption(
        "All charts share one stretch of time, and a claimant has one colour in all of them. "
        "What differs in unit, basis or baseline, and plans, stand apart."
    )
    chosen, records = request.view.filter, request.records
    _choices(request, chosen)
    indicators = [found for name in chosen.indicator if (found := records.indicator(name))]
    if refused := selections.refusal(request.view, records):
        st.info(plain(refused))
        _starts(request, indicators)
        return
    wanted = Filter(indicator=tuple(i.id for i in indicators), claimant=chosen.claimant)
    total = 0 if request.view.nothing else request.ledger.count(wanted, request.rev)
    if total == 0:
        nothing_found(request)
    elif total > MOST_DRAWN and not _are_series(indicators, total):
        st.info(f"{total:,} claims are too many to draw side by side: choose claimants.")
    else:
        claims, frame = data.selected(request.ledger, wanted, request.rev, request.today)
        compare_panels.show(request, indicators, claims, frame)
        picks.chosen(request)


def _are_series(indicators: Sequence[Indicator], total: int) -> bool:
    """Tell whether many claims can be drawn all the same: as lines of running totals."""
    tallies = all(indicator.basis is Basis.TALLY for indicator in indicators)
    return tallies and total <= MOST_IN_SERIES


def _choices(request: Request, chosen: Filter) -> None:
    """Draw the two choices; they show what the address says and write what is chosen into it."""
    known = request.records.ids("indicator")
    under = chosen.model_copy(update={"claimant": ()}) if chosen.indicator else Filter()
    everything = data.facets(request.ledger, Filter(), request.rev).get("indicator", {})
    indicators = {name: count for name, count in everything.items() if name in known}
    by_field = {
        "indicator": indicators,
        "claimant": data.facets(request.ledger, under, request.rev).get("claimant", {}),
    }
    for column, field in zip(st.columns(2), FIELDS, strict=True):
        with column:
            _choice(request, field, getattr(chosen, field), by_field[field])


def _choice(request: Request, field: str, values: Sequence[str], counts: Mapping[str, int]) -> None:
    options = [name for name, n in sorted(counts.items(), key=lambda i: (-i[1], i[0])) if n]
    options += [value for value in values if value not in options]
    labels = {value: request.records.label(value) for value in options}
    alike = Counter(labels.values())
    st.session_state[_key(field)] = list(values)
    st.multiselect(
        FIELDS[field],
        options,
        key=_key(field),
        on_change=_write,
        max_selections=max(guard.MOST, len(values)),
        format_func=lambda v: labels[v] if alike[labels[v]] == 1 else f"{labels[v]} ({v})",
        placeholder="Two to four" if field == "indicator" else "All",
    )


def _key(field: str) -> str:
    return f"compare-{field}"


def _write() -> None:
    """Write what was chosen into the address."""
    _choose(**{field: tuple(st.session_state[_key(field)]) for field in FIELDS})


def _starts(request: Request, chosen: Sequence[Indicator]) -> None:
    """Offer pairs that can stand on one axis, with the one indicator that is chosen in each."""
    if len(chosen) > 1:
        return
    counts = data.facets(request.ledger, Filter(), request.rev).get("indicator", {})
    beside = chosen[0].id if chosen else ""
    pairs = guard.starts(request.records.indicators, counts, MOST_STARTS, beside)
    if pairs:
        st.subheader("Pairs that may share one axis")
    for pair in pairs:
        st.button(
            f":primary[{plain(request.with_short_names(_named(pair)))}]",
            type="tertiary",
            key=f"start-{pair[0].id}-{pair[1].id}",
            on_click=_start,
            args=tuple(indicator.id for indicator in pair),
        )


def _named(pair: Sequence[Indicator]) -> str:
    return " – ".join(indicator.title for indicator in pair)


def _start(*indicators: str) -> None:
    _choose(indicator=indicators)


def _choose(**fields: tuple[str, ...]) -> None:
    """Write a choice into the address; the position that it holds stays."""
    view = filters.current().model_copy(update={"filter": Filter(**fields), "nothing": False})
    st.query_params.from_dict(links.write(view))
