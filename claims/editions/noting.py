"""What is odd about an edition as a whole: much of the set is gone, or it is an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.editions.report import IMPORTED
from claims.periods import words

if TYPE_CHECKING:
    from claims.editions.report import Report
    from claims.ledger import Ledger

MOST_IMPORTS = 50
"""Imports that are looked through for the same edition."""


def notes(report: Report, ledger: Ledger) -> list[str]:
    """Return what a person should look at before relying on an edition, one sentence each."""
    found = []
    gone, there = len(report.vanished), report.claims
    if gone > there:
        found.append(
            f"Of what is on record from this set, {gone:,} claims are not in this file and "
            f"{there:,} are: is it whole?"
        )
    if (since := _imported_before(report, ledger)) and report.revised:
        found.append(
            f"This very edition was imported on {since}, and another one after it: figures that "
            "were changed since go back to what they were."
        )
    return found


def _imported_before(report: Report, ledger: Ledger) -> str:
    """Return the day on which this edition was imported, where another one came after it."""
    start = f"{IMPORTED}"
    of_mapping, edition = f" by the mapping {report.mapping}, ", f"edition {report.edition}"
    latest = [one for one in ledger.batches.latest(start, MOST_IMPORTS) if of_mapping in one.reason]
    same = [one for one in latest if report.edition and one.reason.endswith(edition)]
    if not same or same[0].rev == latest[0].rev:
        return ""
    return words(same[0].at.date())
