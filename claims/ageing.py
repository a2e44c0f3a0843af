"""From when on a level or a running total is older than figures of its indicator hold."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.periods import duration_in_words, lasting
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from claims.records import Claim, Indicator


def stale_from(claim: Claim, indicator: Indicator) -> tuple[date | None, str]:
    """Return from when on a level or tally is stale, and why."""
    end = claim.period.end if claim.period else None
    life = indicator.shelf_life
    if claim.period is None or end is None or life is None:
        return None, ""
    ages = indicator.basis in {Basis.LEVEL, Basis.TALLY}
    if not ages or end > date.max - lasting(life) - timedelta(days=1):
        return None, ""
    about = claim.period.in_words()
    why = f"it is of {about}; figures here hold for {duration_in_words(life)}"
    return end + lasting(life) + timedelta(days=1), why
