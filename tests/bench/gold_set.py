"""The gold set: news items that we wrote, with the figures they state; see tests/gold/README.md."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

GOLD = Path(__file__).parent.parent / "gold"
HALVES: Mapping[str, Path] = {
    "development": GOLD / "development.jsonl",
    "held back": GOLD / "held_back.jsonl",
}


class Figure(Protocol):
    """What is compared: a claim of the gold set, and anything that is proposed."""

    @property
    def start(self) -> int:
        """Offset of the first character of the words."""

    @property
    def end(self) -> int:
        """Offset after the last character."""

    @property
    def kind(self) -> str:
        """What happened to the thing counted: `killed`."""

    @property
    def hedge(self) -> str:
        """How firm the figure is: `at least`."""

    @property
    def low(self) -> float | None:
        """The least that it allows."""

    @property
    def high(self) -> float | None:
        """The most that it allows."""

    @property
    def period(self) -> object:
        """What it is about, EDTF; None where the text does not say."""

    @property
    def place(self) -> str | None:
        """The most specific place named for it."""

    @property
    def claimant(self) -> str | None:
        """Who says so, in the words of the text; None for the text's own voice."""

    @property
    def planned(self) -> bool:
        """Whether it is about the future or a condition."""

    @property
    def negated(self) -> bool:
        """Whether it is denied or negated."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One figure as it was annotated."""

    quote: str
    start: int
    end: int
    kind: str
    hedge: str
    low: float | None
    high: float | None
    unit: str
    period: str | None
    place: str | None
    claimant: str | None
    planned: bool
    negated: bool
    part: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One to three sentences of news, the day they were printed, and the figures they state."""

    id: str
    published: date
    manner: str
    text: str
    claims: tuple[Gold, ...]


def read(path: Path) -> list[Item]:
    """Read one half of the set; Unicode line separators inside a text do not end its line."""
    return [_item(json.loads(line)) for line in path.read_text("utf-8").split("\n") if line]


def _item(row: dict[str, Any]) -> Item:
    """Make an item of a line; a quote that states no start stands in the text once."""
    claims = []
    for claim in row["claims"]:
        start = claim.get("start", row["text"].find(claim["quote"]))
        claims.append(Gold(**claim | {"start": start, "end": start + len(claim["quote"])}))
    published = date.fromisoformat(row["published"])
    return Item(row["id"], published, row["manner"], row["text"], tuple(claims))
