"""Which claims under one indicator are worth comparing, and all comparisons of them.

Comparing every claim with every other grows with the square of their number. The basis says
which pairs can be about the same thing at all; the others would only be refused.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from heapq import heappop, heappush
from itertools import chain, combinations, groupby
from typing import TYPE_CHECKING, TypeAlias

from claims.comparison import Comparison, Relation, compare
from claims.origins import stated
from claims.periods import lasting
from claims.quantities import is_floor_of
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.records import Claim, Explanation, Indicator

Pair: TypeAlias = "tuple[Claim, Claim]"


def comparisons(claims: Sequence[Claim], indicator: Indicator) -> list[Comparison]:
    """Return how the claims stand to each other, refused comparisons left out.

    Each pair stands once. A conflict that a person explained carries the explanation, which
    holds for every reprint of the two figures.
    """
    ordered = sorted(claims, key=lambda claim: claim.id)
    explained = _explanations(ordered)
    seen: set[frozenset[str]] = set()
    found = []
    for one, other in candidates(ordered, indicator):
        if one.id == other.supersedes or other.id == one.supersedes:
            pair = frozenset((one.id, other.id))
            if pair in seen:
                continue
            seen.add(pair)
        comparison = compare(one, other, indicator)
        if comparison.relation is not Relation.NOT_COMPARED:
            found.append(_explain(comparison, explained) if explained else comparison)
    return found


def beside(claim: Claim, claims: Sequence[Claim], indicator: Indicator) -> list[Comparison]:
    """Return how one of the claims stands to each of the others, refused comparisons left out."""
    ordered = sorted(claims, key=lambda one: one.id)
    explained = _explanations(ordered)
    pairs = ({one.id: one, other.id: other} for one, other in candidates(ordered, indicator))
    others = {o.id: o for pair in pairs if claim.id in pair for o in pair.values() if o != claim}
    found = (compare(claim, other, indicator) for other in others.values())
    return [_explain(c, explained) for c in found if c.relation is not Relation.NOT_COMPARED]


def candidates(claims: Sequence[Claim], indicator: Indicator) -> Iterator[Pair]:
    """Yield the pairs that may be compared, twice where the one supersedes the other."""
    by_id = {claim.id: claim for claim in claims}
    for claim in claims:
        if claim.supersedes in by_id:
            yield by_id[claim.supersedes], claim
    for planned in (False, True):
        alike = [
            claim
            for claim in claims
            if claim.planned is planned and claim.quantity and claim.quantity.is_known
        ]
        yield from _BY_BASIS[indicator.basis](alike, indicator)


def _events(claims: Sequence[Claim], _indicator: Indicator) -> Iterator[Pair]:
    """Counts of one event are all about the same thing."""
    return combinations(claims, 2)


def _intervals(claims: Sequence[Claim], _indicator: Indicator) -> Iterator[Pair]:
    """Counts within an interval are compared over the same interval."""
    return _within(claims, [(c.period.start, c.period.end) if c.period else None for c in claims])


def _tallies(claims: Sequence[Claim], _indicator: Indicator) -> Iterator[Pair]:
    """Running totals are compared on the same day, and with each claimant's highest one before."""
    dated = [c for c in claims if c.period and c.period.end and c.period.ends_on_a_day]
    dated.sort(key=lambda c: (_end(c), c.id))
    highest: dict[str, Claim] = {}
    named = {claim.supersedes for claim in claims if claim.supersedes and claim.stands}
    for _, group in groupby(dated, key=_end):
        same_day = list(group)
        yield from combinations(same_day, 2)
        for claim in same_day:
            yield from ((before, claim) for before in highest.values() if _is_told(claim, before))
        for claim in _last_said(same_day, named):
            before = highest.get(claim.claimant)
            if before is None or _low(claim) >= _low(before):
                highest[claim.claimant] = claim


def _last_said(claims: Sequence[Claim], named: set[str]) -> Iterator[Claim]:
    """Yield the totals of one day that stand and that their claimants did not replace."""
    for claim in claims:
        newer = (c for c in claims if c.claimant == claim.claimant and c.stands and c.said_on)
        said = claim.said_on
        replaced = said is not None and any(c.said_on and said.is_before(c.said_on) for c in newer)
        if claim.stands and not replaced and claim.id not in named:
            yield claim


def _levels(claims: Sequence[Claim], indicator: Indicator) -> Iterator[Pair]:
    """Levels are compared when their periods overlap or lie within one shelf life."""
    life = lasting(indicator.shelf_life) if indicator.shelf_life else timedelta()
    dated = [c for c in claims if c.period is not None]
    dated.sort(key=lambda c: (c.period and c.period.start) or date.min)
    active: list[tuple[date, int]] = []
    for place, claim in enumerate(dated):
        start = (claim.period and claim.period.start) or date.min
        while active and active[0][0] < start:
            heappop(active)
        yield from ((dated[index], claim) for _, index in active)
        end = claim.period.end if claim.period else None
        room = end is not None and end < date.max - life
        heappush(active, (end + life if room and end else date.max, place))


_BY_BASIS = {
    Basis.EVENT: _events,
    Basis.INTERVAL: _intervals,
    Basis.TALLY: _tallies,
    Basis.LEVEL: _levels,
}


def _within(claims: Sequence[Claim], keys: Iterable[object]) -> Iterator[Pair]:
    """Pair the claims that share a key; a key of None is shared with nobody."""
    groups: dict[object, list[Claim]] = defaultdict(list)
    for claim, key in zip(claims, keys, strict=True):
        groups[key].append(claim)
    groups.pop(None, None)
    return chain.from_iterable(combinations(group, 2) for group in groups.values())


def _end(claim: Claim) -> date:
    return (claim.period and claim.period.end) or date.max


def _low(claim: Claim) -> float:
    """Return the least that a figure allows."""
    return (claim.quantity and claim.quantity.low) or 0


def _is_told(later: Claim, earlier: Claim) -> bool:
    """Tell whether an earlier total says something of a later one: rules it out or bears it out."""
    if later.quantity is None or earlier.quantity is None:
        return False
    high = later.quantity.high
    below = high is not None and high < _low(earlier)
    return below or is_floor_of(earlier.quantity, later.quantity)


Figure: TypeAlias = tuple[object, ...]


def said_by(claim: Claim) -> Figure:
    """Return what makes two claims reprints of one figure: who, how much, about when, planned."""
    return claim.claimant, stated(claim), str(claim.period), claim.planned


def _explanations(claims: Sequence[Claim]) -> dict[tuple[Figure, Figure], Explanation]:
    """Return each explanation under the figure that it stands on and the one it is about."""
    by_id = {claim.id: claim for claim in claims}
    return {
        (said_by(claim), said_by(by_id[explained.claim])): explained
        for claim in claims
        for explained in claim.explained
        if explained.claim in by_id
    }


def _explain(
    comparison: Comparison, explained: dict[tuple[Figure, Figure], Explanation]
) -> Comparison:
    """Give a conflict the explanation that a person recorded, and say which claim it stands on."""
    if comparison.relation is not Relation.CONFLICT or not explained:
        return comparison
    one, other = comparison.one, comparison.other
    for mine, theirs in ((one, other), (other, one)):
        if found := explained.get((said_by(mine), said_by(theirs))):
            return replace(comparison, explained=found, explained_on=mine)
    return comparison
