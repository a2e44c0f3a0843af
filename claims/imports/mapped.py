"""A table and its mapping to records and problems, so many rows at a time.

A table of any length is read in chunks: each brings its good records, checked together with
what they refer to, and the problems of the others.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from claims import checks
from claims.collection import Collection, Located
from claims.errors import Problem, Where
from claims.imports.context import Context
from claims.imports.errors import BadMappingError, CutOffTableError, UnfittingTableError
from claims.imports.making import in_columns, made, reading_value
from claims.imports.mapping import columns_of, named_in
from claims.imports.naming import slug
from claims.imports.tables.faults import CUT_OFF
from claims.records import Claim, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.imports.mapping import Condition, Figure, Mapping, Sheet
    from claims.imports.tables.table import Row, Table
    from claims.records import Record

ROWS = 1_000
"""Rows that are read and checked together."""
NOTHING = "no figure stands in the row"
"""Why a row was left out that makes no claim."""


@dataclass
class Chunk:
    """Some rows read: the good records, the problems, and what was left out and why."""

    sheet: str
    rows: int = 0
    """How many; none where another table of the mapping has taken them from this file before."""
    row: int = 0
    """The number of the last row."""
    records: list[Located] = field(default_factory=list)
    """The good records, each after those that it refers to."""
    problems: list[Problem] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    """The ids of claims that rows would have made and that are refused."""
    left_out: Counter[str] = field(default_factory=Counter)
    """How many rows were left out, by the reason."""


def fitting(mapping: Mapping, table: Table) -> list[Sheet]:
    """Return what a mapping makes of a table, by its columns; raises UnfittingTableError."""
    columns = set(table.columns)
    found = [
        sheet
        for sheet in mapping.tables
        if columns.issuperset(sheet.recognised_by) and sheet.part in {"", table.part}
    ]
    if not found:
        missing = [
            [name for name in sheet.recognised_by if name not in columns]
            for sheet in mapping.tables
        ]
        raise UnfittingTableError(table.file, mapping.name, min(missing, key=len))
    return found


def fits(mapping: Mapping, table: Table) -> bool:
    """Tell whether a table has the columns of one of a mapping's tables."""
    try:
        return bool(fitting(mapping, table))
    except UnfittingTableError:
        return False


def chunks(table: Table, mapping: Mapping, known: Collection, rows: int = ROWS) -> Iterator[Chunk]:
    """Yield what a table gives by a mapping; the first chunk has the mapping's own records.

    `known` are records on record, which stay as they are there. Raises UnfittingTableError,
    BadMappingError where the mapping's own records do not go together, and CutOffTableError.
    """
    sheets = fitting(mapping, table)
    first = [i for i in _own(mapping) if i.record.id not in known.ids(name_of(i.record))]
    if faults := checks.run(Collection.of(first), known):
        said = [f"{p.record}, {p.field} “{p.value}”: {p.message}. {p.hint}" for p in faults]
        raise BadMappingError(mapping.name, said)
    records = Collection.of([*known.located, *_own(mapping)])
    if unknown := [fault for sheet in sheets for fault in _unknown_parties(sheet, records)]:
        raise BadMappingError(mapping.name, unknown)
    missing = [problem for sheet in sheets for problem in _missing(sheet, table)]
    yield Chunk(sheets[0].name, records=first, problems=[*table.problems, *missing])
    brought: dict[str, Located] = {}
    seen: set[int] = set()
    for sheet in sheets:
        reading = _Reading(Context(table.file, sheet, records, brought), seen)
        every = iter(table)
        while some := list(islice(every, rows)):
            chunk = reading.chunk(some)
            chunk.rows *= sheet is sheets[0]
            yield chunk


def unread(sheets: Iterable[Sheet], table: Table) -> list[str]:
    """Return the columns of a table of which its mapping says nothing."""
    known = {name for sheet in sheets for name in (*columns_of(sheet), *sheet.unused)}
    return [name for name in table.columns if name not in known]


def _missing(sheet: Sheet, table: Table) -> Iterator[Problem]:
    """Yield what a table lacks of that its mapping reads."""
    for column in sorted(columns_of(sheet) - set(table.columns)):
        message = f"the table has no column “{column}”, which the mapping reads"
        hint = "Mend its name in the mapping, or leave it out there"
        yield Problem(Where(table.file), "", column, "", message, hint)


