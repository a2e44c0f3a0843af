"""An indicator in a few numbers: how much is on record, from how many independent origins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from claims.analysis import moment
from claims.prose import counted, figure
from claims.states import Corroboration, Currency, stands
from claims.vocabulary import Basis, ReviewState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claims.comparison import Comparison
    from claims.ledger import Revision
    from claims.records import Claim, Indicator
    from claims.states import Standing


@dataclass(frozen=True, slots=True)
class Summary:
    """What is on record under one indicator."""

    indicator: Indicator
    claims: int
    sources: int
    publishers: int
    origins: int
    """Independent origins, relays and wire copies counted as the one they repeat."""
    contested: int
    single_origin: int
    """Claims without a second origin or a contradiction, among those that still stand."""
    unreviewed: int
    latest: Claim | None
    """The newest observed figure that still stands."""
    conflicts: tuple[Comparison, ...]
    """Every pair that cannot both be true: observed figures first, the newest of them first."""

    def in_words(self) -> str:
        """Say how broad the record is: `9 claims, 5 publishers, 2 origins`."""
        parts = [
            counted(self.claims, "claim"),
            counted(self.publishers, "publisher"),
            counted(self.origins, "origin"),
        ]
        return ", ".join(parts)


def summarise(
    indicator: Indicator,
    claims: Sequence[Claim],
    standings: Mapping[str, Standing],
    root: Callable[[str], str],
) -> Summary:
    """Return the summary of one indicator; without standings nothing is counted as contested."""
    states = [standings[claim.id] for claim in claims if claim.id in standings]
    standing = [s for s in states if s.currency is not Currency.SUPERSEDED and stands(s.claim)]
    return Summary(
        indicator=indicator,
        claims=len(claims),
        sources=len({evidence.source for claim in claims for evidence in claim.evidence}),
        publishers=len({claim.chain[-1] for claim in claims}),
        origins=len({root(claim.origin) for claim in claims}),
        contested=sum(s.corroboration is Corroboration.CONTESTED for s in states),
        single_origin=sum(s.corroboration is Corroboration.SINGLE for s in standing),
        unreviewed=sum(claim.review.state is ReviewState.UNREVIEWED for claim in claims),
        latest=latest(indicator, claims, standings),
        conflicts=_conflicts(states),
    )


def latest(
    indicator: Indicator, claims: Sequence[Claim], standings: Mapping[str, Standing]
) -> Claim | None:
    """Return the newest observed figure that was not replaced, withdrawn or rejected."""
    old = {key for key, state in standings.items() if state.currency is Currency.SUPERSEDED}
    observed = (claim for claim in claims if not claim.planned and claim.id not in old)
    standing = [c for c in observed if stands(c) and c.quantity and c.quantity.is_known]
    return max(standing, key=lambda claim: _day(claim, indicator), default=None)


def _day(claim: Claim, indicator: Indicator) -> tuple[date, date]:
    """Return what makes a figure new: for a level what it is about, else when it was said."""
    said = claim.said_on.start if claim.said_on and claim.said_on.start else date.min
    about = moment(claim, indicator) or date.min
    return (about, said) if indicator.basis is Basis.LEVEL else (said, about)


def _conflicts(states: Sequence[Standing]) -> tuple[Comparison, ...]:
    """Return one comparison for each pair of claimants' figures, observed ones first.

    Reprints of a figure about the same time count as one.
    """
    found = {
        frozenset((_said_by(c.one), _said_by(c.other))): c
        for state in states
        for c in state.conflicts
    }
    newest = sorted(found.values(), key=lambda c: str(c.one.period), reverse=True)
    return tuple(sorted(newest, key=lambda c: c.one.planned))


@dataclass(frozen=True, slots=True)
class Change:
    """Revisions that one actor made in one go for one reason."""

    day: date
    actor: str
    reason: str
    action: str
    records: int
    of: str
    """The kind of record, or the one record that was changed."""


def _said_by(claim: Claim) -> tuple[str, str, str]:
    return claim.claimant, figure(claim.quantity), str(claim.period)


def related(indicator: Indicator, others: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Return the indicators beside which one should be read.

    Those are what it is a part of, its parts, its fellow parts, and what else is counted at
    the same place, unless the place is a whole country.
    """
    family = {indicator.id, indicator.broader} - {None}
    place = indicator.place if "," in (indicator.place or "") else None
    return tuple(
        other
        for other in others
        if other.id != indicator.id
        and (
            other.id == indicator.broader
            or other.broader in family
            or (place is not None and other.place == place)
        )
    )


def changes(revisions: Sequence[Revision], *, more: bool = False) -> list[Change]:
    """Gather revisions, newest first, that were made in one go; one alone is named.

    With `more` there are older revisions that were not given, perhaps of the last group.
    """
    groups = groupby(revisions, key=lambda r: (r.at.date(), r.actor, r.reason, r.action, r.record))
    found = []
    for (day, actor, reason, action, record), members in groups:
        ids = [member.record_id for member in members]
        of = f"{record} {ids[0]}" if len(ids) == 1 else counted(len(ids), record)
        found.append(Change(day, actor, reason, action, len(ids), of))
    if more and found:
        last = counted(found[-1].records, revisions[-1].record)
        found[-1] = replace(found[-1], of=f"at least {last}")
    return found
