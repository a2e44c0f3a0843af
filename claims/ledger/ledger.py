# ruff: noqa: A002 - `filter` is the word that a reader of a notebook expects
"""The ledger as its users meet it: one class, each method one transaction."""

from __future__ import annotations

from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self, overload

from claims.ledger import append, between, chain, facets, history, query, sqlite, verify
from claims.ledger.append import Receipt
from claims.ledger.batch import open_batch, rehearsed
from claims.ledger.batches import Batches
from claims.ledger.filter import EVERYTHING
from claims.ledger.opening import damage_told, engine_of
from claims.ledger.schema import SCHEMA
from claims.ledger.together import Together
from claims.records import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date, datetime
    from typing import Literal, TypeAlias

    from sqlalchemy import Connection, Engine

    from claims.collection import Collection
    from claims.ledger.batch import Batch
    from claims.ledger.between import Between, Step
    from claims.ledger.filter import Filter, Sort
    from claims.ledger.history import Position, Revision
    from claims.ledger.schema import Span
    from claims.records import Indicator, Party, Record, RecordName, Source

    Progress = Callable[[int, int], object]
    Rev: TypeAlias = int | None


class Ledger(AbstractContextManager["Ledger"]):
    """Everything on record, with its whole history, in one file.

        with Ledger.open("on-record.db") as ledger:
            ledger.append(records, actor="desk", reason="first load")
            ledger.claims(Filter(text="injured", hedge=("at least",)), limit=50)

    Wherever a method takes `rev`, None means what stands now; a revision means what
    stood then, and one that does not exist raises UnknownPositionError.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        """Take an engine on a file that is known to be a ledger; use `Ledger.open`."""
        self.path = path
        self.together = Together(self._reading)
        self.batches = Batches(self._reading)
        self._engine = engine

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False, any_version: bool = False) -> Self:
        """Open a ledger, making the file when there is none and it may be written.

        Raises UnreadableFileError when the file is no ledger, and LedgerVersionError when
        its projections are of another version, unless `any_version` is set to mend them.
        """
        path = Path(path)
        engine, version = engine_of(path, read_only=read_only, any_version=any_version)
        ledger = cls(engine, path)
        if not read_only and version == SCHEMA:
            append.mend(ledger._reading, ledger._writing)
        return ledger

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __exit__(self, *_: object) -> None:
        """Let go of the file."""
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Hold the write lock for one transaction."""
        with sqlite.writer(self._engine).begin() as connection:
            yield connection

    @contextmanager
    def _reading(self, rev: Rev = None) -> Iterator[tuple[Connection, int | None]]:
        """Read one state of the file, at a position that exists; the newest counts as now.

        Raises UnreadableFileError where a part of the file is damaged.
        """
        with damage_told(self.path), self._engine.begin() as connection:
            if rev is not None:
                rev = None if history.is_newest(connection, rev) else rev
            yield connection, rev

    # Writing

    def append(
        self,
        records: Iterable[Record],
        *,
        actor: str,
        reason: str = "",
        progress: Progress | None = None,
        batch: int = 5_000,
    ) -> Receipt:
        """Put records on record, those that are there just so left alone.

        Parties, sources, indicators and claims go in in this order, one transaction a
        batch; `progress` is told how many of how many are done.
        """
        ordered = append.in_order(list(records))
        start = Receipt(self.head.rev)
        return append.write_all(self._writing, ordered, actor, reason, batch, start, progress)

    def batch(self, *, actor: str, reason: str = "") -> AbstractContextManager[Batch]:
        """Open several writes in one transaction; an error inside takes all of them back."""
        return open_batch(self._writing, actor, reason)

    def rehearsal(self) -> AbstractContextManager[Batch]:
        """Open a batch that writes nothing and counts what would be written."""
        return rehearsed(self._reading)

    def revise(self, *records: Record, actor: str, reason: str = "", based_on: int) -> Receipt:
        """Write an edit that started from the ledger as it stood at `based_on`, whole or not.

        Raises UnknownRecordError, and StaleEditError with both versions when one of the
        records has been changed since; an equal state is no change.
        """
        with self._writing() as connection:
            return append.revise(connection, records, actor, reason, based_on)

    @property
    def head(self) -> Position:
        """The newest position; revision 0 when nothing is recorded yet."""
        with self._reading() as (connection, _):
            return history.head(connection)

    def position(self, at: datetime | date) -> Position:
        """Return the newest position at a moment, or at the end of a day (UTC)."""
        with self._reading() as (connection, _):
            return history.position(connection, at)

    def position_of(self, rev: int) -> Position:
        """Return the position of a revision; raises UnknownPositionError."""
        with self._reading() as (connection, _):
            return history.position_of(connection, rev)

    def history(self, record: RecordName, record_id: str, rev: Rev = None) -> tuple[Revision, ...]:
        """Return all revisions of a record, oldest first; raises UnknownRecordError."""
        with self._reading(rev) as (connection, at):
            return history.of_record(connection, record, record_id, at)

    def recent(self, limit: int = 50, rev: Rev = None) -> tuple[Revision, ...]:
        """Return the latest revisions, newest first."""
        with self._reading(rev) as (connection, at):
            return history.recent(connection, limit, at)

    def since(self, rev: int, limit: int | None = None) -> tuple[Revision, ...]:
        """Return the revisions after a position, oldest first."""
        with self._reading() as (connection, _):
            return history.since(connection, rev, limit)

    def outdated(self, records: Iterable[Record]) -> set[tuple[RecordName, str]]:
        """Return kind and id of those that were on record just so and have been changed since."""
        with self._reading() as (connection, _):
            return append.outdated(connection, list(records))

    @overload
    def get(self, record: Literal["party"], record_id: str, rev: Rev = None) -> Party: ...
    @overload
    def get(self, record: Literal["source"], record_id: str, rev: Rev = None) -> Source: ...
    @overload
    def get(self, record: Literal["indicator"], record_id: str, rev: Rev = None) -> Indicator: ...
    @overload
    def get(self, record: Literal["claim"], record_id: str, rev: Rev = None) -> Claim: ...
    @overload
    def get(self, record: RecordName, record_id: str, rev: Rev = None) -> Record: ...
    def get(self, record: RecordName, record_id: str, rev: Rev = None) -> Record:
        """Return a record; raises UnknownRecordError."""
        with self._reading(rev) as (connection, at):
            return query.record(connection, record, record_id, at)

    def claim(self, claim_id: str, rev: Rev = None) -> Claim:
        """Return a claim; raises UnknownRecordError."""
        return self.get("claim", claim_id, rev)

    @overload
    def all(self, record: Literal["party"], rev: Rev = None) -> tuple[Party, ...]: ...
    @overload
    def all(self, record: Literal["source"], rev: Rev = None) -> tuple[Source, ...]: ...
    @overload
    def all(self, record: Literal["indicator"], rev: Rev = None) -> tuple[Indicator, ...]: ...
    @overload
    def all(self, record: RecordName, rev: Rev = None) -> tuple[Record, ...]: ...
    def all(self, record: RecordName, rev: Rev = None) -> tuple[Record, ...]:
        """Return all records of a kind, by id."""
        with self._reading(rev) as (connection, at):
            return query.records(connection, record, at)

    def context(self, rev: Rev = None) -> Collection:
        """Return the parties, sources and indicators that claims refer to."""
        with self._reading(rev) as (connection, at):
            return query.context(connection, at)

    # Selections of claims, and what became of them

    def claims(
        self,
        filter: Filter = EVERYTHING,
        rev: Rev = None,
        sort: Sort = "period",
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[Claim, ...]:
        """Return the claims that a filter chooses, as validated records."""
        with self._reading(rev) as (connection, at):
            return query.claims(connection, filter, at, query.Page(sort, limit, offset))

    def rows(
        self,
        filter: Filter = EVERYTHING,
        rev: Rev = None,
        sort: Sort = "period",
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[Span, ...]:
        """Return the claims that a filter chooses as light rows; `pandas.DataFrame` takes them."""
        with self._reading(rev) as (connection, at):
            return query.rows(connection, filter, at, query.Page(sort, limit, offset))

    def claims_by_id(self, ids: Iterable[str], rev: Rev = None) -> tuple[Claim, ...]:
        """Return the claims of these ids, by id."""
        with self._reading(rev) as (connection, at):
            found = query.by_id(connection, "claim", ids, at)
            return tuple(claim for claim in found if isinstance(claim, Claim))

    def count(self, filter: Filter = EVERYTHING, rev: Rev = None) -> int:
        """Return how many claims a filter chooses."""
        with self._reading(rev) as (connection, at):
            return query.count(connection, filter, at)

    def facets(
        self, filter: Filter = EVERYTHING, rev: Rev = None
    ) -> Mapping[str, Mapping[str, int]]:
        """Return the counts of each value of each facet, the most frequent first.

        A facet does not heed the choice made in itself, so that a second value can be
        chosen. The values of `planned` are `true` and `false`.
        """
        with self._reading(rev) as (connection, at):
            return facets.facets(connection, filter, at)

    def years(self, filter: Filter = EVERYTHING, rev: Rev = None) -> dict[int, int]:
        """Return how many of the chosen claims are about each year."""
        with self._reading(rev) as (connection, at):
            return query.years(connection, filter, at)

    def claims_per_source(self, rev: Rev = None) -> dict[str, int]:
        """Return how many claims rest on each source."""
        with self._reading(rev) as (connection, at):
            return query.claims_per_source(connection, at)

    def between(
        self, filter: Filter, since: int, until: int | None = None, limit: int | None = None
    ) -> Between:
        """Return what became of the claims that a filter chooses at either of two positions.

        Raises UnknownPositionError, and ValueError where `until` comes before `since`.
        """
        with self._reading() as (connection, _):
            return between.between(connection, filter, since, until, limit)

    def steps(
        self, filter: Filter = EVERYTHING, rev: Rev = None, limit: int | None = None
    ) -> tuple[Step, ...]:
        """Return the revisions of claims that a filter chose before or after each, newest first."""
        with self._reading(rev) as (connection, at):
            return between.steps(connection, filter, at, limit)

    def verify(self, progress: Progress | None = None) -> int:
        """Walk the hash chain and return how many revisions hold; raises LedgerDamagedError."""
        with self._reading() as (connection, _):
            return verify.verify(connection, progress)

    def hashes(self, revs: Iterable[int]) -> dict[int, str]:
        """Return the chain hashes of some revisions, in hex, by number; those that exist."""
        with self._reading() as (connection, _):
            return chain.hashes(connection, revs)

    def differs(self, progress: Progress | None = None) -> tuple[str, ...]:
        """Return the names of the projections that are not what a rebuild makes."""
        with self._reading() as (connection, _):
            return verify.differs(connection, progress)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Make all projections anew, in one transaction, and return the number of revisions."""
        with self._writing() as connection:
            return verify.rebuild(connection, progress)
