"""Ladders: one claimant's successive figures for one thing, and who still printed an old one.

US government: 0 on 8 January 2020, 11 on 16 January, 34 on 24 January ... 110 on 21 February
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from claims.analysis.figures import quantity_of, when
from claims.comparison import Relation
from claims.hedges import Bounds, show
from claims.numerals import spell
from claims.origins import said_by, stated
from claims.prose import figure
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claims.analysis.case import Case
    from claims.collection import Collection
    from claims.hedges import Number
    from claims.periods import Period
    from claims.quantities import Quantity
    from claims.records import Claim

HEDGE_ONLY = "hedge only"
"""The change between two figures that give one number, the one firmer than the other."""


@dataclass(frozen=True, slots=True)
class Late:
    """A page that printed a figure after its claimant had given one that rules it out."""

    claim: str
    publisher: str
    """The party that printed it, by id."""
    printed: Period
    days: int
    """Days from when the next figure was said to when the page was published."""


@dataclass(frozen=True, slots=True)
class Step:
    """One figure of a ladder, however often it was printed."""

    claims: tuple[str, ...]
    """The claims that state it, the earliest first."""
    figure: str
    """The figure with its hedge: `at least five`."""
    value: Number | None
    """Where it is drawn."""
    low: Number | None
    high: Number | None
    said_on: Period | None
    """When it was first said."""
    claimants: tuple[str, ...]
    """Who said it, by name."""
    publishers: tuple[str, ...]
    """Who printed it, by name."""
    change: str
    """How it differs from the step before: `first`, `23 more`, `one fewer`, `hedge only`."""
    late: tuple[Late, ...]
    """Who printed it after the next one was said, the earliest first."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The successive figures of one claimant for one thing, two steps or more."""

    claimant: str
    """Who gave the last figure, by id."""
    origin: str
    """The body that the last figure is of, by id: the Pentagon's are the US government's."""
    steps: tuple[Step, ...]


def ladders(case: Case) -> tuple[Ladder, ...]:
    """Return the ladders of a case, by the first day and claim of each.

    Claims belong together where one took the place of another by the same claimant, or is
    recorded to; reprints of one figure too. Claims that were withdrawn or rejected are left out.
    """
    found = []
    for claims in _joined(case):
        ordered = _in_order(claims)
        steps = [list(alike) for _, alike in groupby(ordered, stated)]
        if len(steps) > 1:
            last = steps[-1][0]
            origin = case.records.root(last.origin)
            made = tuple(_step(number, steps, origin, case) for number in range(len(steps)))
            found.append(Ladder(last.claimant, origin, made))
    return tuple(sorted(found, key=lambda ladder: (_day(ladder.steps[0]), ladder.steps[0].claims)))


def _joined(case: Case) -> Iterator[list[Claim]]:
    """Yield the claims that are joined by one taking the place of another, or by reprinting it."""
    by_id = {c.id: c for c in case.claims if c.stands and c.quantity and c.quantity.is_known}
    links: dict[object, set[object]] = defaultdict(set)
    reprinted = [(claim_id, said_by(claim)) for claim_id, claim in by_id.items()]
    replaced = [
        (c.one.id, c.other.id)
        for c in case.comparisons
        if c.relation is Relation.SUPERSEDED and {c.one.id, c.other.id} <= by_id.keys()
    ]
    for one, other in (*reprinted, *replaced):
        links[one].add(other)
        links[other].add(one)
    seen: set[object] = set()
    for claim_id in by_id:
        if claim_id not in seen:
            reached = _reached(claim_id, links)
            seen |= reached
            ids = sorted(one for one in reached if isinstance(one, str))
            yield [by_id[one] for one in ids]


def _reached(start: object, links: Mapping[object, set[object]]) -> set[object]:
    """Return all that is linked with the start, directly or through others, and the start."""
    reached: set[object] = set()
    todo = [start]
    while todo:
        place = todo.pop()
        if place not in reached:
            reached.add(place)
            todo += links[place]
    return reached


