"""What a column can be, what a person states once for a table, and a suggestion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.imports import mapping
    from claims.vocabulary import Basis, Kind


class Role(StrEnum):
    """What a column is to the claims of its rows."""

    FIGURE = "figure"
    LOW = "low"
    HIGH = "high"
    HEDGE = "hedge"
    DATE = "date"
    MONTH = "month of the date"
    DAY = "day of the date"
    END = "end date"
    SAID_ON = "said on"
    CLAIMANT = "claimant"
    PLACE = "place"
    CATEGORY = "category"
    UNIT = "unit"
    ADDRESS = "source address"
    KEY = "key"
    NOTE = "note"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class Basics:
    """What a person states once for a table; None is as it was found."""

    title: str | None = None
    """What the table is, in one line."""
    claimant: str | None = None
    """The name of who asserts all its figures."""
    publisher: str | None = None
    """The name of who published the table."""
    kind: Kind | None = None
    """What the figures assert."""
    unit: str | None = None
    """The thing counted."""
    basis: Basis | None = None
    """How the numbers count."""
    baseline: str | None = None
    """The day that running totals start from, EDTF."""


@dataclass(frozen=True)
class Suggestion:
    """A mapping that works as it is, why it is so, and what a person must check."""

    mapping: mapping.Mapping | None
    """The whole mapping; None where nothing can be imported, and the doubts say why."""
    reasons: Mapping[str, str]
    """Column -> why it was taken for what it is."""
    doubts: tuple[str, ...]
    """What a person must check or fill in."""
    roles: Mapping[str, Role]
    """Column -> what it was taken for."""
