"""Hostile records in a browser: nothing runs, nothing loads, and all reads as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from claims.ledger import Ledger
from dashboard.text import JOINER
from tests import browser, hostile, reader, server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page


@pytest.fixture(scope="module")
def hostile_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.App]:
    """Serve a ledger whose every text tries to be more than text."""
    var = tmp_path_factory.mktemp("hostile")
    with Ledger.open(var / "on-record.db") as ledger:
        ledger.append(
            hostile.records(), actor=hostile.TEXTS["script"], reason=hostile.TEXTS["image"]
        )
    with server.served(var) as running:
        yield running


@pytest.fixture
def hostile_page(chrome: Browser, hostile_app: server.App) -> Iterator[Page]:
    """Open a page on the hostile records; fail where anything ran or foreign loaded."""
    watching = browser.Watch(hostile_app.url)
    with browser.opened(chrome, watching) as opened:
        yield opened
        assert opened.evaluate("() => window.broken") is None
    assert watching.unexpected() == []


def test_pages_of_hostile_records_run_nothing(hostile_page: Page) -> None:
    """No script runs and nothing loads from elsewhere, with the choices unfolded too."""
    for path in ("", "explore", "indicator", "sources", "indicator?id=i-0", "claim?id=w-0"):
        browser.visit(hostile_page, f"/{path}")
        expect(hostile_page.get_by_role("heading", level=1)).to_be_visible()
        for box in hostile_page.get_by_role("combobox").all()[:3]:
            box.click()
            hostile_page.keyboard.press("Escape")
        assert hostile_page.locator("img[src*='evil'], iframe, form[action]").count() == 0


def test_hostile_text_reads_as_written(hostile_page: Page) -> None:
    """Heading and caption of a source show the letters of the record, nothing less."""
    for number, text in enumerate(map(_one_line, hostile.TEXTS.values())):
        browser.visit(hostile_page, f"/source?id=s-{number}")
        expect(hostile_page.get_by_test_id("stCaptionContainer").first).to_be_visible()
        captions = hostile_page.get_by_test_id("stCaptionContainer").all()
        assert _letters(hostile_page.get_by_role("heading", level=1)) == f"“{text}”"
        assert text in {_letters(caption) for caption in captions}


def test_hostile_text_in_a_table_reads_as_written(hostile_page: Page) -> None:
    """The cells of a claim show the letters of the record, and lead nowhere but to its source."""
    for number, text in enumerate(map(_one_line, hostile.TEXTS.values())):
        browser.visit(hostile_page, f"/claim?id=c-{number}")
        expect(hostile_page.locator("td").first).to_be_visible()
        assert text in {_letters(cell) for cell in hostile_page.locator("td").all()}
        links = hostile_page.locator("a[href*='evil.example']").all()
        assert all("#:~:text=" in str(link.get_attribute("href")) for link in links)


def test_a_tooltip_loads_no_picture(hostile_page: Page) -> None:
    """What a mark says when the pointer rests on it is text."""
    number = list(hostile.TEXTS).index("image")
    browser.visit(hostile_page, f"/indicator?id=i-{number}")
    reader.drawn(hostile_page)
    reader.marks(hostile_page).last.hover(force=True)
    tooltip = hostile_page.locator("#vg-tooltip-element")
    expect(tooltip).to_contain_text(hostile.TEXTS["image"])
    assert tooltip.locator("img, a").count() == 0


def _letters(element: Locator) -> str:
    """Return the text of an element without joiners, on one line."""
    return _one_line(element.inner_text().replace(JOINER, ""))


def _one_line(text: str) -> str:
    return " ".join(text.split())
