"""An indicator in a few numbers: how much is on record, from how many independent origins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.analysis.case import newest
from claims.origins import Breadth, breadth
from claims.states import Corroboration, is_gone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.analysis.case import Case
    from claims.records import Indicator


@dataclass(frozen=True, slots=True)
class Summary:
    """What is on record under one indicator."""

    indicator: str
    claims: int = 0
    publishers: int = 0
    origins: int = 0
    """Independent origins, relays and wire copies counted as the one they repeat."""
    unnamed: int = 0
    """Claims whose page names no origin."""
    contested: int = 0
    single_origin: int = 0
    """Claims without a second origin or a contradiction, among those that still count."""
    latest: str | None = None
    """The newest observed figure that still counts, by the id of its claim."""
    is_compared: bool = True
    """Whether its claims are few enough to be compared with each other."""

    def in_words(self) -> str:
        """Say how broad the record is: `9 claims, 5 publishers, 2 origins`."""
        return str(Breadth(self.claims, self.publishers, ("",) * self.origins))


def summarise(case: Case) -> Summary:
    """Return the summary of a case."""
    found = breadth(case.claims, case.records)
    states = [(claim, case.standings[claim.id]) for claim in case.claims]
    latest = newest(case)
    return Summary(
        indicator=case.indicator.id,
        claims=found.claims,
        publishers=found.publishers,
        origins=len(found.origins),
        unnamed=found.unnamed,
        contested=sum(s.corroboration is Corroboration.CONTESTED for _, s in states),
        single_origin=sum(
            s.corroboration is Corroboration.SINGLE and not is_gone(claim, s) for claim, s in states
        ),
        latest=latest.id if latest else None,
    )


def related(indicator: Indicator, others: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Return the indicators beside which one should be read.

    Those are what it is a part of, its parts, its fellow parts, and what else is counted at
    the same place, unless the place is a whole country.
    """
    family = {indicator.id, indicator.broader} - {None}
    place = indicator.place if "," in (indicator.place or "") else None
    return tuple(
        other
        for other in others
        if other.id != indicator.id
        and (
            other.id == indicator.broader
            or other.broader in family
            or (place is not None and other.place == place)
        )
    )
