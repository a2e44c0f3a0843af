"""What is shared: the API beside the ledger's query, kept pictures and connections, a crowd."""

from __future__ import annotations

import statistics
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, date, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from claims.ledger import Filter, Ledger
from claims.vocabulary import Kind
from tests.bench.measure import Result, side_by_side, timed
from tests.server import App, served

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS, READERS, ASKED_EACH = 30, 20, 10
TROOPS, FIVE = "us-troops-iraq", "c-ebc694d29d18"
ADDRESSES = (
    "/api/claims?hedge=about",
    f"/c/{FIVE}",
    f"/i/{TROOPS}.png",
    f"/c/{FIVE}.png",
    "/explore.csv?country=IR",
    "/feed.atom?country=IQ",
)
"""What a crowd asks for in turn."""


def results() -> Iterator[Result]:
    """Measure over HTTP on this machine, on the records that come with the program."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        app = stack.enter_context(served(folder))
        http = stack.enter_context(httpx.Client(base_url=app.url, timeout=60))
        _wait_for_records(http)
        ledger = stack.enter_context(Ledger.open(folder / "on-record.db", read_only=True))
        yield from _api(http, ledger)
        yield from _pictures(http)
        kept = partial(_ask, http, "/api")
        fresh = partial(httpx.get, f"{app.url}/api")
        yield Result("a kept connection (a fresh one)", *side_by_side(kept, fresh, ROUNDS), 1)
        yield _crowd(app)
        yield _past(ledger)


def _wait_for_records(http: httpx.Client) -> None:
    """Wait until the first load is over."""
    while not _ask(http, "/api/claims?limit=1").json()["total"]:
        continue


def _api(http: httpx.Client, ledger: Ledger) -> Iterator[Result]:
    """Ask for 50 claims since one day or another: the first answer, and the same again."""
    days = [date(2003, 1, day) for day in range(1, ROUNDS + 1)]
    _ask(http, "/api/claims?hedge=about")
    first, again = (
        [timed(partial(_ask, http, f"/api/claims?kind=troop+count&from={day}")) for day in days]
        for _ in range(2)
    )
    chosen = [Filter(kind=(Kind.TROOP_COUNT,), since=day) for day in days]
    query = [timed(partial(ledger.claims, one, None, "-period", 50)) for one in chosen]
    theirs = statistics.median(query)
    yield Result("50 claims by API, first (ledger query)", statistics.median(first), theirs, 3)
    yield Result("50 claims by API, again (ledger query)", statistics.median(again), theirs, 3)
    floor = statistics.median(timed(partial(_ask, http, "/_stcore/health")) for _ in days)
    yield Result("of which HTTP alone takes (ledger query)", floor, theirs, None)


def _pictures(http: httpx.Client) -> Iterator[Result]:
    for name, path in {"chart": f"/i/{TROOPS}.png", "card": f"/c/{FIVE}.png"}.items():
        made = timed(partial(_ask, http, path))
        kept = statistics.median(timed(partial(_ask, http, path)) for _ in range(ROUNDS))
        yield Result(f"a {name} that is kept (made)", kept, made, None)
        yield Result(f"a {name} that is kept", kept, None, 20)


def _crowd(app: App) -> Result:
    """Let twenty readers ask at once; return how many answers were no good."""
    with ThreadPoolExecutor(READERS) as readers:
        rows = list(readers.map(partial(_read, app), range(READERS)))
    found = Counter(chain.from_iterable(rows))
    wrong = sum(many for status, many in found.items() if status != httpx.codes.OK)
    return Result(f"{READERS} readers, {found.total()} answers: errors", wrong, None, 0, "")


def _read(app: App, place: int) -> list[int]:
    with httpx.Client(base_url=app.url, timeout=60) as http:
        paths = [ADDRESSES[(place + step) % len(ADDRESSES)] for step in range(ASKED_EACH)]
        return [http.get(path).status_code for path in paths]


def _past(ledger: Ledger) -> Result:
    """Read what the overview needs at a past position, beside what is kept of now."""
    today, rev = datetime.now(UTC).date(), ledger.head.rev - 1
    past = partial(ledger.together.first_findings, rev, today=today, limit=60)
    now = partial(ledger.together.first_findings, today=today, limit=60)
    return Result("findings at a past position (now)", *side_by_side(past, now, 3), None)


def _ask(http: httpx.Client, path: str) -> httpx.Response:
    return http.get(path).raise_for_status()
