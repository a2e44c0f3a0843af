"""Rules about age: a figure printed after a newer one was given, an old figure, a stale one.

Days count from when something was said, or stood, to when it was printed. Claims that were
withdrawn or rejected raise nothing.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from claims.analysis.findings import FindingKind, finding
from claims.comparison import Relation
from claims.numerals import say, spell
from claims.pairs import said_by
from claims.periods import words
from claims.quantities import Agreement, agreement
from claims.vocabulary import Basis, SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.analysis.case import Case
    from claims.analysis.findings import Finding
    from claims.hedges import Number
    from claims.periods import Period
    from claims.quantities import Quantity
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
    for claim in _in_order(case.claims):
        printed, known = _printed(claim, case), successors.get(_figure(claim), [])
        if any(claim.source == newer.source for _, newer in known):
            continue  # the page prints the newer figure too, and this one as what was said before
        late = [
            (said, newer)
            for said, newer in known
            if printed and said.is_before(printed) and claim.supersedes != newer.id
        ]
        if printed and late:
            said, newer = min(late, key=lambda one: (one[0].end, one[1].id))
            after = _counted(said.gap(printed).days, "day")
            page, by = case.records.name(claim.chain[-1]), case.records.name(newer.claimant)
            reason = f"{page} still printed {_say(claim)} {_when(printed)}, {after} after {by}"
            reason += f" had said {_say(newer)}"
            yield finding(FindingKind.IN_USE, claim, newer, reason=reason)


def _successors(case: Case) -> dict[tuple[object, ...], list[tuple[Period, Claim]]]:
    """Return the newer figures that took the place of each one and exclude it, and when said.

    They are of the same claimant, or recorded as taking its place. A later running total is of
    another day: it takes no place.
    """
    found: dict[tuple[object, ...], list[tuple[Period, Claim]]] = defaultdict(list)
    for comparison in case.comparisons:
        older = comparison.older
        if comparison.relation is not Relation.SUPERSEDED or older is None:
            continue
        newer = comparison.counterpart(older)
        if older.quantity is None or newer.quantity is None or newer.said_on is None:
            continue
        excluded = not older.quantity.bounds.meets(newer.quantity.bounds)
        if excluded and older.stands and newer.stands:
            found[_figure(older)].append((newer.said_on, newer))
    return found


def _figure(claim: Claim) -> tuple[object, ...]:
    """Return what reprints of one figure share; a plan is no reprint of an observation."""
    return claim.planned, *said_by(claim)


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
    for claim in _in_order(case.claims):
        source, said = case.records.source(claim.source), claim.said_on
        if source is None or said is None or said.end is None or _is_history(claim):
            continue
        printed, about = source.published, claim.period.end if claim.period else None
        if printed and printed.start and printed.start - max(said.end, about or said.end) > LONG:
            later = _length((printed.start - said.end).days)
            reason = f"Said {_when(said)}, printed {_when(printed)}, {later} later"
            yield finding(FindingKind.OLD_FIGURE, claim, reason=reason)


def _is_history(claim: Claim) -> bool:
    """Tell whether a figure was about a time long ago when it was said."""
    said, about = claim.said_on, claim.period
    if said is None or said.start is None or about is None or about.end is None:
        return False
    return said.start - about.end > LONG


def _no_higher(case: Case) -> Iterator[Finding]:
    """Yield the running totals of a page's own day that are no higher than one long before.

    One that contradicts the earlier total is a falling total, and left to that rule. None so far
    may be none for long.
    """
    totals = _totals(case)
    for total, long_before in _with_long_before(totals):
        fresh = [claim for claim in total.claims if _is_of_its_day(claim, case)]
        for earlier in long_before:
            if not fresh or earlier.point < total.point:
                continue
            counting = [claim for claim in earlier.claims if claim.id not in case.gone]
            if counting and _agree(counting[0], fresh[0]):
                apart = _counted((total.day - earlier.day).days, "day")
                reason = f"{_say(fresh[0])} by {words(total.day)} is no higher than "
                reason += f"{_say(counting[0])} by {words(earlier.day)}, {apart} earlier"
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
    return agreement(_known(one), _known(other)) is not Agreement.CONFLICT


class Total(NamedTuple):
    """One running total: the day that it stood at, its size and the claims that print it."""

    day: date
    point: Number
    claims: list[Claim]


def _totals(case: Case) -> list[Total]:
    """Return the running totals that name their day and are no plans, the latest first."""
    alike: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in _in_order(case.claims):
        alike[_figure(claim)].append(claim)
    found = []
    for claims in alike.values():
        about, point = claims[0].period, _known(claims[0]).point
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
    counting = [c for c in _in_order(case.claims) if c.id not in case.gone and not c.planned]
    newest = max((c for c in counting if _known(c).is_known), key=_recency, default=None)
    standing = case.standings.get(newest.id) if newest else None
    if newest and standing and standing.stale_from:
        by = case.records.name(newest.claimant)
        reason = f"The newest figure is {_say(newest)} from {by}: {standing.why_stale}"
        yield finding(FindingKind.STALE, newest, reason=reason, since=standing.stale_from)


def _recency(claim: Claim) -> tuple[date, date, str]:
    """Return what the newest figure has most of: the end of its period, the day said, its id."""
    about, said = claim.period, claim.said_on
    end = (about.end or date.max) if about else date.min
    return end, (said and said.end) or date.min, claim.id


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that stand and have a quantity, by id."""
    return sorted((c for c in claims if c.stands and c.quantity), key=lambda claim: claim.id)


def _known(claim: Claim) -> Quantity:
    if claim.quantity is None:  # pragma: no cover - left out before
        raise ValueError(claim.id)
    return claim.quantity


def _say(claim: Claim) -> str:
    return say(_known(claim))


def _when(period: Period) -> str:
    """Say when: `on 17 January 2026`, `in October 2025`."""
    if "/" in period.text:
        return f"({period.in_words()})"
    return f"{'on' if period.start == period.end else 'in'} {period.in_words()}"


def _length(days: int) -> str:
    """Say a length in words, months and years rounded: `32 days`, `about three months`."""
    months, years = round(days / MONTH), round(days / YEAR)
    if months < 2:  # noqa: PLR2004 - one month is said in days
        return _counted(days, "day")
    if years < 2:  # noqa: PLR2004 - one year is said in months
        return f"about {_counted(months, 'month')}"
    return f"about {_counted(years, 'year')}"


def _counted(number: int, noun: str) -> str:
    """Say a number with its noun: `two days`, `47 days`."""
    return f"{spell(number)} {noun if number == 1 else noun + 's'}"
