"""What the pages show, fetched once for each ledger position.

A ledger position never changes, so everything here may be kept by (arguments, rev). The
values are frozen records and are shared by all visitors; frames are copied by whoever
changes them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from claims import intake
from claims.analysis import figures
from claims.collection import Collection
from claims.ledger import Filter, Ledger
from claims.states import Standing, standings
from claims.summary import Summary, summarise

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    import pandas as pd

    from claims.errors import Problem
    from claims.ledger import Sort
    from claims.records import Claim, Indicator, Party, Source

States: TypeAlias = "Mapping[str, Standing]"

ROOT = Path(__file__).parent.parent
_FILLING = Lock()
MOST_COMPARED = 400
"""Claims of one indicator up to which every pair of them is compared for a page."""
MOST_SUMMARISED = 60
"""Indicators that the overview shows."""


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
            if report:
                for problem in found.problems:
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
    parties = {party.id: party for party in ledger.all("party", rev)}
    sources = {source.id: source for source in ledger.all("source", rev)}
    indicators = {indicator.id: indicator for indicator in ledger.all("indicator", rev)}
    of = {key: party.name for key, party in parties.items()}
    of |= {key: indicator.title for key, indicator in indicators.items()}
    collection = Collection.of_records([*parties.values(), *sources.values(), *indicators.values()])
    return Names(collection, indicators, sources, parties, of)


@lru_cache(maxsize=64)
def facets(ledger: Ledger, wanted: Filter, rev: int) -> Mapping[str, Mapping[str, int]]:
    """Return the counts beside each choice of the filter."""
    return ledger.facets(wanted, rev)


@lru_cache(maxsize=256)
def selected(
    ledger: Ledger, wanted: Filter, rev: int, sort: Sort = "period"
) -> tuple[tuple[Claim, ...], pd.DataFrame]:
    """Return the claims that a filter chooses, and the frame of those that state a figure."""
    known = names(ledger, rev)
    claims = ledger.claims(wanted, rev, sort)
    return claims, figures(claims, known.indicators, known.of)


@lru_cache(maxsize=256)
def states(ledger: Ledger, indicator: str, rev: int, today: date) -> States:
    """Return the computed states of all claims under an indicator, by claim id.

    Empty where there are more claims than can be compared pair by pair for a page.
    """
    known, whole = names(ledger, rev), Filter(indicator=(indicator,))
    if indicator not in known.indicators or ledger.count(whole, rev) > MOST_COMPARED:
        return {}
    claims, _ = selected(ledger, whole, rev)
    return standings(claims, known.indicators[indicator], known.root, today)


@lru_cache(maxsize=256)
def summary(ledger: Ledger, indicator: str, rev: int, today: date) -> Summary:
    """Return the summary of an indicator; of its newest claims only where there are too many."""
    known, whole = names(ledger, rev), Filter(indicator=(indicator,))
    total = ledger.count(whole, rev)
    if total > MOST_COMPARED:
        claims = ledger.claims(whole, rev, "-period", MOST_COMPARED)
    else:
        claims, _ = selected(ledger, whole, rev)
    found = summarise(
        known.indicators[indicator], claims, states(ledger, indicator, rev, today), known.root
    )
    return replace(found, claims=total)


@lru_cache(maxsize=4)
def summaries(ledger: Ledger, rev: int, today: date) -> tuple[Summary, ...]:
    """Return the summaries of the indicators with the most claims, those first."""
    counts = facets(ledger, Filter(), rev).get("indicator", {})
    known = names(ledger, rev).indicators
    largest = sorted(known, key=lambda key: (-counts.get(key, 0), key))[:MOST_SUMMARISED]
    return tuple(summary(ledger, key, rev, today) for key in largest)
