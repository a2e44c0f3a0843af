"""What every file says about itself: what was chosen, at which position, as on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.export.markup import clean

if TYPE_CHECKING:
    from datetime import datetime

    from claims.export.selection import Selection

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_ID = "CC-BY-4.0"
LICENCE_TITLE = "Creative Commons Attribution 4.0 International"
LICENCE_IN_WORDS = (
    "The compilation, that is the figures, attributions and short quotations as they are put "
    "together here, may be copied, changed and passed on under the licence Creative Commons "
    "Attribution 4.0 International: name On Record with the ledger position, link to the licence, "
    "and say what you changed. The quoted words and the headlines belong to their authors."
)


def about(selection: Selection) -> dict[str, object]:
    """Return title, filters, position, days, address and licence of a file as plain values."""
    return {
        "title": clean(selection.title),
        "claims": len(selection.claims),
        "filters": {clean(name): clean(value) for name, value in selection.filters.items()},
        "position": selection.position.rev,
        "position_at": moment(selection.position.at),
        "states_on": selection.day.isoformat(),
        "made": moment(selection.made),
        "address": clean(selection.address),
        "licence": LICENCE,
        "beyond": [claim.id for claim in selection.beyond],
    }


def moment(at: datetime | None) -> str:
    """Write a moment in UTC to the second: `2026-11-22T14:05:00Z`; empty where there is none."""
    return f"{at:%Y-%m-%dT%H:%M:%SZ}" if at else ""