def _unknown_parties(sheet: Sheet, records: Collection) -> Iterator[str]:
    """Yield what is wrong with the claimants and links of a chain that are named outright."""
    for part in (sheet, *sheet.figures):
        named = [part.claimant, *(part.chain or ())]
        for name in (one for one in named if one and not named_in(one)):
            if records.party(name) is None and records.party(slug(name)) is None:
                yield f"{sheet.name}: there is no party “{name}”: list it under parties"


def _own(mapping: Mapping) -> list[Located]:
    """Return the records that a mapping brings."""
    where = Where(f"{mapping.name}.yaml")
    own: tuple[Record, ...] = (*mapping.parties, *mapping.sources, *mapping.indicators)
    return [Located(record, where) for record in own]


@dataclass
class _Reading:
    """One table of a mapping being read, and which claims it has given."""

    context: Context
    seen: set[int]
    """The ids of all claims of this file, as numbers, which take less room."""

    def chunk(self, rows: Iterable[Row | Problem]) -> Chunk:
        """Return what some rows give, checked together with what they refer to."""
        chunk = Chunk(self.context.sheet.name)
        figures: dict[tuple[Where, str], Figure] = {}
        for row in rows:
            chunk.rows += 1
            chunk.row = row.where.line if isinstance(row, Problem) else row.number
            if isinstance(row, Problem):
                if row.message.startswith(CUT_OFF):
                    raise CutOffTableError(row)
                chunk.problems.append(row)
            else:
                self._read(row, chunk, figures)
        self._check(chunk, figures)
        return chunk

    def _read(self, row: Row, chunk: Chunk, figures: dict[tuple[Where, str], Figure]) -> None:
        """Put what one row gives into a chunk, each problem once."""
        sheet = self.context.sheet
        if condition := _met(sheet.left_out, row):
            chunk.left_out[condition.why] += 1
            return
        if condition := _met(sheet.refused, row):
            chunk.problems.append(_refused(condition, row, self.context.file))
            return
        problems: dict[Problem, None] = {}  # one of a cell, however many claims it is for
        records = len(chunk.records)
        for figure in sheet.figures:
            for found in made(row, figure, self.context):
                if isinstance(found, Problem):
                    chunk.refused.add(found.record)
                    problems[replace(found, record="")] = None
                elif isinstance(found.record, Claim) and self._is_given(found.record):
                    problems[_twice(found.record, figure, found.where)] = None
                else:
                    figures[found.where, found.record.id] = figure
                    chunk.records.append(found)
        chunk.problems += problems
        if not problems and records == len(chunk.records):
            chunk.left_out[NOTHING] += 1

    def _is_given(self, claim: Claim) -> bool:
        """Tell whether a claim was given by an earlier row, and keep in mind that it is now."""
        mark = int(claim.id.removeprefix("c-"), base=16)
        was_given = mark in self.seen
        self.seen.add(mark)
        return was_given

    def _check(self, chunk: Chunk, figures: dict[tuple[Where, str], Figure]) -> None:
        """Take out what the rules across records refuse, and say why by column."""
        known = self.context.known_to(item.record for item in chunk.records)
        while found := checks.run(Collection.of(chunk.records), known):
            bad = {(problem.where, problem.record) for problem in found}
            chunk.refused.update(problem.record for problem in found)
            for problem in found:
                figure = figures.get((problem.where, problem.record))
                told = in_columns(problem, figure, self.context.sheet) if figure else problem
                chunk.problems.append(told)
            chunk.records = [i for i in chunk.records if (i.where, i.record.id) not in bad]


def _met(conditions: Iterable[Condition], row: Row) -> Condition | None:
    """Return the first condition that a row meets."""
    return next((c for c in conditions if row.cells.get(c.column, "") in c.holds), None)


def _refused(condition: Condition, row: Row, file: str) -> Problem:
    value = reading_value(row.cells.get(condition.column, ""))
    hint = "The mapping refuses such rows; ask the publisher"
    return Problem(Where(file, row.number), "", condition.column, value, condition.why, hint)


def _twice(claim: Claim, figure: Figure, where: Where) -> Problem:
    """Report a second row for one claim: which of the two is meant cannot be told."""
    value = claim.quantity.as_stated if claim.quantity else ""
    message = "an earlier row gives this figure too, for the same claimant and period"
    hint = "Keep one of them, or give the mapping a key that tells them apart"
    return Problem(where, "", figure.column, value, message, hint)
