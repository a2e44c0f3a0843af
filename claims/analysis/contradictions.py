"""Rules about figures that cannot all be true: contradictions, and parts above their wholes.

A figure that many pages print is one figure: it is raised once, with every claim that prints it.
What was withdrawn, rejected or replaced contradicts nothing.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from heapq import nsmallest
from typing import TYPE_CHECKING, TypeAlias

from claims.analysis.case import Case
from claims.analysis.falls import also_below, gathered, is_fall
from claims.analysis.figures import in_words, last_day, newest_first, total_in_words
from claims.analysis.findings import MOST_KEPT, FindingKind, finding, unlisted
from claims.comparison import compare
from claims.numerals import say
from claims.origins import said_by
from claims.reasons import as_explained
from claims.vocabulary import Basis, Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.analysis.findings import Finding
    from claims.comparison import Comparison
    from claims.hedges import Bounds
    from claims.origins import Figure
    from claims.records import Claim, Indicator

Known: TypeAlias = "tuple[Bounds, list[Claim]]"
Clash: TypeAlias = "tuple[list[Claim], list[Claim], Comparison]"
"""Two figures that cannot both be true, each with the claims that print it, the newer first."""


def conflicts(case: Case) -> Iterator[Finding]:
    """Raise each pair of figures that cannot both be true, once however many pages print them.

    Of one kind no more are worded than are kept, the newest, and how many there are is said.
    Example: five deaths by IRNA, printed by three pages, and eight by Fars in the same event.
    """
    clashes = _clashes(case)
    falls = gathered(clashes.pop(FindingKind.FALLING, []))
    found = {kind: [[clash] for clash in alike] for kind, alike in clashes.items()}
    for kind, every in (found | {FindingKind.FALLING: falls}).items():
        for clash, *later in nsmallest(MOST_KEPT, every, key=lambda fall: _rank(fall[0])):
            yield _clash(kind, clash, case, [claims[0] for claims, _, _ in later])
        if len(every) > MOST_KEPT:
            yield unlisted(kind, len(every), case.indicator.id)


def _clashes(case: Case) -> dict[FindingKind, list[Clash]]:
    """Return the pairs of figures that cannot both be true, by what each of them is."""
    figures = list(_figures(case).values())  # the newest first
    place = {claim.id: n for n, claims in enumerate(figures) for claim in claims}
    pairs: dict[tuple[int, int], Comparison] = {}
    for comparison in sorted(case.conflicts, key=_by_explanation):
        one, other = sorted((place[comparison.one.id], place[comparison.other.id]))
        pairs.setdefault((one, other), comparison)
    found: dict[FindingKind, list[Clash]] = defaultdict(list)
    for (one, other), comparison in pairs.items():
        mine, theirs = figures[one], figures[other]
        if is_fall(comparison, case.indicator) and last_day(mine[0]) < last_day(theirs[0]):
            mine, theirs = theirs, mine
        found[_kind(comparison, case.indicator)].append((mine, theirs, comparison))
    return found


def _rank(clash: Clash) -> tuple[int, tuple[str, ...]]:
    """Return what findings of one kind are ranked by: the newest day, and the claims."""
    (one, *more), (other, *others), _ = clash
    claims = (one, other, *more, *others)
    days = [p.end for c in claims for p in (c.said_on, c.period) if p and p.end]
    return -max(days, default=date.min).toordinal(), tuple(claim.id for claim in claims)


def _clash(kind: FindingKind, clash: Clash, case: Case, below: list[Claim]) -> Finding:
    """Word the finding that two figures cannot both be true, and others `below` the higher one."""
    (one, *more), (other, *others), comparison = clash
    said = compare(one, other, case.indicator).reason
    said = as_explained(said) if comparison.is_settled else said
    told = f"{also_below(below)}{_explained_in_words(comparison)}"
    reason = f"{_who(one, other, case)}: {said}{told}"
    return finding(kind, one, other, *more, *others, *below, reason=reason)


def parts_above_whole(case: Case) -> Iterator[Finding]:
    """Raise each figure for a part that is larger than the least given for its whole.

    Example: seven protesters killed by 21 July beside five people killed by 29 July.
    """
    broader = case.records.indicator(case.indicator.broader)
    if broader is None or broader.basis is not case.indicator.basis:
        return
    baseline = case.indicator.baseline
    if broader.basis is Basis.TALLY and (baseline is None or baseline != broader.baseline):
        return
    wholes = _observed(Case(broader, case.whole, case.records))
    wholes.sort(key=lambda whole: _most(whole[0]))
    for bounds, part in _observed(case):
        if whole := _least_below(bounds, part[0], wholes, broader.basis):
            larger, smaller = (_said_of(claims[0], case) for claims in (part, whole))
            reason = f"{larger} is more than the whole, “{broader.title}”: {smaller}"
            yield finding(FindingKind.PART_ABOVE_WHOLE, *part, *whole, reason=reason)


def _figures(case: Case) -> dict[Figure, list[Claim]]:
    """Return the claims that still count by the figure that they print, the newest first."""
    found: dict[Figure, list[Claim]] = defaultdict(list)
    for claim in sorted(case.claims, key=newest_first):
        if claim.id not in case.gone:
            found[said_by(claim)].append(claim)
    return found


def _who(one: Claim, other: Claim, case: Case) -> str:
    """Name the claimants of two figures, in the order in which the reason names the figures.

    Of one claimant the pages are named that print its figures.
    """
    names = [case.records.name(claim.claimant) for claim in (one, other)]
    if names[0] != names[1]:
        return " against ".join(names)
    pages = dict.fromkeys(case.records.name(claim.chain[-1]) for claim in (one, other))
    return f"{names[0]}, as printed by {' and by '.join(pages)}"


def _by_explanation(comparison: Comparison) -> tuple[str, ...]:
    """Sort a pair by the claim that its explanation stands on, and by its claims."""
    on = comparison.explained_on.id if comparison.explained_on else ""
    return on, *sorted((comparison.one.id, comparison.other.id))


def _kind(comparison: Comparison, indicator: Indicator) -> FindingKind:
    """Return what a conflict is; an explanation puts any of them to rest."""
    if comparison.explained:
        return FindingKind.EXPLAINED
    if comparison.one.planned:
        return FindingKind.PLANS
    return FindingKind.FALLING if is_fall(comparison, indicator) else FindingKind.CONFLICT


def _explained_in_words(comparison: Comparison) -> str:
    """Say who explained a conflict and how; an error is said of the figure that is in error."""
    explained, on = comparison.explained, comparison.explained_on
    if explained is None:
        return ""
    how = f"a difference in {explained.why}"
    if explained.why is Difference.ERROR and on and on.quantity:
        how = f"an error in {say(on.quantity)}"
    note = f": {explained.note.rstrip('.')}" if explained.note else ""
    return f"; explained by {explained.by} as {how}{note}"


def _least_below(
    bounds: Bounds, part: Claim, wholes: Iterable[Known], basis: Basis
) -> list[Claim] | None:
    """Return the lowest figure for the whole that a part is above; `wholes` come lowest first."""
    for most, whole in wholes:
        if _most(most) > (bounds.low or 0):
            return None
        if not bounds.meets(most) and _belongs(part, whole[0], basis):
            return whole
    return None


def _observed(case: Case) -> list[Known]:
    """Return the figures that count and are no plans, each with the claims that print it.

    Their bounds are those before rounding: an unhedged 2,500 may have been 2,540.
    """
    figures = [
        claims
        for claims in _figures(case).values()
        if not claims[0].planned and claims[0].id not in case.out
    ]
    return [(c[0].quantity.unrounded, c) for c in figures if c[0].quantity]


def _most(bounds: Bounds) -> float:
    """Return the upper end, infinity where it is open."""
    return float("inf") if bounds.high is None else bounds.high


def _belongs(part: Claim, whole: Claim, basis: Basis) -> bool:
    """Tell whether a part cannot be more than a whole at the times that they are about.

    Running totals only grow: a part of 21 July is bounded by the whole of that day and any later.
    """
    mine, theirs = part.period, whole.period
    if basis is Basis.EVENT:
        return True
    if mine is None or theirs is None:
        return False
    if basis is Basis.INTERVAL:
        return (mine.start, mine.end) == (theirs.start, theirs.end)
    if basis is Basis.LEVEL:
        return mine.overlaps(theirs)
    if mine.end is None or theirs.end is None or mine.end > theirs.end:
        return False
    return mine.ends_on_a_day and theirs.ends_on_a_day


def _said_of(claim: Claim, case: Case) -> str:
    """Say a figure, its time and its claimant: `five by 29 July 2021 (Iranian state media)`."""
    by, period = case.records.name(claim.claimant), claim.period
    if case.indicator.basis is Basis.TALLY and period and period.end:
        return f"{total_in_words(claim)} ({by})"
    said = in_words(claim)
    return f"{said} ({by}, {period.in_words()})" if period else f"{said} ({by})"
