"""What changed in a view since a position: the line above a page that is held, and the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.ledger import Filter, Turn
from claims.periods import words
from claims.since import subject
from dashboard import data, filters, links
from dashboard.selections import wanted
from dashboard.text import plain

if TYPE_CHECKING:
    from claims.since import Difference, Other, Since
    from dashboard.request import Request

MOST_AT_ONCE, MOST_LISTED = 8, 100
"""Differences of a kind above a page that is held, and on the page of changes."""
UNFILTERED = {"overview", "sources", "method", "changes"}
"""Pages that show all claims on record, or none: what is said of them is of all."""
LAST = "position of the last page"
SHOWN = {False: "As shared", True: "Now"}
COLOURS = {Turn.WITHDRAWN: "orange", Turn.REVISED: "blue"}


def line(request: Request) -> None:
    """Say as of when a view is held and what changed since, and switch between then and now."""
    place, view = request.place, request.view
    if place.held is None or place.held_day is None:
        _offer(request)
        return
    st.session_state[LAST] = {"rev": view.rev, "day": view.day, "shared": view.shared}
    found = None if view.nothing else _since(request)
    with st.container(border=True, key="held"):
        said, switch = st.columns([4, 1], vertical_alignment="center")
        changed = found.sentence() if found is not None else ""
        said.markdown(f"**{plain(place.in_words())}.** {plain(changed)}")
        if found is not None and request.path == "claim":
            for one in found.by_claim().values():
                st.warning(plain(f"{one[:1].upper()}{one[1:]}."))
        st.session_state["moment"] = view.now
        switch.segmented_control(
            "Shown",
            list(SHOWN),
            required=True,
            label_visibility="collapsed",
            format_func=lambda now: "Then" if not now and not place.shared else SHOWN[now],
            key="moment",
            on_change=lambda: filters.change(now=bool(st.session_state["moment"])),
        )
        if found:
            with st.expander("What changed"):
                listed(request, found, MOST_AT_ONCE)
                chosen = links.View(filter=view.filter, since=str(place.held.rev))
                everything = "All on the page of changes"
                request.link("changes", everything, live=True, **links.write(chosen))  # type: ignore[arg-type] # all are parameters of an address


def _offer(request: Request) -> None:
    """Offer to hold this page at the position of the one before: the menu leads to what is now."""
    last = st.session_state.get(LAST)
    if last is None or request.path == "method":
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="offer"):
        at = f"revision {last['rev']:,}" if last["rev"] is not None else words(last["day"])
        st.markdown(f"This page shows what stands now. The one before was as of {at}.")
        st.button("Hold this page there too", on_click=filters.change, kwargs=last, key="hold")
        st.button("Stay with now", on_click=forget, key="stay")


def forget() -> None:
    """Forget the position that the last page was held at."""
    st.session_state.pop(LAST, None)


def _since(request: Request) -> Since:
    """Return what changed since the position that the address holds, in what the page shows."""
    place, view = request.place, request.view
    before = (place.held.rev, place.held_day) if place.held and place.held_day else (0, place.now)
    after = (place.head.rev, place.now)
    everything = request.path in UNFILTERED
    chosen = Filter() if everything else wanted(request.path, view, request.records)
    return data.since(request.ledger, chosen, before, after)


def listed(request: Request, found: Since, most: int = MOST_LISTED) -> None:
    """List differences figure by figure, under the indicator that each comes under.

    `most` is how many of a kind are listed.
    """
    newest = data.context(request.ledger, found.after[0])
    for indicator, differences in found.by_indicator().items():
        st.markdown(f"**{plain(newest.label(indicator or 'No number to compare'))}**")
        for one in differences[:most]:
            _difference(request, one)
        _more(len(differences) - most)
    if found.states:
        st.markdown("**States that changed although the claims did not**")
        for change in found.states[:most]:
            _leading(request, subject(change.claim, newest), change.claim.id)
            st.caption(plain(change.in_words()))
        _more(len(found.states) - most)
    if found.others:
        st.markdown("**What the claims name**")
        for other in found.others[:most]:
            _other(other)
        _more(len(found.others) - most)


def _more(rest: int) -> None:
    if rest > 0:
        st.caption(f"and {rest:,} more")


def _difference(request: Request, one: Difference) -> None:
    """Draw one claim that differs: what became of it, from what to what, by whom and why."""
    colour = COLOURS.get(one.turn, "gray")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":{colour}-badge[{plain(one.turn)}]", width="content")
        _leading(request, one.subject, one.claim)
    if one.fields:
        st.markdown(plain(one.in_words()))
    for revision in one.revisions[-1:]:
        why = f": {revision.reason}" if revision.reason else ""
        st.caption(plain(f"Revision {revision.rev:,}, {words(revision.at)}, {revision.actor}{why}"))


def _leading(request: Request, label: str, claim: str) -> None:
    """Lead to a claim as it stands now; a view that is held stays one step away."""
    if request.place.held:
        request.link("claim", label, id=claim, now="yes")
    else:
        request.link("claim", label, id=claim)


def _other(one: Other) -> None:
    st.markdown(plain(f"{one.record} {one.id}: {one.in_words()}"))
