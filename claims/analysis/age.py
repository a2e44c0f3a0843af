"""Rules about age: a figure printed after a newer one was given, an old figure, a stale one.

Days count from when something was said, or stood, to when it was printed. Claims that were
withdrawn or rejected raise nothing.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from claims.analysis.case import newest
from claims.analysis.figures import how_many, in_order, in_words, quantity_of, total_in_words, when
from claims.analysis.findings import FindingKind, finding
from claims.comparison import Relation
from claims.origins import said_by
from claims.quantities import Agreement, agreement
from claims.vocabulary import Basis, SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from claims.analysis.case import Case
    from claims.analysis.findings import Finding
    from claims.hedges import Number
    from claims.origins import Figure
    from claims.periods import Period
    from claims.records import Claim

LONG = timedelta(days=30)
"""A figure that was said or stood longer ago than this is old for the page that prints it."""
AGES = frozenset({Basis.LEVEL, Basis.TALLY})
"""What may have changed since; what happened in an event or an interval stays as it was."""
MONTH, YEAR = 30.44, 365.25
"""Days in a month and a year, on average."""


def superseded_in_use(case: Case) -> Iterator[Finding]:
    """Raise a figure that was printed after its claimant had given another one for the same thing.

    Example: The Daily still printed 34 injured on 30 January, two days after the US Department of
    Defense had said 50.
    """
    successors = _successors(case)
    for claim in in_order(case.claims):
        printed, newer_ones = _printed(claim, case), successors.get(said_by(claim), [])
        if any(claim.source == newer.source for _, newer in newer_ones):
            continue  # the page prints the newer figure too, and this one as what was said before
        late = [
            (said, newer)
            for said, newer in newer_ones
            if printed and said.is_before(printed) and claim.supersedes != newer.id
        ]
        if printed and late:
            said, newer = min(late, key=lambda one: (one[0].end, one[1].id))
            after = how_many(said.gap(printed).days, "day")
            page, by = case.records.name(claim.chain[-1]), case.records.name(newer.claimant)
            reason = f"{page} still printed {in_words(claim)} {when(printed)}, {after} after"
            reason += f" {by} had said {in_words(newer)}"
            yield finding(FindingKind.IN_USE, claim, newer, reason=reason)


def _successors(case: Case) -> dict[Figure, list[tuple[Period, Claim]]]:
    """Return the newer figures that took the place of each one and exclude it, and when said.

    They are of the same claimant, or recorded as taking its place. A later running total is of
    another day: it takes no place.
    """
    found: dict[Figure, list[tuple[Period, Claim]]] = defaultdict(list)
    for comparison in case.comparisons:
        older = comparison.older
        if comparison.relation is not Relation.SUPERSEDED or older is None:
            continue
        newer = comparison.counterpart(older)
        if older.quantity is None or newer.quantity is None or newer.said_on is None:
            continue
        excluded = not older.quantity.bounds.meets(newer.quantity.bounds)
        if excluded and older.stands and newer.stands:
            found[said_by(older)].append((newer.said_on, newer))
    return found


def _printed(claim: Claim, case: Case) -> Period | None:
    """Return when a claim was printed, or else said; None where neither is known."""
    source = case.records.source(claim.source)
    return (source.published if source else None) or claim.said_on


def older_than_its_page(case: Case) -> Iterator[Finding]:
    """Raise a figure said long before it was printed, and a total no higher than one long before.

    Example: said in October 2025, printed on 17 January 2026; some 30 attacks by 4 May and almost
    30 by 20 June. Levels and running totals only: what happened at an event does not change.
    """
    if case.indicator.basis in AGES:
        yield from _said_long_before(case)
    if case.indicator.basis is Basis.TALLY:
        yield from _no_higher(case)


def _said_long_before(case: Case) -> Iterator[Finding]:
    """Yield the claims that were said long before their page, about a time long before it."""
    for claim in in_order(case.claims):
        source, said = case.records.source(claim.source), claim.said_on
        if source is None or said is None or said.end is None or _is_history(claim):
            continue
        printed, about = source.published, claim.period.end if claim.period else None
        if printed and printed.start and printed.start - max(said.end, about or said.end) > LONG:
            later = _length((printed.start - said.end).days)
            reason = f"Said {when(said)}, printed {when(printed)}, {later} later"
            yield finding(FindingKind.OLD_FIGURE, claim, reason=reason)


def _is_history(claim: Claim) -> bool:
    """Tell whether a figure was about a time long ago when it was said."""
    said, about = claim.said_on, claim.period
    if said is None or said.start is None or about is None or about.end is None:
        return False
    return said.start - about.end > LONG


def _no_higher(case: Case) -> Iterator[Finding]:
    """Yield the running totals of a page's own day that are no higher than one long before.

    One that contradicts the earlier total is a falling total, and left to that rule. Totals of
    zero are passed over: where nothing happens a zero stays true for months.
    """
    totals = _totals(case)
    for total, long_before in _with_long_before(totals):
        fresh = [claim for claim in total.claims if _is_of_its_day(claim, case)]
        for earlier in long_before:
            if not fresh or earlier.point < total.point:
                continue
            counting = [claim for claim in earlier.claims if claim.id not in case.gone]
            if counting and _agree(counting[0], fresh[0]):
                apart = how_many((total.day - earlier.day).days, "day")
                reason = f"{total_in_words(fresh[0])} is no higher than "
                reason += f"{total_in_words(counting[0])}, {apart} earlier"
                reason += ": it may be an old figure"
                yield finding(FindingKind.OLD_FIGURE, *fresh, counting[0], reason=reason)
                break


def _with_long_before(totals: Sequence[Total]) -> Iterator[tuple[Total, Sequence[Total]]]:
    """Yield each total above zero that is no higher than one long before, and all long before it.

    `totals` come the latest first. A total that grew from day to day is passed over at once.
    """
    highest_from = list(accumulate((total.point for total in reversed(totals)), max))[::-1]
    start = 0
    for total in totals:
        while start < len(totals) and total.day - totals[start].day <= LONG:
            start += 1
        if start < len(totals) and highest_from[start] >= total.point > 0:
            yield total, totals[start:]


def _agree(one: Claim, other: Claim) -> bool:
    return agreement(quantity_of(one), quantity_of(other)) is not Agreement.CONFLICT


class Total(NamedTuple):
    """One running total: the day that it stood at, its size and the claims that print it."""

    day: date
    point: Number
    claims: list[Claim]


def _totals(case: Case) -> list[Total]:
    """Return the running totals that name their day and are no plans, the latest first."""
    alike: dict[Figure, list[Claim]] = defaultdict(list)
    for claim in in_order(case.claims):
        alike[said_by(claim)].append(claim)
    found = []
    for claims in alike.values():
        about, point = claims[0].period, quantity_of(claims[0]).point
        dated = about and about.ends_on_a_day and not claims[0].planned
        if dated and about and about.end and point is not None:
            found.append(Total(about.end, point, claims))
    return sorted(found, key=lambda total: (total.day, total.claims[0].id), reverse=True)


def _is_of_its_day(claim: Claim, case: Case) -> bool:
    """Tell whether a running total ends on the day on which it was said or printed.

    A data set repeats its last total each day on which nothing is added.
    """
    source, end = case.records.source(claim.source), claim.period and claim.period.end
    if source and source.kind is SourceKind.DATA_SET:
        return False
    days = (claim.said_on, source.published if source else None)
    return any(day and day.start == day.end == end for day in days)


def stale(case: Case) -> Iterator[Finding]:
    """Raise the newest figure of a level or a running total, from the day on which it is stale.

    Example: the newest troop count is of January and counts hold six months: stale in July.
    The day stands in `since`; whoever reads the finding before it leaves it out.
    """
    claim = newest(case)
    standing = case.standings.get(claim.id) if claim else None
    if claim and standing and standing.stale_from:
        by = case.records.name(claim.claimant)
        reason = f"The newest figure is {in_words(claim)} from {by}: {standing.why_stale}"
        yield finding(FindingKind.STALE, claim, reason=reason, since=standing.stale_from)


def _length(days: int) -> str:
    """Say a length in words, months and years rounded: `32 days`, `about three months`."""
    months, years = round(days / MONTH), round(days / YEAR)
    if months < 2:  # noqa: PLR2004 - one month is said in days
        return how_many(days, "day")
    if years < 2:  # noqa: PLR2004 - one year is said in months
        return f"about {how_many(months, 'month')}"
    return f"about {how_many(years, 'year')}"
