"""Independent origins: who said a figure first, however many pages print it.

Nine articles by five publishers may rest on two origins. Relays, wire copies and bodies that
speak for one another are one origin; a page that prints others' text and names no source of
the figure adds none:

    >>> str(Breadth(9, 5, ("hrana", "iran-government"), 1))
    '9 claims, 5 publishers, 2 origins and 1 claim that names none'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from claims.numerals import counted
from claims.quantities import is_within
from claims.vocabulary import Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claims.collection import Collection
    from claims.records import Claim

RULES: Mapping[str, str] = {
    "The origin of a claim is the first party of its chain, or the one that it speaks for": (
        "US Central Command and the Pentagon are one origin, the US government"
    ),
    "Relays, wire copies and pages that cite are no origins": (
        "Iranian officials through state media and AP in Arab News: one origin"
    ),
    "A page that prints what others wrote, or credits an agency, and names no source of the "
    "figure adds no origin": (
        "A repost that says “some 2,500” in its own voice; two newspapers with AP's text"
    ),
    "Who relays a figure for another is no second origin of it, and bears out no figure of whom it "
    "relays": ("AP in its own voice, beside AP citing the ministry for the same figure"),
    "A claim is borne out by another named origin whose figure, being true, makes it true; two "
    "figures that agree within rounding do so too, save where one of them excludes the other": (
        "At least eight bears out at least five, and 168,000 bears out 170,000; a ceiling of "
        "170,000 bears out no 132,000, and more than 170,000 no 170,000"
    ),
}
"""How independent origins are told, each rule with a case."""
COPIES = frozenset({Tier.WIRE_COPY, Tier.SECONDARY, Tier.REPOST, Tier.TERTIARY})
"""Sources that print what others wrote."""


@dataclass(frozen=True, slots=True)
class Breadth:
    """How broad the record behind a figure is."""

    claims: int
    publishers: int
    origins: tuple[str, ...]
    """The independent origins, by id."""
    unnamed: int = 0
    """Claims whose page prints others' text and names no source of the figure."""

    def __str__(self) -> str:
        """Say it: `9 claims, 5 publishers, 2 origins`."""
        words = [
            counted(self.claims, "claim"),
            counted(self.publishers, "publisher"),
            counted(len(self.origins), "origin"),
        ]
        names = "names none" if self.unnamed == 1 else "name none"
        rest = f" and {counted(self.unnamed, 'claim')} that {names}" if self.unnamed else ""
        return ", ".join(words) + rest


def origin(claim: Claim, records: Collection) -> str | None:
    """Return the independent origin of a claim, None where its page names none.

    The origin is the party at the start of the chain, or the one that it speaks for. A page
    that is its own origin names none where it is a copy or credits somebody else: it may have
    the figure from there.

        `iranian-officials → associated-press → arab-news`  the Iranian government
        `eir-news`, a secondary source                      none
        `dawn`, an original report with AP's text           none
    """
    first = records.root(claim.origin)
    source = records.source(claim.source)
    if len(claim.chain) == 1 and source is not None:
        others = {records.root(party) for party in source.credit} - {first}
        if source.tier in COPIES or others:
            return None
    return first


def breadth(claims: Iterable[Claim], records: Collection) -> Breadth:
    """Return how many claims, publishers and independent origins there are.

    An origin that also relays the same figure for another one is a carrier, not a second
    origin: what an agency says in its own voice, having it from a ministry, is the ministry's.
    """
    every = list(claims)
    named = [(first, stated(claim)) for claim in every if (first := origin(claim, records))]
    publishers = len({claim.chain[-1] for claim in every})
    origins = independent(named, carried(every, records))
    return Breadth(len(every), publishers, tuple(sorted(origins)), len(every) - len(named))


Figure = tuple[object, ...]
Relays: TypeAlias = "Mapping[tuple[str, Figure], str]"
"""Who relays a figure, with that figure, and whom it has the figure from."""


class Way(NamedTuple):
    """How a figure came to its page."""

    origin: str | None
    """Its independent origin, none where its page names none."""
    relays: Relays
    """Who relayed it for another."""


def way(claim: Claim, records: Collection) -> Way:
    """Return how a claim came to its page."""
    return Way(origin(claim, records), carried([claim], records))


def carried(claims: Iterable[Claim], records: Collection) -> Relays:
    """Return the parties that relay a figure for another one, and for whom.

    Five dead by the ministry through AP: AP's own five has no other origin than the ministry's.
    """
    return merged(_relays(claim, records) for claim in claims if len(claim.chain) > 1)


def _relays(claim: Claim, records: Collection) -> Relays:
    """Return who relays one figure, and for whom."""
    first, figure = records.root(claim.origin), stated(claim)
    links = {records.root(link) for link in claim.chain} - {first}
    return {(relay, figure): first for relay in links}


def merged(every: Iterable[Relays]) -> Relays:
    """Return who relays which figure for whom, by any of several; one of several whoms."""
    found: dict[tuple[str, Figure], str] = {}
    for relays in every:
        for relay, first in relays.items():
            found[relay] = min(first, found.get(relay, first))
    return found


def independent(named: Iterable[tuple[str, Figure]], relayed: Relays) -> set[str]:
    """Return the independent origins behind figures, each given with the party that says it.

    Who relays a figure has it from whom it relays; of a ring of relays one is taken.
    """
    return {_first(party, figure, relayed) for party, figure in named}


def _first(party: str, figure: Figure, relayed: Relays) -> str:
    """Return whom a party has a figure from in the end."""
    seen: list[str] = []
    while (party, figure) in relayed:
        if party in seen:
            return min(seen[seen.index(party) :])
        seen.append(party)
        party = relayed[party, figure]
    return party


def stated(claim: Claim) -> Figure:
    """Return what a claim states: two with the same hedge and bounds state one figure."""
    quantity = claim.quantity
    return (quantity.hedge, quantity.low, quantity.high) if quantity else ()


def said_by(claim: Claim) -> Figure:
    """Return what makes two claims reprints of one figure: who, how much, about when, planned."""
    return claim.claimant, stated(claim), str(claim.period), claim.planned


def bears_out(witness: Claim, claim: Claim, records: Collection) -> bool:
    """Tell whether a claim of another named origin, being true, makes this one true.

    At least eight bears out at least five, and exactly 2,500 bears out about 2,500; a ceiling
    of 170,000 allows 132,000 and bears out nothing. Neither may be a relay of the other.
    """
    mine, theirs = origin(claim, records), origin(witness, records)
    if theirs is None or mine == theirs or claim.quantity is None or witness.quantity is None:
        return False
    links = {records.root(link) for link in claim.chain}
    if theirs in links or (mine and mine in {records.root(link) for link in witness.chain}):
        return False
    return is_within(witness.quantity, claim.quantity)
