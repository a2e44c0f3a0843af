"""What was written together: the revisions of one batch, and the latest batches of a kind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from sqlalchemy import select

from claims.errors import UnknownPositionError
from claims.ledger import history
from claims.ledger.schema import revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from claims.ledger.history import Revision

    Reading = Callable[[], AbstractContextManager[tuple[Connection, int | None]]]


class Batches:
    """The batches of a ledger; `Ledger.batches` is one.

    The revisions of a batch follow one another, are of one moment and have one reason.
    """

    def __init__(self, reading: Reading) -> None:
        """Take what opens one state of a ledger for reading."""
        self._reading = reading

    def around(self, rev: int) -> tuple[Revision, ...]:
        """Return the revisions of the batch that one belongs to; raises UnknownPositionError."""
        with self._reading() as (connection, _):
            found = history.since(connection, rev - 1, 1)
            if rev < 1 or not found:
                raise UnknownPositionError(rev, history.head(connection).rev)
            first, last = _ends(connection, rev, history.head(connection).rev)
            together = history.since(connection, first - 1, last - first + 1)
        return tuple(one for one in together if one.reason == found[0].reason)

    def latest(self, prefix: str, limit: int) -> tuple[Revision, ...]:
        """Return the last revision of each batch whose reason begins so, the newest first."""
        with self._reading() as (connection, _):
            return tuple(_latest(connection, prefix, limit))


def _latest(connection: Connection, prefix: str, limit: int) -> Iterator[Revision]:
    before = history.head(connection).rev + 1
    for _ in range(limit):
        query = select(*history.COLUMNS).where(revision.c.rev < before)
        query = query.where(revision.c.reason.startswith(prefix, autoescape=True))
        found = history.revisions(connection, query.order_by(revision.c.rev.desc()).limit(1))
        if not found:
            return
        yield found[0]
        before, _last = _ends(connection, found[0].rev, found[0].rev)


def _ends(connection: Connection, rev: int, newest: int) -> tuple[int, int]:
    """Return the first and last revision of one moment; a search by halves needs no index."""

    def at(one: int) -> str:
        query = select(revision.c.at).where(revision.c.rev == one)
        return str(connection.execute(query).scalar_one())

    moment, revs = at(rev), range(1, newest + 1)
    return bisect_left(revs, moment, key=at) + 1, bisect_right(revs, moment, key=at)
