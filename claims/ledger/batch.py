"""Several writes in one transaction: an edition of a set goes in whole, or nothing of it.

    with ledger.batch(actor="desk", reason="edition of May") as batch:
        gone = batch.under_source("losses") - {claim.id for claim in claims}
        batch.append(claims)

What they touched is weighed at the end. Others see nothing of it before.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from claims.ledger import history, known
from claims.ledger.append import Receipt, in_order, moment, undisturbed, write
from claims.ledger.schema import STANDS, claim_span, evidence_span, revision
from claims.ledger.weighing import reached, refresh
from claims.records import MODELS, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from claims.ledger.append import Progress, Reading, Writing
    from claims.records import Record, RecordName

PART = 5_000
"""Records that are written at a time."""
MOST_SOUGHT = 100_000
"""Figures that are kept in mind as looked for, so that a long batch takes no more memory."""


@dataclass
class Batch:
    """A transaction that is open: what stands in it, and what is written to it.

    Others see nothing of it before its end. `Ledger.batch` opens one.
    """

    receipt: Receipt
    """What was written so far."""
    _connection: Connection
    _actor: str
    _reason: str
    _at: str = field(default_factory=moment)
    """All revisions of a batch are of one moment."""
    _touched: set[str] = field(default_factory=set)
    _sought: set[tuple[str, float]] = field(default_factory=set)

    def standing(self, record: RecordName, ids: Iterable[str]) -> dict[str, tuple[int, str]]:
        """Return the revision and the JSON state of each of these records that is on record now."""
        return known.standing(self._connection, record, ids)

    def reasons(self, revs: Iterable[int]) -> dict[int, str]:
        """Return why these revisions were written."""
        found: dict[int, str] = {}
        for some in known.chunks(sorted(revs)):
            query = select(revision.c.rev, revision.c.reason).where(revision.c.rev.in_(some))
            found |= {row.rev: row.reason for row in self._connection.execute(query)}
        return found

    def under_source(self, source_id: str) -> set[str]:
        """Return the ids of the claims whose first evidence cites a source, none withdrawn."""
        query = select(claim_span.c.id).join(evidence_span, evidence_span.c.rev == claim_span.c.rev)
        query = query.where(
            evidence_span.c.source == source_id,
            claim_span.c.source == source_id,
            claim_span.c.rev_to == STANDS,
            claim_span.c.withdrawn.is_(False),
        )
        return set(self._connection.execute(query).scalars())

    def append(self, records: Iterable[Record], progress: Progress | None = None) -> Receipt:
        """Put records on record, those that are there just so left alone; may be called again.

        They go in in the order in which they refer to one another. `progress` is told how many
        of how many are done. Returns what these did.
        """
        ordered = in_order(list(records))
        done = Receipt(self.receipt.rev)
        for start in range(0, len(ordered), PART):
            part = ordered[start : start + PART]
            with undisturbed():
                done += self._write(part)
            if progress:
                progress(start + len(part), len(ordered))
        self.receipt += done
        return done

    def _write(self, part: list[Record]) -> Receipt:
        """Write some records and note which indicators they touch."""
        receipt, changed = write(self._connection, part, self._actor, self._reason, self._at)
        changed.figures -= self._sought
        self._touched |= reached(self._connection, changed)
        if len(self._sought) > MOST_SOUGHT:
            self._sought.clear()
        self._sought |= changed.figures
        return receipt

    def _weigh(self) -> None:
        """Weigh what the whole batch touched."""
        with undisturbed():
            refresh(self._connection, self._touched)


@dataclass
class Rehearsal(Batch):
    """A batch that writes nothing and counts what would be written."""

    def _write(self, part: list[Record]) -> Receipt:
        """Count what some records would change."""
        added = revised = 0
        for name, model in MODELS.items():
            states = {one.id: to_json(one) for one in part if type(one) is model}
            now = self.standing(name, states)
            added += len(states.keys() - now.keys())
            revised += sum(state != states[one] for one, (_, state) in now.items())
        return Receipt(self.receipt.rev, added, revised, len(part) - added - revised)


@contextmanager
def rehearsed(reading: Reading) -> Iterator[Batch]:
    """Open a batch over what stands now that writes nothing."""
    with reading() as (connection, _):
        yield Rehearsal(Receipt(history.head(connection).rev), connection, "", "")


@contextmanager
def open_batch(writing: Writing, actor: str, reason: str) -> Iterator[Batch]:
    """Open a batch; at its end what it touched is weighed, and an error takes all of it back."""
    with writing() as connection:
        opened = Batch(Receipt(history.head(connection).rev), connection, actor, reason)
        yield opened
        opened._weigh()  # noqa: SLF001 - the end of a batch is not for its users
