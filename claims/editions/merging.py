"""One claim of an edition beside the same claim on record: what the set changed, what a person.

Three states meet: as the set gave it last, as it stands, as the set gives it now. What the set
has changed since is taken from it; whatever it has not changed stays as persons left it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claims.records import Claim, Review, to_json
from claims.vocabulary import ReviewState

if TYPE_CHECKING:
    from collections.abc import Callable

OWN = (
    "kind",
    "indicator",
    "statement",
    "quantity",
    "period",
    "said_on",
    "claimant",
    "chain",
    "planned",
    "evidence",
    "tags",
    "note",
)
"""The fields of a claim that come from the set; review and explanations are persons'."""
FIGURE = ("quantity", "period", "indicator")
"""A change of these is a change of what was reviewed."""
UNDONE = "The import was undone"
"""Why a claim was withdrawn that an undone import had added; another import takes it back."""


def merged(given: Claim, standing: str, before: Callable[[], str | None]) -> Claim | None:
    """Return the claim to be recorded; None where the set has changed nothing.

    `standing` is the state on record as JSON; `before` returns the state as the set gave it last,
    None where it never did.
    """
    if (written := to_json(given)) == standing:
        return None
    now, new = json.loads(standing), json.loads(written)
    was_undone = now.get("withdrawn", {}).get("reason") == UNDONE
    differing = [name for name in OWN if now.get(name) != new.get(name)]
    if differing:
        was = _state(before(), now)
        differing = [name for name in differing if was.get(name) != new.get(name)]
    if not differing and not was_undone:
        return None
    return _with(Claim.model_validate(now), given, differing, was_undone=was_undone)


def _state(text: str | None, now: dict[str, Any]) -> dict[str, Any]:
    """Return a state, or what stands where there is none."""
    found: dict[str, Any] = json.loads(text) if text else now
    return found


def _with(now: Claim, given: Claim, names: list[str], *, was_undone: bool) -> Claim:
    """Return a claim with some fields as the set gives them, its review reopened if need be."""
    changed = {name: getattr(given, name) for name in names}
    if was_undone:
        changed["withdrawn"] = None
    decided = now.review.state in {ReviewState.CLEARED, ReviewState.REJECTED}
    if decided and set(names) & set(FIGURE):
        changed["review"] = Review(state=ReviewState.IN_REVIEW)
    return now.model_copy(update=changed)
