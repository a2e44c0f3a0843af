"""Proof that nothing was changed: the triggers, the hash chain, the projections, the version."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from claims.errors import LedgerDamagedError, LedgerVersionError, UnreadableFileError
from claims.ledger import Filter, Ledger, verify
from tests.factories import base, changed, claim

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = ("at", "actor", "action", "record", "record_id", "reason", "state", "hash")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write a ledger of seven revisions and return its path."""
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.append([*base(), claim("one"), claim("two")], actor="desk", reason="first load")
        ledger.append([changed(claim("one"), note="later")], actor="desk")
    return tmp_path / "ledger.db"


@pytest.fixture
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file behind the program's back."""
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("UPDATE revision SET actor = 'x' WHERE rev = 1", "append-only"),
        ("DELETE FROM revision WHERE rev = 7", "append-only"),
        ("INSERT OR REPLACE INTO revision SELECT * FROM revision WHERE rev = 3", "gaps|clock"),
        (
            (
                "INSERT INTO revision SELECT 9, at, actor, action, record, record_id, reason,"
                " state, hash FROM revision WHERE rev = 7"
            ),
            "without gaps",
        ),
        (
            (
                "INSERT INTO revision SELECT 8, '2020-01-01', actor, action, record, record_id,"
                " reason, state, hash FROM revision WHERE rev = 7"
            ),
            "clock",
        ),
    ],
)
def test_the_file_itself_refuses_to_change_the_past(
    opened: sqlite3.Connection, sql: str, message: str
) -> None:
    """Revisions cannot be changed, deleted, replaced, skipped or backdated, even in SQL."""
    with pytest.raises(sqlite3.IntegrityError, match=message):
        opened.execute(sql)


def test_an_untouched_ledger_verifies(path: Path) -> None:
    """Every revision is counted, progress reaches the end, and no projection differs."""
    told: list[tuple[int, int]] = []
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.verify(progress=lambda *step: told.append(step)) == 7
        assert ledger.differs() == ()
    assert told[-1] == (7, 7)


def tampered(path: Path, *statements: str) -> Ledger:
    """Return a copy of a ledger, changed with its triggers dropped."""
    return Ledger.open(rewritten(path, *statements))


def rewritten(path: Path, *statements: str) -> Path:
    """Make a copy of a ledger and run SQL on it that the triggers would refuse."""
    copy = path.with_name("copy.db")
    with closing(sqlite3.connect(path)) as here, closing(sqlite3.connect(copy)) as there:
        here.backup(there)
        for name in ("no_update", "no_delete", "dense", "clock"):
            there.execute(f"DROP TRIGGER revision_{name}")
        for statement in statements:
            there.execute(statement)
        there.commit()
    return copy


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("rev", [1, 4, 7])
def test_a_changed_byte_is_found_and_named(path: Path, column: str, rev: int) -> None:
    """A change in any column of any revision is reported with that revision."""
    change = f"substr({column}, 1, length({column}) - 1) || '~'"
    if column in {"action", "record"}:
        change = (
            f"CASE {column} WHEN 'added' THEN 'revised' WHEN 'claim' THEN 'party' ELSE 'claim' END"
        )
    if column == "reason":
        change = "reason || '.'"
    if column == "action" and rev == 7:
        change = "'withdrawn'"
    sql = f"UPDATE revision SET {column} = {change} WHERE rev = {rev}"  # noqa: S608 - our own words
    with tampered(path, sql) as ledger, pytest.raises(LedgerDamagedError) as damage:
        ledger.verify()
    assert damage.value.rev == rev


