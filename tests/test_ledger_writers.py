"""Several processes on one file: writers wait, a killed one leaves nothing half done."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import OperationalError

from claims.ledger import Ledger
from tests.factories import base, claim

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITER = """
import sys
from claims.ledger import Ledger
from tests.factories import claim

path, name, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Ledger.open(path) as ledger:
    for batch in range(int(sys.argv[4])):
        ledger.append([claim(f"{name} {batch} {n}") for n in range(size)], actor=f"{name} {batch}")
        print(batch, flush=True)
"""


def start(path: Path, name: str, size: int, batches: int) -> subprocess.Popen[str]:
    """Start a process that writes batches of claims and prints each after its commit."""
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", WRITER, str(path), name, str(size), str(batches)],
        cwd=Path(__file__).parent.parent,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write a ledger without claims and return its path."""
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.append(base(), actor="desk")
    return tmp_path / "ledger.db"


def batches_on_record(path: Path) -> dict[str, int]:
    """Return how many claims each batch on record holds, after checking the file itself."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.execute("INSERT INTO span_fts(span_fts) VALUES ('integrity-check')")
        by_batch = "SELECT actor, count(*) FROM revision WHERE record = 'claim' GROUP BY actor"
        return dict(connection.execute(by_batch))


def test_two_writers_take_turns(path: Path) -> None:
    """Two processes that write at once both succeed, and the chain holds."""
    writers = [start(path, name, 20, 10) for name in ("one", "two")]
    for writer in writers:
        written, _ = writer.communicate(timeout=60)
        assert written.split() == [str(batch) for batch in range(10)]
    assert set(batches_on_record(path).values()) == {20}
    with Ledger.open(path) as ledger:
        assert ledger.count() == 400
        assert ledger.verify() == 404
        assert ledger.differs() == ()


def lines(writer: subprocess.Popen[str]) -> Iterator[str]:
    """Yield what a writer prints."""
    assert writer.stdout is not None
    yield from writer.stdout


def test_a_kill_in_mid_write_leaves_nothing_partial(path: Path) -> None:
    """After each of three kills every acknowledged batch is whole and no other is in part."""
    acknowledged = set()
    for kill in range(3):
        with start(path, f"kill-{kill}", 300, 1_000) as writer:
            for batch in lines(writer):
                acknowledged.add(f"kill-{kill} {batch.strip()}")
                if int(batch) == 3 + kill:
                    writer.kill()
        on_record = batches_on_record(path)
        assert set(on_record.values()) == {300}
        assert acknowledged <= set(on_record)
        with Ledger.open(path) as ledger:
            assert ledger.count() == 300 * len(on_record)
            assert ledger.verify() == ledger.head.rev
            assert ledger.differs() == ()


def test_a_failed_batch_leaves_nothing(path: Path) -> None:
    """A batch that cannot be written is left out whole; what was written before it stays."""

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with Ledger.open(path) as ledger:
        with pytest.raises(KeyboardInterrupt):
            ledger.append([claim(str(n)) for n in range(6)], actor="a", batch=2, progress=stop)
        assert ledger.count() == 2
        assert ledger.differs() == ()


def test_a_reader_sees_one_state_and_never_writes(path: Path) -> None:
    """A ledger opened to read follows a writer, and refuses to be written."""
    with Ledger.open(path, read_only=True) as reader, Ledger.open(path) as writer:
        writer.append([claim()], actor="desk")
        assert reader.count() == 1
        with pytest.raises(OperationalError, match="readonly"):
            reader.append([claim("two")], actor="desk")
        assert reader.head == writer.head


def test_a_name_with_signs_is_a_file_like_any_other(tmp_path: Path) -> None:
    """Signs that mean something in an address of SQLite mean nothing in a file name."""
    path = tmp_path / "a?mode=ro#50%.db"
    with Ledger.open(path) as ledger:
        ledger.append([claim()], actor="desk")
    assert path.is_file()
