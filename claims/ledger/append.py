"""Writing: batches of records and single edits, each batch in one transaction."""

from __future__ import annotations

import gc
import json
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from claims.errors import StaleEditError, UnknownRecordError
from claims.ledger import history
from claims.ledger.chain import FIRST, SEALED, seal
from claims.ledger.known import standing
from claims.ledger.project import Changed, project
from claims.ledger.schema import revision
from claims.ledger.sqlite import insert_many
from claims.ledger.weighing import forget, reached, refresh, unweighed, weigh_again
from claims.records import MODELS, name_of, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from claims.records import Record, RecordName

    Progress = Callable[[int, int], object]
    Writing = Callable[[], AbstractContextManager[Connection]]
    Reading = Callable[[], AbstractContextManager[tuple[Connection, int | None]]]

COLUMNS = (*SEALED, "hash")
ORDER = {model: place for place, model in enumerate(MODELS.values())}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a write did: where the ledger stands now, and how many records it changed."""

    rev: int
    """The newest revision after the write."""
    added: int = 0
    """Records that were not on record."""
    revised: int = 0
    """Records that changed, withdrawals among them."""
    unchanged: int = 0
    """Records that were on record just so."""

    def __add__(self, later: Receipt) -> Receipt:
        """Return the receipt of two writes."""
        return Receipt(
            later.rev,
            self.added + later.added,
            self.revised + later.revised,
            self.unchanged + later.unchanged,
        )


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold off the garbage collector for a batch.

    A batch makes no cycles, and each collection would walk all records that the caller
    holds: a third of the time of a load.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def moment() -> str:
    """Return the time in UTC as revisions keep it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def in_order(records: Sequence[Record]) -> list[Record]:
    """Return parties, sources, indicators and claims in this order, each as they came."""
    return sorted(records, key=lambda record: ORDER[type(record)])


def write_all(  # noqa: PLR0913, PLR0917 - what a load is made of
    writing: Writing,
    records: Sequence[Record],
    actor: str,
    reason: str,
    batch: int,
    receipt: Receipt,
    progress: Progress | None,
) -> Receipt:
    """Write records in batches, one transaction each, and weigh what they touched with the last.

    Where a batch fails, what the earlier ones touched is weighed before the error goes on.
    """
    touched: set[str] = set()
    total = len(records)
    try:
        for start in range(0, total, batch):
            end = min(start + batch, total)
            with undisturbed(), writing() as connection:
                part, last = records[start:end], end == total
                receipt += append(connection, part, actor, reason, touched, is_last=last)
            if progress:
                progress(end, total)
    except BaseException:
        with writing() as connection:
            refresh(connection, touched)
        raise
    return receipt


def mend(reading: Reading, writing: Writing) -> None:
    """Weigh what a load that was cut off has left unweighed."""
    with reading() as (connection, _):
        missing = unweighed(connection)
    if missing:
        with writing() as connection:
            weigh_again(connection, unweighed(connection))


def append(  # noqa: PLR0913 - what a write is made of
    connection: Connection,
    records: Sequence[Record],
    actor: str,
    reason: str,
    touched: set[str],
    *,
    is_last: bool = True,
) -> Receipt:
    """Write the records that are new or changed, and weigh what they and earlier ones touched.

    The indicators that they touch are added to `touched`. With the last batch of a load all of
    these are weighed anew; until then nothing is kept of them, so that nothing outdated is ever
    shown.
    """
    receipt, changed = write(connection, records, actor, reason)
    just_now = reached(connection, changed)
    touched |= just_now
    if is_last:
        refresh(connection, touched)
    else:
        forget(connection, just_now)
    return receipt


def write(
    connection: Connection, records: Sequence[Record], actor: str, reason: str, at: str = ""
) -> tuple[Receipt, Changed]:
    """Write the records that are new or changed as revisions, with their projections.

    They are of the moment `at` where one is given and nothing later is on record, else of now.
    """
    named = [(name_of(record), record.id, to_json(record)) for record in records]
    states = _states(connection, named)
    tip = _Tip.of(connection, at or moment())
    rows: list[dict[str, Any]] = []
    for record, record_id, state in named:
        before = states.get((record, record_id))
        if before != state:
            action = _action(before, state)
            rows.append(tip.follow(actor, action, record, record_id, reason, state))
            states[record, record_id] = state
    insert_many(connection, "revision", COLUMNS, [tuple(row.values()) for row in rows])
    changed = project(connection, rows) if rows else Changed()
    done = Counter(row["action"] == "added" for row in rows)
    return Receipt(tip.rev, done[True], done[False], len(named) - len(rows)), changed


def outdated(connection: Connection, records: Sequence[Record]) -> set[tuple[RecordName, str]]:
    """Return the records whose given state is an earlier one than what stands now."""
    named = [(name_of(record), record.id, to_json(record)) for record in records]
    now = _states(connection, named)
    found: set[tuple[RecordName, str]] = set()
    for name, record_id, state in named:
        if now.get((name, record_id), state) != state:
            before = history.of_record(connection, name, record_id)
            if any(revision.state == state for revision in before):
                found.add((name, record_id))
    return found


def revise(
    connection: Connection, records: Sequence[Record], actor: str, reason: str, based_on: int
) -> Receipt:
    """Write an edit of records; refuse it when one of them has moved on since `based_on`.

    Raises UnknownRecordError and StaleEditError.
    """
    for record in records:
        name, state = name_of(record), to_json(record)
        rev, now = standing(connection, name, [record.id]).get(record.id, (0, ""))
        if not rev:
            raise UnknownRecordError(name, record.id)
        if rev > based_on and now != state:
            raise StaleEditError(record.id, based_on, rev, state, now)
    return append(connection, records, actor, reason, set())


def _states(
    connection: Connection, named: list[tuple[Any, str, str]]
) -> dict[tuple[str, str], str]:
    """Return the standing state of each of these records that is on record."""
    ids: dict[str, list[str]] = {}
    for record, record_id, _ in named:
        ids.setdefault(record, []).append(record_id)
    return {
        (record, record_id): state
        for record, wanted in ids.items()
        for record_id, (_, state) in standing(connection, record, wanted).items()
    }


def _action(before: str | None, state: str) -> str:
    """Name a change: the first state adds, a withdrawal where there was none withdraws."""
    if before is None:
        return "added"
    withdrawn = "withdrawn" in json.loads(state) and "withdrawn" not in json.loads(before)
    return "withdrawn" if withdrawn else "revised"


@dataclass
class _Tip:
    """The end of the ledger while a batch is being written."""

    rev: int
    at: str
    hash: str

    @classmethod
    def of(cls, connection: Connection, at: str) -> _Tip:
        """Return the end of the ledger, with the time to write: never before the last."""
        columns = (revision.c.rev, revision.c.at, revision.c.hash)
        last = connection.execute(select(*columns).order_by(revision.c.rev.desc()).limit(1)).first()
        return cls(last.rev, max(at, last.at), last.hash) if last else cls(0, at, FIRST)

    def follow(self, *columns: str) -> dict[str, Any]:
        """Return the next revision, sealed, and move the end to it."""
        self.rev += 1
        row = dict(zip(SEALED, (self.rev, self.at, *columns), strict=True))
        self.hash = seal(self.hash, row)
        return row | {"hash": self.hash}