@pytest.mark.parametrize(
    ("sql", "rev", "reason"),
    [
        ("DELETE FROM revision WHERE rev = 3", 3, "missing"),
        ("DELETE FROM revision WHERE rev = 7", 7, "missing from the end"),
        ("UPDATE revision SET rev = 8 WHERE rev = 7", 7, "missing"),
    ],
)
def test_a_missing_revision_is_named(path: Path, sql: str, rev: int, reason: str) -> None:
    """A gap in the middle or at the end is reported with the first number that is missing."""
    with tampered(path, sql) as ledger, pytest.raises(LedgerDamagedError, match=reason) as damage:
        ledger.verify()
    assert damage.value.rev == rev


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        ("UPDATE claim_span SET value = 6 WHERE rev = 5", "claim_span"),
        ("DELETE FROM party_span WHERE rev = 1", "party_span"),
        ("DELETE FROM evidence_span WHERE rev = 6", "evidence_span"),
        ("UPDATE cell SET n = n + 1 WHERE facet = 'kind' AND scope = ''", "cell"),
        (
            (
                "INSERT INTO span_fts (rowid, statement, quotes, names, notes)"
                " VALUES (99, 'planted', '', '', '')"
            ),
            "span_fts",
        ),
    ],
)
def test_a_changed_projection_is_named_and_mended(path: Path, sql: str, name: str) -> None:
    """A projection that does not follow from the revisions is named; a rebuild mends it."""
    with tampered(path, sql) as ledger:
        assert ledger.verify() == 7
        assert ledger.differs() == (name,)
        assert ledger.rebuild() == 7
        assert ledger.differs() == ()
        assert ledger.count(Filter(text="later")) == 1


UNREADABLE = [
    "UPDATE revision SET state = CAST(x'FF' || substr(state, 2) AS TEXT) WHERE rev = 5",
    "UPDATE revision SET state = '[' || substr(state, 2) WHERE rev = 5",
    "UPDATE revision SET state = substr(state, 1, 9) || char(0) WHERE rev = 5",
    "UPDATE revision SET state = x'00FF' WHERE rev = 5",
]


@pytest.mark.parametrize("change", UNREADABLE)
def test_a_state_that_can_no_longer_be_read_is_named(path: Path, change: str) -> None:
    """Bytes that are no text and text that is no record are damage of one revision too."""
    copy = rewritten(path, change)
    with Ledger.open(copy) as ledger, pytest.raises(LedgerDamagedError) as damage:
        ledger.verify()
    assert damage.value.rev == 5


def test_nothing_is_made_anew_from_changed_revisions(path: Path) -> None:
    """A rebuild walks the chain first, and leaves the tables as they are where it breaks."""
    copy = rewritten(path, "UPDATE revision SET state = replace(state, 'five', 'nine')")
    with Ledger.open(copy) as ledger:
        before = ledger.rows()
        with pytest.raises(LedgerDamagedError):
            ledger.rebuild()
        assert ledger.rows() == before


def test_tables_of_more_than_one_batch_are_compared_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A comparison knows the names and the states that came in with an earlier batch."""
    monkeypatch.setattr(verify, "BATCH", 3)
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.append([*base(), *(claim(f"number {n}") for n in range(9))], actor="desk")
        ledger.append([changed(claim("number 1"), note="later")], actor="desk")
        assert ledger.differs() == ()
        ledger.rebuild()
        assert ledger.differs() == ()


def test_another_version_is_refused_until_rebuilt(path: Path) -> None:
    """A ledger whose projections are of another version opens only to be mended."""
    copy = rewritten(path, "PRAGMA user_version=0", "DROP TABLE cell")
    with pytest.raises(LedgerVersionError, match=r"schema 0.*claims rebuild"):
        Ledger.open(copy)
    with Ledger.open(copy, any_version=True) as ledger:
        ledger.rebuild()
    with Ledger.open(copy) as ledger:
        assert ledger.facets()["kind"] == {"casualty figure": 2}


def test_a_newer_version_is_never_taken_back(path: Path) -> None:
    """A ledger of a newer program is not rebuilt by an older one: it asks to be updated."""
    copy = rewritten(path, "PRAGMA user_version=99")
    for any_version in (False, True):
        with pytest.raises(LedgerVersionError, match="newer program"):
            Ledger.open(copy, any_version=any_version)


def test_a_file_that_is_no_ledger_is_refused_and_untouched(tmp_path: Path) -> None:
    """Text, another program's database, a folder and a missing file are refused by name."""
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("not a database, and longer than the header of one would have to be\n" * 9)
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE t (x)")
    for path in (text, other, tmp_path):
        with pytest.raises(UnreadableFileError, match=path.name):
            Ledger.open(path)
    with pytest.raises(UnreadableFileError, match="no such file"):
        Ledger.open(tmp_path / "missing.db", read_only=True)
    assert text.read_text().startswith("not a database")
    assert not (tmp_path / "missing.db").exists()
