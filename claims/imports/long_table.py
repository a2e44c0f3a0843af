"""Our own long table read back, as CSV or from a spreadsheet: one row a claim.

A row holds the claim but for the places of its quotes, further evidence and explanations.
These are taken from the claim on record under its id, and so is the field of a column that
was deleted; an equal table changes nothing. What stands in columns that repeat or compute
(`figure`, names, states, `sentence`, ...) is not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.collection import Located
from claims.errors import Problem, Where
from claims.imports.errors import UnfittingTableError
from claims.imports.jsonl import Loaded, validate
from claims.imports.long_cells import FIELDS, as_values, held, is_same, value
from claims.periods import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claims.collection import Collection
    from claims.imports.tables.table import Row, Table
    from claims.records import Claim, RecordName

NEEDED = ("id", "kind", "statement", "claimant", "chain", "quote", "source")
"""The columns without which a table is none of ours."""
DEFAULTS = {"planned": False, "sum_of": [], "tags": [], "review": "unreviewed"}
"""What an empty cell means where it does not mean nothing."""
EMPTY: tuple[object, ...] = (None, [])
PLACE = ("prefix", "suffix", "paragraph", "start", "end")
"""Where a quote stands, which no other words have."""
REFERRING: Mapping[str, RecordName] = {
    "indicator": "indicator",
    "source": "source",
    "claimant": "party",
    "chain": "party",
}
LOAD_ALL = "Load the zip of the same view first: it holds all parties, sources and indicators"
FROM_ZIP = "Change it in the dashboard, or load the zip of the same view, which holds all of it"


def is_long_table(table: Table) -> bool:
    """Tell by its columns whether a table is our own long one."""
    return set(NEEDED) <= set(table.columns)


def claim_ids(table: Table) -> frozenset[str]:
    """Return the ids of the claims in a table, so that those on record can be fetched."""
    return frozenset(
        row.cells["id"] for row in table if not isinstance(row, Problem) and "id" in row.cells
    )


def read(table: Table, known: Collection) -> Loaded:
    """Read claims beside the records that they refer to and the claims that are on record.

    A row with a fault is a problem and is not read. Raises UnfittingTableError.
    """
    if not is_long_table(table):
        missing = [name for name in NEEDED if name not in table.columns]
        raise UnfittingTableError(table.file, "claims as On Record exports them", missing)
    found: list[Located | Problem] = list(table.problems)
    for row in table:
        found += [row] if isinstance(row, Problem) else _read(row, table, known)
    return Loaded(
        tuple(item for item in found if isinstance(item, Located)),
        tuple(item for item in found if isinstance(item, Problem)),
    )


def _read(row: Row, table: Table, known: Collection) -> list[Located | Problem]:
    """Return the claim of a row, or everything that is wrong with the row."""
    where, claim_id = Where(table.file, row.number), row.cells.get("id", "")[:80]
    earlier = known.claim(claim_id)
    before = as_values(earlier) if earlier else {}
    told, problems = _told(row, table, before, where)
    problems += _further(row, table, earlier, where)
    problems += _dates_changed(row, told, before, where)
    problems += _unknown(told, before, known, where)
    if problems:
        return list(problems)
    if earlier and all(told[column] == held(before, column) for column in FIELDS):
        return [Located(earlier, where)]
    made = validate("claim", _claim(told, before), where)
    return [_under_its_column(one) if isinstance(one, Problem) else one for one in made]


def _told(
    row: Row, table: Table, before: Mapping[str, Any], where: Where
) -> tuple[dict[str, Any], list[Problem]]:
    """Return what a row says by column: as on record where it says the same or has no column."""
    told: dict[str, Any] = {}
    problems = []
    for column in FIELDS:
        cell, was = row.cells.get(column), held(before, column)
        told[column] = was if column not in table.columns else DEFAULTS.get(column)
        if cell is None:
            continue
        try:
            said = value(column, cell, table.form)
        except ValueError as error:
            told[column] = was
            problems.append(_problem(row, where, column, str(error), "Correct the cell"))
        else:
            told[column] = was if is_same(said, was) else said
    return told, problems


def _further(row: Row, table: Table, earlier: Claim | None, where: Where) -> Iterator[Problem]:
    """Return the problem of further evidence that is not that of the claim on record."""
    evidence = earlier.evidence[1:] if earlier else ()
    quotes = " | ".join(one.quote for one in evidence)
    sources = " | ".join(dict.fromkeys(one.source for one in evidence))
    told = row.cells.get("further_sources", "").split(" | ")
    given = {
        "further_quotes": (row.cells.get("further_quotes", ""), quotes),
        "further_sources": (" | ".join(one.partition(" ")[0] for one in told), sources),
    }
    for column, (now, was) in given.items():
        if column in table.columns and not is_same(now, was):
            message = "a table does not say which further words stand in which source"
            yield _problem(row, where, column, message, FROM_ZIP)
            return


def _dates_changed(
    row: Row, told: Mapping[str, Any], before: Mapping[str, Any], where: Where
) -> Iterator[Problem]:
    """Return the problem of a period that is not the one whose days the row gives.

    Spreadsheets make a day of a month: of `2021-07`, which ends on the 31st, `2021-07-01`.
    """
    if not told["period"] or told["period"] == held(before, "period"):
        return
    try:
        period = parse(str(told["period"]))
    except ValueError:
        return
    for column, day in {"period_start": period.start, "period_end": period.end}.items():
        given = row.cells.get(column)
        if given is not None and given != (day.isoformat() if day else None):
            message = f"the period {period} has another day here: {day or 'none'}"
            hint = "A spreadsheet may have changed the period: correct it, or empty this cell"
            yield _problem(row, where, column, message, hint)


def _unknown(
    told: Mapping[str, Any], before: Mapping[str, Any], known: Collection, where: Where
) -> Iterator[Problem]:
    """Return a problem for each record that a row names and that is not on record."""
    for column, kind in REFERRING.items():
        named = told[column] if isinstance(told[column], list) else [told[column]]
        for name in named:
            if name and name not in known.ids(kind) and told[column] != held(before, column):
                message = f"no such {kind} is on record"
                record = str(told["id"] or "")
                yield Problem(where, record, column, str(name)[:60], message, LOAD_ALL)


def _claim(told: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """Return the claim that a row makes, as plain values that are yet to be checked."""
    evidence = [dict(one) for one in before.get("evidence", [{}])]
    if any(told[name] != held(before, name) for name in ("quote", "source")):
        evidence[0] = {k: v for k, v in evidence[0].items() if k not in PLACE}
    parts = {"quantity": {}, "review": {}, "withdrawn": {}, "evidence": evidence}
    made: dict[str, Any] = {**before, **parts}
    for column, path in FIELDS.items():
        place: Any = made
        for name in path[:-1]:
            place = place[name]
        if told[column] not in EMPTY:
            place[path[-1]] = told[column]
        else:
            place.pop(path[-1], None)
    return {name: one for name, one in made.items() if one not in ({}, None)}


def _under_its_column(problem: Problem) -> Problem:
    """Return a problem of a field of a claim as one of the column that holds the field."""
    columns = {".".join(map(str, path)): column for column, path in FIELDS.items()}
    field = next((f for f in columns if f"{problem.field}.".startswith(f"{f}.")), "")
    column = columns.get(field, problem.field)
    return Problem(
        problem.where, problem.record, column, problem.value, problem.message, problem.hint
    )


def _problem(row: Row, where: Where, column: str, message: str, hint: str) -> Problem:
    shown = row.cells.get(column, "")
    short = shown if len(shown) <= 60 else f"{shown[:60]}…"  # noqa: PLR2004 - as in every problem
    return Problem(where, row.cells.get("id", "")[:80], column, short, message, hint)
