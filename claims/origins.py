"""Independent origins: who said a figure first, however many pages print it.

Nine articles by five publishers may rest on two origins. Relays, wire copies and bodies that
speak for one another are one origin; a page that prints others' text and names no source of
the figure adds none:

    >>> str(Breadth(9, 5, ("hrana", "iran-government"), 1))
    '9 claims, 5 publishers, 2 origins and 1 claim that names none'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

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
    firsts = [origin(claim, records) for claim in every]
    relayed = carried(every, records)
    own = {
        first
        for first, claim in zip(firsts, every, strict=True)
        if first and (first, stated(claim)) not in relayed
    }
    named = own or sorted(first for first in firsts if first)[:1]
    publishers = len({claim.chain[-1] for claim in every})
    return Breadth(len(every), publishers, tuple(sorted(named)), firsts.count(None))


Figure = tuple[object, ...]


class Way(NamedTuple):
    """How a figure came to its page."""

    origin: str | None
    """Its independent origin, none where its page names none."""
    relays: frozenset[tuple[str, Figure]]
    """Who relayed it for another, each with the figure."""


def way(claim: Claim, records: Collection) -> Way:
    """Return how a claim came to its page."""
    return Way(origin(claim, records), carried([claim], records))


def carried(claims: Iterable[Claim], records: Collection) -> frozenset[tuple[str, Figure]]:
    """Return the parties that relay a figure for another one, each with that figure.

    Five dead by the ministry through AP: AP's own five has no other origin than the ministry's.
    """
    found = set()
    for claim in claims:
        if len(claim.chain) > 1:
            first = records.root(claim.origin)
            relays = {records.root(link) for link in claim.chain} - {first}
            found |= {(relay, stated(claim)) for relay in relays}
    return frozenset(found)


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
