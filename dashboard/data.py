"""What the pages show, fetched once for each ledger position.

A ledger position never changes, so everything here may be kept by (arguments, rev). The
values are frozen records and are shared by all visitors; frames are copied by whoever
changes them.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from claims import intake, pairs
from claims import since as changed
from claims.analysis import bands, consensus
from claims.analysis.frames import figures
from claims.analysis.ladders import ladders
from claims.analysis.moments import time_of
from claims.errors import LedgerVersionError
from claims.ledger import Filter, Ledger
from claims.periods import parse
from claims.states import Beside, gone
from dashboard import serving
from dashboard.text import LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from claims.analysis.case import Case
    from claims.analysis.consensus import Consensus
    from claims.analysis.findings import Finding
    from claims.analysis.ladders import Ladder
    from claims.analysis.summary import Summary
    from claims.collection import Collection
    from claims.errors import Problem
    from claims.ledger import Sort
    from claims.periods import Period
    from claims.records import Claim
    from claims.since import Moment, Since
    from claims.states import Standing

States: TypeAlias = "Mapping[str, Standing]"

ROOT = Path(__file__).parent.parent
_OPENING, _FILLING = Lock(), Lock()
_FILLED: set[Ledger] = set()
"""Ledgers that hold something: nothing takes it away again."""
MOST_SUMMARISED = 60
"""Indicators that the overview shows."""
MOST_WEIGHED = 50_000
"""Claims times origins up to which what is known is worked out for every stretch of time."""
MOST_DIFFERENCES = 200
"""Claims whose differences are listed; all are counted."""
MOST_IN_SMALL = 80
"""Figures that a small chart shows, the newest ones."""


def open_ledger(
    progress: Callable[[int, int], None] | None = None,
    report: Callable[[Problem], None] | None = None,
) -> Ledger:
    """Return the ledger in the folder for changing files, filled from `data/` when new.

    The folders are `var/` and `data/`, or what ON_RECORD_VAR and ON_RECORD_DATA name. What
    could not be loaded is reported, one problem at a time.
    """
    with _OPENING:
        ledger = _opened(Path(os.environ.get("ON_RECORD_VAR", ROOT / "var")) / "on-record.db")
    if ledger in _FILLED:
        return ledger
    data = Path(os.environ.get("ON_RECORD_DATA", ROOT / "data"))
    with _FILLING:
        if ledger.head.rev == 0 and data.exists():
            found = intake.load(data, ledger, "On Record", "first load", progress)
            if report:
                for problem in found.problems:
                    report(problem)
        if ledger.head.rev:
            _FILLED.add(ledger)
    serving.OPENED.set()
    return ledger


@cache
def _opened(path: Path) -> Ledger:
    """Open a ledger; the tables of an older version are made anew, which changes no revision."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return Ledger.open(path)
    except LedgerVersionError as error:
        if error.found > error.expected:
            raise
    ledger = Ledger.open(path, any_version=True)
    ledger.rebuild()
    return ledger


@lru_cache(maxsize=4)
def context(ledger: Ledger, rev: int) -> Collection:
    """Return the parties, sources and indicators at a ledger position."""
    return ledger.context(rev)


@lru_cache(maxsize=4)
def long_names(ledger: Ledger, rev: int) -> tuple[str, ...]:
    """Return the names and titles that are too long for a line among others, the longest first."""
    records = context(ledger, rev)
    names = {records.name(party) for party in records.ids("party")}
    names |= {indicator.title for indicator in records.indicators}
    return tuple(sorted((n for n in names if len(n) > LONGEST_NAME), key=len, reverse=True))


@lru_cache(maxsize=64)
def facets(ledger: Ledger, wanted: Filter, rev: int) -> Mapping[str, Mapping[str, int]]:
    """Return the counts beside each choice of the filter."""
    return ledger.facets(wanted, rev)


@lru_cache(maxsize=256)
def selected(
    ledger: Ledger, wanted: Filter, rev: int, today: date, sort: Sort = "period"
) -> tuple[tuple[Claim, ...], pd.DataFrame]:
    """Return the claims that a filter chooses, and the frame of those that state a figure."""
    return _framed(ledger, ledger.claims(wanted, rev, sort), rev, today)


@lru_cache(maxsize=1024)
def claims(ledger: Ledger, ids: tuple[str, ...], rev: int) -> tuple[Claim, ...]:
    """Return the claims of these ids in this order, those that are on record."""
    found = {claim.id: claim for claim in ledger.claims_by_id(ids, rev)}
    return tuple(found[claim_id] for claim_id in ids if claim_id in found)


@lru_cache(maxsize=128)
def newest(
    ledger: Ledger, indicator: str, rev: int, today: date
) -> tuple[tuple[Claim, ...], pd.DataFrame]:
    """Return the newest claims of an indicator, as many as a small chart shows, and their frame."""
    whole = Filter(indicator=(indicator,))
    return _framed(ledger, ledger.claims(whole, rev, "-period", MOST_IN_SMALL), rev, today)


