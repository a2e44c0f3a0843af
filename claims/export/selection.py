"""Claims as a reader chose them at one ledger position: what every export is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.numerals import counted
from claims.periods import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from claims.collection import Collection
    from claims.ledger import Ledger, Position
    from claims.records import Claim
    from claims.states import Standing


@dataclass(frozen=True)
class Selection:
    """The claims of one view, in its order, with all that a file must say about them."""

    title: str
    """What the view is called: `US troops in Iraq`."""
    claims: tuple[Claim, ...]
    records: Collection
    """The parties, sources and indicators on record at the position."""
    states: Mapping[str, Standing]
    """The computed states on `day`, by claim id; claims without an indicator have none."""
    position: Position
    """The ledger position that everything here is of."""
    day: date
    """The day as on which states hold: what is stale is stale on that day."""
    made: datetime
    """When this was asked for, UTC."""
    filters: Mapping[str, str] = field(default_factory=dict)
    """What was chosen, in words: `Claimant` to `HRANA or Amnesty International`."""
    site: str = ""
    """The address of the server without a slash at the end; links are relative without one."""
    path: str = "/"
    """Path and parameters of the view within the server, without the position."""
    pin: str = ""
    """The parameters that hold a link at the position: `v=2&rev=1204&shared=2026-11-22`."""
    later: Mapping[str, str] = field(default_factory=dict)
    """What became of claims after the position, by id; only for words that are read now."""
    beyond: tuple[Claim, ...] = ()
    """Claims that those refer to and that were not chosen, so that a file loads by itself."""

    @property
    def address(self) -> str:
        """The link that opens this very view at this position."""
        return self._pinned(self.path)

    def permalink(self, claim_id: str) -> str:
        """Return the link of one claim at this position."""
        return self._pinned(f"/c/{claim_id}")

    def live(self, claim_id: str) -> str:
        """Return the link of one claim as it stands when it is opened."""
        return f"{self.site}/c/{claim_id}"

    @property
    def filters_in_words(self) -> str:
        """Say what was chosen: `Claimant: HRANA; Words: killed`, or `all claims`."""
        return "; ".join(f"{name}: {value}" for name, value in self.filters.items()) or "all claims"

    @property
    def chosen_in_words(self) -> str:
        """Say how the claims came here: `chosen by Claimant: HRANA`, or `not filtered`."""
        return f"chosen by {self.filters_in_words}" if self.filters else "not filtered"

    @property
    def in_words(self) -> str:
        """Say what this is, one line: `12 claims at revision 1,204 of 22 November 2026; …`."""
        at = f" of {words(self.position.at)}" if self.position.at else ""
        many = counted(len(self.claims), "claim")
        return (
            f"{many} at revision {self.position.rev:,}{at}, states as on {words(self.day)}; "
            f"{self.chosen_in_words}; made {self.made:%Y-%m-%d %H:%M} UTC"
        )

    def _pinned(self, path: str) -> str:
        if not self.pin:
            return f"{self.site}{path}"
        return f"{self.site}{path}{'&' if '?' in path else '?'}{self.pin}"


def referred_to(
    claims: Iterable[Claim], ledger: Ledger, rev: int | None = None
) -> tuple[Claim, ...]:
    """Return the claims that some claims refer to and that are not among them, by id.

    A claim refers to the one that it supersedes and to those that it is explained beside;
    what these refer to in turn is returned too. Raises UnknownPositionError.
    """
    chosen = {claim.id: claim for claim in claims}
    found: dict[str, Claim] = {}
    newest = list(chosen.values())
    while wanted := {name for claim in newest for name in _named(claim)} - {*chosen, *found}:
        newest = list(ledger.claims_by_id(wanted, rev))
        found |= {claim.id: claim for claim in newest}
    return tuple(found[claim_id] for claim_id in sorted(found))


def _named(claim: Claim) -> set[str]:
    """Return the ids of the claims that a claim names."""
    named = {explanation.claim for explanation in claim.explained}
    return named | {claim.supersedes} if claim.supersedes else named
