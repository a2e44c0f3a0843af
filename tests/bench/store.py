"""The ledger against pandas in memory, on the same synthetic claims and questions."""

from __future__ import annotations

import itertools
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from claims.hedges import Hedge
from claims.ledger import FACETS, Filter, Ledger
from tests.bench import synthetic
from tests.bench.measure import Result, side_by_side, timed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


ROUNDS = 7
BATCH = 5_000


def results(number: int) -> Iterator[Result]:
    """Measure ingest and queries on this many claims."""
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "bench.db") as ledger:
        ledger.append(synthetic.context(), actor="bench")
        claims = list(synthetic.claims(number))
        took = timed(partial(ledger.append, claims, actor="bench", batch=BATCH))
        ids = [claim.id for claim in claims[::BATCH]]
        del claims
        rate = number / took * 1_000
        what = "ingest, everything indexed and weighed, batches of 5,000"
        yield Result(what, rate, None, 6_000, "claims/s", most=False)
        yield from _queries(ledger, ids, _frame(ledger))


def _frame(ledger: Ledger) -> pd.DataFrame:
    """Return what pandas would hold: the light rows, words of closed lists as categories."""
    frame = pd.DataFrame(ledger.rows())
    names = [name for name in FACETS if name in frame.columns]
    return frame.astype(dict.fromkeys(names, "category"))


def _queries(ledger: Ledger, ids: Sequence[str], frame: pd.DataFrame) -> Iterator[Result]:
    counter = itertools.count()
    names = [name for name in FACETS if name in frame.columns]

    def chosen() -> Filter:
        return Filter(
            indicator=(f"i-{next(counter) % 40}",), since="2018-01-01", until="2022-12-31"
        )

    def selected(wanted: Filter) -> pd.DataFrame:
        period = (frame["period_end"] >= "2018-01-01") & (frame["period_start"] <= "2022-12-31")
        return frame[(frame["indicator"] == wanted.indicator[0]) & period]

    def counted(part: pd.DataFrame) -> list[pd.Series[int]]:
        return [part[name].value_counts() for name in names]

    def one() -> str:
        return ids[next(counter) % len(ids)]

    def with_history(claim_id: str) -> object:
        return ledger.claim(claim_id), ledger.history("claim", claim_id)

    def found(wanted: Filter) -> pd.DataFrame:
        text, parts = frame["statement"].str, wanted.text.split()
        hit = text.contains(parts[0], regex=False) & text.contains(parts[1], regex=False)
        return frame[hit & (frame["hedge"] == wanted.hedge[0])]

    words = Filter(text=f"{synthetic.WORDS[30]} {synthetic.WORDS[60]}", hedge=(Hedge.AT_LEAST,))
    questions = {
        "facets, filtered by indicator and period": (
            lambda: ledger.facets(chosen()),
            lambda: counted(selected(chosen())),
            0.5,
        ),
        "facets, unfiltered": (ledger.facets, lambda: counted(frame), 0.1),
        "page of 50, newest period first": (
            lambda: ledger.claims(sort="-period", limit=50),
            lambda: frame.sort_values("period_start", ascending=False).head(50),
            0.25,
        ),
        "one claim with its history": (
            lambda: with_history(one()),
            lambda: frame[frame["id"] == one()],
            0.1,
        ),
        "two words and a hedge, page of 50": (
            lambda: ledger.claims(words, sort="relevance", limit=50),
            lambda: found(words).head(50),
            0.05,
        ),
    }
    for what, (ours, theirs, target) in questions.items():
        yield Result(f"{what} (pandas)", *side_by_side(ours, theirs, ROUNDS), target)
