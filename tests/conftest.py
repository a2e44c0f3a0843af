"""What the tests share: the served app, a browser that watches it, and one way to draw cases."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import sync_playwright
from streamlit import config
from xdist.scheduler import LoadScopeScheduling

from claims import intake
from claims.errors import ClaimsError
from claims.ledger import Ledger
from dashboard import data
from tests import browser, chromium, factories, hostile, server

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from playwright.sync_api import Browser, Page
    from xdist.remote import Producer

    from claims.records import Record

    Put = Callable[[Sequence[Record]], None]

NEEDS_APP = frozenset({"app", "client", "chrome", "own", "page", "watch"})

# The same cases on every run and machine; `--hypothesis-profile=explore` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.register_profile(
    "explore", max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("steady")


class OneBrowser(LoadScopeScheduling):  # type: ignore[misc]  # published without types
    """Gives all tests in a browser to one worker: two browsers at once take longer than one."""

    def _split_scope(self, nodeid: str) -> str:
        """Return what a test has to share a worker with: the browser, or nothing."""
        return "browser" if "/test_browser" in nodeid else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneBrowser:
    """Deal out the tests to the workers."""
    return OneBrowser(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of the served app, and run them after the others of their worker."""
    for item in items:
        if NEEDS_APP & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show the end of the app's log beside a failed test of it."""
    report = yield
    app = getattr(item, "funcargs", {}).get("app")
    if report.failed and isinstance(app, server.App):
        report.sections.append(("log of the app", app.last_words()))
    return report


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load the real records into a ledger, once for the run."""
    var = tmp_path_factory.mktemp("full")
    with Ledger.open(var / "on-record.db") as ledger:
        intake.load(server.ROOT / "data", ledger, "On Record", "first load")
    return var


@pytest.fixture
def pages(full: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Draw pages of the real records where a test puts no others, and forget them afterwards."""
    _serve(monkeypatch, full)
    kept = [cache for cache in vars(data).values() if hasattr(cache, "cache_clear")]
    yield
    with suppress(ClaimsError):
        data._opened(Path(os.environ["ON_RECORD_VAR"]) / "on-record.db").close()  # noqa: SLF001 - a test starts afresh
    for cache in kept:
        cache.cache_clear()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let private folders be made in a folder that the test can look into."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Draw pages of a ledger of these records only."""

    def append(records: Sequence[Record]) -> None:
        _serve(monkeypatch, tmp_path)
        with Ledger.open(tmp_path / "on-record.db") as ledger:
            ledger.append(records, actor="desk", reason="a test")

    return append


@pytest.fixture
def small(pages: None, put: Put) -> None:  # noqa: ARG001 - pages come first, then what they show
    """Draw pages of a ledger with one claim, which a test may change."""
    put([*factories.base(), factories.claim(id="c-1")])


@pytest.fixture
def read_only() -> Iterator[None]:
    """Answer to other machines too, as a public server does."""
    before = config.get_option("server.address")
    config.set_option("server.address", "0.0.0.0")  # noqa: S104 - nothing is served
    yield
    config.set_option("server.address", before)


@pytest.fixture(scope="session")
def every_hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """Put every hostile text on record, once for the run; return where, and a position halfway."""
    var = tmp_path_factory.mktemp("every")
    return var, hostile.ledger_of_every(var / "on-record.db")


@pytest.fixture
def halfway(
    pages: None,  # noqa: ARG001 - caches are emptied afterwards
    every_hostile: tuple[Path, int],
    monkeypatch: pytest.MonkeyPatch,
) -> int:
    """Draw pages of every hostile text, and return the position before the edits."""
    var, rev = every_hostile
    _serve(monkeypatch, var)
    return rev


def _serve(monkeypatch: pytest.MonkeyPatch, var: Path) -> None:
    monkeypatch.setenv("ON_RECORD_VAR", str(var))
    monkeypatch.setenv("ON_RECORD_DATA", str(var / "no-data"))


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.App]:
    """Serve the app once for the run, on a free port and with its own empty ledger."""
    with server.served(tmp_path_factory.mktemp("served") / "var") as running:
        yield running


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.App]:
    """Serve the app on a ledger that one file of tests may change."""
    with server.served(tmp_path_factory.mktemp("own") / "var") as running:
        yield running


@pytest.fixture
def client(app: server.App) -> Iterator[httpx.Client]:
    """Talk HTTP to the served app, as a feed reader or a script does."""
    with httpx.Client(base_url=app.url, timeout=30) as http:
        yield http


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """Run one Chromium for the whole run."""
    with sync_playwright() as playwright, browser.launched(playwright, chromium.find()) as running:
        yield running


@pytest.fixture
def watch(app: server.App) -> browser.Watch:
    """Note console errors and foreign requests of the page."""
    return browser.Watch(app.url)


@pytest.fixture
def page(chrome: Browser, watch: browser.Watch) -> Iterator[Page]:
    """Open a page that nobody used before; fail at the end where something broke behind it."""
    with browser.opened(chrome, watch) as opened:
        yield opened
    assert watch.unexpected() == [], "the page made errors or asked foreign servers"
