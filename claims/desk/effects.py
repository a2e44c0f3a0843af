"""What a claim would do to what is on record under its indicator, before it is accepted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claims.analysis.weigh import is_comparable
from claims.comparison import Comparison, Relation, compare
from claims.errors import UnknownRecordError
from claims.pairs import beside
from claims.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.analysis.case import Case
    from claims.ledger import Ledger
    from claims.records import Record

NO_LONGER = "it no longer counts"


class Effect(NamedTuple):
    """A claim on record and how the new one stands to it."""

    claim: Claim
    reason: str
    """In words, without a full stop."""


@dataclass(frozen=True, slots=True)
class Effects:
    """How a new claim stands to those on record, each of them once."""

    agrees: tuple[Effect, ...] = ()
    """They can both be true."""
    within_rounding: tuple[Effect, ...] = ()
    """They differ by no more than rounding."""
    conflicts: tuple[Effect, ...] = ()
    """They cannot both be true, and both count."""
    supersedes: tuple[Effect, ...] = ()
    """The new claim takes their place: the same claimant gave a newer figure."""
    outdated: tuple[Effect, ...] = ()
    """The new claim is a higher count of the same event, given later."""
    superseded_by: tuple[Effect, ...] = ()
    """These are newer and take the place of the new claim."""
    incomparable: tuple[Effect, ...] = ()
    """They may not be compared, or no longer count."""
    too_many: bool = False
    """Whether the indicator has more claims than are compared; nothing was then."""


def effects(ledger: Ledger, records: Sequence[Record], *, rev: int | None = None) -> Effects:
    """Return how the claim among new records stands to those on record under its indicator.

    Nothing where there is no claim among them, or none that answers a question on record.
    """
    claim = next((record for record in records if isinstance(record, Claim)), None)
    if claim is None or claim.indicator is None:
        return Effects()
    try:
        case = ledger.together.case(claim.indicator, rev)
    except UnknownRecordError:
        return Effects()
    if not is_comparable(case):
        return Effects(too_many=True)
    return _effects(claim, case)


def _effects(claim: Claim, case: Case) -> Effects:
    """Sort the claims of a case by how a new one stands to them, by the rules of comparison."""
    others = [one for one in case.claims if one.id != claim.id]
    found = {c.counterpart(claim).id: c for c in beside(claim, [*others, claim], case.indicator)}
    lists: dict[str, list[Effect]] = defaultdict(list)
    for other in _newest_first(others):
        place, reason = _place(claim, other, found.get(other.id), case)
        lists[place].append(Effect(other, reason))
    return Effects(
        agrees=tuple(lists["agrees"]),
        within_rounding=tuple(lists["within rounding"]),
        conflicts=tuple(lists["conflicts"]),
        supersedes=tuple(lists["supersedes"]),
        outdated=tuple(lists["outdated"]),
        superseded_by=tuple(lists["superseded by"]),
        incomparable=tuple(lists["incomparable"]),
    )


def _place(
    claim: Claim, other: Claim, comparison: Comparison | None, case: Case
) -> tuple[str, str]:
    """Return which list a claim on record belongs to, and why."""
    if comparison is None:
        return "incomparable", compare(claim, other, case.indicator).reason
    if comparison.older is not None:
        return _by_age(claim, comparison), comparison.reason
    if other.id in case.gone:
        return "incomparable", NO_LONGER
    if comparison.relation is Relation.CONFLICT and comparison.explained is not None:
        return "incomparable", f"{comparison.reason}; explained: {comparison.explained.why}"
    return _BY_RELATION[comparison.relation], comparison.reason


_BY_RELATION = {
    Relation.COMPATIBLE: "agrees",
    Relation.WITHIN_ROUNDING: "within rounding",
    Relation.CONFLICT: "conflicts",
}


def _by_age(claim: Claim, comparison: Comparison) -> str:
    if comparison.older is not None and comparison.older.id == claim.id:
        return "superseded by"
    return "outdated" if comparison.relation is Relation.OUTDATED else "supersedes"


def _newest_first(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (str(claim.said_on or ""), claim.id), reverse=True)
