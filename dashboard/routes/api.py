"""The JSON API: claims, indicators, sources, parties and changes, read only."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from claims.export.selection import Selection
from claims.export.words import full_sentence
from claims.ledger import Filter
from claims.prose import figure
from dashboard import data
from dashboard.routes import asking, lists, shapes
from dashboard.routes.answering import RefusedError, not_found

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from claims.ledger import Ledger
    from claims.ledger.between import Turned
    from claims.records import Claim
    from claims.states import Standing
    from dashboard.routes.lists import Part


def answer(request: Request) -> Response:
    """Answer `/api/{name}`."""
    make = LISTS.get(str(request.path_params["name"]))
    return lists.answer(request, make) if make else not_found(request)


def claims(part: Part) -> shapes.Claims:
    """Return the claims that the filter chooses."""
    asked, chosen = part.asked, part.filter
    ledger, rev = asked.ledger, asked.place.rev
    found = ledger.claims(chosen, rev, asked.view.sort, part.limit, part.offset)
    selection = Selection(
        title="",
        claims=found,
        records=asked.records,
        states=_states(part, found),
        position=asking.position(ledger, asked.place),
        day=asked.place.day,
        made=asked.made,
        site=asked.site,
        pin=part.pin,
    )
    items = [_claim(selection, claim) for claim in found]
    return lists.listing(part, shapes.Claims, items, _total(part, len(found)))


def indicators(part: Part) -> shapes.Indicators:
    """Return the indicators of the claims that the filter chooses; all where it chooses none."""
    asked, chosen = part.asked, part.filter
    counts = data.facets(asked.ledger, chosen, asked.place.rev).get("indicator", {})
    found = [
        one
        for one in asked.records.indicators
        if (not chosen.indicator or one.id in chosen.indicator)
        and (counts.get(one.id) or not chosen.chosen)
    ]
    found.sort(key=lambda one: (-counts.get(one.id, 0), one.id))
    items = [
        shapes.IndicatorItem(
            indicator=one, claims=counts.get(one.id, 0), permalink=part.permalink(f"i/{one.id}")
        )
        for one in part.cut(found)
    ]
    return lists.listing(part, shapes.Indicators, items, len(found))


def sources(part: Part) -> shapes.Sources:
    """Return the sources whose title or publisher holds the words, as on the page Sources."""
    asked, records = part.asked, part.asked.records
    counts = _per_source(asked.ledger, asked.place.rev)
    words = part.filter.text.casefold()
    found = [
        one
        for one in records.sources
        if words in f"{records.name(one.publisher)} {one.title or ''}".casefold()
    ]
    found.sort(key=lambda one: (-counts.get(one.id, 0), one.id))
    items = [
        shapes.SourceItem(
            source=one,
            title=records.title(one),
            claims=counts.get(one.id, 0),
            permalink=part.permalink(f"source?id={one.id}"),
        )
        for one in part.cut(found)
    ]
    return lists.listing(part, shapes.Sources, items, len(found))


def parties(part: Part) -> shapes.Parties:
    """Return the parties whose name, or one of its other spellings, holds the words."""
    asked, words = part.asked, part.filter.text.casefold()
    counts = data.facets(asked.ledger, Filter(), asked.place.rev).get("claimant", {})
    every = (asked.records.party(one) for one in asked.records.ids("party"))
    found = [p for p in every if p and words in "\n".join((p.name, *p.aliases)).casefold()]
    found.sort(key=lambda party: (-counts.get(party.id, 0), party.id))
    items = [shapes.PartyItem(party=p, claims=counts.get(p.id, 0)) for p in part.cut(found)]
    return lists.listing(part, shapes.Parties, items, len(found))


def changes(part: Part) -> shapes.Changes:
    """Return the claims that differ between the position `since` and that of the answer."""
    asked, ledger = part.asked, part.asked.ledger
    since = ledger.position_of(_since(part))
    if since.rev > asked.place.rev:
        message = f"Revision {since.rev:,} comes after the position of the answer."
        raise RefusedError(400, message, "Name an earlier one as since.")
    last = part.offset + part.limit
    found = ledger.between(part.filter, since.rev, asked.place.rev, last)
    items = [_change(part, turned) for turned in part.cut(found.claims)]
    written = since.at.date() if since.at else asked.place.day
    then = shapes.Position(rev=since.rev, at=since.at, day=written)
    return lists.listing(
        part, shapes.Changes, items, sum(found.counts.values()), since=then, counts=found.counts
    )


LISTS: Mapping[str, Callable[[Part], shapes.Listing[Any]]] = {
    "claims": claims,
    "indicators": indicators,
    "sources": sources,
    "parties": parties,
    "changes": changes,
}
"""Every list by its name in the address."""


@lru_cache(maxsize=512)
def _count(ledger: Ledger, chosen: Filter, rev: int) -> int:
    return ledger.count(chosen, rev)


@lru_cache(maxsize=4)
def _per_source(ledger: Ledger, rev: int) -> Mapping[str, int]:
    return ledger.claims_per_source(rev)


def _total(part: Part, here: int) -> int:
    """Return how many claims there are in all; counted only where this part does not tell."""
    if here < part.limit and (here or not part.offset):
        return part.offset + here
    return _count(part.asked.ledger, part.filter, part.asked.place.rev)


def _states(part: Part, claims: tuple[Claim, ...]) -> Mapping[str, Standing]:
    """Return the computed states of some claims; those of the past are kept by indicator."""
    ledger, place = part.asked.ledger, part.asked.place
    if place.rev == place.head.rev:
        return ledger.together.states_of(claims, place.rev, today=place.day)
    asked = {claim.indicator for claim in claims if claim.indicator}
    found: dict[str, Standing] = {}
    for indicator in asked:
        found |= data.states(ledger, indicator, place.rev, place.day)
    return found


def _claim(selection: Selection, claim: Claim) -> shapes.ClaimItem:
    standing = selection.states.get(claim.id)
    states = shapes.States(
        corroboration=standing.corroboration if standing else None,
        currency=standing.currency if standing else None,
        why_currency=standing.why_currency if standing else "",
        review=claim.review.state,
        planned=claim.planned,
        origins=standing.origins if standing else (),
        conflicts=standing.conflicts if standing else 0,
        higher=standing.higher if standing else "",
    )
    return shapes.ClaimItem(
        claim=claim,
        states=states,
        figure=figure(claim.quantity),
        sentence=full_sentence(selection, claim),
        permalink=selection.permalink(claim.id),
    )


def _since(part: Part) -> int:
    """Return the revision since which changes are asked for."""
    given = part.asked.view.since
    if given.isdecimal():
        return int(given)
    try:
        return part.asked.ledger.position(date.fromisoformat(given)).rev
    except ValueError as error:
        message = "The address does not say since when: a revision, or a day as 2026-11-22."
        raise RefusedError(400, message, "Add since= to it.") from error


def _change(part: Part, turned: Turned) -> shapes.ChangeItem:
    return shapes.ChangeItem(
        turn=turned.turn,
        before=turned.before,
        after=turned.after,
        revisions=tuple(
            shapes.Revised(
                rev=one.rev, at=one.at, actor=one.actor, action=one.action, reason=one.reason
            )
            for one in turned.revisions
        ),
        permalink=part.permalink(f"c/{turned.after.id}"),
    )
