"""Selections of records, and readers of what is made of them, for the tests of exports."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from claims.export.selection import Selection
from claims.ledger import Position
from claims.pairs import comparisons
from claims.states import standings
from tests import starter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.collection import Collection
    from claims.records import Claim
    from claims.states import Standing

SITE = "https://desk.example"
PIN = "v=2&rev=1204&shared=2026-11-22"
DAY = date(2026, 11, 22)


def selection(chosen: Iterable[Claim], records: Collection, **fields: Any) -> Selection:
    """Select claims at revision 1,204, with the states that all claims on record give them."""
    defaults: dict[str, Any] = {
        "title": "On Record",
        "states": states(records, fields.get("day", DAY)),
        "position": Position(1204, datetime(2026, 11, 20, 9, 30, tzinfo=UTC)),
        "day": DAY,
        "made": datetime(2026, 11, 23, 8, 0, tzinfo=UTC),
        "site": SITE,
        "path": "/explore",
        "pin": PIN,
    }
    return Selection(claims=tuple(chosen), records=records, **defaults | fields)


def states(records: Collection, day: date) -> dict[str, Standing]:
    """Return the states of all claims under an indicator that is on record."""
    under: dict[str, list[Claim]] = defaultdict(list)
    for claim, _ in records.claims():
        under[claim.indicator or ""].append(claim)
    return {
        claim: standing.on(day)
        for indicator in records.indicators
        for claim, standing in standings(
            under[indicator.id], indicator, records, comparisons(under[indicator.id], indicator)
        ).items()
    }


def on_record(claim_id: str) -> tuple[Selection, Claim]:
    """Select one of the real claims; its states are those among all of them."""
    found = starter.records().claim(claim_id)
    assert found is not None
    return selection([found], starter.records()), found


class Read(HTMLParser):
    """What a browser makes of HTML: its elements with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        """Read the whole."""
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.text += data

    def handle_comment(self, data: str) -> None:
        """Keep a comment, which nothing here writes."""
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        """Keep a declaration, which nothing here writes."""
        self.other.append(decl)
