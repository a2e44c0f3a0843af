"""A browser that notices what a reader would not: errors in the console, foreign requests."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import (
        Browser,
        BrowserContext,
        ConsoleMessage,
        Page,
        Playwright,
        Request,
        WebError,
        WebSocket,
    )

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
PATIENCE = 30_000
"""Milliseconds to wait for something to show; far more than it takes, for a busy machine."""
LOCAL = frozenset({"data", "blob", "about"})
"""Schemes that ask no server."""


@contextmanager
def launched(playwright: Playwright, chromium: Path) -> Iterator[Browser]:
    """Run Chromium without a window until the block ends."""
    # Chromium refuses to sandbox itself as root, which is what a container's user is.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright.chromium.launch(
        executable_path=chromium, headless=True, args=[*QUIET, *sandbox]
    )
    try:
        yield browser
    finally:
        browser.close()


@dataclass
class Watch:
    """What went wrong behind a page: console errors, scripts that broke, foreign requests."""

    url: str
    """The app's own address; everything else is foreign."""
    faults: list[str] = field(default_factory=list)
    _allowed: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Listen to every page of a context."""
        context.on("console", self._heard)
        context.on("weberror", self._broke)
        context.on("request", self._asked)
        context.on("page", lambda page: page.on("websocket", self._opened))

    def allow(self, pattern: str) -> None:
        """Expect faults that match a pattern: a test that opens a missing page asks for a 404."""
        self._allowed.append(pattern)

    def unexpected(self) -> list[str]:
        """Return the faults that no test asked for."""
        return [f for f in self.faults if not any(re.search(p, f) for p in self._allowed)]

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _broke(self, error: WebError) -> None:
        self.faults.append(f"script: {error.error}")

    def _asked(self, request: Request) -> None:
        self._note_if_foreign(request.url)

    def _opened(self, websocket: WebSocket) -> None:
        self._note_if_foreign(websocket.url)

    def _note_if_foreign(self, url: str) -> None:
        asked = urlsplit(url)
        if asked.scheme not in LOCAL and asked.netloc != urlsplit(self.url).netloc:
            self.faults.append(f"foreign request: {url}")


@contextmanager
def opened(browser: Browser, watch: Watch) -> Iterator[Page]:
    """Open an empty page in a fresh context, as a reader who was never here before."""
    context = browser.new_context(
        base_url=watch.url,
        locale="en-GB",
        reduced_motion="reduce",
        timezone_id="UTC",
        viewport={"width": 1280, "height": 900},
    )
    context.set_default_timeout(PATIENCE)
    watch.follow(context)
    try:
        yield context.new_page()
    finally:
        context.close()


def settle(page: Page) -> None:
    """Wait until the script has run to its end and the page shows what it drew."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=PATIENCE)
    expect(page.get_by_test_id("stAppSkeleton")).to_have_count(0, timeout=PATIENCE)


def visit(page: Page, path: str = "/") -> None:
    """Go to a path of the app and wait until it has drawn."""
    page.goto(path)
    settle(page)
