"""Where a view stands: now, or held at a ledger position on a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from claims.errors import UnknownPositionError
from claims.ledger import Ledger
from dashboard.links import View
from dashboard.places import place
from tests.factories import base, claim

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WROTE = datetime.now(UTC).date()
LATER = WROTE + timedelta(days=40)
"""The day on which the views are opened."""
BETWEEN = WROTE + timedelta(days=20)
LONG_AGO = date(2021, 7, 27)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Hold five records, written today."""
    with Ledger.open(tmp_path / "on-record.db") as opened:
        opened.append([*base(), claim()], actor="desk")
        yield opened


PLACES: list[tuple[View, tuple[int, date], tuple[int, date] | None]] = [
    (View(), (5, LATER), None),
    (View(rev=3, day=BETWEEN, shared=True), (3, BETWEEN), (3, BETWEEN)),
    (View(rev=5, day=BETWEEN, shared=True), (5, BETWEEN), (5, BETWEEN)),
    (View(rev=3), (3, WROTE), (3, WROTE)),
    (View(rev=0), (0, LATER), (0, LATER)),
    (View(rev=3, day=LONG_AGO), (3, WROTE), (3, WROTE)),
    (View(rev=3, day=date(2100, 1, 1)), (3, LATER), (3, LATER)),
    (View(day=BETWEEN), (5, BETWEEN), (5, BETWEEN)),
    (View(day=LONG_AGO), (0, LONG_AGO), (0, LONG_AGO)),
    (View(rev=3, day=BETWEEN, shared=True, now=True), (5, LATER), (3, BETWEEN)),
]


@pytest.mark.parametrize(("view", "shown", "held"), PLACES)
def test_a_view_stands_where_its_address_says(
    ledger: Ledger, view: View, shown: tuple[int, date], held: tuple[int, date] | None
) -> None:
    """A day before the revision was written or after today is no day of the view."""
    found = place(view, ledger, LATER)
    assert (found.rev, found.day) == shown
    assert (found.held and (found.held.rev, found.held_day)) == held
    assert found.is_past == (held is not None and not view.now)
    assert (found.head.rev, found.now) == (5, LATER)


@pytest.mark.parametrize("rev", [6, 10**12])
def test_a_position_that_does_not_exist_is_refused(ledger: Ledger, rev: int) -> None:
    """A link of another ledger, or of one that was reset, does not show what stands now."""
    with pytest.raises(UnknownPositionError):
        place(View(rev=rev), ledger, LATER)


def test_a_held_view_says_as_of_when(ledger: Ledger) -> None:
    """A link that was copied is told from a walk back."""
    day = date(2100, 11, 22)
    shared = place(View(rev=3, day=day, shared=True), ledger, day)
    assert shared.in_words() == "As shared on 22 November 2100 (revision 3)"
    walked = place(View(rev=3, day=day), ledger, day)
    assert walked.in_words() == "As on record on 22 November 2100 (revision 3)"
    assert place(View(), ledger, day).in_words() == ""
