"""Proof that nothing was changed behind the program's back, and repair of the projections."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sqlalchemy import LargeBinary, cast, func, select

from claims.errors import LedgerDamagedError
from claims.ledger.chain import FIRST, seal
from claims.ledger.project import project
from claims.ledger.schema import PROJECTIONS, SPANS, revision
from claims.ledger.sqlite import (
    clear,
    connect,
    create,
    insert_many,
    open_vocabulary,
    span_words,
    writer,
)
from claims.ledger.weighing import refresh_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import Connection, RowMapping, Select, Table

    Progress = Callable[[int, int], object]

BATCH = 5_000
BY_REV = select(revision).order_by(revision.c.rev)
AS_STORED = select(*(cast(column, LargeBinary).label(column.name) for column in revision.c))
"""The revisions as bytes: what was changed by hand may be no text any more."""


def verify(connection: Connection, progress: Progress | None) -> int:
    """Walk the chain and return how many revisions hold; raises LedgerDamagedError.

    A revision cut off at the end is missed by the tables made from it.
    """
    rev = verify_chain(connection, progress)
    known = max(_newest(connection, span) for span in SPANS.values())
    if known > rev:
        raise LedgerDamagedError(rev + 1, "it is missing from the end of the ledger")
    return rev


def verify_chain(connection: Connection, progress: Progress | None = None) -> int:
    """Walk the chain alone and return how many revisions hold; raises LedgerDamagedError."""
    total = _total(connection)
    rev, at, before = 0, "", FIRST
    for stored in _each(connection, AS_STORED.order_by(revision.c.rev)):
        row = _read(stored)
        if fault := _fault(row, rev + 1, at, before):
            raise LedgerDamagedError(rev + 1, fault)
        rev, at, before = row["rev"], row["at"], row["hash"]
        if progress and (rev % BATCH == 0 or rev == total):
            progress(rev, total)
    return rev


def _read(stored: RowMapping) -> dict[str, Any]:
    """Return a revision as it was written, with a mark for each byte that is no text."""
    row: dict[str, Any] = {
        name: None if value is None else value.decode(errors="replace")
        for name, value in stored.items()
    }
    return row | {"rev": int(row["rev"])}


def _fault(row: dict[Any, Any], rev: int, at: str, before: str) -> str:
    """Return what is wrong with a revision after the one before it, or nothing."""
    if row["rev"] != rev:
        return "it is missing"
    if seal(before, row) != row["hash"]:
        return "its content is not what was sealed when it was written"
    if row["at"] < at:
        return "it is dated before the revision that it follows"
    return ""


def rebuild(connection: Connection, progress: Progress | None) -> int:
    """Make the projections anew from the revisions and return how many there are.

    Raises LedgerDamagedError, and changes nothing, where the revisions do not hold.
    """
    verify_chain(connection)
    clear(connection)
    return replay(connection, connection, progress)


def replay(source: Connection, target: Connection, progress: Progress | None) -> int:
    """Project all revisions of one ledger into empty projections and return how many."""
    total, rev = _total(source), 0
    columns = revision.c.keys()
    while batch := source.execute(BY_REV.where(revision.c.rev > rev).limit(BATCH)).mappings().all():
        if target is not source:  # names of parties are looked up in the revisions
            insert_many(target, "revision", columns, [tuple(row.values()) for row in batch])
        project(target, batch)
        rev = batch[-1]["rev"]
        if progress:
            progress(rev, total)
    refresh_all(target)
    return rev


def differs(connection: Connection, progress: Progress | None) -> tuple[str, ...]:
    """Return the names of the projections that are not what a fresh rebuild makes."""
    with TemporaryDirectory() as folder:
        engine = connect(Path(folder) / "fresh.db", read_only=False)
        with writer(engine).begin() as fresh:
            fresh.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            create(fresh)
            replay(connection, fresh, progress)
            found = tuple(_differing(connection, fresh))
            fresh.rollback()
        engine.dispose()
    return found


def _differing(one: Connection, other: Connection) -> Iterator[str]:
    for table in PROJECTIONS:
        query = select(table).order_by(*table.primary_key.columns)
        if not _same(_each(one, query), _each(other, query)):
            yield table.name
    open_vocabulary(one)
    open_vocabulary(other)
    words = select(span_words)
    if not _same(_each(one, words), _each(other, words)):
        yield "span_fts"


def _same(one: Iterable[RowMapping], other: Iterable[RowMapping]) -> bool:
    return all(left == right for left, right in zip_longest(one, other))


def _each(connection: Connection, query: Select[*tuple[Any, ...]]) -> Iterator[RowMapping]:
    """Yield rows a batch at a time, so that a large ledger is never held at once."""
    yield from connection.execute(query, execution_options={"yield_per": BATCH}).mappings()


def _total(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(revision)).scalar_one()


def _newest(connection: Connection, span: Table) -> int:
    return connection.execute(select(func.max(span.c.rev))).scalar_one() or 0
