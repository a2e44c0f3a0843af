"""Every hostile text in what is shared, in a browser: nothing runs, nothing foreign is asked."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import httpx
import pytest
from playwright.sync_api import expect

from tests import browser, hostile, server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

NAMES = "script/breaking out of scripts/newline and formula/constructor/long families".split("/")
WORST = [list(hostile.EVERY).index(name) for name in NAMES]
"""The first, and those that stop a chart of which they are the unit or a claimant."""


@pytest.fixture(scope="module")
def every_app(
    every_hostile: tuple[Path, int], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[server.App]:
    """Serve a copy of the ledger of every text."""
    var = tmp_path_factory.mktemp("shared") / "var"
    shutil.copytree(every_hostile[0], var)
    with server.served(var) as running:
        yield running


@pytest.fixture
def here(chrome: Browser, every_app: server.App) -> Iterator[Page]:
    """Open a page; fail where anything ran, foreign was asked for, or an error was told."""
    watching = browser.Watch(every_app.url)
    with browser.opened(chrome, watching) as opened:
        yield opened
        assert unharmed(opened)
    assert watching.unexpected() == []


def unharmed(page: Page) -> bool:
    """Tell whether no script of a record ran, and none of its elements stands in the page."""
    made = page.locator("img[src*='evil'], iframe, object, embed, base[href*='evil'], form[action]")
    return page.evaluate("() => window.broken") is None and made.count() == 0


def each(count: int) -> list[int]:
    """Return the numbers of so many texts of each group."""
    found = [hostile.numbers(group) for group in hostile.GROUPS]
    return [n for numbers in found for n in numbers[:: len(numbers) // count][:count]]


def test_short_addresses_lead_into_the_app(here: Page) -> None:
    """The small page runs nothing on its way to the claim and the indicator."""
    for number in WORST[1:3]:
        for address, path in ((f"/c/c-{number}", "/claim"), (f"/i/i-{number}", "/indicator")):
            here.goto(address)
            here.wait_for_url(f"**{path}?**")
            browser.settle(here)
            expect(here.get_by_role("heading", level=1)).to_be_visible()
            assert unharmed(here)


def test_pictures_are_opened_as_pages(here: Page) -> None:
    """An SVG that is opened by itself is a document, which may run nothing."""
    for number in each(4):
        here.goto(f"/claim.svg?id=c-{number}")
        assert here.evaluate("() => document.documentElement.tagName") == "svg"
        assert here.evaluate("() => window.broken") is None


def test_what_changed_is_told_as_text(here: Page) -> None:
    """Everything that was ever written, in one list."""
    browser.visit(here, "/changes?since=0")
    expect(here.get_by_role("heading", name="Everything written")).to_be_visible()
    assert unharmed(here)


@pytest.mark.parametrize("number", WORST)
def test_a_page_that_is_held_shows_all_its_parts(
    here: Page, number: int, every_hostile: tuple[Path, int]
) -> None:
    """Charts, differences, chosen claims and words to paste, all at once."""
    held = f"rev={every_hostile[1]}&shared=2026-11-22&pick=c-{number}&pick=d-{number}"
    browser.visit(here, f"/indicator?id=i-{number}&{held}")
    expect(here.get_by_test_id("stVegaLiteChart").locator("path").first).to_be_visible()
    here.get_by_text("What changed", exact=True).click()
    expect(here.get_by_text("2 claims chosen")).to_be_visible()
    here.get_by_role("button", name="Quote").click()
    expect(here.get_by_test_id("stCode").first).to_be_visible()
    browser.settle(here)
    assert here.locator(".vega-embed .error, [data-testid=stException]").count() == 0
    assert unharmed(here)


def test_charts_of_many_texts_are_drawn(here: Page, every_hostile: tuple[Path, int]) -> None:
    """All questions beside one another, two of them compared, and a claim beside another."""
    one, two = WORST[2:4]
    paths = ("explore?", f"compare?indicator=i-{one}&indicator=i-{two}&", f"claim?id=c-{two}&")
    for path in paths:
        browser.visit(here, f"/{path}rev={every_hostile[1]}")
        expect(here.get_by_test_id("stVegaLiteChart").locator("path").first).to_be_visible()
        assert unharmed(here)


def test_evidence_packs_are_opened_from_a_file(
    chrome: Browser, every_app: server.App, tmp_path: Path
) -> None:
    """Whoever is sent one sees what is in it; nothing is asked for."""
    watching = browser.Watch("file://")
    with browser.opened(chrome, watching) as page:
        for group in hostile.GROUPS:
            picked = "&".join(f"pick=d-{number}" for number in hostile.numbers(group))
            file = tmp_path / f"{group}.html"
            answer = httpx.get(f"{every_app.url}/explore.html?{picked}", timeout=60)
            file.write_bytes(answer.raise_for_status().content)
            page.goto(file.as_uri())
            assert page.locator("article").count() == len(hostile.numbers(group))
            assert unharmed(page)
    assert watching.unexpected() == []
