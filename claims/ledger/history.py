"""Where the ledger stands, where it stood, and what happened to a record."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from claims.errors import UnknownPositionError, UnknownRecordError
from claims.ledger.schema import SPANS, revision
from claims.records import MODELS

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Select

    from claims.records import Record, RecordName

COLUMNS = [column for column in revision.c if column.name != "hash"]


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the ledger that can be cited: a revision, and when it was written (UTC)."""

    rev: int
    at: datetime | None

    def __str__(self) -> str:
        """Say the position as it is cited: `revision 812,345, 2026-11-22 14:05 UTC`."""
        when = f", {self.at:%Y-%m-%d %H:%M} UTC" if self.at else ""
        return f"revision {self.rev:,}{when}"


@dataclass(frozen=True, slots=True)
class Revision:
    """One change: who did what to which record, when, why, and the state it left."""

    rev: int
    at: datetime
    actor: str
    action: str
    """`added`, `revised` or `withdrawn`."""
    record: RecordName
    record_id: str
    reason: str
    state: str
    """The whole record after the change, as JSON."""

    def as_record(self) -> Record:
        """Return the record as the change left it."""
        return MODELS[self.record].model_validate_json(self.state)


def head(connection: Connection) -> Position:
    """Return the newest position; revision 0 when nothing is recorded yet."""
    rev = connection.execute(select(func.max(revision.c.rev))).scalar_one()
    return _position(connection, rev or 0)


def position_of(connection: Connection, rev: int) -> Position:
    """Return the position of a revision; raises UnknownPositionError."""
    newest = head(connection)
    if not 0 <= rev <= newest.rev:
        raise UnknownPositionError(rev, newest.rev)
    return _position(connection, rev)


def position(connection: Connection, at: datetime | date) -> Position:
    """Return the newest position at a moment, or at the end of a day in UTC.

    A time without a zone is UTC. Revisions are numbered without gaps and the clock never
    runs backwards, so a search by halves finds the place without an index.
    """
    before = _last_moment(at).isoformat(timespec="microseconds")
    revs = range(1, head(connection).rev + 1)
    return _position(connection, bisect_right(revs, before, key=lambda r: _at(connection, r)))


def of_record(connection: Connection, record: RecordName, record_id: str) -> tuple[Revision, ...]:
    """Return all revisions of a record, oldest first; raises UnknownRecordError."""
    span = SPANS[record]
    found = select(*COLUMNS).join_from(span, revision).where(span.c.id == record_id)
    rows = _revisions(connection, found.order_by(span.c.rev_to))
    if not rows:
        raise UnknownRecordError(record, record_id)
    return rows


def recent(connection: Connection, limit: int) -> tuple[Revision, ...]:
    """Return the latest revisions, newest first."""
    return _revisions(connection, select(*COLUMNS).order_by(revision.c.rev.desc()).limit(limit))


def since(connection: Connection, rev: int, limit: int | None) -> tuple[Revision, ...]:
    """Return the revisions after a position, oldest first."""
    later = select(*COLUMNS).where(revision.c.rev > rev)
    return _revisions(connection, later.order_by(revision.c.rev).limit(limit))


def _revisions(connection: Connection, query: Select[tuple[object, ...]]) -> tuple[Revision, ...]:
    return tuple(_revision(row) for row in connection.execute(query))


def _revision(row: Row[tuple[object, ...]]) -> Revision:
    columns = row._asdict()
    return Revision(**columns | {"at": datetime.fromisoformat(columns["at"])})


def _position(connection: Connection, rev: int) -> Position:
    return Position(rev, datetime.fromisoformat(_at(connection, rev)) if rev else None)


def _at(connection: Connection, rev: int) -> str:
    return str(connection.execute(select(revision.c.at).where(revision.c.rev == rev)).scalar_one())


def _last_moment(at: datetime | date) -> datetime:
    """Return a moment in UTC; for a day its last microsecond."""
    if isinstance(at, datetime):
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    return datetime.combine(at, time.max, UTC)
