"""Selections to export: of the real records, of hostile ones, of a few, and of none."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from claims.collection import Collection
from claims.export.selection import Selection, referred_to
from claims.ledger import Ledger, Position
from tests import hostile, starter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claims.records import Record

DAY = date(2026, 11, 22)
MADE = datetime(2026, 11, 22, 14, 5, 31, tzinfo=UTC)


def of(records: Sequence[Record], file: Path, **fields: Any) -> Selection:
    """Return all claims of these records as a ledger in this file holds them."""
    with Ledger.open(file) as ledger:
        ledger.append(records, actor="desk", reason="a test")
        return of_ledger(ledger, **fields)


def of_ledger(ledger: Ledger, **fields: Any) -> Selection:
    """Return the claims of a ledger, or those given, with their states on one day."""
    claims = fields.pop("claims", ledger.claims())
    defaults: dict[str, Any] = {
        "title": "All claims",
        "records": ledger.context(),
        "states": ledger.together.states_of(claims, today=DAY),
        "position": ledger.head,
        "day": DAY,
        "made": MADE,
        "site": "https://facts.example",
        "path": "/explore",
        "pin": f"v=2&rev={ledger.head.rev}&shared={DAY}",
        "beyond": referred_to(claims, ledger),
    }
    return Selection(claims=tuple(claims), **defaults | fields)


def real(file: Path) -> Selection:
    """Return all claims of the real records."""
    return of([item.record for item in starter.records().located], file)


def evil(file: Path) -> Selection:
    """Return claims with hostile text in every field, title and filters too."""
    texts = {name: text for name, text in hostile.TEXTS.items() if name != "one word"}
    title = f"{hostile.TEXTS['formula']}\x00\x1b[2J\udcff\u202e"
    return of(hostile.records(), file, title=title, filters=texts | {"raw": "\x00\udcff\u202e"})


def nothing() -> Selection:
    """Return a selection of no claim, of a ledger that holds nothing."""
    position = Position(0, None)
    return Selection("Nothing", (), Collection(), {}, position, DAY, MADE)
