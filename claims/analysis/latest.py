"""The newest figure in few words, where it is all that is known.

Latest: 12,251, 8 August 2026 (General Staff of the Armed Forces of Ukraine), one origin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.periods import duration_in_words, words
from claims.prose import figure

if TYPE_CHECKING:
    from claims.analysis.consensus import Consensus
    from claims.collection import Collection
    from claims.records import Claim, Indicator


def in_words(found: Consensus, newest: Claim, records: Collection) -> str:
    """Return the newest figure, its time and claimant where nothing else is known, else nothing.

    `found` is what is known at the time of the newest claim. Nothing where origins agree or
    contradict each other, where a page names no origin, or where claims allow it and say more
    or less: at least five beside five.
    """
    if len(found.groups) != 1 or len(found.breadth.origins) != 1 or found.breadth.unnamed:
        return ""
    (group,) = found.groups
    if not group.alike or newest.quantity is None or group.bounds != newest.quantity.bounds:
        return ""
    when = found.when
    day = words(when.end) if when.start == when.end and when.end else when.in_words()
    return (
        f"Latest: {figure(newest.quantity)}, {day} ({records.name(newest.claimant)}), one origin."
    )


def stale_in_words(indicator: Indicator) -> str:
    """Say for how long figures of an indicator hold, where even the newest one is older."""
    return f"Stale: figures here hold for {duration_in_words(indicator.shelf_life or '')}."