def _in_order(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a ladder from the first said to the last.

    A claim that is recorded as taking the place of another follows it even on the same day; one
    that shows no date stands with the reprints of its figure that do.
    """
    by_id = {claim.id: claim for claim in claims}
    dated: dict[object, date] = {}
    for claim in claims:
        if claim.said_on and claim.said_on.end:
            key = said_by(claim)
            dated[key] = min(dated.get(key, date.max), claim.said_on.end)
    places: dict[str, tuple[date, int]] = {}
    for claim in claims:
        line: dict[str, Claim] = {}
        older: Claim | None = claim
        while older and older.id not in line and older.id not in places:
            line[older.id] = older
            older = by_id.get(older.supersedes or "")
        for one in reversed(line.values()):
            own = one.said_on.end if one.said_on else None
            day = own or dated.get(said_by(one), date.min)
            before, rank = places.get(one.supersedes or "", (date.min, -1))
            places[one.id] = (day, 0) if day > before else (before, rank + 1)
    return sorted(claims, key=lambda claim: (places[claim.id], _size(claim), claim.id))


def _step(number: int, steps: Sequence[Sequence[Claim]], origin: str, case: Case) -> Step:
    alike, name = steps[number], case.records.name
    quantity = quantity_of(alike[0])
    before = quantity_of(steps[number - 1][0]) if number else None
    return Step(
        claims=tuple(claim.id for claim in alike),
        figure=figure(quantity),
        value=quantity.point,
        low=quantity.low,
        high=quantity.high,
        said_on=next((claim.said_on for claim in alike if claim.said_on), None),
        claimants=tuple(dict.fromkeys(name(claim.claimant) for claim in alike)),
        publishers=tuple(dict.fromkeys(name(claim.chain[-1]) for claim in alike)),
        change=change(before, quantity) if before else "first",
        late=tuple(_late(number, steps, origin, case)),
    )


def change(before: Quantity, after: Quantity) -> str:
    """Say how a figure differs from the one before it: `23 more`, `at least four more`.

    What the hedges leave open is said as far as they go: from at least 31 to at least 35 only
    the least is known to be higher.
    """
    old, new = before.bounds, after.bounds
    if old == new or (before.value == after.value and after.value is not None):
        return HEDGE_ONLY
    if not old.meets(new):
        grown = new.low is not None and old.high is not None and new.low >= old.high
        return f"{_gap(old, new)} more" if grown else f"{_gap(new, old)} fewer"
    if old.high is None and new.high is None:
        return f"the least is {_shift(old.low, new.low)}"
    if old.low == new.low and None not in {old.high, new.high}:
        return f"the most is {_shift(old.high, new.high)}"
    if new.is_within(old):
        return "narrower"
    return "wider" if old.is_within(new) else "may be the same"


def _gap(lower: Bounds, upper: Bounds) -> str:
    """Say how far apart two bounds are that have no number in common."""
    least = (upper.low or 0) - (lower.high or 0)
    if upper.high is None:
        return f"at least {spell(least)}"
    most = upper.high - (lower.low or 0)
    return spell(least) if least == most else f"{show(least)} to {show(most)}"


def _shift(before: Number | None, after: Number | None) -> str:
    """Say how an end of the bounds moved: `four higher`."""
    moved = (after or 0) - (before or 0)
    return f"{spell(abs(moved))} {'higher' if moved > 0 else 'lower'}"


def _late(number: int, steps: Sequence[Sequence[Claim]], origin: str, case: Case) -> Iterator[Late]:
    """Yield who printed the figure of a step after the next one had ruled it out.

    A page that prints a newer figure too gives the old one as what was said before.
    """
    if number + 1 == len(steps):
        return
    old, new = steps[number][0], steps[number + 1][0]
    said = next((claim.said_on for claim in steps[number + 1] if claim.said_on), None)
    if said is None or quantity_of(old).bounds.meets(quantity_of(new).bounds):
        return
    later = [claim for alike in steps[number + 1 :] for claim in alike]
    pages = {evidence.source for claim in later for evidence in claim.evidence}
    for printed, claim, publisher, source in _printed(_reprints(old, origin, case), case):
        again = any(stated(c) == stated(old) and not _is_after(c, printed) for c in later)
        if said.is_before(printed) and source not in pages and not again:
            yield Late(claim, publisher, printed, said.gap(printed).days)


def _reprints(old: Claim, origin: str, case: Case) -> Iterator[Claim]:
    """Yield the claims under the indicator that carry the same figure of the same body."""
    for claim in case.claims:
        same_time = case.indicator.basis is Basis.EVENT or _span(claim) == _span(old)
        of_that_body = origin in map(case.records.root, claim.chain)
        same = stated(claim) == stated(old) and claim.planned == old.planned
        if same and same_time and of_that_body and claim.stands:
            yield claim


def _printed(claims: Iterable[Claim], case: Case) -> list[tuple[Period, str, str, str]]:
    """Return when each page published a claim, the claim, the publisher and the page, in order."""
    found = []
    for claim in claims:
        for source_id in sorted({evidence.source for evidence in claim.evidence}):
            source = case.records.source(source_id)
            if source and source.published:
                found.append((source.published, claim.id, source.publisher, source.id))
    return sorted(found, key=lambda one: (one[0].start or date.min, *one[1:]))


def _is_after(claim: Claim, printed: Period) -> bool:
    return claim.said_on is None or printed.is_before(claim.said_on)


def _span(claim: Claim) -> tuple[date | None, date | None] | None:
    return (claim.period.start, claim.period.end) if claim.period else None


def _size(claim: Claim) -> Number:
    return quantity_of(claim).point or 0


def _day(step: Step) -> date:
    return (step.said_on and step.said_on.end) or date.min


def sentence(ladder: Ladder, records: Collection) -> str:
    """Say a ladder in one sentence without a full stop, every figure with its hedge.

    US government: 0 on 8 January 2020, 11 on 16 January 2020: revised once
    """
    steps = ", ".join(f"{step.figure} {_said(step)}" for step in ladder.steps)
    times = len(ladder.steps) - 1
    often = {1: "once", 2: "twice"}.get(times, f"{spell(times)} times")
    return f"{records.name(ladder.origin)}: {steps}: revised {often}"


def _said(step: Step) -> str:
    return when(step.said_on) if step.said_on else "on an unknown day"
