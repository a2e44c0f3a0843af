"""What is shared, asked over HTTP: the API beside the ledger's query, pictures, a crowd.

Everything is asked of the served app on this machine, on the records that come with it and on
100,000 synthetic claims. A first answer is one that nobody has asked for before, so that
nothing of it is kept.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import count, islice, product
from pathlib import Path
from typing import TYPE_CHECKING

from claims import intake
from claims.ledger import Filter, Ledger
from dashboard.links import View, address
from tests.bench import grown, synthetic
from tests.bench.kept import Reader
from tests.bench.measure import Result, side_by_side, timed
from tests.server import ROOT, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claims.ledger.filter import Sort

ROUNDS, READERS, FILES = 24, 20, 10_000
SORT: Sort = "-period"
LIMIT = 50
"""What the API answers with where nothing else is asked."""
GROUPS = {
    "an indicator": ("indicator",),
    "a claimant and a kind": ("claimant", "kind"),
    "a country and a hedge": ("country", "hedge"),
}
"""Filters that readers choose."""
SHORTEST = 5
"""Letters of a word that is searched for."""


def results() -> Iterator[Result]:
    """Ask for everything that is shared, first of the real records and then of very many."""
    yield from _measured("261 claims", real, "us-troops-iraq")
    yield from _measured("100,000", grown.fill, synthetic.FIVE_HUNDRED)


def real(folder: Path) -> None:
    """Write the records that come with the app into a ledger."""
    folder.mkdir(parents=True)
    with Ledger.open(folder / "on-record.db") as ledger:
        intake.load(ROOT / "data", ledger, "bench", "first load")


@contextmanager
def _opened(fill: Callable[[Path], None]) -> Iterator[tuple[Reader, Ledger, str]]:
    """Serve a ledger and open it here too, until the block ends."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "var"
        fill(folder)
        app = stack.enter_context(served(folder))
        ledger = stack.enter_context(Ledger.open(folder / "on-record.db", read_only=True))
        yield stack.enter_context(Reader(app.url)), ledger, app.url


def _measured(size: str, fill: Callable[[Path], None], indicator: str) -> Iterator[Result]:
    with _opened(fill) as (reader, ledger, url):
        chosen = Filter(indicator=(indicator,))
        ids = [claim.id for claim in ledger.claims(chosen, sort=SORT, limit=ROUNDS)]
        for path in (f"/i/{indicator}.png", f"/c/{ids[0]}", "/api/claims"):
            reader.ask(path)  # by then the server has loaded all that it loads
        yield from _api(reader, ledger, size)
        yield from _pictures(reader, ids, indicator, size)
        yield from _pages(reader, ids, size)
        yield _file(reader, ledger, size)
        yield from _connections(reader, ids[0], size)
        yield from _crowd(reader, url, _many(ids, indicator), size)


def _api(reader: Reader, ledger: Ledger, size: str) -> Iterator[Result]:
    """Ask for claims by filters; beside it stands the query for the same claims alone."""
    groups = {name: _filters(ledger, fields) for name, fields in GROUPS.items()}
    groups["a word"] = _words(ledger)
    every = [chosen for filters in groups.values() for chosen in filters]
    for name, filters in groups.items():
        pair = _asked_and_queried(reader, ledger, filters)
        yield Result(f"API by {name}, {size} (query)", *pair, 3)
    pair = _asked_and_queried(reader, ledger, every)
    yield Result(f"API, what was asked before, {size} (query)", *pair, 3)


def _asked_and_queried(
    reader: Reader, ledger: Ledger, filters: Sequence[Filter]
) -> tuple[float, float]:
    """Ask the API and the ledger for each of these in turn."""
    asked, queried = iter(filters), iter(filters)
    return side_by_side(
        lambda: reader.ask(address("api/claims", View(filter=next(asked)))),
        lambda: ledger.claims(next(queried), sort=SORT, limit=LIMIT),
        len(filters),
    )


def _filters(ledger: Ledger, fields: Sequence[str]) -> list[Filter]:
    """Return filters by some fields, each with claims, those of frequent values first."""
    counts = ledger.facets()
    found = (
        Filter.model_validate({name: (value,) for name, value in zip(fields, values, strict=True)})
        for values in product(*(counts[name] for name in fields))
    )
    return list(islice((chosen for chosen in found if ledger.count(chosen)), ROUNDS))


def _words(ledger: Ledger) -> list[Filter]:
    """Return searches for the words that are in the most of some statements."""
    statements = (claim.statement for claim in ledger.claims(limit=500))
    words = Counter(word for text in statements for word in set(text.lower().split()))
    found = [word for word, _ in words.most_common() if word.isalpha() and len(word) >= SHORTEST]
    return [Filter(text=word) for word in found[:ROUNDS]]


