"""What the pages show, fetched once for each ledger position.

A ledger position never changes, so everything here may be kept by (arguments, rev). The
values are frozen records and are shared by all visitors; frames are copied by whoever
changes them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from claims import intake
from claims.collection import Collection
from claims.ledger import Filter, Ledger
from claims.records import Indicator, Party, Source
from claims.states import Standing, standings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from claims.errors import Problem
    from claims.records import Claim

States: TypeAlias = "Mapping[str, Standing]"

ROOT = Path(__file__).parent.parent
_FILLING = Lock()
MOST_COMPARED = 400
"""Claims of one indicator up to which every pair of them is compared for a page."""


def open_ledger(
    progress: Callable[[int, int], None] | None = None,
    report: Callable[[Problem], None] | None = None,
) -> Ledger:
    """Return the ledger in the folder for changing files, filled from `data/` when new.

    The folders are `var/` and `data/`, or what ON_RECORD_VAR and ON_RECORD_DATA name. What
    could not be loaded is reported, one problem at a time.
    """
    ledger = _opened(Path(os.environ.get("ON_RECORD_VAR", ROOT / "var")) / "on-record.db")
    data = Path(os.environ.get("ON_RECORD_DATA", ROOT / "data"))
    with _FILLING:
        if ledger.head.rev == 0 and data.exists():
            found = intake.load(data, ledger, "On Record", "first load", progress)
            for problem in found.problems if report else ():
                report(problem)
    return ledger


@cache
def _opened(path: Path) -> Ledger:
    path.parent.mkdir(parents=True, exist_ok=True)
    return Ledger.open(path)


@dataclass(frozen=True, slots=True)
class Names:
    """Parties, sources and indicators at one position, and what to call them."""

    records: Collection
    indicators: Mapping[str, Indicator]
    sources: Mapping[str, Source]
    parties: Mapping[str, Party]
    of: Mapping[str, str]
    """The name of a party, the title of an indicator, by id."""

    def root(self, party: str) -> str:
        """Return the independent origin that a party speaks for."""
        return self.records.root(party)

    def title(self, source: Source) -> str:
        """Return what to call a source: its title, or its publisher and day."""
        published = source.published.in_words() if source.published else "undated"
        return source.title or f"{self.of.get(source.publisher, source.publisher)}, {published}"


@lru_cache(maxsize=4)
def names(ledger: Ledger, rev: int) -> Names:
    """Return the names at a ledger position."""
    parties = {p.id: p for p in ledger.all("party", rev) if isinstance(p, Party)}
    sources = {s.id: s for s in ledger.all("source", rev) if isinstance(s, Source)}
    indicators = {i.id: i for i in ledger.all("indicator", rev) if isinstance(i, Indicator)}
    of = {key: party.name for key, party in parties.items()}
    of |= {key: indicator.title for key, indicator in indicators.items()}
    collection = Collection.of_records([*parties.values(), *sources.values(), *indicators.values()])
    return Names(collection, indicators, sources, parties, of)


@lru_cache(maxsize=64)
def facets(ledger: Ledger, wanted: Filter, rev: int) -> Mapping[str, Mapping[str, int]]:
    """Return the counts beside each choice of the filter."""
    return ledger.facets(wanted, rev)


@lru_cache(maxsize=256)
def claims_of(ledger: Ledger, indicator: str, rev: int) -> tuple[Claim, ...]:
    """Return all claims under an indicator, oldest period first."""
    return ledger.claims(Filter(indicator=(indicator,)), rev, sort="period")


@lru_cache(maxsize=256)
def states(ledger: Ledger, indicator: str, rev: int, today: date) -> States:
    """Return the computed states of all claims under an indicator, by claim id.

    Empty where there are more claims than can be compared pair by pair for a page.
    """
    known = names(ledger, rev)
    claims = claims_of(ledger, indicator, rev)
    if len(claims) > MOST_COMPARED or indicator not in known.indicators:
        return {}
    return standings(claims, known.indicators[indicator], known.root, today)
