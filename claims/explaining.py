"""Recording why two claims differ that cannot both be true."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pydantic import ValidationError

from claims.comparison import Relation, compare
from claims.errors import IncompleteExplanationError, NothingToExplainError
from claims.numerals import say
from claims.pairs import Figure, said_by
from claims.records import Explanation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.records import Claim, Indicator

NEEDED = {
    "why": "a reason",
    "note": "the explanation in words",
    "by": "the name of whoever gives it",
}
"""What every explanation has, and how it is called."""


def explain(  # noqa: PLR0913 - two claims, what they answer, and the parts of an explanation
    claim: Claim,
    other: Claim,
    indicator: Indicator | None,
    claims: Iterable[Claim],
    *,
    why: str,
    note: str,
    by: str,
) -> tuple[Claim, ...]:
    """Return the claims to write so that one is explained to differ from another.

    `claims` are all claims under the indicator. An earlier explanation of the same two figures,
    on whichever page that prints one of them, gives way to the new one. An error is one of
    `claim`. Raises IncompleteExplanationError, and NothingToExplainError where the two do not
    conflict.
    """
    if indicator is None:
        raise NothingToExplainError(claim.id, other.id, "they answer no question with a number")
    comparison = compare(claim, other, indicator)
    if comparison.relation is not Relation.CONFLICT:
        raise NothingToExplainError(claim.id, other.id, comparison.reason)
    new = _explanation(claim, other, {"why": why, "note": note.strip(), "by": by.strip()})
    by_id = {one.id: one for one in (*claims, other, claim)}
    pair = {said_by(claim), said_by(other)}
    changed = []
    for one in by_id.values():
        kept = _kept(one, pair, by_id) + ((new,) if one.id == claim.id else ())
        if kept != one.explained:
            changed.append(one.model_copy(update={"explained": kept}))
    return tuple(changed)


def take_back(claim: Claim, other: Claim, claims: Iterable[Claim], *, by: str) -> tuple[Claim, ...]:
    """Return the claims to write so that two figures are no longer explained to differ.

    Raises IncompleteExplanationError where nobody gives a name for it, and NothingToExplainError
    where nobody explained it.
    """
    if not by.strip():
        raise IncompleteExplanationError([f"it needs {NEEDED['by']}"])
    by_id = {one.id: one for one in (*claims, other, claim)}
    pair = {said_by(claim), said_by(other)}
    kept = {one.id: _kept(one, pair, by_id) for one in by_id.values()}
    changed = [one for one in by_id.values() if kept[one.id] != one.explained]
    if not changed:
        raise NothingToExplainError(claim.id, other.id, "nobody explained why they differ")
    return tuple(one.model_copy(update={"explained": kept[one.id]}) for one in changed)


def _explanation(claim: Claim, other: Claim, given: dict[str, str]) -> Explanation:
    """Return the explanation of today; raises IncompleteExplanationError."""
    if missing := [f"it needs {what}" for field, what in NEEDED.items() if not given[field]]:
        raise IncompleteExplanationError(missing)
    figures = tuple(say(one.quantity) for one in (claim, other) if one.quantity)
    today = datetime.now(UTC).date().isoformat()
    fields = given | {"claim": other.id, "on": today, "figures": figures}
    try:
        return Explanation.model_validate(fields)
    except ValidationError as error:
        faults = [f"{fault['loc'][0]}: {fault['msg']}" for fault in error.errors()]
        raise IncompleteExplanationError(faults) from error


def _kept(claim: Claim, pair: set[Figure], by_id: dict[str, Claim]) -> tuple[Explanation, ...]:
    """Return the explanations of a claim that are not about these two figures."""
    return tuple(
        one
        for one in claim.explained
        if one.claim not in by_id or {said_by(claim), said_by(by_id[one.claim])} != pair
    )
