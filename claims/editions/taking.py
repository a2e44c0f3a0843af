"""An edition of a set into the ledger, whole or not at all.

    table, mapping = open_table(path), load("ukraine-general-staff")
    report = take_in(table, mapping, ledger, actor="desk")

What the ledger does not have is added, what the set has changed is revised, what it no longer
gives is reported and stays. A second run changes nothing.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from claims.collection import Collection
from claims.editions.merging import merged
from claims.editions.noting import notes
from claims.editions.report import IMPORTED, MOST_REVISIONS, TAKEN_BACK, Report, Revised
from claims.editions.shelf import shelf_of
from claims.imports.mapped import chunks, fitting, unread
from claims.prose import figure
from claims.records import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from claims.imports.mapped import Chunk
    from claims.imports.mapping import Mapping
    from claims.imports.tables.table import Table
    from claims.ledger import Ledger
    from claims.ledger.batch import Batch
    from claims.records import Record

    Progress = Callable[[int], object]

MOST_LOOKED_UP = 5_000
"""Claims whose history is looked up to tell whether a set gave them."""
DIGITS = 12
"""Digits of the hash by which an edition is named."""
BY_THE_SET = re.compile(
    rf"{IMPORTED}.+ by the mapping [a-z0-9-]+, edition [0-9a-z]*|{TAKEN_BACK}revisions .+",
    re.DOTALL,
)
"""The whole reason of a state that a set gave, not a person."""


def edition_of(path: Path) -> str:
    """Return the first digits of the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:DIGITS]


def take_in(  # noqa: PLR0913 - what an import is made of
    table: Table,
    mapping: Mapping,
    ledger: Ledger,
    *,
    actor: str,
    edition: str = "",
    rehearse: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Take an edition into the ledger in one transaction, and return what became of its rows.

    A rehearsal writes nothing and reports the same. `progress` is told the row that is reached.
    Raises UnfittingTableError.
    """
    report = Report(table.file, mapping.name, edition, is_rehearsal=rehearse)
    sheets = fitting(mapping, table)
    report.unread = unread(sheets, table)
    sources = {sheet.source for sheet in sheets}
    writing = ledger.batch(actor=actor, reason=report.reason)
    with ledger.rehearsal() if rehearse else writing as batch:
        # Read while nobody else can write, so that no other import comes between.
        known, start = _known(ledger, sources, mapping), batch.receipt.rev
        left = {one for source in sources for one in batch.under_source(source)}
        for chunk in chunks(table, mapping, known):
            _note(chunk, report)
            left.difference_update(item.record.id for item in chunk.records)
            left -= chunk.refused
            batch.append(_to_record(chunk, batch, ledger, report))
            if progress:
                progress(chunk.row)
        report.vanished = _given_once(left, ledger)
        report.notes = notes(report, ledger)
    if batch.receipt.rev > start:
        report.first, report.last = start + 1, batch.receipt.rev
    if report.claims and not rehearse:
        shelf_of(ledger).keep(mapping)
    return report


def _known(ledger: Ledger, sources: Iterable[str], mapping: Mapping) -> Collection:
    """Return the parties, indicators and sources on record that rows and mapping may refer to."""
    found = ledger.context()
    wanted = {*sources, *(source.id for source in mapping.sources)}
    return Collection.of(
        item
        for item in found.located
        if item.record.id in wanted or found.source(item.record.id) is not item.record
    )


def _note(chunk: Chunk, report: Report) -> None:
    """Count what a chunk gave."""
    report.rows += chunk.rows
    report.claims += sum(isinstance(item.record, Claim) for item in chunk.records)
    report.left_out.update(chunk.left_out)
    report.add(chunk.problems)


def _to_record(chunk: Chunk, batch: Batch, ledger: Ledger, report: Report) -> list[Record]:
    """Return what is to be written of a chunk: new records, and claims that the set changed."""
    records = [item.record for item in chunk.records]
    claims = [record for record in records if isinstance(record, Claim)]
    standing = batch.standing("claim", (claim.id for claim in claims))
    fresh = [record for record in records if record.id not in standing]
    report.added += sum(isinstance(record, Claim) for record in fresh)
    report.others += sum(not isinstance(record, Claim) for record in fresh)
    found: list[Record] = list(fresh)
    imported = _imported(standing, batch)
    for claim in claims:
        if claim.id not in standing:
            continue
        rev, state = standing[claim.id]

        def before(claim_id: str = claim.id, rev: int = rev, state: str = state) -> str | None:
            return state if rev in imported else _last_given(ledger, claim_id)

        changed = merged(claim, state, before)
        if changed is not None:
            found.append(changed)
            _note_revised(state, changed, report)
        elif rev in imported:
            report.unchanged += 1
        else:
            _unchanged(claim, state, report)
    return found


def _note_revised(state: str, after: Claim, report: Report) -> None:
    """Count a revised claim, and keep what it said before and says now."""
    report.revised += 1
    if len(report.revisions) < MOST_REVISIONS:
        before = Claim.model_validate_json(state)
        figures = (figure(before.quantity), figure(after.quantity))
        report.revisions.append(Revised(after.id, after.statement, *figures))


def _given_once(left: set[str], ledger: Ledger) -> list[str]:
    """Return those of the claims of a source that came from its set, not from a person's reading.

    Where they are very many, all are returned.
    """
    if len(left) > MOST_LOOKED_UP:
        return sorted(left)
    return sorted(claim for claim in left if _last_given(ledger, claim) is not None)


def _imported(standing: dict[str, tuple[int, str]], batch: Batch) -> set[int]:
    """Return which of the standing revisions an import wrote, or taking one back."""
    reasons = batch.reasons({rev for rev, _ in standing.values()})
    return {rev for rev, reason in reasons.items() if BY_THE_SET.fullmatch(reason)}


def _last_given(ledger: Ledger, claim_id: str) -> str | None:
    """Return the state of a claim as an import wrote it last, None where none did."""
    every = ledger.history("claim", claim_id)
    return next((r.state for r in reversed(every) if BY_THE_SET.fullmatch(r.reason)), None)


def _unchanged(claim: Claim, state: str, report: Report) -> None:
    """Count a claim that stays as a person left it, and name it where it differs from the set."""
    if Claim.model_validate_json(state).quantity == claim.quantity:
        report.unchanged += 1
    else:
        report.kept.append(claim.id)
