"""Why figures differ that cannot both be true: recording it, and which figures it holds for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pydantic import ValidationError

from claims.comparison import Relation, compare
from claims.errors import (
    IncompleteExplanationError,
    NothingToExplainError,
    NothingToTakeBackError,
)
from claims.numerals import say
from claims.origins import Figure, said_by
from claims.records import Explanation
from claims.vocabulary import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claims.comparison import Comparison
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

    Raises IncompleteExplanationError where nobody gives a name for it, and NothingToTakeBackError
    where nobody explained it.
    """
    if not by.strip():
        raise IncompleteExplanationError([f"it needs {NEEDED['by']}"])
    by_id = {one.id: one for one in (*claims, other, claim)}
    pair = {said_by(claim), said_by(other)}
    kept = {one.id: _kept(one, pair, by_id) for one in by_id.values()}
    changed = [one for one in by_id.values() if kept[one.id] != one.explained]
    if not changed:
        raise NothingToTakeBackError(claim.id, other.id)
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


def explanations(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Explanation]]:
    """Yield each explanation that holds, after the claim that it stands on and the other one.

    One of figures that have changed since no longer holds. The newest comes last.
    """
    by_id = {claim.id: claim for claim in claims if claim.quantity}
    found = [
        (claim, by_id[explained.claim], explained)
        for claim in by_id.values()
        for explained in claim.explained
        if explained.claim in by_id
    ]
    found.sort(key=lambda one: (str(one[2].on or ""), one[0].id))
    for claim, other, explained in found:
        figures = tuple(say(one.quantity) for one in (claim, other) if one.quantity)
        if explained.figures in {None, figures}:
            yield claim, other, explained


def in_error(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the ids of the claims that print a figure which a person marked as an error."""
    explained = Explained.of(claims)
    if explained is None:
        return frozenset()
    return frozenset(claim.id for claim in claims if said_by(claim) in explained.errors)


@dataclass(frozen=True, slots=True)
class Explained:
    """Why figures differ, as persons explained it; it holds for every page that prints them."""

    pairs: Mapping[frozenset[Figure], tuple[Explanation, Figure]]
    """The newest explanation of each two figures, with the figure that it stands on."""
    errors: Mapping[Figure, Explanation]
    """The figures that are in error."""

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> Explained | None:
        """Return what was explained of claims, none where nothing was."""
        pairs = {
            frozenset((said_by(claim), said_by(other))): (explained, said_by(claim))
            for claim, other, explained in explanations(claims)
        }
        last = pairs.values()
        errors = {figure: one for one, figure in last if one.why is Difference.ERROR}
        return cls(pairs, errors) if pairs else None

    def give(self, comparison: Comparison) -> Comparison:
        """Give a conflict its explanation, and say which of the two claims it stands on.

        A figure in error is so whatever it contradicts; it needs no explanation for each.
        """
        if comparison.relation is not Relation.CONFLICT:
            return comparison
        mine, theirs = said_by(comparison.one), said_by(comparison.other)
        explained, figure = self.pairs.get(frozenset((mine, theirs)), (None, mine))
        if explained is None:
            figure = mine if mine in self.errors else theirs
            explained = self.errors.get(figure)
        if explained is None:
            return comparison
        on = comparison.one if figure == mine else comparison.other
        return replace(comparison, explained=explained, explained_on=on)
