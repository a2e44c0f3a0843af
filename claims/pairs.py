"""Which claims under one indicator are worth comparing, and all comparisons of them.

Comparing every claim with every other grows with the square of their number. The basis says
which pairs can be about the same thing at all; the others would only be refused.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from heapq import heappop, heappush
from itertools import chain, combinations, groupby
from typing import TYPE_CHECKING, TypeAlias

from claims.comparison import NAMED, Comparison, Relation, compare
from claims.explaining import Explained, in_error
from claims.origins import said_by
from claims.periods import lasting
from claims.quantities import is_floor_of
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claims.origins import Figure
    from claims.records import Claim, Indicator

Pair: TypeAlias = "tuple[Claim, Claim]"
Highest: TypeAlias = "dict[tuple[str, bool], list[Claim]]"
"""The prints of the highest running total by claimant, its own pages and relays apart."""


def comparisons(claims: Sequence[Claim], indicator: Indicator) -> list[Comparison]:
    """Return how the claims stand to each other, refused comparisons left out.

    Each pair stands once. A conflict that a person explained carries the explanation, which
    holds for every reprint of the two figures, as does a record that one takes the place of
    the other.
    """
    ordered = sorted(claims, key=lambda claim: claim.id)
    return _compared(candidates(ordered, indicator), ordered, indicator)


def beside(claim: Claim, claims: Sequence[Claim], indicator: Indicator) -> list[Comparison]:
    """Return how one of the claims stands to each of the others, refused comparisons left out."""
    ordered = sorted(claims, key=lambda one: one.id)
    pairs = ({one.id: one, other.id: other} for one, other in candidates(ordered, indicator))
    others = {o.id: o for pair in pairs if claim.id in pair for o in pair.values() if o != claim}
    return _compared(((claim, other) for other in others.values()), ordered, indicator)


def _compared(
    pairs: Iterable[Pair], claims: Sequence[Claim], indicator: Indicator
) -> list[Comparison]:
    """Return how the claims of each pair stand to each other, each pair once."""
    explained, newer = Explained.of(claims), _successors(claims)
    seen: set[frozenset[str]] = set()
    found = []
    for one, other in pairs:
        if one.id in newer or other.id in newer:
            pair = frozenset((one.id, other.id))
            if pair in seen:
                continue
            seen.add(pair)
        comparison = _compare(one, other, indicator, newer)
        if comparison.relation is not Relation.NOT_COMPARED:
            found.append(explained.give(comparison) if explained else comparison)
    return found


def _compare(
    one: Claim, other: Claim, indicator: Indicator, newer: Mapping[str, set[str]]
) -> Comparison:
    """Compare two claims, one of which may reprint a figure that the other took the place of."""
    for older, later in ((one, other), (other, one)):
        replaced = later.id in newer.get(older.id, ())
        if replaced and not (older.withdrawn or later.withdrawn):
            return Comparison(one, other, Relation.SUPERSEDED, lambda: NAMED, older)
    return compare(one, other, indicator)


def candidates(claims: Sequence[Claim], indicator: Indicator) -> Iterator[Pair]:
    """Yield the pairs that may be compared, twice where the one supersedes the other."""
    by_id = {claim.id: claim for claim in claims}
    for older, newer in _successors(claims).items():
        yield from ((by_id[older], by_id[claim]) for claim in sorted(newer))
    for planned in (False, True):
        alike = [
            claim
            for claim in claims
            if claim.planned is planned and claim.quantity and claim.quantity.is_known
        ]
        yield from _BY_BASIS[indicator.basis](alike, indicator)


def _successors(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """Return the claims that are recorded as taking the place of others, by the id of those.

    They take the place of every page's print of the figure, save where its claimant gave the old
    figure again on a later day.
    """
    newer = [claim for claim in claims if claim.supersedes]
    if not newer:
        return {}
    by_id = {claim.id: claim for claim in claims}
    prints: dict[Figure, list[Claim]] = defaultdict(list)
    for claim in claims:
        prints[said_by(claim)].append(claim)
    found: dict[str, set[str]] = defaultdict(set)
    for claim in newer:
        older = by_id.get(claim.supersedes or "")
        if older is None or (older.indicator, older.planned) != (claim.indicator, claim.planned):
            continue
        for one in prints[said_by(older)]:
            other = claim.id not in {one.id, one.supersedes}
            if one.id == older.id or (other and not _is_said_after(one, claim)):
                found[one.id].add(claim.id)
    return found


def _is_said_after(one: Claim, other: Claim) -> bool:
    said, before = one.said_on, other.said_on
    return said is not None and before is not None and before.is_before(said)


def _events(claims: Sequence[Claim], _indicator: Indicator) -> Iterator[Pair]:
    """Counts of one event are all about the same thing."""
    return combinations(claims, 2)


def _intervals(claims: Sequence[Claim], _indicator: Indicator) -> Iterator[Pair]:
    """Counts within an interval are compared over the same interval."""
    return _within(claims, [(c.period.start, c.period.end) if c.period else None for c in claims])


def _tallies(claims: Sequence[Claim], _indicator: Indicator) -> Iterator[Pair]:
    """Running totals are compared on the same day, and with each claimant's highest one before.

    That is the highest in its own pages and the highest in those that relay it: a relay's slip
    hides no fall. Where one is in error, they are compared with the highest that is not as well.
    """
    dated = [c for c in claims if c.period and c.period.end and c.period.ends_on_a_day]
    dated.sort(key=lambda c: (_end(c), c.id))
    stand = {claim.id for claim in claims if claim.stands}
    named = {older for older, newer in _successors(claims).items() if newer & stand}
    wrong = in_error(claims)
    highest: Highest = {}
    sound: Highest = {}
    for _, group in groupby(dated, key=_end):
        same_day = list(group)
        yield from combinations(same_day, 2)
        before = {one.id: one for some in (*highest.values(), *sound.values()) for one in some}
        for claim in same_day:
            yield from ((one, claim) for one in before.values() if _is_told(claim, one))
        for claim in _last_said(same_day, named):
            _rise(highest, claim)
            if wrong and claim.id not in wrong:
                _rise(sound, claim)


def _rise(highest: Highest, claim: Claim) -> None:
    """Put a total in the place of its claimant's highest one, where it is no lower.

    Another print of the same total stands beside it.
    """
    series = claim.claimant, len(claim.chain) == 1
    before = highest.get(series)
    if before and said_by(before[0]) == said_by(claim):
        before.append(claim)
    elif not before or _low(claim) >= _low(before[0]):
        highest[series] = [claim]


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
