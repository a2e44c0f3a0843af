"""A damaged ledger is named in one sentence, on every page that meets the damage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.ledger import Ledger
from dashboard import data
from dashboard.main import PAGES
from tests import factories, screen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claims.records import Record


@pytest.fixture(autouse=True)
def _served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Serve the ledger in the test's own folder."""
    monkeypatch.setenv("ON_RECORD_VAR", str(tmp_path))
    monkeypatch.setenv("ON_RECORD_DATA", str(tmp_path / "no-data"))
    for kept in vars(data).values():
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()


def _fill(folder: Path, records: Sequence[Record]) -> None:
    with Ledger.open(folder / "on-record.db") as ledger:
        ledger.append(records, actor="desk", reason="a test")


def test_a_file_that_is_no_ledger_is_named(tmp_path: Path) -> None:
    """Every page says in one sentence that the file cannot be read."""
    (tmp_path / "on-record.db").write_bytes(b"not a ledger, " * 500)
    for path in PAGES:
        error = screen.read(screen.show(path).error[0].value)
        assert "on-record.db cannot be read" in error
        assert "Traceback" not in error


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8])
def test_a_ledger_damaged_in_its_middle_is_named(part: float, tmp_path: Path) -> None:
    """A page that meets a broken part of the file says so in one sentence."""
    _fill(
        tmp_path,
        [*factories.base(), *(factories.claim(f"at least {n} killed") for n in range(200))],
    )
    ledger = tmp_path / "on-record.db"
    whole = ledger.read_bytes()
    start = int(len(whole) * part)
    ledger.write_bytes(whole[:start] + b"\xff" * 100_000 + whole[start + 100_000 :])
    shown = [screen.show(path) for path in PAGES]
    errors = [screen.read(error.value) for at in shown for error in at.error]
    assert errors
    assert all("on-record.db cannot be read" in error for error in errors)


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    """A record whose text was broken outside the program is reported, not shown."""
    _fill(tmp_path, [*factories.base(), factories.claim()])
    ledger = tmp_path / "on-record.db"
    ledger.write_bytes(ledger.read_bytes().replace(b'"kind": "casualty', b'"kind": "casualtY'))
    assert "on-record.db cannot be read" in screen.read(screen.show("sources").error[0].value)
