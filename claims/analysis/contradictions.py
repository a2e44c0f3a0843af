"""Rules about figures that cannot all be true: contradictions, slips of a digit, parts and wholes.

A figure that many pages print is one figure: it is raised once, with every claim that prints it.
What was withdrawn, rejected or replaced contradicts nothing.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from heapq import nsmallest
from typing import TYPE_CHECKING, TypeAlias

from claims.analysis.case import Case
from claims.analysis.falls import also_below, gathered
from claims.analysis.findings import MOST_KEPT, FindingKind, finding
from claims.comparison import compare
from claims.hedges import place_value
from claims.numerals import say
from claims.pairs import said_by
from claims.periods import words
from claims.vocabulary import Basis, Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.analysis.findings import Finding
    from claims.comparison import Comparison
    from claims.hedges import Bounds
    from claims.records import Claim, Indicator

Figure: TypeAlias = tuple[object, ...]
Known: TypeAlias = "tuple[Bounds, list[Claim]]"
Clash: TypeAlias = "tuple[list[Claim], list[Claim], Comparison]"
"""Two figures that cannot both be true, each with the claims that print it, the newer first."""

ENOUGH_DIGITS = 3
"""How many digits that count show a slip of one digit, or of two that changed places."""
ENOUGH_FOR_TENFOLD = 2
"""How many digits that count show that a zero was lost or added."""
TENFOLD = {10: "ten", 100: "100"}
"""How many times larger one lost or added zero, or two, make a figure, in words."""


def conflicts(case: Case) -> Iterator[Finding]:
    """Raise each pair of figures that cannot both be true, once however many pages print them.

    Of one kind no more are worded than are kept, the newest.
    Example: five deaths by IRNA, printed by three pages, and eight by Fars in the same event.
    """
    figures = list(_figures(case).values())  # the newest first
    place = {claim.id: n for n, claims in enumerate(figures) for claim in claims}
    pairs: dict[tuple[int, int], Comparison] = {}
    for comparison in sorted(case.conflicts, key=_by_explanation):
        one, other = sorted((place[comparison.one.id], place[comparison.other.id]))
        pairs.setdefault((one, other), comparison)
    clashes: dict[FindingKind, list[Clash]] = defaultdict(list)
    for (one, other), comparison in pairs.items():
        clash = figures[one], figures[other], comparison
        clashes[_kind(comparison, case.indicator)].append(clash)
    falls = gathered(clashes.pop(FindingKind.FALLING, []))
    for kind, alike in (*clashes.items(), (FindingKind.FALLING, [fall[0] for fall in falls])):
        for clash in nsmallest(MOST_KEPT, alike, key=_rank):
            later = next((fall[1:] for fall in falls if fall[0] is clash), [])
            yield _clash(kind, clash, case, [claims[0] for claims, _, _ in later])


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
    told = f"{also_below(below)}{_explained_in_words(comparison)}"
    reason = f"{_who(one, other, case)}: {said}{told}"
    return finding(kind, one, other, *more, *others, *below, reason=reason)


def digit_slips(case: Case) -> Iterator[Finding]:
    """Raise two figures for one thing that differ as a slip in copying makes them differ.

    Example: 8,892 and 8,992 troops on one day. The value that fewer publishers print comes first.
    """
    found: dict[tuple[int, int], dict[str, Claim]] = defaultdict(dict)
    for comparison in case.conflicts:
        if comparison.explained or _is_falling(comparison, case.indicator):
            continue
        claims = (comparison.one, comparison.other)
        values = sorted({value for claim in claims if (value := _copied(claim)) is not None})
        if len(values) == len(claims) and slip(values[0], values[1]):
            found[values[0], values[1]] |= {claim.id: claim for claim in claims}
    for pair, by_id in sorted(found.items()):
        sides = [[c for c in by_id.values() if _copied(c) == value] for value in pair]
        yield _digit_slip(case, slip(*pair), [sorted(side, key=_newest) for side in sides])


def slip(one: int, other: int) -> str:
    """Say how two figures differ if a slip in copying may have made one of the other.

    Two round figures that differ in the last digit before their zeros are two estimates:

    >>> slip(8_892, 8_992), slip(125_000, 127_000)
    ('in one digit', '')
    """
    low, high = sorted((one, other))
    least = min(_digits(low), _digits(high))
    if least >= ENOUGH_FOR_TENFOLD and high in {low * times for times in TENFOLD}:
        return f"by a factor of {TENFOLD[high // low]}"
    here, there = str(low), str(high)
    if low == high or least < ENOUGH_DIGITS or len(here) != len(there):
        return ""
    changed = [at for at, digit in enumerate(here) if digit != there[at]]
    first, last = changed[0], changed[-1]
    if first == last:
        estimates = min(place_value(low), place_value(high)) == 10 ** (len(here) - 1 - first) > 1
        return "" if estimates else "in one digit"
    swapped = last == first + 1 and here[first] == there[last] and here[last] == there[first]
    return "by two neighbouring digits that changed places" if swapped else ""


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


def _figure(claim: Claim) -> Figure:
    """Return what reprints of one figure share; a plan is no reprint of an observation."""
    return claim.planned, *said_by(claim)


def _figures(case: Case) -> dict[Figure, list[Claim]]:
    """Return the claims that still count by the figure that they print, the newest first."""
    found: dict[Figure, list[Claim]] = defaultdict(list)
    for claim in sorted(case.claims, key=_newest):
        if claim.id not in case.gone:
            found[_figure(claim)].append(claim)
    return found


def _newest(claim: Claim) -> tuple[int, str]:
    """Sort the newest said first, and what was said on no known day last."""
    said = (claim.said_on and claim.said_on.end) or date.min
    return -said.toordinal(), claim.id


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
    return FindingKind.FALLING if _is_falling(comparison, indicator) else FindingKind.CONFLICT


def _is_falling(comparison: Comparison, indicator: Indicator) -> bool:
    """Tell whether the two are running totals of different days."""
    ends = {claim.period.end for claim in (comparison.one, comparison.other) if claim.period}
    return indicator.basis is Basis.TALLY and len(ends) > 1


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


def _copied(claim: Claim) -> int | None:
    """Return the whole number that a page prints; none for a sum that we made of its parts."""
    quantity = claim.quantity
    if quantity is None or quantity.value is None or quantity.sum_of:
        return None
    return int(quantity.value) if quantity.value == int(quantity.value) else None


def _digits(number: int) -> int:
    """Count the digits that count: 2,200 has two."""
    return len(str(number).rstrip("0"))


def _digit_slip(case: Case, how: str, sides: list[list[Claim]]) -> Finding:
    """Make the finding of two values, the one that fewer publishers print first."""
    publishers = [len({claim.chain[-1] for claim in side}) for side in sides]
    ranked = sorted(
        zip(publishers, sides, strict=True), key=lambda one: (one[0], _newest(one[1][0]))
    )
    suspect, others = (side for _, side in ranked)
    less = "as many publishers print the one as the other"
    if publishers[0] != publishers[1]:
        less = "fewer publishers print the first"
    both = f"{_printed(suspect, case)} and {_printed(others, case)}"
    reason = f"{both} differ {how}: one of the two may be a slip in copying; {less}"
    return finding(FindingKind.DIGIT_SLIP, *suspect, *others, reason=reason)


def _printed(claims: Iterable[Claim], case: Case) -> str:
    """Say a value with its hedges and who prints each: `8,992 (Antiwar.com, Press TV)`."""
    by_words: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.quantity:
            by_words[say(claim.quantity)].add(case.records.name(claim.chain[-1]))
    return ", ".join(f"{said} ({', '.join(sorted(by))})" for said, by in by_words.items())


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
    figures = [claims for claims in _figures(case).values() if not claims[0].planned]
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
    figure = say(claim.quantity) if claim.quantity else ""
    by, period = case.records.name(claim.claimant), claim.period
    if case.indicator.basis is Basis.TALLY and period and period.end:
        return f"{figure} by {words(period.end)} ({by})"
    return f"{figure} ({by}, {period.in_words()})" if period else f"{figure} ({by})"
