"""What the claims under one indicator say together: the sentence, the band, ladders, relays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from claims.analysis import bands, ladders, latest, relays, saying
from claims.periods import parse
from claims.states import Corroboration, Currency
from claims.vocabulary import Basis
from dashboard import courses, data, diagrams, filters
from dashboard.picks import leading, pickable
from dashboard.text import plain
from dashboard.theme import palette

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claims.analysis.ladders import Ladder
    from claims.ledger import Ledger
    from claims.periods import Period
    from claims.records import Claim, Indicator
    from dashboard.links import View
    from dashboard.places import Place
    from dashboard.request import Request

    Draw = Callable[[Request, Indicator, Sequence[Claim]], None]


def known(request: Request, indicator: Indicator) -> None:
    """Say what is known at the time that is asked for, or else that of the newest figure."""
    when = asked(request.view)
    found = data.known(request.ledger, indicator.id, request.rev, request.today, when)
    if found is None or not found.groups:
        return
    said = known_in_words(request.ledger, request.view, request.place, indicator)
    show = st.warning if found.state is Corroboration.CONTESTED else st.info
    show(plain(request.with_short_names(said)))


def known_in_words(ledger: Ledger, view: View, place: Place, indicator: Indicator) -> str:
    """Return what is known at that time in a sentence, or nothing."""
    found = data.known(ledger, indicator.id, place.rev, place.day, asked(view))
    if found is None or not found.groups:
        return ""
    said = saying.sentence(found, indicator, data.context(ledger, place.rev)) + "."
    return f"{said} {_stale(ledger, view, place, indicator)}".strip()


def latest_in_words(ledger: Ledger, view: View, place: Place, indicator: Indicator) -> str:
    """Return the newest figure in a few words where nothing else is known, else all of it."""
    found = data.known(ledger, indicator.id, place.rev, place.day)
    newest = _newest(ledger, place, indicator)
    if found is None or newest is None or asked(view) is not None:
        return known_in_words(ledger, view, place, indicator)
    said = latest.in_words(found, newest, data.context(ledger, place.rev))
    if not said:
        return known_in_words(ledger, view, place, indicator)
    return f"{said} {_stale(ledger, view, place, indicator)}".strip()


def _newest(ledger: Ledger, place: Place, indicator: Indicator) -> Claim | None:
    """Return the claim with the newest figure of an indicator."""
    counts = data.summary(ledger, indicator.id, place.rev)
    found = data.claims(ledger, (counts.latest or "",), place.rev) if counts else ()
    return found[0] if found else None


def _stale(ledger: Ledger, view: View, place: Place, indicator: Indicator) -> str:
    """Say that even the newest figure is stale, where no time is asked for; else nothing."""
    newest = _newest(ledger, place, indicator)
    states = data.states(ledger, indicator.id, place.rev, place.day)
    standing = states.get(newest.id) if newest else None
    is_stale = standing is not None and standing.currency is Currency.STALE
    return latest.stale_in_words(indicator) if is_stale and asked(view) is None else ""


def asked(view: View) -> Period | None:
    """Return the stretch of time that the filter asks for, None where it asks for none."""
    since, until = view.filter.since, view.filter.until
    if since is None and until is None:
        return None
    if since is not None and until is not None and until < since:
        return None
    return parse(f"{since or '..'}/{until or '..'}")


def views(request: Request, indicator: Indicator, claims: Sequence[Claim]) -> None:
    """Draw one of the views of the claims together; the address says which."""
    found = _views(request, indicator)
    chosen = request.view.tab if request.view.tab in found else next(iter(found))
    st.session_state["tab"] = chosen
    st.segmented_control(
        "Together",
        list(found),
        required=True,
        label_visibility="collapsed",
        format_func=lambda name: found[name][0],
        key="tab",
        on_change=lambda: filters.change(tab=str(st.session_state["tab"])),
    )
    found[chosen][1](request, indicator, claims)


def _views(request: Request, indicator: Indicator) -> dict[str, tuple[str, Draw]]:
    """Return the views that an indicator has, by their name in the address, the telling first."""
    states = data.states(request.ledger, indicator.id, request.rev, request.today)
    revised = bool(data.revised(request.ledger, indicator.id, request.rev))
    found: dict[str, tuple[str, Draw]] = {}
    if revised and indicator.basis is Basis.EVENT:
        found["revised"] = ("Revised", _ladders)
    if states:
        found["known"] = ("Known over time", _band)
    if states and indicator.basis is Basis.TALLY:
        found["reported"] = ("As reported by", _reports)
    if revised:
        found["revised"] = ("Revised", _ladders)
    return found | {"relays": ("From whom, through whom", chain)}


def _band(request: Request, indicator: Indicator, _claims: Sequence[Claim]) -> None:
    """Draw what all claims allow in each stretch of time, nothing averaged."""
    frame = data.band(request.ledger, indicator.id, request.rev, request.today)
    if frame.empty:
        st.caption("No observed figure has a place in time, or there are too many to weigh.")
        return
    title = "What all claims allow together"
    chart = courses.band(frame, palette(), title=title, unit=indicator.unit)
    st.altair_chart(chart, theme=None, alt=f"{indicator.title}: what all claims allow over time")
    st.caption(
        "Nothing is averaged: a band holds the numbers that make every claim about that time true. "
        "Where there is none, the rivals stand above one another."
    )


def _reports(request: Request, indicator: Indicator, _claims: Sequence[Claim]) -> None:
    """Draw the running totals of each claimant."""
    frame = data.reports(request.ledger, indicator.id, request.rev, request.today)
    if frame.empty:
        st.caption("No running total names the day that it stood at.")
        return
    title = "As reported by each claimant"
    draw = partial(courses.reported, frame, palette(), title=title, unit=indicator.unit)
    alt = f"{indicator.title}: running totals by claimant"
    pickable(request, lambda picked: draw(picked=picked), set(frame["id"]), alt=alt, key="reports")


def _ladders(request: Request, indicator: Indicator, _claims: Sequence[Claim]) -> None:
    """Draw the successive figures of each claimant that revised itself."""
    found = data.revised(request.ledger, indicator.id, request.rev)
    for ladder in found:
        _ladder(request, indicator, ladder)
    if not found:
        st.caption("No claimant revised a figure: a higher count by another outdated it.")


def _ladder(request: Request, indicator: Indicator, ladder: Ladder) -> None:
    frame = bands.steps(ladder, request.records)
    said = ladders.sentence(ladder, request.records) + "."
    st.markdown(plain(request.with_short_names(said)))
    if len(frame.dropna(subset=["when", "value"])) > 1:
        title = request.records.name(ladder.origin)
        chart = courses.ladder(frame, palette(), title=title, unit=indicator.unit)
        st.altair_chart(chart, theme=None, alt=f"{title}: {len(frame)} figures, one after another")
    rows = [
        {
            "Said": step.said_on.in_words() if step.said_on else "no date",
            "Figure": row.figure,
            "Change": row.change,
            "Said by": row.claimants,
            "Printed by": row.publishers,
            "Still printed after the next": row.late or "nobody on record",
        }
        for step, row in zip(ladder.steps, frame.itertuples(), strict=True)
    ]
    st.dataframe(rows, hide_index=True, alt="The steps of the ladder")


def chain(request: Request, indicator: Indicator, claims: Sequence[Claim]) -> None:
    """Draw from which origins, through whom, the claims came to the pages that print them."""
    said = relays.sentence(claims, request.records)
    st.markdown(plain(request.with_short_names(said)))
    nodes = relays.tree(claims, request.records)
    if not nodes:
        return
    frame, lines = relays.frame(nodes), relays.links(nodes)
    chart = diagrams.relays(frame, lines, palette(), title="From whom, through whom")
    leading(request, chart, alt=f"{indicator.title}: {len(frame)} parties and pages", key="relays")
