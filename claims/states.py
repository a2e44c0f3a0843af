"""The computed states of a claim: how many origins stand behind it, and is it still current.

Corroboration: *single origin*, *corroborated* by two or more independent origins, *contested* by
a comparable claim that stands, or *no origin named* on a page that prints what others wrote.
Currency: *current*, *superseded*, *stale* or *withdrawn*. Review, the third state, is a person's
and stands in the record.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from claims.ageing import stale_from
from claims.comparison import Comparison, Relation
from claims.explaining import in_error
from claims.floors import higher
from claims.origins import Way, bears_out, independent, merged, stated, way
from claims.vocabulary import Basis, ReviewState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from claims.collection import Collection
    from claims.records import Claim, Indicator

AGREE = {Relation.COMPATIBLE, Relation.WITHIN_ROUNDING}
REPLACED = {Relation.SUPERSEDED, Relation.OUTDATED}


class Corroboration(StrEnum):
    """How many independent origins stand behind a claim, and whether one stands against it."""

    SINGLE = "single origin"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    UNNAMED = "no origin named"
    NONE = "no figure"


class Currency(StrEnum):
    """Whether a figure is still the one to use."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    STALE = "stale"
    WITHDRAWN = "withdrawn"


State: TypeAlias = Corroboration | Currency | ReviewState
"""Any of the three states of a claim."""
MEANINGS: Mapping[State, str] = {
    Corroboration.SINGLE: "No second independent origin on record bears it out",
    Corroboration.UNNAMED: "Its page prints what others wrote and names no source of the figure",
    Corroboration.CORROBORATED: "Two or more independent origins bear it out",
    Corroboration.CONTESTED: "It still counts, and so does a comparable claim that cannot be true "
    "together with it, and nobody has explained why; or a person found it in error",
    Corroboration.NONE: "It states no figure that could be compared",
    Currency.CURRENT: "Nothing newer on record takes its place",
    Currency.SUPERSEDED: "A newer figure of its claimant, a higher one of the same event, or one "
    "that is recorded as its correction takes its place",
    Currency.STALE: "Older than figures of this indicator hold",
    Currency.WITHDRAWN: "Taken back",
    ReviewState.UNREVIEWED: "Nobody in the newsroom has checked it yet",
    ReviewState.IN_REVIEW: "Being checked",
    ReviewState.CLEARED: "Cleared for use by an editor",
    ReviewState.REJECTED: "Not to be used",
}
"""One sentence for each state, without a full stop."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The computed states of one claim, and what they rest on."""

    claim: str
    corroboration: Corroboration
    currency: Currency
    why_currency: str
    stale_from: date | None
    """The first day on which a figure that is current counts as stale; none where it never does."""
    why_stale: str
    origins: tuple[str, ...]
    """The independent origins that bear it out, its own first where it has one."""
    unnamed: int
    """Claims that agree with it and name no origin."""
    conflicts: int
    """Claims that stand and cannot be true together with it, explained ones left out."""
    rivals: int
    """The claimants of those."""
    explained: int
    """Claims that seem to contradict it, with a person's explanation."""
    higher: str
    """Of a floor: the highest figure that agrees with it, in words; empty where none is higher."""

    def on(self, today: date) -> Standing:
        """Return the states as they are on a day: what was current may have become stale."""
        due = self.stale_from is not None and today >= self.stale_from
        if self.currency is Currency.CURRENT and due:
            return replace(self, currency=Currency.STALE, why_currency=self.why_stale)
        return self


@dataclass(frozen=True, slots=True)
class Beside:
    """What one claim was compared with, and what came of it."""

    claim: Claim
    conflicts: tuple[Comparison, ...]
    """Claims that cannot be true together with it and stand."""
    explained: tuple[Comparison, ...]
    """Claims that would, but for a person's explanation."""
    agrees: tuple[Comparison, ...]
    replaced: tuple[Comparison, ...]
    """Newer claims that took its place, those of the same claimant and the newest first."""
    replaces: tuple[Comparison, ...] = ()
    """Older claims whose place it took."""
    bearing: tuple[Comparison, ...] = ()
    """Those that agree whose named origin and figure bear it out."""

    def weighed(self, indicator: Indicator, records: Collection) -> Beside:
        """Return the same with what bears the claim out told from what merely allows it."""
        bearing = (
            c
            for c in self.agrees
            if supports(c.counterpart(self.claim), self.claim, indicator, records)
        )
        return replace(self, bearing=tuple(bearing))

    @classmethod
    def of(cls, claim: Claim, found: Iterable[Comparison], gone: frozenset[str]) -> Beside:
        """Sort the comparisons of a claim; those with claims that are gone count only as newer."""
        every = list(found)
        live = [c for c in every if c.counterpart(claim).id not in gone]
        counts = claim.id not in gone
        conflicts = [c for c in live if counts and c.relation is Relation.CONFLICT]
        return cls(
            claim,
            tuple(c for c in conflicts if c.contests(claim)),
            tuple(c for c in conflicts if not c.contests(claim)),
            tuple(c for c in live if c.relation in AGREE),
            tuple(_replacements(claim, every)),
            tuple(c for c in every if c.older and c.older.id != claim.id),
        )


