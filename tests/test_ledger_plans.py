"""The plans of the queries that readers wait for: each goes along the index made for it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Engine, event

from claims.ledger import Filter, Ledger
from tests.factories import base, claim

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ONE = Filter(indicator=("khuzestan-killed",))
ID = claim().id
FEW_ENOUGH_TO_SORT = {"INDEX evidence_source (source=?)", "VIRTUAL TABLE INDEX"}
SORTED = "TEMP B-TREE FOR ORDER BY"
PLANS: list[tuple[str, Callable[[Ledger], object], str]] = [
    ("first page", lambda a: a.rows(limit=50), "INDEX span_now_period"),
    ("last page", lambda a: a.rows(sort="-period", limit=50), "INDEX span_now_period"),
    ("said last", lambda a: a.rows(sort="-said_on", limit=50), "INDEX span_now_said"),
    ("page of an indicator", lambda a: a.rows(ONE, limit=50), "INDEX span_facets (indicator=?"),
    ("claims of an indicator", lambda a: a.claims(ONE, limit=50), "INDEX span_facets (indicator=?"),
    ("count of an indicator", lambda a: a.count(ONE), "COVERING INDEX span_facets"),
    ("one claim", lambda a: a.claim(ID), "INDEX claim_span_id (id=? AND rev_to=?)"),
    ("one claim then", lambda a: a.claim(ID, rev=5), "INDEX claim_span_id (id=? AND rev_to>?)"),
    ("its history", lambda a: a.history("claim", ID), "INDEX claim_span_id (id=?)"),
    ("a source", lambda a: a.rows(Filter(source=("s-1",))), "INDEX evidence_source (source=?)"),
    ("a search", lambda a: a.rows(Filter(text="killed")), "VIRTUAL TABLE INDEX"),
]
COUNTED: list[tuple[str, Callable[[Ledger], object], str]] = [
    ("all facets", lambda a: a.facets(), "SEARCH cell USING"),
    ("facets of an indicator", lambda a: a.facets(ONE), "SEARCH cell USING"),
    (
        "facets of an indicator and a hedge",
        lambda a: a.facets(Filter(indicator=ONE.indicator, planned=True)),
        "COVERING INDEX span_facets",
    ),
    (
        "facets of an indicator at a position",
        lambda a: a.facets(ONE, rev=4),
        "COVERING INDEX span_facets",
    ),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a small ledger and return its path."""
    path = tmp_path_factory.mktemp("plans") / "ledger.db"
    with Ledger.open(path) as ledger:
        ledger.append([*base(), claim(), claim("later")], actor="desk")
    return path


def plans(path: Path, read: Callable[[Ledger], object]) -> list[str]:
    """Return SQLite's plan for each query on projections that a read makes."""
    asked: list[tuple[str, Any]] = []

    def note(*call: Any) -> None:
        asked.append((call[2], call[3]))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        with Ledger.open(path, read_only=True) as ledger:
            read(ledger)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    with closing(sqlite3.connect(path)) as connection:
        return [
            " | ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values))
            for sql, values in asked
            if "_span" in sql or "FROM cell" in sql
        ]


@pytest.mark.parametrize(
    ("read", "expected"), [row[1:] for row in PLANS], ids=[row[0] for row in PLANS]
)
def test_a_read_goes_along_its_index(
    path: Path, read: Callable[[Ledger], object], expected: str
) -> None:
    """A page, a record, a history and a search use their index and sort nothing that it orders."""
    (plan,) = plans(path, read)
    assert expected in plan
    assert (SORTED in plan) == (expected in FEW_ENOUGH_TO_SORT)


@pytest.mark.parametrize(
    ("read", "expected"), [row[1:] for row in COUNTED], ids=[row[0] for row in COUNTED]
)
def test_facets_never_read_the_table(
    path: Path, read: Callable[[Ledger], object], expected: str
) -> None:
    """Counts come from the counters, or from the one index that holds all facets."""
    found = plans(path, read)
    assert expected in " | ".join(found)
    assert all("COVERING INDEX span_facets" in plan or "SEARCH cell" in plan for plan in found)
