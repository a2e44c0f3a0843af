"""Editions of published sets in the ledger: taken in whole, followed as they grow, taken back."""

from claims.editions.report import Report
from claims.editions.taking import take_in
from claims.editions.undoing import undo

__all__ = ["Report", "take_in", "undo"]
