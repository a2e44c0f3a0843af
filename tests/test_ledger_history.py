"""Positions in the ledger, what stood at each, and what happened to a record."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from claims.errors import UnknownPositionError, UnknownRecordError
from claims.ledger import Filter, Ledger, Position
from tests.factories import base, changed, claim, party

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.records import RecordName


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Open a ledger in which one claim was added, another added, and the first revised."""
    with Ledger.open(tmp_path / "ledger.db") as opened:
        opened.append(base(), actor="desk")
        opened.append([claim("one")], actor="desk")
        opened.append([claim("two", claimant="arab-news")], actor="desk")
        opened.append([changed(claim("one"), statement="Revised.")], actor="editor")
        yield opened


def test_an_empty_ledger_stands_at_nothing(tmp_path: Path) -> None:
    """A new ledger is at revision 0 and has no time, no records and no counts."""
    with Ledger.open(tmp_path / "new.db") as ledger:
        assert ledger.head == Position(0, None)
        assert [*ledger.claims(), *ledger.recent(), *ledger.all("party")] == []
        assert ledger.facets()["kind"] == {}
        assert ledger.position(date(2100, 1, 1)).rev == 0
        assert ledger.verify() == 0


def test_a_view_at_a_position_shows_what_stood_then(ledger: Ledger) -> None:
    """Claims, rows, counts and facets at a revision are those of that revision."""
    seen = [
        (ledger.count(rev=rev), [row.statement == "Revised." for row in ledger.rows(rev=rev)])
        for rev in (4, 5, 6, 7)
    ]
    assert seen == [(0, []), (1, [False]), (2, [False, False]), (2, [False, True])]
    assert ledger.facets(rev=5)["claimant"] == {"irna": 1}
    assert ledger.facets(Filter(text="revised"), rev=6)["kind"] == {}
    assert ledger.claims(rev=7) == ledger.claims()


def test_records_of_all_kinds_are_read_as_they_stood(ledger: Ledger) -> None:
    """A party that was renamed keeps its earlier name at the earlier position."""
    ledger.append([party("irna", name="Islamic Republic News Agency")], actor="editor")
    assert ledger.get("party", "irna").name == "Islamic Republic News Agency"
    assert ledger.get("party", "irna", rev=7).name == "IRNA"
    assert [one.name for one in ledger.all("party", rev=7)] == ["ARAB-NEWS", "IRNA"]
    assert ledger.all("source", rev=1) == ()


@pytest.mark.parametrize("rev", [-1, 8, 10**9])
def test_a_position_that_does_not_exist_is_refused(ledger: Ledger, rev: int) -> None:
    """Reading at a revision before the first or after the newest names both."""
    with pytest.raises(UnknownPositionError, match="stands at 7"):
        ledger.count(rev=rev)
    with pytest.raises(UnknownPositionError):
        ledger.position_of(rev)


@pytest.mark.parametrize(
    ("record", "record_id"), [("claim", "c-0"), ("party", "s-1"), ("source", "irna")]
)
def test_an_unknown_record_is_named(ledger: Ledger, record: RecordName, record_id: str) -> None:
    """Asking for a record that is not on record says which."""
    with pytest.raises(UnknownRecordError, match=f"No {record} “{record_id}” is on record"):
        ledger.get(record, record_id)
    with pytest.raises(UnknownRecordError):
        ledger.history(record, record_id)


def test_a_record_is_unknown_before_it_was_written(ledger: Ledger) -> None:
    """At an earlier position a later record is not on record."""
    with pytest.raises(UnknownRecordError, match="at revision 5"):
        ledger.claim(claim("two", claimant="arab-news").id, rev=5)


def test_a_moment_finds_the_newest_position_before_it(ledger: Ledger) -> None:
    """Each revision's own time finds it, the microsecond before it the one before."""
    for revision in ledger.since(4):
        assert ledger.position(revision.at).rev == revision.rev
        earlier = ledger.position(revision.at - timedelta(microseconds=1))
        assert earlier.rev == revision.rev - 1
    assert ledger.position(datetime(2020, 1, 1, tzinfo=UTC)) == Position(0, None)


def test_a_day_counts_to_its_end(ledger: Ledger) -> None:
    """A date means the newest position of that day in UTC."""
    at = ledger.head.at
    assert at is not None
    assert ledger.position(at.date()) == ledger.head
    assert ledger.position(at.replace(tzinfo=None)) == ledger.head
    assert ledger.position(at.date() - timedelta(days=1)).rev == 0


def test_a_position_says_itself() -> None:
    """A position reads as it is cited."""
    at = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
    assert str(Position(812_345, at)) == "revision 812,345, 2026-11-22 14:05 UTC"
    assert str(Position(0, None)) == "revision 0"


def test_recent_and_since_meet(ledger: Ledger) -> None:
    """The latest revisions come newest first, those after a position oldest first."""
    assert [revision.rev for revision in ledger.recent(2)] == [7, 6]
    assert [revision.rev for revision in ledger.since(5)] == [6, 7]
    assert [revision.rev for revision in ledger.since(2, limit=2)] == [3, 4]


def test_claims_are_found_by_id_and_counted_by_source_and_year(ledger: Ledger) -> None:
    """The short ways to claims agree with the claims themselves."""
    one = claim("one").id
    assert [found.id for found in ledger.claims_by_id([one, "c-0"])] == [one]
    assert ledger.claims_per_source() == {"s-1": 2}
    assert ledger.claims_per_source(rev=5) == {"s-1": 1}
    assert ledger.years() == {2021: 2}
