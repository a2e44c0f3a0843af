"""Running totals that fall: one finding for each fall, however many days it takes to grow back.

A claimant's own series that goes 3,700, 3,617, 3,620 … 3,699 fell once. Where its totals are
floors (“at least”), a lower one contradicts nothing, yet the claimant took something back.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claims.analysis.figures import how_many, last_day, total_in_words
from claims.analysis.findings import FindingKind, finding
from claims.hedges import Hedge
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.analysis.case import Case
    from claims.analysis.findings import Finding
    from claims.comparison import Comparison
    from claims.records import Claim, Indicator

    Clash = tuple[list[Claim], list[Claim], Comparison]


def is_fall(comparison: Comparison, indicator: Indicator) -> bool:
    """Tell whether the two figures of a contradiction are running totals of different days."""
    ends = {claim.period.end for claim in (comparison.one, comparison.other) if claim.period}
    return indicator.basis is Basis.TALLY and len(ends) > 1


def gathered(clashes: Iterable[Clash]) -> list[list[Clash]]:
    """Return contradictions of falling totals by fall, those of one fall by their days."""
    found: dict[tuple[object, ...], list[Clash]] = defaultdict(list)
    for clash in clashes:
        (later, *_), (earlier, *_), _ = clash
        found[earlier.id, later.claimant, later.chain].append(clash)
    return [sorted(fall, key=lambda clash: last_day(clash[0][0])) for fall in found.values()]


def also_below(totals: list[Claim]) -> str:
    """Say how many further totals of a series are below the higher one, and up to when."""
    if not totals:
        return ""
    verb = "is" if len(totals) == 1 else "are"
    return (
        f"; so {verb} {how_many(len(totals), 'later total')}, the last {total_in_words(totals[-1])}"
    )


def floors_that_fall(case: Case) -> Iterator[Finding]:
    """Raise each fall of a claimant's own floors, which contradicts nothing and is worth a look.

    Example: Oryx shows at least 1,924 losses by 27 March and at least 1,115 by 28 March.
    """
    if case.indicator.basis is not Basis.TALLY:
        return
    for series in _floors(case).values():
        highest = series[0]
        below: list[Claim] = []
        for claim in series[1:]:
            if _floor(claim) < _floor(highest):
                below.append(claim)
                continue
            if below:
                yield _lowered(case, highest, below)
            highest, below = claim, []
        if below:
            yield _lowered(case, highest, below)


def _floors(case: Case) -> dict[tuple[object, ...], list[Claim]]:
    """Return the floors that count, by who says them through whom: the highest of each day."""
    found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(case.claims, key=lambda claim: (last_day(claim), -_floor(claim), claim.id)):
        firm = claim.quantity is not None and claim.quantity.hedge is Hedge.AT_LEAST
        dated = claim.period is not None and claim.period.ends_on_a_day
        if firm and dated and not claim.planned and claim.id not in case.gone:
            series = found[claim.claimant, claim.chain]
            if not series or last_day(series[-1]) != last_day(claim):
                series.append(claim)
    return found


def _lowered(case: Case, highest: Claim, below: list[Claim]) -> Finding:
    """Word the finding that a claimant's floor is lower than its own earlier one."""
    first, *others = below
    name = case.records.name(first.claimant)
    lower, higher = total_in_words(first), total_in_words(highest)
    reason = f"{name}: {lower} is less than its own {higher}{also_below(others)}"
    return finding(FindingKind.LOWERED, first, highest, *others, reason=reason)


def _floor(claim: Claim) -> float:
    return (claim.quantity and claim.quantity.low) or 0
