"""Taking an import back: claims that it added are withdrawn, what it revised stands as before.

Parties, sources and indicators that came with it stay, for other claims may name them. Nothing is
removed: the ledger keeps the import and its undoing. What a person has changed since
stays as it is, and is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claims.editions.errors import NoImportError, TakenBackError
from claims.editions.merging import UNDONE
from claims.editions.report import IMPORTED, TAKEN_BACK
from claims.periods import parse
from claims.records import MODELS, Claim, Withdrawal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.ledger import Ledger, Revision
    from claims.ledger.batch import Batch
    from claims.records import Record


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking an import back did."""

    first: int
    last: int
    """The revisions of the import."""
    withdrawn: int
    restored: int
    kept: tuple[str, ...]
    """Claims that were changed since the import and stay as they are."""
    rev: int
    """Where the ledger stands now."""


def undo(ledger: Ledger, rev: int, *, actor: str) -> Undone:
    """Take back the import that a revision belongs to, in one transaction.

    Raises UnknownPositionError, NoImportError where the revision is of no import, and
    TakenBackError where nothing of it stands any more.
    """
    written = ledger.batches.around(rev)
    if not written[0].reason.startswith(IMPORTED):
        raise NoImportError(rev)
    first, last = written[0].rev, written[-1].rev
    undone = f"{TAKEN_BACK}revisions {first:,} to {last:,}: "
    with ledger.batch(actor=actor, reason=f"{undone}{written[0].reason}") as batch:
        mine, kept = _still_so(written, batch)
        todo = [one for one in mine if one.record == "claim" or one.action != "added"]
        if not todo and _was_taken_back(written, batch, undone):
            raise TakenBackError(first, last)
        added = [_withdrawn(one, actor) for one in todo if one.action == "added"]
        restored = [_before(ledger, one, first) for one in todo if one.action != "added"]
        batch.append([*added, *restored])
    return Undone(first, last, len(added), len(restored), kept, batch.receipt.rev)


def _still_so(written: Iterable[Revision], batch: Batch) -> tuple[list[Revision], tuple[str, ...]]:
    """Return what stands as the import left it, and the ids of what was changed since."""
    left = {(one.record, one.record_id): one for one in written}
    mine: list[Revision] = []
    kept: list[str] = []
    for kind in MODELS:
        ids = [name for record, name in left if record == kind]
        for name, (_, state) in batch.standing(kind, ids).items():
            if state == left[kind, name].state:
                mine.append(left[kind, name])
            else:
                kept.append(name)
    return mine, tuple(sorted(kept))


def _was_taken_back(written: Iterable[Revision], batch: Batch, undone: str) -> bool:
    """Tell whether an import was taken back before, and nobody has changed anything since."""
    claims = (one.record_id for one in written if one.record == "claim")
    revs = [rev for rev, _ in batch.standing("claim", claims).values()]
    return bool(revs) and any(r.startswith(undone) for r in batch.reasons(revs).values())


def imports(ledger: Ledger, limit: int = 10) -> tuple[Revision, ...]:
    """Return the last revision of each of the latest imports, the newest first."""
    return ledger.batches.latest(IMPORTED, limit)


def _withdrawn(revision: Revision, actor: str) -> Claim:
    """Return a claim that an import added as withdrawn."""
    today = parse(datetime.now(UTC).date().isoformat())
    gone = Withdrawal(on=today, by=actor, reason=UNDONE)
    claim = Claim.model_validate_json(revision.state)
    return claim.model_copy(update={"withdrawn": gone})


def _before(ledger: Ledger, revision: Revision, first: int) -> Record:
    """Return a record as it stood before the import."""
    return ledger.get(revision.record, revision.record_id, first - 1)
