"""Lists in parts: each part is of the position of the first one, and no cursor can be bent."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

import pytest

from claims.ledger import Ledger
from dashboard.routes import cursors
from dashboard.routes.answering import RefusedError
from dashboard.routes.cursors import Cursor
from tests.factories import base, stating
from tests.routed import SITE, ask

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Put

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven")
CLAIMS = [stating(f"at least {number}") for number in NUMBERS]


def test_a_cursor_is_read_as_it_was_written() -> None:
    """It holds position, day and place, and reads back for its own list only."""
    one = Cursor(1204, "2026-11-22", 50)
    assert cursors.read(one.written("claims"), "claims") == one
    with pytest.raises(RefusedError, match="not of this list"):
        cursors.read(one.written("claims"), "sources")


@pytest.mark.parametrize("one", [Cursor(-1, "2026-11-22", 0), Cursor(1, "2026-11-22", -1)])
def test_a_cursor_to_nowhere_is_refused(one: Cursor) -> None:
    """Even where its mark fits, a place before the start is none."""
    with pytest.raises(RefusedError):
        cursors.read(one.written("claims"), "claims")


def test_a_list_never_shifts_while_the_ledger_grows(put: Put, tmp_path: Path) -> None:
    """Each part is of the position of the first one: what is added in between comes later."""
    put([*base(), *CLAIMS[:4]])
    seen, address = [], "/api/claims?limit=1&sort=-recorded"
    with Ledger.open(tmp_path / "on-record.db") as ledger:
        while address:
            body = ask(address).json()
            seen += [item["claim"]["id"] for item in body["items"]]
            assert (body["total"], body["position"]["rev"]) == (4, 8)
            ledger.append([CLAIMS[3 + len(seen) % 4]], actor="desk")
            address = (body["links"]["next"] or "").removeprefix(SITE)
    assert sorted(seen) == sorted(claim.id for claim in CLAIMS[:4])
    assert ask("/api/claims").json()["total"] == 7


def _forged(values: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


@pytest.mark.usefixtures("pages")
def test_a_cursor_is_of_one_list_with_one_filter() -> None:
    """A cursor of another list, of another filter, or one that was changed is refused."""
    cursor = ask("/api/claims?limit=2").json()["next"]
    assert ask(f"/api/claims?limit=5&cursor={cursor}").json()["items"]
    rev, day, offset, mark = json.loads(base64.urlsafe_b64decode(cursor + "=="))
    forged: list[Any] = [
        [rev, day, offset + 1, mark], [rev - 1, day, offset, mark], [rev, day, offset],
        [rev, "2021-01-01", offset, mark], [rev, day, -1, mark], [1e999, day, 1, mark],
        [10**30, day, 10**30, mark], {}, "", None, [[]] * 4, [rev, 5, offset, mark],
    ]  # fmt: skip
    others = [
        f"/api/sources?cursor={cursor}",
        f"/api/claims?q=killed&cursor={cursor}",
        f"/api/claims?sort=value&cursor={cursor}",
        *(f"/api/claims?cursor={_forged(values)}" for values in forged),
    ]
    for address in others:
        answer = ask(address)
        assert answer.status_code == 400, address
        assert "cursor" in answer.json()["error"]["message"]
