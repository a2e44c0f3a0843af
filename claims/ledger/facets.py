"""How many claims each value of each facet has, beside what a filter has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from claims.ledger.project import facet_value
from claims.ledger.query import chosen
from claims.ledger.schema import FACETS, cell, claim_span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from claims.ledger.filter import Filter

Facets = dict[str, dict[str, int]]


def facets(
    connection: Connection, chosen_by: Filter, rev: int | None
) -> Mapping[str, Mapping[str, int]]:
    """Return the counts of each facet, the most frequent value first.

    A facet does not heed the choice made in itself, so that a second value can be chosen.
    """
    counted = {name: _count(connection, name, chosen_by.without(name), rev) for name in FACETS}
    return {
        name: dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
        for name, found in counted.items()
    }


def _count(
    connection: Connection, facet: str, chosen_by: Filter, rev: int | None
) -> dict[str, int]:
    """Return the counts of one facet: from the counters where they know, else by counting."""
    if rev is None and set(chosen_by.chosen) <= {"indicator"}:
        return _from_cells(connection, facet, chosen_by.indicator or ("",))
    value = claim_span.c[facet]
    query = select(value, func.count()).where(*chosen(chosen_by, rev), value.is_not(None))
    return {facet_value(one): n for one, n in connection.execute(query.group_by(value))}


def _from_cells(connection: Connection, facet: str, scopes: tuple[str, ...]) -> dict[str, int]:
    total = select(cell.c.value, func.sum(cell.c.n)).where(cell.c.facet == facet)
    query = total.where(cell.c.scope.in_(scopes)).group_by(cell.c.value)
    return {value: int(n) for value, n in connection.execute(query)}
