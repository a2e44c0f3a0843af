"""How a figure of a draft can stand to the record."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Verdict(StrEnum):
    """How a figure of a draft stands to the record."""

    SUPPORTED = "supported"
    HEDGE_DROPPED = "hedge dropped"
    HEDGE_CHANGED = "hedge changed"
    SUPERSEDED = "superseded"
    CONFLICT = "in conflict"
    CONTESTED = "contested"
    STALE = "stale"
    WITHDRAWN = "withdrawn"
    NOT_ON_RECORD = "not on record"
    NOT_READ = "not read"


MEANINGS: Mapping[Verdict, str] = {
    Verdict.SUPPORTED: "A claim on record says as much",
    Verdict.HEDGE_DROPPED: "The record says the number less firmly",
    Verdict.HEDGE_CHANGED: "The record says the same number with another hedge",
    Verdict.SUPERSEDED: "The record holds a newer figure",
    Verdict.CONFLICT: "It cannot be true together with what is on record",
    Verdict.CONTESTED: "A claim on record says so, and another one contradicts it",
    Verdict.STALE: "A claim on record says so, and is too old to be used without its date",
    Verdict.WITHDRAWN: "Only claims that were taken back or rejected say so",
    Verdict.NOT_ON_RECORD: "No claim on record says so",
    Verdict.NOT_READ: "What it counts was not understood; check it by hand",
}
"""One sentence for each verdict, without a full stop."""
