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

NEWEST = select(func.max(revision.c.rev))
LATEST = select(revision.c.rev, revision.c.at).order_by(revision.c.rev.desc()).limit(1)
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
    row = connection.execute(LATEST).one_or_none()
    return Position(row.rev, datetime.fromisoformat(row.at)) if row else Position(0, None)


def position_of(connection: Connection, rev: int) -> Position:
    """Return the position of a revision; raises UnknownPositionError."""
    is_newest(connection, rev)
    return _position(connection, rev)


def is_newest(connection: Connection, rev: int) -> bool:
    """Tell whether a position is the newest one; raises UnknownPositionError."""
    newest = _newest(connection)
    if not 0 <= rev <= newest:
        raise UnknownPositionError(rev, newest)
    return rev == newest


def position(connection: Connection, at: datetime | date) -> Position:
    """Return the newest position at a moment, or at the end of a day in UTC.

    A time without a zone is UTC. Revisions are numbered without gaps and the clock never
    runs backwards, so a search by halves finds the place without an index.
    """
    before = _last_moment(at).isoformat(timespec="microseconds")
    revs = range(1, head(connection).rev + 1)
    return _position(connection, bisect_right(revs, before, key=lambda r: _at(connection, r)))


def of_record(
    connection: Connection, record: RecordName, record_id: str, rev: int | None = None
) -> tuple[Revision, ...]:
    """Return the revisions of a record up to a position, oldest first.

    Raises UnknownRecordError where there are none.
    """
    span = SPANS[record]
    found = select(*COLUMNS).join_from(span, revision).where(span.c.id == record_id)
    if rev is not None:
        found = found.where(span.c.rev <= rev)
    rows = revisions(connection, found.order_by(span.c.rev_to))
    if not rows:
        raise UnknownRecordError(record, record_id, rev)
    return rows


def recent(connection: Connection, limit: int, rev: int | None = None) -> tuple[Revision, ...]:
    """Return the latest revisions up to a position, newest first."""
    latest = select(*COLUMNS).order_by(revision.c.rev.desc()).limit(limit)
    return revisions(connection, latest if rev is None else latest.where(revision.c.rev <= rev))


def since(connection: Connection, rev: int, limit: int | None) -> tuple[Revision, ...]:
    """Return the revisions after a position, oldest first."""
    later = select(*COLUMNS).where(revision.c.rev > rev)
    return revisions(connection, later.order_by(revision.c.rev).limit(limit))


def revisions(connection: Connection, query: Select[tuple[object, ...]]) -> tuple[Revision, ...]:
    """Return the revisions that a query over `COLUMNS` finds, in its order."""
    return tuple(_revision(row) for row in connection.execute(query))


def _revision(row: Row[tuple[object, ...]]) -> Revision:
    columns = row._asdict()
    return Revision(**columns | {"at": datetime.fromisoformat(columns["at"])})


def _newest(connection: Connection) -> int:
    return connection.execute(NEWEST).scalar_one() or 0


def _position(connection: Connection, rev: int) -> Position:
    return Position(rev, datetime.fromisoformat(_at(connection, rev)) if rev else None)


def _at(connection: Connection, rev: int) -> str:
    return str(connection.execute(select(revision.c.at).where(revision.c.rev == rev)).scalar_one())


def _last_moment(at: datetime | date) -> datetime:
    """Return a moment in UTC; for a day its last microsecond."""
    if isinstance(at, datetime):
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    return datetime.combine(at, time.max, UTC)
