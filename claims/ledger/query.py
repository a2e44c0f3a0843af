"""Reading what stands, or stood at a position: pages of claims, light rows, counts, records."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from sqlalchemy import func, select

from claims.collection import Collection
from claims.errors import UnknownRecordError
from claims.ledger.filter import Sort
from claims.ledger.known import chunks
from claims.ledger.schema import SPANS, STANDS, Span, claim_span, evidence_span, revision
from claims.ledger.sqlite import matches, relevance, span_fts
from claims.records import MODELS, Claim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Connection, FromClause, Select

    from claims.ledger.filter import Filter
    from claims.records import Record, RecordName

SORTED_BY: dict[str, ColumnElement[Any]] = {
    "period": claim_span.c.period_start,
    "said_on": claim_span.c.said_on,
    "value": claim_span.c.point,
    "recorded": claim_span.c.rev,
}
"""The column behind each order; what has no value comes last, ties stand as recorded."""


OWN_INDEX = {"claimant", "publisher", "root", "source", "text"}
"""Fields whose choice leads to the claims by an index of their own."""


class Page(NamedTuple):
    """Which part of a selection, in which order."""

    sort: Sort = "period"
    limit: int | None = None
    offset: int = 0


def standing_at(span: FromClause, rev: int | None) -> list[ColumnElement[bool]]:
    """Return the condition that a state stood at a position, or stands now."""
    if rev is None:
        return [span.c.rev_to == STANDS]
    return [span.c.rev <= rev, span.c.rev_to > rev]


def chosen(chosen_by: Filter, rev: int | None) -> list[ColumnElement[bool]]:
    """Return the conditions of a filter at a position."""
    return [*standing_at(claim_span, rev), *chosen_by.conditions()]


def along(chosen_by: Filter, rev: int | None) -> list[ColumnElement[bool]]:
    """Return the conditions, so put that SQLite counts along the one index with all facets.

    It sorts to group and looks into the table for each claim that it finds by another
    index. “Not before” says the same as “equal” here and keeps it off the indexes of what
    stands now, unless a choice made leads to few claims.
    """
    if rev is not None or OWN_INDEX & set(chosen_by.chosen):
        return chosen(chosen_by, rev)
    return [claim_span.c.rev_to >= STANDS, *chosen_by.conditions()]


def record(connection: Connection, name: RecordName, record_id: str, rev: int | None) -> Record:
    """Return a record as it stood; raises UnknownRecordError."""
    span = SPANS[name]
    states = select(revision.c.state).join_from(span, revision).where(span.c.id == record_id)
    state = connection.execute(states.where(*standing_at(span, rev))).scalar_one_or_none()
    if state is None:
        raise UnknownRecordError(name, record_id, rev)
    return MODELS[name].model_validate_json(state)


def records(connection: Connection, name: RecordName, rev: int | None) -> tuple[Record, ...]:
    """Return all records of a kind as they stood, by id."""
    span = SPANS[name]
    states = select(revision.c.state).join_from(span, revision).where(*standing_at(span, rev))
    found = connection.execute(states.order_by(span.c.id)).scalars()
    return tuple(MODELS[name].model_validate_json(state) for state in found)


def context(connection: Connection, rev: int | None) -> Collection:
    """Return the parties, sources and indicators that claims refer to."""
    kinds: tuple[RecordName, ...] = ("party", "source", "indicator")
    return Collection.of_records(r for kind in kinds for r in records(connection, kind, rev))


def claims(
    connection: Connection, chosen_by: Filter, rev: int | None, page: Page
) -> tuple[Claim, ...]:
    """Return the claims that a filter chooses, as validated records."""
    states = select(revision.c.state).join_from(claim_span, revision)
    found = connection.execute(_paged(states, chosen_by, rev, page)).scalars()
    return tuple(Claim.model_validate_json(state) for state in found)


def by_id(
    connection: Connection, name: RecordName, ids: Iterable[str], rev: int | None
) -> list[Record]:
    """Return those of these records that are on record at a position, by id."""
    span = SPANS[name]
    states = select(revision.c.state).join_from(span, revision).where(*standing_at(span, rev))
    found: list[Record] = []
    for some in chunks(sorted(set(ids))):
        rows = connection.execute(states.where(span.c.id.in_(some)).order_by(span.c.id)).scalars()
        if name == "claim":
            found += map(Claim.model_validate_json, rows)
        else:
            found += [_read(name, state) for state in rows]
    return found


@lru_cache(maxsize=4_096)
def _read(name: RecordName, state: str) -> Record:
    """Read what many claims name; equal states, of which many questions ask, are read once."""
    return MODELS[name].model_validate_json(state)


def years(connection: Connection, chosen_by: Filter, rev: int | None) -> dict[int, int]:
    """Return how many of the chosen claims are about each year, by the last day of their period.

    A running total of many years stands at its last day.
    """
    year = func.substr(func.coalesce(claim_span.c.period_end, claim_span.c.period_start), 1, 4)
    query = select(year, func.count()).where(*chosen(chosen_by, rev), year.is_not(None))
    return {int(name): n for name, n in connection.execute(query.group_by(year).order_by(year))}


def claims_per_source(connection: Connection, rev: int | None) -> dict[str, int]:
    """Return how many claims rest on each source."""
    query = select(evidence_span.c.source, func.count().label("n")).join_from(
        evidence_span, claim_span, evidence_span.c.rev == claim_span.c.rev
    )
    counted = query.where(*standing_at(claim_span, rev)).group_by(evidence_span.c.source)
    return {row.source: row.n for row in connection.execute(counted)}


def rows(
    connection: Connection, chosen_by: Filter, rev: int | None, page: Page
) -> tuple[Span, ...]:
    """Return the claims that a filter chooses, as light rows."""
    columns = select(*(claim_span.c[name] for name in Span._fields))
    return tuple(map(Span._make, connection.execute(_paged(columns, chosen_by, rev, page))))


def count(connection: Connection, chosen_by: Filter, rev: int | None) -> int:
    """Return how many claims a filter chooses."""
    query = select(func.count()).select_from(claim_span).where(*along(chosen_by, rev))
    return connection.execute(query).scalar_one()


def _paged(query: Select[Any], chosen_by: Filter, rev: int | None, page: Page) -> Select[Any]:
    """Return a query with its conditions, its order and its limits."""
    query = query.where(*chosen(chosen_by, rev)).limit(page.limit).offset(page.offset)
    if page.sort == "relevance" and chosen_by.words:
        query = query.join(span_fts, span_fts.c.rowid == claim_span.c.rev)
        return query.where(matches(chosen_by.words)).order_by(relevance(), claim_span.c.rev)
    return query.order_by(*_order("-recorded" if page.sort == "relevance" else page.sort))


def _order(sort: Sort) -> list[ColumnElement[Any]]:
    """Return what to order by; a claim's revision decides between equals."""
    if sort not in get_args(Sort):
        message = f"{sort!r} is no order of claims; the orders are {', '.join(get_args(Sort))}"
        raise ValueError(message)
    key, rev = SORTED_BY[sort.removeprefix("-")], claim_span.c.rev
    if sort.startswith("-"):
        return [key.desc().nulls_last(), rev.desc()]
    return [key.asc().nulls_last(), rev.asc()]
