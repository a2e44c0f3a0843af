"""The figure of a proposal as records hold it, where they can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from claims.fields import UNSAFE
from claims.quantities import Quantity

if TYPE_CHECKING:
    from claims.extraction.proposal import Proposal


def quantity_of(proposal: Proposal, unit: str = "") -> Quantity | None:
    """Return the figure of a proposal; None for one that no record takes: below zero, too large.

    `unit` goes before the proposal's own. Characters that no record takes are left out.
    """
    try:
        return Quantity(
            as_stated=UNSAFE.sub("", proposal.quote),
            hedge=proposal.hedge,
            value=proposal.value,
            low=proposal.low,
            high=proposal.high,
            unit=unit or proposal.unit or "people",
        )
    except ValidationError:
        return None
