"""A table and its mapping to records and problems, so many rows at a time.

A table of any length is read in chunks: each brings its good records, checked together with
what they refer to, and the problems of the others.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from claims import checks
from claims.collection import Collection, Located
from claims.errors import Problem, Where
from claims.imports.context import Context
from claims.imports.errors import UnfittingTableError
from claims.imports.making import in_columns, made, reading_value
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


def chunks(table: Table, mapping: Mapping, known: Collection, rows: int = ROWS) -> Iterator[Chunk]:
    """Yield what a table gives by a mapping; the first chunk has the mapping's own records.

    `known` are records on record, which stay as they are there. Raises UnfittingTableError.
    """
    sheets = fitting(mapping, table)
    records = Collection.of([*known.located, *_own(mapping)])
    first = [i for i in _own(mapping) if i.record.id not in known.ids(name_of(i.record))]
    yield Chunk(sheets[0].name, records=first, problems=list(table.problems))
    seen: set[int] = set()
    for sheet in sheets:
        context = Context(table.file, sheet, records)
        every = iter(table)
        while some := list(islice(every, rows)):
            chunk = _chunk(some, context, seen)
            chunk.rows *= sheet is sheets[0]
            if fresh := _context(chunk):
                records = context.records = Collection.of([*records.located, *fresh])
            yield chunk


def _own(mapping: Mapping) -> list[Located]:
    """Return the records that a mapping brings."""
    where = Where(f"{mapping.name}.yaml")
    own: tuple[Record, ...] = (*mapping.parties, *mapping.sources, *mapping.indicators)
    return [Located(record, where) for record in own]


def _context(chunk: Chunk) -> list[Located]:
    """Return the parties and indicators that a chunk brought."""
    return [item for item in chunk.records if not isinstance(item.record, Claim)]


def _chunk(rows: Iterable[Row | Problem], context: Context, seen: set[int]) -> Chunk:
    """Return what some rows give, checked together with what they refer to."""
    chunk = Chunk(context.sheet.name)
    figures: dict[tuple[Where, str], Figure] = {}
    for row in rows:
        chunk.rows += 1
        if isinstance(row, Problem):
            chunk.problems.append(row)
            chunk.row = row.where.line
            continue
        chunk.row = row.number
        if condition := _met(context.sheet.left_out, row):
            chunk.left_out[condition.why] += 1
        elif condition := _met(context.sheet.refused, row):
            chunk.problems.append(_refused(condition, row, context.file))
        else:
            records, problems = len(chunk.records), len(chunk.problems)
            for figure in context.sheet.figures:
                _take(row, figure, context, chunk, seen, figures)
            chunk.problems[problems:] = dict.fromkeys(chunk.problems[problems:])
            chunk.left_out[NOTHING] += (records, problems) == (
                len(chunk.records),
                len(chunk.problems),
            )
    chunk.left_out = +chunk.left_out
    _check(chunk, context, figures)
    return chunk


def _take(  # noqa: PLR0913, PLR0917 - a row, how it is read, and where it goes
    row: Row,
    figure: Figure,
    context: Context,
    chunk: Chunk,
    seen: set[int],
    figures: dict[tuple[Where, str], Figure],
) -> None:
    """Put what one row and figure give into a chunk; a claim that was given before is a problem."""
    for found in made(row, figure, context):
        if isinstance(found, Problem):
            chunk.problems.append(found)
        elif not isinstance(found.record, Claim):
            chunk.records.append(found)
        elif (mark := int(found.record.id.removeprefix("c-"), base=16)) in seen:
            chunk.problems.append(_twice(found.record, figure, found.where))
        else:
            seen.add(mark)
            figures[found.where, found.record.id] = figure
            chunk.records.append(found)


def _check(chunk: Chunk, context: Context, figures: dict[tuple[Where, str], Figure]) -> None:
    """Take out what the rules across records refuse, and say why by column."""
    while found := checks.run(Collection.of(chunk.records), context.records):
        bad = {(problem.where, problem.record) for problem in found}
        for problem in found:
            figure = figures.get((problem.where, problem.record))
            told = in_columns(problem, figure, context.sheet) if figure else problem
            chunk.problems.append(told)
        chunk.records = [item for item in chunk.records if (item.where, item.record.id) not in bad]


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
