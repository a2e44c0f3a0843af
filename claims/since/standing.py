"""Computed states that changed although the claims did not: by other claims, or by the day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.states import Corroboration, Currency

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claims.records import Claim
    from claims.states import Standing

BECAME: dict[Corroboration | Currency, tuple[str, str]] = {
    Corroboration.CONTESTED: ("is now contested", "are now contested"),
    Currency.STALE: ("has become stale", "have become stale"),
    Currency.SUPERSEDED: ("was superseded", "were superseded"),
    Currency.WITHDRAWN: ("was withdrawn", "were withdrawn"),
    Currency.CURRENT: ("is current again", "are current again"),
    Corroboration.CORROBORATED: ("is now corroborated", "are now corroborated"),
    Corroboration.SINGLE: ("is now of a single origin", "are now of a single origin"),
    Corroboration.UNNAMED: ("now names no origin", "now name no origin"),
    Corroboration.NONE: ("now has no figure", "now have no figure"),
}
"""How it is said that one claim or several came into a state, in the order of telling."""


@dataclass(frozen=True, slots=True)
class StateChange:
    """A claim that did not change, and its states before and after."""

    claim: Claim
    before: Standing
    after: Standing

    @property
    def became(self) -> tuple[Corroboration | Currency, ...]:
        """The states that it came into."""
        came: list[Corroboration | Currency] = []
        if self.after.corroboration is not self.before.corroboration:
            came.append(self.after.corroboration)
        if self.after.currency is not self.before.currency:
            came.append(self.after.currency)
        return tuple(sorted(came, key=list(BECAME).index))

    def in_words(self) -> str:
        """Say what became of it: `is now contested, has become stale`."""
        return ", ".join(BECAME[state][0] for state in self.became)


def state_changes(
    claims: Iterable[Claim], before: Mapping[str, Standing], after: Mapping[str, Standing]
) -> tuple[StateChange, ...]:
    """Return those of these claims whose states differ, in their order."""
    both = [claim for claim in claims if claim.id in before and claim.id in after]
    found = (StateChange(claim, before[claim.id], after[claim.id]) for claim in both)
    return tuple(change for change in found if change.became)


def in_words(changes: Iterable[StateChange]) -> str:
    """Count them by what became of them: `1 is now contested, 2 have become stale`."""
    many = Counter(state for change in changes for state in change.became)
    told = ((many[state], one, more) for state, (one, more) in BECAME.items() if many[state])
    return ", ".join(f"{n:,} {one if n == 1 else more}" for n, one, more in told)