def standings(
    claims: Sequence[Claim],
    indicator: Indicator,
    records: Collection,
    found: Iterable[Comparison],
) -> dict[str, Standing]:
    """Return the states of all claims under one indicator, by claim id.

    `found` are the comparisons of the claims, `records` the parties and sources they name.
    """
    by_claim: dict[str, list[Comparison]] = defaultdict(list)
    replaced, wrong = set(), in_error(claims)
    for comparison in found:
        if comparison.relation is not Relation.CONFLICT and _rests_on(comparison, wrong):
            continue
        by_claim[comparison.one.id].append(comparison)
        by_claim[comparison.other.id].append(comparison)
        older = comparison.older
        if older is not None and _replaces(comparison, older):
            replaced.add(older.id)
    gone = frozenset(c.id for c in claims if not c.stands or c.id in replaced)
    came = {claim.id: way(claim, records) for claim in claims}
    found_of = {
        claim.id: _standing(Beside.of(claim, by_claim[claim.id], gone), indicator, records, came)
        for claim in claims
    }
    return found_of | {one: _found_wrong(found_of[one]) for one in wrong}


def _rests_on(comparison: Comparison, wrong: frozenset[str]) -> bool:
    """Tell whether what comes of a comparison rests on a figure that was found to be an error.

    It bears nothing out and takes no place; a figure that takes its place does so.
    """
    older = comparison.older
    if older is not None:
        return comparison.counterpart(older).id in wrong
    return bool({comparison.one.id, comparison.other.id} & wrong)


def _found_wrong(standing: Standing) -> Standing:
    """Return the states of a claim whose figure a person found to be an error."""
    return replace(standing, corroboration=Corroboration.CONTESTED, higher="")


def supports(witness: Claim, claim: Claim, indicator: Indicator, records: Collection) -> bool:
    """Tell whether a claim that agrees with another bears it out: its origin, bounds and day do.

    Running totals grow, so a later one says nothing of how many there were before.
    """
    if indicator.basis is Basis.TALLY and witness.period and claim.period:
        ends = witness.period.end, claim.period.end
        if ends[0] and ends[1] and ends[0] > ends[1]:
            return False
    return bears_out(witness, claim, records)


def is_gone(claim: Claim, standing: Standing | None) -> bool:
    """Tell whether a claim no longer counts: withdrawn, rejected or replaced."""
    return not claim.stands or (standing is not None and standing.currency is Currency.SUPERSEDED)


def gone(claims: Iterable[Claim], known: Mapping[str, Standing]) -> frozenset[str]:
    """Return the ids of the claims that no longer count."""
    return frozenset(claim.id for claim in claims if is_gone(claim, known.get(claim.id)))


def _replacements(claim: Claim, comparisons: Iterable[Comparison]) -> list[Comparison]:
    """Return the comparisons with newer claims that stand and take the place of this one."""
    found = [
        c
        for c in comparisons
        if c.older is not None and c.older.id == claim.id and _replaces(c, claim)
    ]
    if not found:
        return found
    said = {c.counterpart(claim).id: str(c.counterpart(claim).said_on or "") for c in found}
    found.sort(key=lambda c: (said[c.counterpart(claim).id], c.counterpart(claim).id), reverse=True)
    return sorted(found, key=lambda c: c.relation is not Relation.SUPERSEDED)


def _replaces(comparison: Comparison, older: Claim) -> bool:
    """Tell whether the newer of two claims stands and takes the place of the older one."""
    return comparison.relation in REPLACED and comparison.counterpart(older).stands


def _standing(
    found: Beside, indicator: Indicator, records: Collection, came: Mapping[str, Way]
) -> Standing:
    """Return the states of a claim; `came` are the ways of all claims beside it, by claim."""
    claim = found.claim
    own = came[claim.id].origin
    agreeing = [c.counterpart(claim) for c in found.agrees]
    others = [other for other in agreeing if came[other.id].origin not in {None, own}]
    witnesses = [other for other in others if supports(other, claim, indicator, records)]
    origins = _independent(claim, witnesses, agreeing, came)
    corroboration = _BY_ORIGINS[min(len(origins), 2)]
    if found.conflicts:
        corroboration = Corroboration.CONTESTED
    if claim.quantity is None or not claim.quantity.is_known:
        corroboration = Corroboration.NONE
    currency, why = _currency(claim, found.replaced)
    since, why_stale = stale_from(claim, indicator)
    return Standing(
        claim=claim.id,
        corroboration=corroboration,
        currency=currency,
        why_currency=why,
        stale_from=since,
        why_stale=why_stale,
        origins=tuple(sorted(origins, key=lambda party: (party != own, party))),
        unnamed=sum(came[other.id].origin is None for other in agreeing),
        conflicts=len(found.conflicts),
        rivals=len({c.counterpart(claim).claimant for c in found.conflicts}),
        explained=len(found.explained),
        higher=higher(claim, agreeing, indicator, records),
    )


def _independent(
    claim: Claim, witnesses: Sequence[Claim], agreeing: Sequence[Claim], came: Mapping[str, Way]
) -> set[str]:
    """Return the independent origins of a claim and of those that bear it out.

    Who relays the figure for another, on any page that agrees, has it from there.
    """
    every = [claim, *witnesses]
    relayed = merged(came[one.id].relays for one in (*every, *agreeing))
    named = [(party, stated(one)) for one in every if (party := came[one.id].origin)]
    return independent(named, relayed)


_BY_ORIGINS = (Corroboration.UNNAMED, Corroboration.SINGLE, Corroboration.CORROBORATED)
"""The state of a claim that nothing contests, by the number of its origins: none, one, more."""


def _currency(claim: Claim, replaced: Sequence[Comparison]) -> tuple[Currency, str]:
    if claim.withdrawn:
        return Currency.WITHDRAWN, f"by {claim.withdrawn.by}, {claim.withdrawn.reason}"
    if replaced:
        return Currency.SUPERSEDED, replaced[0].reason
    return Currency.CURRENT, ""
