"""Taking an import back: what it added is withdrawn, what it revised stands as before.

Nothing is removed: the ledger keeps the import and its undoing. What a person has changed since
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
from claims.records import Claim, Withdrawal

if TYPE_CHECKING:
    from claims.ledger import Ledger, Revision


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
    claims = [one for one in written if one.record == "claim"]
    undone = f"{TAKEN_BACK}revisions {first:,} to {last:,}: "
    reason = f"{undone}{written[0].reason}"
    with ledger.batch(actor=actor, reason=reason) as batch:
        standing = batch.standing("claim", (one.record_id for one in claims))
        later = {i: now for i, (now, _) in standing.items() if now > last}
        reasons = batch.reasons(later.values())
        gone = {i for i, now in later.items() if reasons[now].startswith(undone)}
        if claims and len(gone) == len({one.record_id for one in claims}):
            raise TakenBackError(first, last)
        kept = tuple(sorted(later.keys() - gone))
        mine = [one for one in claims if one.record_id not in later]
        added = [_withdrawn(one, actor) for one in mine if one.action == "added"]
        restored = [_before(ledger, one, first) for one in mine if one.action != "added"]
        batch.append([*added, *restored])
    return Undone(first, last, len(added), len(restored), kept, batch.receipt.rev)


def imports(ledger: Ledger, limit: int = 10) -> tuple[Revision, ...]:
    """Return the last revision of each of the latest imports, the newest first."""
    return ledger.batches.latest(IMPORTED, limit)


def _withdrawn(revision: Revision, actor: str) -> Claim:
    today = parse(datetime.now(UTC).date().isoformat())
    gone = Withdrawal(on=today, by=actor, reason=UNDONE)
    claim = Claim.model_validate_json(revision.state)
    return claim.model_copy(update={"withdrawn": gone})


def _before(ledger: Ledger, revision: Revision, first: int) -> Claim:
    """Return a claim as it stood before the import."""
    return ledger.claim(revision.record_id, first - 1)
