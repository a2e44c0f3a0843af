"""What a reader of the dashboard does and sees, in words that the browser tests share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import TimeoutError as Late
from playwright.sync_api import expect

from tests import browser

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

FIVE = "c-ebc694d29d18"
"""The claim in Arab News of 27 July 2021: at least five killed."""
TRIES, EACH = 6, 5_000
"""How often an option is looked for, and how many milliseconds each time."""
COUNT = re.compile(r"Showing ([\d,]+) of ([\d,]+)", re.IGNORECASE)


def heading(page: Page, begins: str) -> None:
    """Wait until the heading of the page begins so."""
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(f"^{re.escape(begins)}"))


def address(page: Page) -> tuple[str, dict[str, list[str]]]:
    """Return the path and the parameters in the address bar."""
    parts = urlsplit(page.url)
    return parts.path, parse_qs(parts.query)


def shown(page: Page) -> int:
    """Return how many claims the page says that it shows."""
    browser.settle(page)
    found = COUNT.search(page.get_by_text(COUNT).first.inner_text())
    assert found is not None
    return int(found[1].replace(",", ""))


def count_is(page: Page, number: int) -> None:
    """Wait until the page says that it shows so many claims."""
    expect(page.get_by_text(COUNT).first).to_have_text(
        re.compile(rf"Showing {number:,} of", re.IGNORECASE)
    )
    browser.settle(page)


def marks(page: Page) -> Locator:
    """Find the marks of the first chart that can be clicked."""
    chart = page.get_by_test_id("stVegaLiteChart").first
    return chart.locator("path[aria-roledescription=point]")


def choose(page: Page, field: str, option: str) -> None:
    """Choose a value in a field of the filter, and wait until it is in the address."""
    before = page.url
    box = page.locator(f".st-key-{field}").get_by_role("combobox")
    pick(page, box, option, re.compile(rf"^{re.escape(option)} \("))
    page.wait_for_url(lambda url: url != before)
    page.keyboard.press("Escape")
    browser.settle(page)


def pick(page: Page, box: Locator, words: str, option: str | re.Pattern[str]) -> None:
    """Type into a box of options and click one of those it offers.

    A run of the script that ends in between closes the list again, so it is opened anew.
    """
    browser.settle(page)
    wanted = page.get_by_role("option", name=option).first
    for attempt in range(1, TRIES + 1):
        box.fill("")
        box.fill(words)
        try:
            wanted.click(timeout=EACH)
        except Late:
            if attempt == TRIES:
                raise
        else:
            return


def open_row(page: Page, row: int = 0) -> None:
    """Choose a row of the table by the box at its start."""
    table = page.get_by_test_id("stDataFrame").last
    expect(table.locator("canvas").first).to_be_visible()
    table.scroll_into_view_if_needed()
    table.click(position={"x": 18, "y": 52 + 35 * row})


def drawn(page: Page) -> None:
    """Wait until the chart and the table stand, so that nothing moves under the pointer."""
    browser.settle(page)
    expect(marks(page).first).to_be_visible()
    expect(page.get_by_test_id("stDataFrame").last.locator("canvas").first).to_be_visible()
