"""Changes: what was done to the ledger in one go is told in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.changes import changes
from claims.ledger import Ledger
from tests import factories

if TYPE_CHECKING:
    from pathlib import Path


def test_changes_made_in_one_go_are_one_line(tmp_path: Path) -> None:
    """A load is told by kind and number of records, a single edit by its record."""
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.append(factories.base(), actor="desk", reason="first load")
        ledger.append([factories.claim()], actor="desk", reason="first load")
        ledger.append([factories.claim(note="checked")], actor="ana", reason="a note")
        found = changes(ledger.recent())
        days = {revision.at.date() for revision in ledger.recent()}
    shown = [(c.actor, c.reason, c.records, c.of) for c in found]
    claim_id = factories.claim().id
    assert {change.day for change in found} == days
    assert shown == [
        ("ana", "a note", 1, f"claim {claim_id}"),
        ("desk", "first load", 1, f"claim {claim_id}"),
        ("desk", "first load", 1, "indicator khuzestan-killed"),
        ("desk", "first load", 1, "source s-1"),
        ("desk", "first load", 2, "2 parties"),
    ]
    assert changes([]) == changes([], more=True) == []


def test_a_group_that_may_go_on_is_said_so(tmp_path: Path) -> None:
    """Where older revisions were not given, the last line may stand for more of them."""
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.append(factories.base(), actor="desk", reason="first load")
        found = changes(ledger.recent(3), more=True)
    assert [c.of for c in found] == [
        "indicator khuzestan-killed",
        "source s-1",
        "at least 1 party",
    ]
