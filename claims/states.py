"""The computed states of a claim: how many origins stand behind it, and is it still current.

Corroboration: *single origin*, *corroborated* by two or more independent origins, or
*contested* by a comparable claim that stands. Currency: *current*, *superseded*, *stale*
or *withdrawn*. Review, the third state, is a person's and stands in the record.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from claims.comparison import Comparison, Relation, compare
from claims.vocabulary import Basis, ReviewState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claims.records import Claim, Indicator

DAYS = {"Y": 365, "M": 30, "W": 7, "D": 1}
NAMES = {"Y": "year", "M": "month", "W": "week", "D": "day"}
PARTS = re.compile(r"(\d+)([YMWD])")
AGREE = {Relation.COMPATIBLE, Relation.WITHIN_ROUNDING}
REPLACED = {Relation.SUPERSEDED, Relation.OUTDATED}


class Corroboration(StrEnum):
    """How many independent origins stand behind a claim, and whether one stands against it."""

    SINGLE = "single origin"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    NONE = "no figure"


class Currency(StrEnum):
    """Whether a figure is still the one to use."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    STALE = "stale"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Standing:
    """The computed states of one claim, each with its reason in words."""

    claim: Claim
    corroboration: Corroboration
    currency: Currency
    why_currency: str
    agrees: tuple[Comparison, ...]
    conflicts: tuple[Comparison, ...]
    replaced: tuple[Comparison, ...]
    origins: tuple[str, ...]
    """Roots of the independent origins that agree, its own first."""


def standings(
    claims: Sequence[Claim], indicator: Indicator, root: Callable[[str], str], today: date
) -> dict[str, Standing]:
    """Return the states of all claims under one indicator, by claim id.

    `root` gives the independent origin that a party speaks for. Grows with the square of
    the number of claims.
    """
    found: dict[str, list[Comparison]] = defaultdict(list)
    for one, other in combinations(claims, 2):
        comparison = compare(one, other, indicator)
        found[one.id].append(comparison)
        found[other.id].append(comparison)
    replaced = {claim.id: _replacements(claim, found[claim.id]) for claim in claims}
    gone = frozenset(claim.id for claim in claims if replaced[claim.id] or not stands(claim))
    case = _Case(indicator, root, today, gone)
    return {
        claim.id: _standing(claim, found[claim.id], replaced[claim.id], case) for claim in claims
    }


@dataclass(frozen=True, slots=True)
class _Case:
    """What all claims under one indicator are judged by."""

    indicator: Indicator
    root: Callable[[str], str]
    today: date
    gone: frozenset[str]
    """Claims that no longer stand: replaced, withdrawn or rejected."""


def _replacements(claim: Claim, comparisons: Iterable[Comparison]) -> list[Comparison]:
    """Return the comparisons with newer claims that stand and take the place of this one.

    Those of the same claimant come first, the newest of them first.
    """
    found = [
        c
        for c in comparisons
        if c.relation in REPLACED and c.older == claim and stands(counterpart(c, claim))
    ]
    found.sort(key=lambda c: str(counterpart(c, claim).said_on or ""), reverse=True)
    return sorted(found, key=lambda c: c.relation is not Relation.SUPERSEDED)


def _standing(
    claim: Claim, comparisons: Iterable[Comparison], replaced: Sequence[Comparison], case: _Case
) -> Standing:
    own = case.root(claim.origin)
    standing = [c for c in comparisons if counterpart(c, claim).id not in case.gone]
    agrees = tuple(c for c in standing if c.relation in AGREE)
    conflicts = tuple(c for c in standing if c.relation is Relation.CONFLICT)
    conflicts = () if claim.id in case.gone else conflicts
    others = {case.root(counterpart(c, claim).origin) for c in agrees} - {own}
    currency, why = _currency(claim, replaced, case)
    corroboration = Corroboration.CORROBORATED if others else Corroboration.SINGLE
    if conflicts:
        corroboration = Corroboration.CONTESTED
    if claim.quantity is None or not claim.quantity.is_known:
        corroboration = Corroboration.NONE
    origins = (own, *sorted(others))
    return Standing(
        claim, corroboration, currency, why, agrees, conflicts, tuple(replaced), origins
    )


def counterpart(comparison: Comparison, claim: Claim) -> Claim:
    """Return the other claim of a comparison."""
    return comparison.other if comparison.one.id == claim.id else comparison.one


def stands(claim: Claim) -> bool:
    """Tell whether a claim was neither withdrawn nor rejected."""
    return claim.withdrawn is None and claim.review.state is not ReviewState.REJECTED


def _currency(claim: Claim, replaced: Sequence[Comparison], case: _Case) -> tuple[Currency, str]:
    if claim.withdrawn:
        return Currency.WITHDRAWN, f"by {claim.withdrawn.by}, {claim.withdrawn.reason}"
    if replaced:
        return Currency.SUPERSEDED, replaced[0].reason
    end = claim.period.end if claim.period else None
    life = case.indicator.shelf_life
    ages = case.indicator.basis in {Basis.LEVEL, Basis.TALLY}
    if ages and life and claim.period and end and case.today - end > lasting(life):
        about = claim.period.in_words()
        return Currency.STALE, f"it is about {about}; figures here hold for {said(life)}"
    return Currency.CURRENT, ""


def lasting(duration: str) -> timedelta:
    """Return the length of an ISO 8601 duration of years, months, weeks and days.

    Years count 365 days and months 30: a shelf life needs no more.
    """
    return timedelta(days=sum(int(n) * DAYS[unit] for n, unit in PARTS.findall(duration)))


def said(duration: str) -> str:
    """Say an ISO 8601 duration: `6 months`, `1 year, 6 months and 2 days`."""
    found = [(int(n), NAMES[unit]) for n, unit in PARTS.findall(duration)]
    *before, last = [f"{n} {name}{'' if n == 1 else 's'}" for n, name in found]
    return f"{', '.join(before)} and {last}" if before else last
