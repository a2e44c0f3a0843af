"""The served app against a bare Streamlit app with one chart: start, chart, filter, memory."""

from __future__ import annotations

import statistics
import tempfile
import time
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests import browser, chromium
from tests.bench.measure import Result, side_by_side
from tests.server import SCRIPT, App, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

BARE = Path(__file__).parent / "bare.py"
CHART = "[data-testid='stVegaLiteChart'] :is(svg, canvas)"
PATHS = {"overview": "/", "indicator": "/indicator?id=us-troops-iraq"}
ROUNDS = 7
ANSWERS = [("Observed", "2"), ("Planned", "1")]
"""Figures to choose, and the first digit of how many of the real claims there are."""


def results() -> Iterator[Result]:
    """Measure both apps, each question in turn for one and the other."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        yield _later_start(folder)
        ours = stack.enter_context(served(folder / "ours"))
        bare = stack.enter_context(served(folder / "bare", script=BARE))
        playwright = stack.enter_context(sync_playwright())
        chrome = stack.enter_context(browser.launched(playwright, chromium.find()))
        for app in (ours, bare):
            _first_chart(chrome, app, "/")
        for name, path in PATHS.items():
            pair = side_by_side(
                partial(_first_chart, chrome, ours, path),
                partial(_first_chart, chrome, bare, "/"),
                ROUNDS,
            )
            yield Result(f"first chart in a fresh browser, {name} (bare app)", *pair, 1.3)
        yield _filter_change(chrome, ours, bare)
        yield Result("memory with one visitor (bare app)", _memory(ours), _memory(bare), None, "MB")
        yield Result("memory with one visitor", _memory(ours), None, 250, "MB")


def _later_start(folder: Path) -> Result:
    """Time starts from nothing to an answer, the ledger being there already."""
    _start(folder / "ours", SCRIPT)
    starts = [(_start(folder / "ours", SCRIPT), _start(folder / "bare", BARE)) for _ in range(3)]
    ours, bare = (statistics.median(column) for column in zip(*starts, strict=True))
    return Result("later start until it answers (bare app)", ours, bare, None)


def _start(var: Path, script: Path) -> float:
    """Start an app, end it, and return the milliseconds until it answered."""
    begun = time.perf_counter()
    with served(var, script=script):
        return (time.perf_counter() - begun) * 1_000


def _first_chart(chrome: Browser, app: App, path: str) -> None:
    """Open a path in a browser that was never there, until its first chart is drawn."""
    with browser.opened(chrome, browser.Watch(app.url)) as page:
        page.goto(path)
        page.wait_for_selector(CHART)


def _filter_change(chrome: Browser, ours: App, bare: App) -> Result:
    """Choose observed and planned figures in turn until the answer stands on the page."""
    with (
        browser.opened(chrome, browser.Watch(ours.url)) as page,
        browser.opened(chrome, browser.Watch(bare.url)) as plain,
    ):
        browser.visit(page, "/explore")
        browser.visit(plain)
        times = [
            side_by_side(
                partial(_choose, page, choice, f"Showing {first_digit}"),
                partial(_choose, plain, choice, f"Showing {choice}"),
                1,
            )
            for choice, first_digit in ANSWERS * ROUNDS
        ]
    mine, other = (statistics.median(column) for column in zip(*times, strict=True))
    return Result("filter change until it is drawn (bare rerun)", mine, other, 1.5)


def _choose(page: Page, choice: str, answer: str) -> None:
    """Choose figures and wait for the line that answers, and for the end of the run."""
    page.get_by_text(choice, exact=True).first.click()
    page.get_by_text(answer).first.wait_for()
    browser.settle(page)


def _memory(app: App) -> float:
    """Return the resident memory of the server in MB, from the kernel's own count."""
    status = Path(f"/proc/{app.pid}/status").read_text(encoding="ascii")
    return next(
        int(line.split()[1]) / 1_024 for line in status.splitlines() if line.startswith("VmRSS")
    )
