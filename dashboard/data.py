"""What the pages show, fetched once for each ledger position.

A ledger position never changes, so everything here may be kept by (arguments, rev). The
values are frozen records and are shared by all visitors; frames are copied by whoever
changes them.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from claims import intake
from claims.analysis import figures
from claims.ledger import Filter, Ledger
from claims.states import Standing, standings
from claims.summary import Summary, summarise

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    import pandas as pd

    from claims.collection import Collection
    from claims.errors import Problem
    from claims.ledger import Sort
    from claims.records import Claim, Indicator

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


@lru_cache(maxsize=4)
def context(ledger: Ledger, rev: int) -> Collection:
    """Return the parties, sources and indicators at a ledger position."""
    return ledger.context(rev)


@lru_cache(maxsize=64)
def facets(ledger: Ledger, wanted: Filter, rev: int) -> Mapping[str, Mapping[str, int]]:
    """Return the counts beside each choice of the filter."""
    return ledger.facets(wanted, rev)


@lru_cache(maxsize=256)
def selected(
    ledger: Ledger, wanted: Filter, rev: int, sort: Sort = "period"
) -> tuple[tuple[Claim, ...], pd.DataFrame]:
    """Return the claims that a filter chooses, and the frame of those that state a figure."""
    claims = ledger.claims(wanted, rev, sort)
    return claims, figures(claims, context(ledger, rev))


@lru_cache(maxsize=256)
def states(ledger: Ledger, indicator: str, rev: int, today: date) -> States:
    """Return the computed states of all claims under an indicator, by claim id.

    Empty where there are more claims than can be compared pair by pair for a page.
    """
    records, whole = context(ledger, rev), Filter(indicator=(indicator,))
    question = records.indicator(indicator)
    if question is None or ledger.count(whole, rev) > MOST_COMPARED:
        return {}
    claims, _ = selected(ledger, whole, rev)
    return standings(claims, question, records.root, today)


@lru_cache(maxsize=256)
def summary(ledger: Ledger, indicator: Indicator, rev: int, today: date) -> Summary:
    """Return the summary of an indicator; of its newest claims only where there are too many."""
    whole = Filter(indicator=(indicator.id,))
    total = ledger.count(whole, rev)
    if total > MOST_COMPARED:
        claims = ledger.claims(whole, rev, "-period", MOST_COMPARED)
    else:
        claims, _ = selected(ledger, whole, rev)
    found = states(ledger, indicator.id, rev, today)
    return replace(summarise(indicator, claims, found, context(ledger, rev).root), claims=total)


@lru_cache(maxsize=4)
def summaries(ledger: Ledger, rev: int, today: date) -> tuple[Summary, ...]:
    """Return the summaries of the indicators with the most claims, those first."""
    counts = facets(ledger, Filter(), rev).get("indicator", {})
    questions = sorted(context(ledger, rev).indicators, key=lambda i: (-counts.get(i.id, 0), i.id))
    return tuple(summary(ledger, i, rev, today) for i in questions[:MOST_SUMMARISED])
