"""Files into the ledger: read, check, and let the good records in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import checks
from claims.collection import Collection, Located
from claims.errors import ClaimsError
from claims.imports import exported, jsonl, long_table
from claims.imports.factchecks import is_fact_check
from claims.imports.tables.opening import open_table
from claims.records import Claim, Review, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from claims.errors import Problem
    from claims.imports.jsonl import Loaded
    from claims.imports.tables.table import Table
    from claims.ledger import Ledger, Receipt
    from claims.records import Record


TABLES = {".csv", ".xlsx"}
"""How the names of our long tables end."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What went in, what was left alone, and the problems of what did not."""

    receipt: Receipt
    problems: tuple[Problem, ...]
    kept: tuple[str, ...] = ()
    """Ids of records that were changed on record since they were as they are given here."""


def sift(loaded: Loaded, known: Collection | None = None) -> tuple[Collection, tuple[Problem, ...]]:
    """Return the good records among those read, and every problem of the others.

    A record that refers to a bad one is reported too, for it cannot stand alone. `known`
    are records on record that may be referred to.
    """
    problems, good = list(loaded.problems), loaded.records
    while found := checks.run(Collection.of(good), known):
        problems += found
        bad = {(problem.where, problem.record) for problem in found}
        good = tuple(item for item in good if (item.where, item.record.id) not in bad)
    return Collection.of(good), tuple(sorted(set(problems)))


def holds_claims(path: Path) -> bool:
    """Tell whether a file holds claims already, so that no mapping is needed: ours, or fact-checks.

    Raises UnreadableFileError.
    """
    if path.is_dir() or path.name in jsonl.FILES:
        return True
    return exported.is_export(path) or is_fact_check(path) or _long_table(path) is not None


def load(  # noqa: PLR0913 - what a load is made of
    path: Path,
    ledger: Ledger,
    actor: str,
    reason: str,
    progress: Callable[[int, int], None] | None = None,
    *,
    rehearse: bool = False,
) -> Intake:
    """Read a file or folder, put its good records on record and return what became of all.

    A file may be one that was exported, or hold fact-checks. All good records go in, or none; a
    rehearsal writes nothing. A record that was once on record just so, and was changed since,
    stays as it was changed. Explanations and a withdrawal that the file does not carry stay too,
    and a review as long as the figure does.
    Raises UnreadableFileError.
    """
    loaded = _read(path, ledger)
    good, problems = sift(loaded, _known(loaded, ledger))
    given = [item.record for item in good.located]
    outdated = ledger.outdated(given)
    newer = [record for record in given if (name_of(record), record.id) not in outdated]
    records = _keeping(newer, ledger)
    writing = ledger.batch(actor=actor, reason=reason)
    with ledger.rehearsal() if rehearse else writing as batch:
        receipt = batch.append(records, progress)
    return Intake(receipt, problems, tuple(sorted(record_id for _, record_id in outdated)))


def _keeping(given: Sequence[Record], ledger: Ledger) -> list[Record]:
    """Return records with what persons decided about them, where the file says nothing of it.

    Explanations and a withdrawal stay, and a review as long as the figure does.
    """
    now = {claim.id: claim for claim in ledger.claims_by_id(one.id for one in given)}
    kept: list[Record] = []
    for record in given:
        stands = now.get(record.id)
        if isinstance(record, Claim) and stands:
            entered: dict[str, object] = {}
            named = {one.claim for one in record.explained}
            others = tuple(one for one in stands.explained if one.claim not in named)
            entered["explained"] = (*record.explained, *others)
            entered["withdrawn"] = record.withdrawn or stands.withdrawn
            if record.review == Review() and record.quantity == stands.quantity:
                entered["review"] = stands.review
            kept.append(record.model_copy(update=entered))
        else:
            kept.append(record)
    return kept


def _read(path: Path, ledger: Ledger) -> Loaded:
    """Read a file of claims beside what is on record."""
    known = ledger.context()
    table = None if path.is_dir() or path.name in jsonl.FILES else _long_table(path)
    if table is None:
        return exported.read(path, known, ledger.claims_by_id)
    on_record = ledger.claims_by_id(long_table.claim_ids(table))
    return long_table.read(table, Collection.of([*known.located, *map(Located, on_record)]))


def _long_table(path: Path) -> Table | None:
    """Return the table of a file where it is one of our own exports."""
    if path.suffix.lower() not in TABLES:
        return None
    try:
        table = open_table(path)
    except ClaimsError:
        return None
    return table if long_table.is_long_table(table) else None


def _known(loaded: Loaded, ledger: Ledger) -> Collection:
    """Return the records on record that those just read may refer to."""
    claims = [item.record for item in loaded.records if isinstance(item.record, Claim)]
    wanted = {claim.supersedes for claim in claims if claim.supersedes}
    wanted |= {explained.claim for claim in claims for explained in claim.explained}
    earlier = ledger.claims_by_id(wanted)
    return Collection.of([*ledger.context().located, *map(Located, earlier)])
