"""Files into the ledger: read, check, and let the good records in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import checks
from claims.collection import Collection, Located
from claims.imports import exported
from claims.records import Claim, name_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claims.errors import Problem
    from claims.imports.jsonl import Loaded
    from claims.ledger import Ledger, Receipt


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


def load(
    path: Path,
    ledger: Ledger,
    actor: str,
    reason: str,
    progress: Callable[[int, int], None] | None = None,
) -> Intake:
    """Read a file or folder, append its good records and return what became of all.

    A file may be one that was exported.
    A record that was once on record just so, and was changed since, stays as it was changed.
    Raises UnreadableFileError.
    """
    loaded = exported.read(path)
    good, problems = sift(loaded, _known(loaded, ledger))
    given = [item.record for item in good.located]
    outdated = ledger.outdated(given)
    records = [record for record in given if (name_of(record), record.id) not in outdated]
    receipt = ledger.append(records, actor=actor, reason=reason, progress=progress)
    return Intake(receipt, problems, tuple(sorted(record_id for _, record_id in outdated)))


def _known(loaded: Loaded, ledger: Ledger) -> Collection:
    """Return the records on record that those just read may refer to."""
    claims = [item.record for item in loaded.records if isinstance(item.record, Claim)]
    wanted = {claim.supersedes for claim in claims if claim.supersedes}
    wanted |= {explained.claim for claim in claims for explained in claim.explained}
    earlier = ledger.claims_by_id(wanted)
    return Collection.of([*ledger.context().located, *map(Located, earlier)])
