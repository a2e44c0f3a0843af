"""How marks look: a colour and a line under the words, so that colour alone never tells.

The colours are those of the charts; each kind has a pair of colour and line of its own, and
the legend above the text names those that occur.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.desk.drafts import Verdict
from claims.extraction.events.kinds import What
from dashboard.theme import palette

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SOLID, DOUBLE, DASHED, DOTTED, WAVY = "solid", "double", "dashed", "dotted", "wavy"
"""The lines that a browser draws under words."""
BLUE, RED, GREEN, PURPLE, BROWN = range(5)
"""Places of the colours in the palette of the charts."""
GREY = -1


@dataclass(frozen=True, slots=True)
class Look:
    """What marks of one sort look like, and what the legend calls them."""

    label: str
    colour: int
    line: str


KINDS: Mapping[str, Look] = {
    What.KILLED: Look("killed", RED, SOLID),
    What.WOUNDED: Look("wounded", RED, DASHED),
    What.CASUALTIES: Look("casualties", RED, DOUBLE),
    What.MISSING: Look("missing", RED, DOTTED),
    What.KIDNAPPED: Look("kidnapped", PURPLE, DASHED),
    What.DETAINED: Look("detained", PURPLE, SOLID),
    What.DISPLACED: Look("displaced", GREEN, DASHED),
    What.RESCUED: Look("rescued", GREEN, SOLID),
    What.TROOPS: Look("troops", BLUE, SOLID),
    What.WEAPONS: Look("weapons", BLUE, DASHED),
    What.ATTACKS: Look("attacks", BROWN, DOUBLE),
    What.DURATION: Look("duration", GREY, DASHED),
    What.OTHER: Look("other", GREY, DOTTED),
}
"""The look of each kind of figure in an article."""

VERDICTS: Mapping[str, Look] = {
    Verdict.SUPPORTED: Look("supported", GREEN, SOLID),
    Verdict.HEDGE_DROPPED: Look("hedge dropped", RED, WAVY),
    Verdict.HEDGE_CHANGED: Look("hedge changed", RED, DOTTED),
    Verdict.CONFLICT: Look("in conflict", RED, DOUBLE),
    Verdict.CONTESTED: Look("contested", PURPLE, DOUBLE),
    Verdict.SUPERSEDED: Look("superseded", BLUE, DASHED),
    Verdict.STALE: Look("stale", BROWN, DASHED),
    Verdict.WITHDRAWN: Look("withdrawn", PURPLE, WAVY),
    Verdict.NOT_ON_RECORD: Look("not on record", GREY, DOTTED),
    Verdict.NOT_READ: Look("not read", GREY, WAVY),
}
"""The look of each verdict on a figure of a draft."""


def colour(look: Look) -> str:
    """Return the colour of a look in the theme that the reader sees."""
    colours = palette()
    return colours.others if look.colour == GREY else colours.claimants[look.colour]


def legend(looks: Mapping[str, Look], used: Iterable[str]) -> list[dict[str, str]]:
    """Return the looks that occur, in the order of their table, as the page draws them."""
    occurring = set(used)
    return [
        {"look": name, "label": look.label, "colour": colour(look), "line": look.line}
        for name, look in looks.items()
        if name in occurring
    ]
