"""Editions of the small set of `tests.importing` taken into a ledger, as tests need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims import editions
from tests import importing

if TYPE_CHECKING:
    from pathlib import Path

    from claims.editions import Report
    from claims.ledger import Ledger
    from claims.records import Claim

LATER = importing.ROWS.replace("City Hospital,9,ca", "City Hospital,8,ca") + (
    "2024-05-04,City Hospital,13,,30,,\n"
)
"""A newer edition: one figure changed silently, one day more."""


def take(
    ledger: Ledger, folder: Path, text: str = importing.ROWS, *, rehearse: bool = False
) -> Report:
    """Take an edition in."""
    rows = importing.table(folder, text)
    return editions.take_in(
        rows, importing.mapping(), ledger, actor="desk", edition="e1", rehearse=rehearse
    )


def of_day(ledger: Ledger, day: str, indicator: str = "harbour-killed") -> Claim:
    """Return the claim about a day."""
    return next(
        claim
        for claim in ledger.claims()
        if claim.indicator == indicator and str(claim.said_on) == day
    )


def counts(report: Report) -> tuple[int, int, int]:
    """Return how many claims are new, revised and unchanged."""
    return report.added, report.revised, report.unchanged
