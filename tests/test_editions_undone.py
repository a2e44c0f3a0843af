"""Taking an import back: as one batch, once, and nothing that a person has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims import editions
from claims.editions.errors import NoImportError, TakenBackError
from claims.editions.merging import UNDONE
from claims.errors import UnknownPositionError
from claims.ledger import Ledger
from tests.edited import LATER, of_day, take

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Open a new ledger."""
    with Ledger.open(tmp_path / "ledger.db") as opened:
        yield opened


def test_an_import_is_taken_back_once(ledger: Ledger, tmp_path: Path) -> None:
    """The second time there is nothing left of it."""
    first = take(ledger, tmp_path)
    editions.undo(ledger, first.first, actor="editor")
    with pytest.raises(TakenBackError):
        editions.undo(ledger, first.first, actor="editor")


def test_an_import_is_taken_back_as_one_batch(ledger: Ledger, tmp_path: Path) -> None:
    """What it added is withdrawn, what it revised stands as before; the history keeps both."""
    take(ledger, tmp_path)
    before = {claim.id: claim for claim in ledger.claims()}
    later = take(ledger, tmp_path, LATER)
    done = editions.undo(ledger, later.last, actor="editor")
    assert (done.first, done.last) == (later.first, later.last)
    assert (done.withdrawn, done.restored, done.kept) == (2, 1, ())
    now = {claim.id: claim for claim in ledger.claims()}
    assert {name: now[name] for name in before} == before
    assert {c.withdrawn.reason for c in now.values() if c.withdrawn} == {UNDONE}
    assert ledger.verify() == ledger.head.rev


def test_an_undone_import_can_be_made_again(ledger: Ledger, tmp_path: Path) -> None:
    """The same edition brings back what was taken back."""
    take(ledger, tmp_path)
    later = take(ledger, tmp_path, LATER)
    after = {claim.id: claim for claim in ledger.claims()}
    editions.undo(ledger, later.first, actor="editor")
    again = take(ledger, tmp_path, LATER)
    assert again.revised == 3
    assert {claim.id: claim for claim in ledger.claims()} == after


def test_what_was_changed_since_an_import_is_not_undone(ledger: Ledger, tmp_path: Path) -> None:
    """A person's later work is never thrown away."""
    first = take(ledger, tmp_path)
    claim = of_day(ledger, "2024-05-01").model_copy(update={"note": "checked"})
    ledger.revise(claim, actor="editor", based_on=ledger.head.rev)
    done = editions.undo(ledger, first.last, actor="editor")
    assert (done.kept, done.withdrawn) == ((claim.id,), 5)
    assert ledger.claim(claim.id) == claim


def test_only_an_import_can_be_taken_back(ledger: Ledger, tmp_path: Path) -> None:
    """Other revisions, and those that do not exist, are refused."""
    first = take(ledger, tmp_path)
    claim = of_day(ledger, "2024-05-01").model_copy(update={"note": "checked"})
    ledger.revise(claim, actor="editor", based_on=ledger.head.rev)
    with pytest.raises(NoImportError):
        editions.undo(ledger, ledger.head.rev, actor="editor")
    for rev in (0, ledger.head.rev + 1):
        with pytest.raises(UnknownPositionError):
            editions.undo(ledger, rev, actor="editor")
    assert ledger.batches.latest("Import of ", 5)[0].rev == first.last


def test_imports_are_taken_back_one_after_the_other(ledger: Ledger, tmp_path: Path) -> None:
    """The newest first and then the older one: what an undoing wrote is no person's change."""
    first, later = take(ledger, tmp_path), take(ledger, tmp_path, LATER)
    editions.undo(ledger, later.first, actor="editor")
    done = editions.undo(ledger, first.first, actor="editor")
    assert (done.withdrawn, done.kept) == (6, ())
    assert [claim.stands for claim in ledger.claims()] == [False] * 8
