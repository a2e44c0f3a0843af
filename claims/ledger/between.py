"""What became of claims between two positions, at the cost of the changes, not of the claims."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, select

from claims.ledger import history
from claims.ledger.history import COLUMNS, Revision, revisions
from claims.ledger.known import MOST_VALUES, chunks
from claims.ledger.query import chosen
from claims.ledger.schema import SPANS, claim_span, evidence_span, revision
from claims.ledger.sqlite import field_of
from claims.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Exists, FromClause, Row, Select

    from claims.ledger.filter import Filter
    from claims.records import Record


class Turn(StrEnum):
    """What became of a claim, as seen from a view; in the order in which it is told."""

    REVISED = "revised"
    WITHDRAWN = "withdrawn"
    ADDED = "added"
    PASSED = "added and withdrawn since"
    LEFT = "no longer in this view"
    CAME = "now in this view"


@dataclass(frozen=True, slots=True)
class Turned:
    """A claim that differs between two positions, and the revisions that made it so."""

    turn: Turn
    """A withdrawal counts as one also where it took the claim out of the view."""
    before: Claim | None
    """As it stood at the earlier position; none where it was not on record."""
    after: Claim
    """As it stood at the later position; nothing on record is ever deleted."""
    was_chosen: bool
    """Whether the filter chose it at the earlier position."""
    is_chosen: bool
    """Whether the filter chose it at the later position."""
    revisions: tuple[Revision, ...]
    """Those after the earlier position, up to the later one, oldest first."""


@dataclass(frozen=True, slots=True)
class Between:
    """What changed in a view from one position to a later one."""

    claims: tuple[Turned, ...]
    """The claims that differ, the last changed first, as many as were asked for."""
    counts: Mapping[Turn, int]
    """How many there are of each kind in all, each kind that there is."""
    others: tuple[tuple[Record, Record], ...]
    """Parties, sources and indicators that the view's claims name and that differ: then, now."""


@dataclass(frozen=True, slots=True)
class Step:
    """One revision of a claim, and the claim before and after it."""

    revision: Revision
    before: Claim | None
    after: Claim


def between(
    connection: Connection, chosen_by: Filter, since: int, until: int | None, limit: int | None
) -> Between:
    """Return what changed in a view between two positions, `until` None meaning now.

    A claim that was changed and changed back does not differ. Raises UnknownPositionError, and
    ValueError where `until` comes before `since`.
    """
    until = history.head(connection).rev if until is None else until
    for rev in (since, until):
        history.position_of(connection, rev)
    if until < since:
        message = f"revision {until:,} comes before revision {since:,}"
        raise ValueError(message)
    written = connection.execute(_written(chosen_by, since, until))
    rows = [row for row in written if _differs(row)]
    counts = Counter(map(_turn, rows))
    return Between(
        tuple(_turned(connection, rows[:limit], since, until)),
        {turn: counts[turn] for turn in Turn if counts[turn]},
        tuple(_others(connection, chosen_by, since, until)),
    )


def steps(
    connection: Connection, chosen_by: Filter, rev: int | None, limit: int | None
) -> tuple[Step, ...]:
    """Return the revisions of claims that a filter chose before or after each, newest first."""
    last = history.head(connection).rev if rev is None else rev
    fitting, found = chosen_by.conditions(), set()
    for place in (claim_span.c.rev, claim_span.c.rev_to)[: 2 if fitting else 1]:
        newest = select(place).where(place <= last, *fitting).order_by(place.desc()).limit(limit)
        found |= set(connection.execute(newest).scalars())
    revs = sorted(found, reverse=True)[:limit]
    made = _revisions(connection, revs)
    before = _replaced(connection, [(made[one].record_id, one) for one in revs])
    return tuple(Step(made[one], before.get(one), _claim(made[one].state)) for one in revs)


def _written(chosen_by: Filter, since: int, until: int) -> Select[*tuple[Any, ...]]:
    """Return each claim that was written in between, with its state at either position.

    It goes along the revisions in between: what else is on record is not read.
    """
    then, now = claim_span.alias("then"), claim_span.alias("now")
    then_written, now_written = revision.alias("then_written"), revision.alias("now_written")
    stood = and_(then.c.id == now.c.id, then.c.rev <= since, then.c.rev_to > since)
    return (
        select(
            now.c.id,
            then.c.rev.label("then_rev"),
            then_written.c.state.is_(None).label("is_new"),
            (then_written.c.state == now_written.c.state).label("same"),
            now.c.withdrawn.label("is_withdrawn"),
            and_(now.c.withdrawn, then.c.withdrawn.is_(False)).label("withdrawn"),
            _fits(chosen_by, then).label("was"),
            _fits(chosen_by, now).label("is_"),
        )
        .join_from(now, now_written, now_written.c.rev == now.c.rev)
        .outerjoin(then, stood)
        .outerjoin(then_written, then_written.c.rev == then.c.rev)
        .where(now.c.rev > since, now.c.rev <= until, now.c.rev_to > until)
        .order_by(now.c.rev.desc())
    )


