"""What changed in a view between two positions and days, counted and figure by figure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from claims.ledger import Turn
from claims.numerals import counted
from claims.prose import listed
from claims.records import MODELS, RecordName, name_of
from claims.since import standing
from claims.since.differing import Field, differing, others_differing, subject
from claims.since.standing import StateChange, state_changes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.collection import Collection
    from claims.ledger import Filter, Ledger, Revision, Turned
    from claims.records import Claim, Record
    from claims.states import Standing

    States: TypeAlias = Mapping[str, Standing]

Moment: TypeAlias = tuple[int, date]
"""A ledger position and the day as on which figures are stale or not."""
TELLING = ("figure", "period", "claimant", "withdrawn", "review")
"""The fields of a claim that a reader must hear of first."""
MOST_STATES = 300
"""Claims of a view whose states are compared: at a past position they are worked out anew for
each indicator among them, some tenths of a second for this many."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that differs, and how."""

    claim: str
    indicator: str | None
    """The indicator that it comes under now."""
    turn: Turn
    subject: str
    """The claim in a line, as it stands now: `at least eight deaths, HRANA`."""
    before: Claim | None
    """As it stood; none where it was not on record."""
    after: Claim
    fields: tuple[Field, ...]
    """What differs, its computed states at the end; nothing for a claim that was added."""
    revisions: tuple[Revision, ...]

    def in_words(self) -> str:
        """Say what differs, in one line: `figure: at least five → at least eight; …`."""
        return "; ".join(field.in_words() for field in self.fields)

    def in_short(self) -> str:
        """Say what tells most: `figure: at least five → at least eight`; else all of it."""
        telling = [field.in_words() for field in self.fields if field.name in TELLING]
        return "; ".join(telling) or self.in_words()


@dataclass(frozen=True, slots=True)
class Other:
    """A party, source or indicator that claims of the view name and that differs."""

    record: RecordName
    id: str
    fields: tuple[Field, ...]

    def in_words(self) -> str:
        """Say what differs, in one line: `name: IRNA → Islamic Republic News Agency`."""
        return "; ".join(field.in_words() for field in self.fields)


@dataclass(frozen=True, slots=True)
class Since:
    """What changed in a view from one moment to a later one."""

    before: Moment
    after: Moment
    counts: Mapping[Turn, int]
    """How many claims there are of each kind of change, also of those that are not listed."""
    differences: tuple[Difference, ...]
    """By title of the indicator, the last changed first; those without an indicator at the end."""
    others: tuple[Other, ...]
    states: tuple[StateChange, ...]
    """Claims that did not change while their computed states did, in the order of their ids."""
    states_left_out: bool
    """Set where the view has too many claims for their states to be compared."""

    def __bool__(self) -> bool:
        """Tell whether anything changed, as far as it was compared."""
        return bool(self.counts or self.others or self.states)

    def in_words(self) -> str:
        """Count what became of the claims: `2 revised, 1 withdrawn, 3 added`."""
        told = [f"{self.counts[turn]:,} {turn}" for turn in Turn if self.counts.get(turn)]
        return ", ".join(told) or "nothing in this view has changed since"

    def sentence(self) -> str:
        """Say all of it: `Since then: 2 revised, 3 added; 1 is now contested.`."""
        if not self:
            unsure = f" {self.states_in_words()}" if self.states_left_out else ""
            return f"Nothing in this view has changed since.{unsure}"
        said = [self.in_words()] * bool(self.counts)
        said += [self.states_in_words()] * bool(self.states)
        said += [f"{self.others_in_words()} that they name changed"] * bool(self.others)
        return f"Since then: {'; '.join(said)}."

    def by_claim(self) -> dict[str, str]:
        """Say of each claim that is listed what became of it: `revised since: figure: …`."""
        found = {one.claim.id: f"since then it {one.in_words()}" for one in self.states}
        known = [one for one in self.differences if one.before]
        return found | {one.claim: f"{one.turn} since: {one.in_short()}" for one in known}

    def others_in_words(self) -> str:
        """Count the other records that changed: `1 party and 2 sources`; empty for none."""
        many = Counter(other.record for other in self.others)
        told = [counted(many[name], name) for name in MODELS if many[name]]
        return listed(told) if told else ""

    def states_in_words(self) -> str:
        """Count what became of the states: `1 is now contested`; empty for nothing.

        Says so where they were not compared.
        """
        if self.states_left_out:
            return f"States are compared for {MOST_STATES} claims at most; this view has more."
        return standing.in_words(self.states)

    def by_indicator(self) -> dict[str | None, list[Difference]]:
        """Return the differences by indicator, in their order."""
        found: dict[str | None, list[Difference]] = {}
        for difference in self.differences:
            found.setdefault(difference.indicator, []).append(difference)
        return found


def since(  # noqa: PLR0913 - what, from when to when, and how much of it
    ledger: Ledger,
    filter: Filter,  # noqa: A002 - as the ledger calls it
    before: Moment,
    after: Moment,
    *,
    records: Collection | None = None,
    limit: int | None = None,
) -> Since:
    """Return what changed in a view; `limit` is how many differences are listed at most.

    `records` are the parties, sources and indicators at the later position, where the caller
    holds them. Raises UnknownPositionError, and ValueError where `after` is the earlier position.
    """
    found = ledger.between(filter, before[0], after[0], limit)
    named = ledger.context(after[0]) if records is None else records
    same = _unchanged(ledger, filter, before, after)
    weighed = [*(same or ()), *(one.after for one in found.claims[:MOST_STATES] if one.before)]
    then, now = (ledger.together.states_of(weighed, rev, today=day) for rev, day in (before, after))
    differences = (_difference(one, named, then, now) for one in found.claims)
    return Since(
        before,
        after,
        found.counts,
        tuple(sorted(differences, key=lambda one: _place(one, named))),
        tuple(other for pair in found.others if (other := _other(*pair)).fields),
        state_changes(same or (), then, now),
        same is None,
    )


def _difference(one: Turned, records: Collection, then: States, now: States) -> Difference:
    """Say how a claim differs, what became of its states at the end."""
    fields = differing(one.before, one.after, records) if one.before else ()
    was, is_now = then.get(one.after.id), now.get(one.after.id)
    told = one.after.withdrawn is not None
    if was and is_now and not told and _said(was) != _said(is_now):
        fields += (Field("states", _said(was), _said(is_now)),)
    return Difference(
        one.after.id,
        one.after.indicator,
        one.turn,
        subject(one.after, records),
        one.before,
        one.after,
        fields,
        one.revisions,
    )


def _said(standing: Standing) -> str:
    """Say the computed states: `contested, stale`."""
    return f"{standing.corroboration}, {standing.currency}"


def _place(one: Difference, records: Collection) -> tuple[bool, str, str]:
    """Return where a difference stands among those that came in the order of their change."""
    indicator = one.indicator or ""
    return not indicator, records.label(indicator).casefold(), indicator


def _other(before: Record, after: Record) -> Other:
    return Other(name_of(after), after.id, others_differing(before, after))


def _unchanged(
    ledger: Ledger,
    filter: Filter,  # noqa: A002 - as the ledger calls it
    before: Moment,
    after: Moment,
) -> list[Claim] | None:
    """Return the claims of a view that are as they were, by id; None for too many."""
    now = ledger.claims(filter, after[0], limit=MOST_STATES + 1)
    if len(now) > MOST_STATES:
        return None
    then = {claim.id: claim for claim in ledger.claims_by_id([c.id for c in now], before[0])}
    return sorted((c for c in now if then.get(c.id) == c), key=lambda claim: claim.id)
