"""How many claims each value of each facet has, beside what a filter has chosen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, func, select, type_coerce

from claims.ledger.query import along
from claims.ledger.schema import FACETS, cell, claim_span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

    from claims.ledger.filter import Filter

Counts = dict[str, Counter[Any]]
AT_ONCE = 10_000
COLUMNS: dict[str, ColumnElement[Any]] = {name: claim_span.c[name] for name in FACETS}
COLUMNS["planned"] = type_coerce(claim_span.c.planned, Integer)
SPELT = {0: "false", 1: "true"}


def facets(
    connection: Connection, chosen_by: Filter, rev: int | None
) -> Mapping[str, Mapping[str, int]]:
    """Return the counts of each facet, the most frequent value first.

    A facet does not heed the choice made in itself, so that a second value can be chosen.
    """
    own = [name for name in FACETS if name in chosen_by.chosen]
    counts = _count(connection, [name for name in FACETS if name not in own], chosen_by, rev)
    for name in own:
        counts |= _count(connection, [name], chosen_by.without(name), rev)
    return {name: _spelt(counts[name]) for name in FACETS}


def _spelt(counts: Counter[Any]) -> dict[str, int]:
    """Return counts in order, with values as text and what has no value left out."""
    named = [(SPELT.get(value, value), n) for value, n in counts.items() if value is not None]
    return dict(sorted(named, key=lambda item: (-item[1], item[0])))


def _count(
    connection: Connection, names: Sequence[str], chosen_by: Filter, rev: int | None
) -> Counts:
    """Count facets under one filter: from the counters where they know, else claim by claim."""
    if rev is None and set(chosen_by.chosen) <= {"indicator"}:
        return _from_cells(connection, names, chosen_by.indicator or ("",))
    columns = [COLUMNS[name] for name in names]
    query = select(*columns).where(*along(chosen_by, rev))
    if len(names) == 1:
        grouped = query.add_columns(func.count()).group_by(columns[0])
        return {names[0]: Counter(dict(map(tuple, connection.execute(grouped))))}
    counts: Counts = {name: Counter() for name in names}
    found = connection.execute(query, execution_options={"yield_per": AT_ONCE})
    for rows in found.partitions():
        for name, values in zip(names, zip(*rows, strict=True), strict=True):
            counts[name].update(values)
    return counts


def _from_cells(connection: Connection, names: Sequence[str], scopes: tuple[str, ...]) -> Counts:
    """Read counts that are kept for everything (scope '') and for each indicator."""
    total = select(cell.c.facet, cell.c.value, func.sum(cell.c.n)).group_by(
        cell.c.facet, cell.c.value
    )
    counts: Counts = {name: Counter() for name in names}
    for facet, value, n in connection.execute(
        total.where(cell.c.scope.in_(scopes), cell.c.facet.in_(names))
    ):
        counts[facet][value] = int(n)
    return counts