def _fits(chosen_by: Filter, span: FromClause) -> Exists:
    """Return the condition that a filter chooses a state."""
    return exists().where(claim_span.c.rev == span.c.rev, *chosen_by.conditions())


def _differs(row: Row[Any]) -> bool:
    """Tell whether a claim is of the view and not as it was, or came into it, or left it."""
    return bool((row.was or row.is_) and (not row.same or row.was != row.is_))


def _turn(row: Row[Any]) -> Turn:
    if row.is_new:
        return Turn.PASSED if row.is_withdrawn else Turn.ADDED
    if row.withdrawn:
        return Turn.WITHDRAWN
    if row.was and row.is_:
        return Turn.REVISED
    return Turn.LEFT if row.was else Turn.CAME


def _turned(
    connection: Connection, rows: Sequence[Row[Any]], since: int, until: int
) -> Iterable[Turned]:
    """Read the claims of these rows, and the revisions in between."""
    made: dict[str, list[Revision]] = {}
    query = select(*COLUMNS).join_from(claim_span, revision)
    query = query.where(claim_span.c.rev > since, claim_span.c.rev <= until)
    for some in chunks([row.id for row in rows]):
        wanted = query.where(claim_span.c.id.in_(some)).order_by(claim_span.c.rev)
        for one in revisions(connection, wanted):
            made.setdefault(one.record_id, []).append(one)
    then = _revisions(connection, [row.then_rev for row in rows if not row.is_new])
    for row in rows:
        before = None if row.is_new else _claim(then[row.then_rev].state)
        after = _claim(made[row.id][-1].state)
        yield Turned(_turn(row), before, after, row.was, row.is_, tuple(made[row.id]))


def _others(
    connection: Connection, chosen_by: Filter, since: int, until: int
) -> Iterable[tuple[Record, Record]]:
    """Read the other records that differ, as they were and are, by kind and id."""
    for name, find in NAMED.items():
        then, now = SPANS[name].alias("then"), SPANS[name].alias("now")
        stood = and_(then.c.id == now.c.id, then.c.rev <= since, then.c.rev_to > since)
        written = and_(now.c.rev > since, now.c.rev <= until, now.c.rev_to > until)
        query = select(now.c.id, then.c.rev.label("then"), now.c.rev.label("now"))
        rows = connection.execute(query.join_from(now, then, stood).where(written)).all()
        named = {row.id for row in rows}
        if rows and chosen_by.chosen:
            named &= find(connection, chosen_by, until)
        rows = sorted((row for row in rows if row.id in named), key=lambda row: row.id)
        made = _revisions(connection, [rev for row in rows for rev in (row.then, row.now)])
        for row in rows:
            if made[row.then].state != made[row.now].state:
                yield made[row.then].as_record(), made[row.now].as_record()


def _parties(connection: Connection, chosen_by: Filter, rev: int) -> set[str]:
    """Return the parties that the claims of a view name: claimants and all of their chains."""
    chain = field_of(revision.c.state, "chain").label("chain")
    query = select(claim_span.c.claimant, chain).join_from(claim_span, revision).distinct()
    rows = connection.execute(query.where(*chosen(chosen_by, rev))).all()
    return {party for row in rows for party in (row.claimant, *json.loads(row.chain))}


def _sources(connection: Connection, chosen_by: Filter, rev: int) -> set[str]:
    """Return the sources that the claims of a view cite."""
    cited = select(claim_span.c.rev).where(*chosen(chosen_by, rev))
    query = select(evidence_span.c.source).where(evidence_span.c.rev.in_(cited)).distinct()
    return set(connection.execute(query).scalars())


def _indicators(connection: Connection, chosen_by: Filter, rev: int) -> set[str]:
    """Return the indicators that the claims of a view come under."""
    query = select(claim_span.c.indicator).where(*chosen(chosen_by, rev)).distinct()
    return set(connection.execute(query).scalars()) - {None}


NAMED = {"party": _parties, "source": _sources, "indicator": _indicators}
"""What finds the records of each kind that the claims of a view name."""


def _revisions(connection: Connection, revs: Sequence[int]) -> dict[int, Revision]:
    """Return revisions by their number."""
    return {
        one.rev: one
        for some in chunks(list(revs))
        for one in revisions(connection, select(*COLUMNS).where(revision.c.rev.in_(some)))
    }


def _replaced(connection: Connection, made: Sequence[tuple[str, int]]) -> dict[int, Claim]:
    """Return the claims that these revisions of these claims replaced, by revision."""
    query = select(claim_span.c.rev_to, revision.c.state).join_from(claim_span, revision)
    found: dict[int, Claim] = {}
    for some in chunks(list(made), MOST_VALUES // 2):
        ids, revs = ({pair[place] for pair in some} for place in (0, 1))
        rows = query.where(claim_span.c.id.in_(ids), claim_span.c.rev_to.in_(revs))
        found |= {row.rev_to: _claim(row.state) for row in connection.execute(rows)}
    return found


def _claim(state: str) -> Claim:
    return Claim.model_validate_json(state)
