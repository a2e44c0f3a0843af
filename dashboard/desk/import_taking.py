"""An import as the desk asks for it: rehearsed or in earnest, by a mapping or without one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claims import editions, intake
from claims.collection import Collection
from claims.editions.report import IMPORTED
from claims.hedges import Hedge
from claims.imports.mapped import chunks
from claims.prose import sentence
from claims.records import Claim

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as Fields

    from claims.editions.report import Revised
    from claims.errors import Problem
    from claims.imports.mapped import Chunk
    from claims.imports.mapping import Mapping
    from claims.imports.tables.table import Table
    from claims.ledger import Ledger
    from dashboard.desk.import_file import Brought

    Progress = Callable[[int], None]

DONE = "desk import done"
"""What became of the last import of this session."""
LOOKED_AT, LOOKED_THROUGH = 500, 2_000
"""Rows read at once, and new claims in all, to find those that are shown as sentences."""
SENTENCES, ENOUGH = 4, 12
"""Sentences that are shown, and unusual figures among which they are chosen."""


@dataclass(frozen=True)
class Became:
    """What became of a file, or would."""

    file: str
    what: str
    """What is counted: claims of a table, or records of a file of claims."""
    rows: int
    new: int
    revised: int
    unchanged: int
    kept: tuple[str, ...] = ()
    """Ids of what a person changed on record since; it stays so."""
    vanished: tuple[str, ...] = ()
    """Ids of claims on record that the set no longer has; they stay too."""
    left_out: Fields[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    beyond: int = 0
    """Problems that are not listed for their number."""
    first: int = 0
    last: int = 0
    """The revisions that were written; 0 where none was."""
    sources: tuple[str, ...] = ()
    """The sources that the claims rest on."""
    revisions: tuple[Revised, ...] = ()
    """The first of the claims that are revised, figure by figure."""
    notes: tuple[str, ...] = ()
    """What is odd about the edition as a whole, one sentence each."""
    unread: tuple[str, ...] = ()
    """Columns of which the mapping says nothing."""

    @property
    def changes_nothing(self) -> bool:
        """Whether all of it is on record already, or nothing of it can be."""
        return not (self.new or self.revised)


@dataclass(frozen=True)
class Job:
    """A file and the way it is read; a file of claims is read without a mapping."""

    brought: Brought
    table: Table | None
    mapping: Mapping | None

    def rehearse(self, ledger: Ledger, progress: Progress) -> Became:
        """Return what would become of the file; nothing is written."""
        return self._take(ledger, "rehearsal", progress, rehearse=True)

    def take(self, ledger: Ledger, actor: str, progress: Progress) -> Became:
        """Put the file on record in one transaction, and return what became of it."""
        return self._take(ledger, actor, progress, rehearse=False)

    def _take(self, ledger: Ledger, actor: str, progress: Progress, *, rehearse: bool) -> Became:
        if self.table is None or self.mapping is None:
            return self._load(ledger, actor, progress, rehearse=rehearse)
        report = editions.take_in(
            self.table,
            self.mapping,
            ledger,
            actor=actor,
            edition=self.brought.edition,
            rehearse=rehearse,
            progress=progress,
        )
        return Became(
            report.file,
            "claims",
            report.rows,
            # What the report has as added are parties and indicators too.
            report.claims - report.revised - report.unchanged - len(report.kept),
            report.revised,
            report.unchanged,
            tuple(report.kept),
            tuple(report.vanished),
            dict(report.left_out.most_common()),
            # A cell that several figures need is one problem, not several.
            tuple(dict.fromkeys(replace(one, record="") for one in report.problems)),
            report.beyond,
            report.first,
            report.last,
            tuple(sorted({sheet.source for sheet in self.mapping.tables})),
            tuple(report.revisions),
            tuple(report.notes),
            tuple(report.unread),
        )

    def _load(self, ledger: Ledger, actor: str, progress: Progress, *, rehearse: bool) -> Became:
        """Load a file of claims; its reason lets it be taken back as any import."""
        path, edition = self.brought.path, self.brought.edition
        reason = f"{IMPORTED}{path.name}, a file of claims, edition {edition}"
        done = intake.load(
            path, ledger, actor, reason, lambda now, _: progress(now), rehearse=rehearse
        )
        got = done.receipt
        wrote = 0 if rehearse else got.added + got.revised
        return Became(
            path.name,
            "records",
            got.added + got.revised + got.unchanged + len(done.kept),
            got.added,
            got.revised,
            got.unchanged,
            done.kept,
            problems=done.problems,
            first=got.rev - wrote + 1 if wrote else 0,
            last=got.rev if wrote else 0,
        )


def sentences(job: Job, ledger: Ledger, known: Collection) -> tuple[str, ...]:
    """Return a few of the claims that a table would add, as attributed sentences.

    Unusual figures come first: hedged ones, ranges, those not stated; each kind once if it can be.
    What is on record already is left out.
    """
    if job.table is None or job.mapping is None:
        return ()
    records, looked = known, 0
    unusual, plain = dict[object, Claim](), dict[object, Claim]()
    for chunk in chunks(job.table, job.mapping, known, rows=LOOKED_AT):
        context = [item for item in chunk.records if not isinstance(item.record, Claim)]
        records = Collection.of([*records.located, *context]) if context else records
        new = _new(chunk, ledger)
        for claim in new:
            quantity = claim.quantity
            if quantity is not None and quantity.hedge is not Hedge.EXACT:
                unusual.setdefault(quantity.hedge, claim)
                unusual.setdefault((quantity.hedge, claim.indicator), claim)
            else:
                plain.setdefault(claim.indicator or claim.id, claim)
        looked += len(new)
        if len(unusual) >= ENOUGH or looked >= LOOKED_THROUGH:
            break
    shown = {one.id: one for one in (*_by_kind(unusual), *plain.values())}
    return tuple(sentence(claim, records) for claim in list(shown.values())[:SENTENCES])


def _by_kind(unusual: Fields[object, Claim]) -> list[Claim]:
    """Return one claim of each hedge, then those of other questions too."""
    first = [claim for key, claim in unusual.items() if isinstance(key, Hedge)]
    return [*first, *unusual.values()]


def _new(chunk: Chunk, ledger: Ledger) -> list[Claim]:
    """Return the claims of a part of a table that are not on record."""
    claims = [item.record for item in chunk.records if isinstance(item.record, Claim)]
    with ledger.rehearsal() as batch:
        known = batch.standing("claim", (claim.id for claim in claims))
    return [claim for claim in claims if claim.id not in known]