def _framed(
    ledger: Ledger, claims: tuple[Claim, ...], rev: int, today: date
) -> tuple[tuple[Claim, ...], pd.DataFrame]:
    states = ledger.together.states_of(claims, rev, today=today)
    return claims, figures(claims, context(ledger, rev), states)


@lru_cache(maxsize=256)
def states(ledger: Ledger, indicator: str, rev: int, today: date) -> States:
    """Return the computed states of the claims of an indicator, by claim id.

    Empty where there are more claims than are compared with each other.
    """
    return ledger.together.standings(indicator, rev, today=today)


@lru_cache(maxsize=128)
def beside(ledger: Ledger, claim: Claim, rev: int, today: date) -> Beside:
    """Return how a claim stands to the others under its indicator."""
    question = context(ledger, rev).indicator(claim.indicator)
    known = states(ledger, claim.indicator, rev, today) if claim.indicator else {}
    if question is None or not known:
        return Beside(claim, (), (), (), ())
    others = ledger.claims(Filter(indicator=(question.id,)), rev)
    found = pairs.beside(claim, others, question)
    return Beside.of(claim, found, gone(others, known)).weighed(question, context(ledger, rev))


@lru_cache(maxsize=32)
def case(ledger: Ledger, indicator: str, rev: int) -> Case | None:
    """Return an indicator with its claims; none where they are too many to be compared."""
    counts = summary(ledger, indicator, rev)
    return ledger.together.case(indicator, rev) if counts and counts.is_compared else None


@lru_cache(maxsize=128)
def known(
    ledger: Ledger, indicator: str, rev: int, today: date, asked: Period | None = None
) -> Consensus | None:
    """Return what is known of an indicator at a time, or else at that of its newest figure."""
    found, counts = case(ledger, indicator, rev), summary(ledger, indicator, rev)
    newest = claims(ledger, (counts.latest or "",), rev) if counts else ()
    if found is None or not newest:
        return None
    when = asked or time_of(newest[0], found.indicator) or parse(today.isoformat())
    left = gone(found.claims, states(ledger, indicator, rev, today))
    return consensus.at(found.claims, found.indicator, found.records, when, left)


@lru_cache(maxsize=64)
def band(ledger: Ledger, indicator: str, rev: int, today: date) -> pd.DataFrame:
    """Return what all claims of an indicator allow in each stretch of time, as a frame.

    Empty where that would take long: each of very many claims against each of many origins.
    """
    found, counts = case(ledger, indicator, rev), summary(ledger, indicator, rev)
    if found is None or counts is None or counts.claims * counts.origins > MOST_WEIGHED:
        return pd.DataFrame()
    left = gone(found.claims, states(ledger, indicator, rev, today))
    stretches = consensus.over_time(found.claims, found.indicator, found.records, left)
    return bands.band(stretches, found.indicator, found.records)


@lru_cache(maxsize=64)
def reports(ledger: Ledger, indicator: str, rev: int, today: date) -> pd.DataFrame:
    """Return the running totals of an indicator as each claimant gave them, as a frame."""
    found = case(ledger, indicator, rev)
    if found is None:
        return pd.DataFrame()
    known = states(ledger, indicator, rev, today)
    return bands.as_reported(found.claims, found.indicator, found.records, known)


@lru_cache(maxsize=64)
def revised(ledger: Ledger, indicator: str, rev: int) -> tuple[Ladder, ...]:
    """Return the successive figures of each claimant that revised itself."""
    found = case(ledger, indicator, rev)
    return ladders(found) if found else ()


@lru_cache(maxsize=256)
def summary(ledger: Ledger, indicator: str, rev: int) -> Summary | None:
    """Return the summary of an indicator, None where there is no such indicator."""
    return ledger.together.summary(indicator, rev)


@lru_cache(maxsize=4)
def summaries(ledger: Ledger, rev: int) -> tuple[Summary, ...]:
    """Return the summaries of all indicators, those with the most claims first."""
    return ledger.together.summaries(rev)


@lru_cache(maxsize=256)
def findings(ledger: Ledger, indicator: str, rev: int, today: date) -> tuple[Finding, ...]:
    """Return what was found about the claims of an indicator, the weightiest first."""
    return ledger.together.findings(indicator, rev, today=today)


@lru_cache(maxsize=64)
def since(
    ledger: Ledger, wanted: Filter, before: Moment, after: Moment, limit: int = MOST_DIFFERENCES
) -> Since:
    """Return what changed in a view between two positions, each with the day it is seen on."""
    records = context(ledger, after[0])
    return changed.since(ledger, wanted, before, after, records=records, limit=limit)


@lru_cache(maxsize=4)
def attention(ledger: Ledger, rev: int, today: date, most: int) -> tuple[tuple[Finding, int], ...]:
    """Return the weightiest finding of each indicator, and how many more it has."""
    return ledger.together.first_findings(rev, today=today, limit=most)
