"""Everything about one question: its claims, how they stand to each other, what is near it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from claims.comparison import Relation
from claims.pairs import comparisons
from claims.states import Standing, gone, standings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.collection import Collection
    from claims.comparison import Comparison
    from claims.records import Claim, Indicator


@dataclass(frozen=True)
class Case:
    """One indicator with its claims and what the rules need beside them.

    Every rule in `ALARMS` of `claims.analysis.weigh` takes a case and yields findings.
    """

    indicator: Indicator
    claims: tuple[Claim, ...]
    records: Collection
    """The parties, sources and indicators that the claims name."""
    whole: tuple[Claim, ...] = ()
    """The claims of the broader indicator, which this one is a part of."""
    elsewhere: tuple[Claim, ...] = field(default=(), repr=False)
    """Claims of other indicators with an unusual number that stands here too."""

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """How the claims stand to each other, each pair once."""
        return tuple(comparisons(self.claims, self.indicator))

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """The computed states of the claims, by claim id."""
        return standings(self.claims, self.indicator, self.records, self.comparisons)

    @cached_property
    def gone(self) -> frozenset[str]:
        """Ids of the claims that no longer count: withdrawn, rejected or replaced."""
        return gone(self.claims, self.standings)

    @cached_property
    def conflicts(self) -> tuple[Comparison, ...]:
        """Pairs that cannot both be true and both still count, explained ones included."""
        return tuple(
            c
            for c in self.comparisons
            if c.relation is Relation.CONFLICT and not {c.one.id, c.other.id} & self.gone
        )
