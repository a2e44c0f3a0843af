"""What the parts of an evidence pack share: the selection, its numbers, who stands beside whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from claims.export.markup import el, told
from claims.pairs import comparisons
from claims.prose import figure
from claims.states import Beside, gone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

    from claims.comparison import Comparison
    from claims.export.selection import Selection
    from claims.ledger import Revision
    from claims.records import Claim, Indicator


class Group(NamedTuple):
    """One question and the claims of this file that answer it."""

    indicator: Indicator
    claims: tuple[Claim, ...]
    compared: tuple[Comparison, ...]
    """How they stand to each other, each pair once."""


@dataclass(frozen=True)
class Pack:
    """The claims of one file, numbered in the order of the view, with all that goes with them."""

    selection: Selection
    histories: Mapping[str, Sequence[Revision]]
    """The revisions of each claim up to the position, oldest first, by claim id."""
    charts: Mapping[str, str]
    """SVG by indicator id."""
    hashes: Mapping[int, str]
    """The chain hash, in hex, by revision."""

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each claim in this file, by claim id."""
        return {claim.id: number for number, claim in enumerate(self.selection.claims, 1)}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The claims by question, in the order in which the questions appear."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.selection.claims:
            found[claim.indicator or ""].append(claim)
        known = {i: self.selection.records.indicator(i) for i in found}
        return tuple(
            Group(indicator, tuple(found[i]), tuple(comparisons(found[i], indicator)))
            for i, indicator in known.items()
            if indicator is not None
        )

    @cached_property
    def gone(self) -> frozenset[str]:
        """The claims that no longer count: withdrawn, rejected or replaced."""
        return gone(self.selection.claims, self.selection.states)

    @cached_property
    def _of_claim(self) -> Mapping[str, Sequence[Comparison]]:
        found: dict[str, list[Comparison]] = defaultdict(list)
        for comparison in (c for group in self.groups for c in group.compared):
            found[comparison.one.id].append(comparison)
            found[comparison.other.id].append(comparison)
        return found

    def beside(self, claim: Claim) -> Beside:
        """Return what the claim was compared with within this file, and what came of it."""
        found = Beside.of(claim, self._of_claim.get(claim.id, ()), self.gone)
        indicator = self.selection.records.indicator(claim.indicator)
        return found.weighed(indicator, self.selection.records) if indicator else found

    def number(self, claim_id: str) -> Element:
        """Return `No. 3` as a link to the claim within this file, or its id where it is not in."""
        if claim_id not in self.numbers:
            return el("span", f"claim {claim_id}, not in this file")
        return el("a", f"No. {self.numbers[claim_id]}", href=f"#claim-{claim_id}")

    def named(self, claim: Claim) -> Element:
        """Return a claim in few words: `No. 3 (at least five, Iranian officials)`."""
        who = self.selection.records.name(claim.claimant)
        return el(
            "span", self.number(claim.id), " (", told(f"{figure(claim.quantity)}, {who}"), ")"
        )

    def who(self, party_id: str) -> Element:
        """Return a party with what it is: `Press TV (state media)`."""
        party = self.selection.records.party(party_id)
        kind = f" ({party.kind})" if party else " (not on record)"
        return el("span", told(party.name if party else party_id), kind)

    def sealed(self, rev: int) -> Element:
        """Return the hash of a revision, or that none was given."""
        if rev not in self.hashes:
            return el("span", "not given", class_="quiet")
        return el("code", self.hashes[rev], class_="hash")
