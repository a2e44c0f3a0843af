"""A view as a selection of claims that can leave the house, at the position of the view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from claims.analysis import guard
from claims.errors import TooManyError, UnknownRecordError
from claims.export.selection import Selection, referred_to
from claims.ledger import Filter
from claims.numerals import counted
from dashboard import data, grammar, links

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from claims.collection import Collection
    from claims.ledger import Ledger
    from claims.records import Claim
    from dashboard.links import View
    from dashboard.places import Place

PAGES = ("explore", "indicator", "compare", "source", "claim")
"""The pages whose claims leave the house as files, and whose views have a preview."""
MOST_NAMED = 4
"""Indicators that the title of a view names."""
MOST = 50_000
"""Claims that one file holds at most."""


def wanted(path: str, view: View, records: Collection) -> Filter:
    """Return the filter of what a page shows; raises UnknownRecordError."""
    if path == "indicator" and view.id:
        if records.indicator(view.id) is None:
            raise UnknownRecordError(path, view.id)
        return view.filter.model_copy(update={"indicator": (view.id,), "kind": (), "country": ()})
    if path == "claim":
        return Filter().model_copy(update={"claim": (view.id,)})
    if path == "source" and view.id:
        if records.source(view.id) is None:
            raise UnknownRecordError(path, view.id)
        return Filter(source=(view.id,))
    return view.filter


def refusal(view: View, records: Collection) -> str:
    """Return why what a view names is not compared side by side, or nothing where it is."""
    chosen = view.filter
    indicators = [found for name in chosen.indicator if (found := records.indicator(name))]
    return guard.refusal(indicators, [name for name in chosen.claimant if records.party(name)])


def selection(  # noqa: PLR0913 - what, of when, and how it is addressed
    ledger: Ledger,
    path: str,
    view: View,
    place: Place,
    *,
    site: str,
    made: datetime,
) -> Selection:
    """Return the claims that a view chooses, in its order; raises TooManyError.

    Where claims are picked, those only; on the page of a claim, that one. Raises
    UnknownRecordError where the address names a record that is not on record.
    """
    records = data.context(ledger, place.rev)
    chosen = Filter() if path == "claim" else wanted(path, view, records)
    claims = _claims(ledger, path, view, place, chosen)
    here = view.model_copy(update={"rev": None, "day": None, "shared": False, "now": False})
    asked = urlencode(links.write(here), doseq=True)
    walked = view.day is not None and not view.shared
    pin = links.held(links.View(rev=place.rev, day=place.day, shared=view.now or not walked))
    return Selection(
        title=title(path, view, records),
        claims=claims,
        records=records,
        states=ledger.together.states_of(claims, place.rev, today=place.day),
        position=ledger.position_of(place.rev),
        day=place.day,
        made=made,
        filters=_picked(view) if view.pick and path != "claim" else in_words(chosen, records),
        site=site,
        beyond=referred_to(claims, ledger, place.rev),
        path=f"/{path}?{asked}" if asked else f"/{path}",
        pin=urlencode({"v": grammar.GRAMMAR, **pin}),
    )


def outdated(selection: Selection, ledger: Ledger, place: Place) -> Selection:
    """Return a selection whose claims say what became of them after a position that is past."""
    if not place.is_past or place.held is None or not selection.claims:
        return selection
    these = Filter(claim=tuple(claim.id for claim in selection.claims))
    before, after = (place.held.rev, place.day), (place.head.rev, place.now)
    return replace(selection, later=data.since(ledger, these, before, after).by_claim())


def _claims(
    ledger: Ledger, path: str, view: View, place: Place, chosen: Filter
) -> tuple[Claim, ...]:
    """Return the one claim of a page, those that are picked, or those that a filter chooses."""
    if path == "claim":
        return (ledger.claim(view.id, place.rev),)
    if view.nothing:
        return ()
    if view.pick:
        return data.claims(ledger, view.pick, place.rev)
    if (total := ledger.count(chosen, place.rev)) > MOST:
        raise TooManyError(total, MOST)
    return data.selected(ledger, chosen, place.rev, place.day, view.sort)[0]


def _picked(view: View) -> Mapping[str, str]:
    """Say that claims were chosen one by one, whatever the filter."""
    return {"Chosen one by one": counted(len(view.pick), "claim")}


def in_words(chosen: Filter, records: Collection) -> Mapping[str, str]:
    """Say what a filter chooses: `Claimant` to `HRANA or Amnesty International`."""
    values = chosen.chosen
    figures = {True: "planned", False: "observed"}
    if chosen.planned is not None:
        values["planned"] = figures[chosen.planned]
    return {
        grammar.NAMES.get(field, field.capitalize()): " or ".join(map(records.label, value))
        if isinstance(value, tuple)
        else str(value)
        for field, value in values.items()
    }


def title(path: str, view: View, records: Collection) -> str:
    """Name a view: the record or the indicators that it is of, or what is on record."""
    source = records.source(view.id) if path == "source" else None
    if source is not None:
        return records.title(source)
    if path == "claim":
        return f"Claim {view.id}"
    if path == "indicator" and view.id:
        return records.label(view.id)
    return " – ".join(map(records.label, view.filter.indicator[:MOST_NAMED])) or "Claims on record"
