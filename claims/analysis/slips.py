"""Slips in copying: two figures for one thing that a changed digit or a lost zero tells apart.

A pair of values is raised once, with every claim that prints one of them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claims.analysis.falls import is_fall
from claims.analysis.figures import in_order, in_words, newest_first, quantity_of
from claims.analysis.findings import FindingKind, finding
from claims.comparison import Relation
from claims.hedges import place_value, significant_digits
from claims.origins import origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.analysis.case import Case
    from claims.analysis.findings import Finding
    from claims.comparison import Comparison
    from claims.records import Claim

    Values = tuple[int, int]

ENOUGH_DIGITS = 3
"""How many digits that count show a slip of one digit, or of two that changed places."""
ENOUGH_FOR_TENFOLD = 2
"""How many digits that count show that a zero was lost or added."""
TENFOLD = {10: "ten", 100: "100"}
"""How many times larger one lost or added zero, or two, make a figure, in words."""


def digit_slips(case: Case) -> Iterator[Finding]:
    """Raise two figures for one thing that differ as a slip in copying makes them differ.

    Example: 8,892 and 8,992 troops on one day; 1,204 deaths by the ministry and, a week later,
    12,040 in a newspaper. The value that fewer publishers print comes first.
    """
    found: dict[tuple[int, int], dict[str, Claim]] = defaultdict(dict)
    for values, comparison in (*_contradictions(case), *_tenfold_growth(case)):
        found[values] |= {claim.id: claim for claim in (comparison.one, comparison.other)}
    for pair, by_id in sorted(found.items()):
        sides = [[c for c in by_id.values() if _copied(c) == value] for value in pair]
        yield _digit_slip(case, slip(*pair), [sorted(side, key=newest_first) for side in sides])


def _contradictions(case: Case) -> Iterator[tuple[Values, Comparison]]:
    """Yield the pairs that cannot both be true and may be a slip, explained ones left out.

    A running total that falls has a finding of its own.
    """
    for comparison in case.conflicts:
        if not comparison.explained and not is_fall(comparison, case.indicator):
            values = _values(comparison)
            if values and slip(*values):
                yield values, comparison


def _tenfold_growth(case: Case) -> Iterator[tuple[Values, Comparison]]:
    """Yield the pairs of which the later count is ten or 100 times one of another origin.

    Tolls grow, so that the later one makes the earlier outdated and contradicts nothing; yet
    hardly by a zero at once. A page that names no origin may have its figure from anybody.
    """
    for comparison in case.comparisons:
        older, values = comparison.older, _values(comparison)
        if comparison.relation is not Relation.OUTDATED or older is None or values is None:
            continue
        newer = comparison.counterpart(older)
        counts = older.stands and newer.id not in case.gone
        if counts and tenfold(*values) and _are_apart(older, newer, case):
            yield values, comparison


def _are_apart(older: Claim, newer: Claim, case: Case) -> bool:
    """Tell whether two counts are of different origins, and none between shows how a toll grew.

    From 11 injured to 110 in a month a toll grew where 34 were counted on the way. A count of
    less than twice the lower one shows nothing: 1,204, then 1,250, then 12,040.
    """
    first = origin(older, case.records)
    if first is not None and first == origin(newer, case.records):
        return False
    least, most = quantity_of(older).point or 0, quantity_of(newer).point or 0
    return not any(
        2 * least <= (quantity_of(claim).point or 0) < most and _is_before(claim, newer)
        for claim in in_order(case.claims)
        if not claim.planned
    )


def _is_before(claim: Claim, newer: Claim) -> bool:
    """Tell whether a claim was certainly said before a newer one."""
    said, later = claim.said_on, newer.said_on
    return said is not None and later is not None and said.is_before(later)


def _values(comparison: Comparison) -> Values | None:
    """Return the two whole numbers that are compared, the lower first; None where one has none."""
    one, other = _copied(comparison.one), _copied(comparison.other)
    return None if one is None or other is None else (min(one, other), max(one, other))


def slip(one: int, other: int) -> str:
    """Say how two figures differ if a slip in copying may have made one of the other.

    Two round figures that differ in the last digit before their zeros are two estimates:

    >>> slip(8_892, 8_992), slip(125_000, 127_000)
    ('in one digit', '')
    """
    low, high = sorted((one, other))
    if times := tenfold(low, high):
        return times
    least = min(significant_digits(low), significant_digits(high))
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


def tenfold(low: int, high: int) -> str:
    """Say how two figures differ if a lost or added zero, or two, made one of the other."""
    if significant_digits(low) < ENOUGH_FOR_TENFOLD or high % low:
        return ""
    times = TENFOLD.get(high // low)
    return f"by a factor of {times}" if times else ""


def _copied(claim: Claim) -> int | None:
    """Return the whole number that a page prints; none for a sum that we made of its parts."""
    quantity = claim.quantity
    if quantity is None or quantity.value is None or quantity.sum_of:
        return None
    return int(quantity.value) if quantity.value == int(quantity.value) else None


def _digit_slip(case: Case, how: str, sides: list[list[Claim]]) -> Finding:
    """Make the finding of two values, the one that fewer publishers print first."""
    publishers = [len({claim.chain[-1] for claim in side}) for side in sides]
    ranked = sorted(
        zip(publishers, sides, strict=True), key=lambda one: (one[0], newest_first(one[1][0]))
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
            by_words[in_words(claim)].add(case.records.name(claim.chain[-1]))
    return ", ".join(f"{said} ({', '.join(sorted(by))})" for said, by in by_words.items())
