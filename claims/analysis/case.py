"""Everything about one question: its claims, how they stand to each other, what is near it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from claims.comparison import Relation
from claims.explaining import in_error
from claims.pairs import comparisons
from claims.states import Standing, gone, standings
from claims.vocabulary import Basis

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
        """Ids of the claims that no longer count, such as those withdrawn or replaced."""
        return gone(self.claims, self.standings)

    @cached_property
    def out(self) -> frozenset[str]:
        """Ids of the claims that tell nothing any more: gone, or found to be an error."""
        return self.gone | in_error(self.claims)

    @cached_property
    def conflicts(self) -> tuple[Comparison, ...]:
        """Pairs that cannot both be true and both still count, explained ones included."""
        return tuple(
            c
            for c in self.comparisons
            if c.relation is Relation.CONFLICT and not {c.one.id, c.other.id} & self.gone
        )


def newest(case: Case) -> Claim | None:
    """Return the newest observed figure that still counts, None where there is none.

    A running total is as new as the day that it is counted to, a level as what it is about, and
    of two the one said later; what happened is as new as when it was said. Ten by 27 July is
    newer than five by 20 July, whenever the five were said.
    """
    observed = (c for c in case.claims if not c.planned and c.id not in case.out)
    figures = [c for c in observed if c.quantity and c.quantity.is_known]
    basis = case.indicator.basis
    return max(figures, key=lambda claim: (*_days(claim, basis), claim.id), default=None)


def _days(claim: Claim, basis: Basis) -> tuple[date, date]:
    """Return the days that make a figure new, the one that decides first."""
    said = (claim.said_on and claim.said_on.start) or date.min
    about = _about(claim, basis)
    return (about, said) if basis in {Basis.LEVEL, Basis.TALLY} else (said, about)


def _about(claim: Claim, basis: Basis) -> date:
    """Return the day that a figure is about: of a level the middle of its period, else the end.

    A level that goes on is about the day on which it was said, as far as that is known; so is
    a count that names no last day, and it is as old as can be where nobody knows.
    """
    about, said = claim.period, claim.said_on and claim.said_on.end
    if about is None:
        return date.min
    if basis is Basis.LEVEL:
        return (about.end and about.middle) or said or date.max
    if about.end and about.ends_on_a_day:
        return about.end
    return min(said or date.min, about.end or date.max)
