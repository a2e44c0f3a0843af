"""Recording why two claims differ that cannot both be true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.comparison import Relation, compare
from claims.errors import NothingToExplainError

if TYPE_CHECKING:
    from claims.records import Claim, Explanation, Indicator


def explained(
    claim: Claim, other: Claim, indicator: Indicator | None, explanation: Explanation
) -> Claim:
    """Return a claim with the explanation why it differs from another one.

    It takes the place of an earlier explanation of the same pair. Raises
    NothingToExplainError where the two do not conflict.
    """
    if indicator is None:
        raise NothingToExplainError(claim.id, other.id, "they answer no question with a number")
    comparison = compare(claim, other, indicator)
    if comparison.relation is not Relation.CONFLICT:
        raise NothingToExplainError(claim.id, other.id, comparison.reason)
    others = tuple(e for e in claim.explained if e.claim != other.id)
    return claim.model_copy(update={"explained": (*others, explanation)})