def _pictures(reader: Reader, ids: Sequence[str], indicator: str, size: str) -> Iterator[Result]:
    """Ask for each picture twice: it is drawn, then it is kept."""
    chart = f"/i/{indicator}.png?from=2015-01-"
    pictures = {
        "card": [f"/c/{claim}.png" for claim in ids[:8]],
        "chart": [f"{chart}{day:02}" for day in range(1, 9)],
    }
    for name, paths in pictures.items():
        drawn = [timed(partial(reader.ask, path)) for path in paths]
        again = [timed(partial(reader.ask, path)) for path in paths * 5]
        theirs = statistics.median(drawn)
        yield Result(f"{name} once more, {size} (drawn)", statistics.median(again), theirs, None)
        yield Result(f"{name} once more, the slowest of 40, {size}", max(again), None, 20)


def _pages(reader: Reader, ids: Sequence[str], size: str) -> Iterator[Result]:
    """Ask for the small pages of claims; the API's answer with one claim stands beside it."""
    claims, numbers = iter(ids), count(1)
    pair = side_by_side(
        lambda: reader.ask(f"/c/{next(claims)}"),
        lambda: reader.ask(f"/api/claims?limit=1&from=2015-01-{next(numbers):02}"),
        len(ids),
    )
    yield Result(f"small page of a claim, {size} (API, one claim)", *pair, None)


def _file(reader: Reader, ledger: Ledger, size: str) -> Result:
    """Ask for a file of very many claims; reading them all from the ledger stands beside it."""
    hedge = next(value for value, many in ledger.facets()["hedge"].items() if many <= 2 * FILES)
    chosen, sent = Filter.model_validate({"hedge": (hedge,)}), count(1)
    many = ledger.count(chosen)
    path = address("explore.csv", View(filter=chosen))
    pair = side_by_side(
        lambda: reader.ask(f"{path}&from=1901-01-{next(sent):02}"), lambda: ledger.claims(chosen), 3
    )
    return Result(f"CSV of {many:,} claims, {size} (read alone)", *pair, None)


def _connections(reader: Reader, claim: str, size: str) -> Iterator[Result]:
    """Ask on a connection that is kept and on a fresh one: kept ones once stalled for 40 ms."""
    paths = {"API": "/api/claims?limit=1", "page": f"/c/{claim}", "picture": f"/c/{claim}.png"}
    for name, path in paths.items():
        kept = [timed(partial(reader.ask, path)) for _ in range(ROUNDS)]
        fresh = [timed(partial(reader.afresh, path)) for _ in range(ROUNDS)]
        pair = statistics.median(kept), statistics.median(fresh)
        yield Result(f"{name}, connection kept, {size} (fresh)", *pair, 1.1)


def _many(ids: Sequence[str], indicator: str) -> list[str]:
    """Return what a crowd asks for: answers, small pages, pictures, files, pages of the app."""
    found = [f"/api/claims?indicator={indicator}&limit={n}" for n in range(1, 21)]
    found += [f"/api/{name}" for name in ("indicators", "sources", "parties")]
    found += [f"/c/{claim}{suffix}" for claim in ids[8:] for suffix in ("", ".png", ".json")]
    found += [f"/i/{indicator}{suffix}" for suffix in ("", ".png", ".svg", ".csv", ".jsonl")]
    found += [f"/indicator.{suffix}?id={indicator}" for suffix in ("xlsx", "jsonld", "vl.json")]
    return [*found, f"/feed.atom?indicator={indicator}", "/", f"/indicator?id={indicator}"]


def _crowd(reader: Reader, url: str, paths: Sequence[str], size: str) -> Iterator[Result]:
    """Let twenty readers at once ask for a fifth of all of it each, beginning at other places."""
    share = len(paths) // 5
    shares = [[*paths, *paths][n * share // 4 :][:share] for n in range(READERS)]

    def read(mine: Sequence[str]) -> list[str]:
        with Reader(url) as one:
            return one.failures(mine)

    failed: list[str] = []

    def at_once() -> None:
        with ThreadPoolExecutor(READERS) as readers:
            failed.extend(line for lines in readers.map(read, shares) for line in lines)

    took = timed(at_once)
    alone = timed(lambda: [reader.ask(path) for mine in shares for path in mine])
    sys.stderr.writelines(f"{line}\n" for line in failed)
    asked = f"{READERS} readers, {share * READERS:,} answers, {size}"
    yield Result(f"{asked}: failed", len(failed), None, 0, "")
    yield Result(f"{asked} (by one, kept)", took, alone, None)
