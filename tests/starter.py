"""The records in data/, read once for the tests that hold the rules against them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from claims.collection import Collection
from claims.imports import jsonl

if TYPE_CHECKING:
    from claims.records import Claim, Indicator

DATA = Path(__file__).parents[1] / "data"


@lru_cache
def records() -> Collection:
    """Return all records in data/."""
    return Collection.of(jsonl.read(DATA).records)


def claims(indicator: str) -> list[Claim]:
    """Return the claims under an indicator, in the order of the file."""
    return [claim for claim, _ in records().claims() if claim.indicator == indicator]


def indicator(indicator_id: str) -> Indicator:
    """Return an indicator that is on record."""
    found = records().indicator(indicator_id)
    assert found is not None
    return found
