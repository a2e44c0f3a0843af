"""The app on 100,000 synthetic claims against the same app on the records that come with it."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from claims.ledger import Ledger
from tests import browser, chromium
from tests.bench import synthetic
from tests.bench.measure import Result, side_by_side
from tests.server import App, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

CLAIMS, ROUNDS, TARGET = 100_000, 7, 1.5
CHART = "[data-testid='stVegaLiteChart'] :is(svg, canvas)"
PATHS = {
    "overview": ("/", "/"),
    "indicator of 500 claims": (
        f"/indicator?id={synthetic.FIVE_HUNDRED}",
        "/indicator?id=us-troops-iraq",
    ),
}
"""What is opened: its path on the grown ledger, and on the records that come with the app."""


def results() -> Iterator[Result]:
    """Open each page in turn on both, in a fresh browser, until it has drawn and come to rest."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        fill(folder / "grown")
        grown = stack.enter_context(served(folder / "grown"))
        small = stack.enter_context(served(folder / "small"))
        playwright = stack.enter_context(sync_playwright())
        chrome = stack.enter_context(browser.launched(playwright, chromium.find()))
        for what, (path, other) in PATHS.items():
            open_both = (partial(_open, chrome, grown, path), partial(_open, chrome, small, other))
            for warm in open_both:
                warm()
            pair = side_by_side(*open_both, ROUNDS)
            yield Result(f"{what}, 100,000 claims (261 claims)", *pair, TARGET)


def fill(folder: Path) -> None:
    """Write the synthetic claims into a ledger."""
    folder.mkdir(parents=True)
    with Ledger.open(folder / "on-record.db") as ledger:
        ledger.append(synthetic.context(), actor="bench")
        ledger.append([*synthetic.claims(CLAIMS), *synthetic.five_hundred()], actor="bench")


def _open(chrome: Browser, app: App, path: str) -> None:
    with browser.opened(chrome, browser.Watch(app.url)) as page:
        page.goto(path)
        page.wait_for_selector(CHART)
        browser.settle(page)
