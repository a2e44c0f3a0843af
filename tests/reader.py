"""What a reader of the dashboard does and sees, in words that the browser tests share."""

from __future__ import annotations

import re
from dataclasses import dataclass
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


def tick_row(page: Page, row: int = 0) -> None:
    """Choose a row of the table by the box at its start."""
    _click_row(page, row, across=18)


def open_row(page: Page, row: int = 0) -> None:
    """Open the claim of a row by its first cell."""
    _click_row(page, row, across=90)


def _click_row(page: Page, row: int, across: int) -> None:
    table = page.get_by_test_id("stDataFrame").last
    expect(table.locator("canvas").first).to_be_visible()
    table.scroll_into_view_if_needed()
    table.click(position={"x": across, "y": 52 + 35 * row})


@dataclass(frozen=True)
class View:
    """What a page shows, as far as two readers must see the same."""

    title: str
    claims: tuple[str, ...]
    """The line that counts them, and the sentence of what is known."""
    rows: tuple[str, ...]
    """The cells of all tables that stand on the screen, and whether their row is ticked."""
    marks: tuple[str, ...]
    """The marks of all charts as they are drawn: place, shape, colour, size."""
    chosen: str
    """What is listed as chosen."""


MARKS = """() => [...document.querySelectorAll('[data-testid=stVegaLiteChart] svg')].flatMap(svg =>
    [...svg.querySelectorAll('.mark-symbol path, .mark-rule line')].map(mark => mark.outerHTML))"""
STILL = """() => {
    const drawn = document.querySelector('[data-testid=stMain]').innerHTML
    const still = drawn === window.drawn
    window.drawn = drawn
    return still
}"""
CELLS = """() => [...document.querySelectorAll('[data-testid=stDataFrame] [role=row]')].map(row =>
    [row.ariaSelected, ...[...row.querySelectorAll('[role=gridcell]')].map(c => c.innerText)]
    .join('|'))"""


def view(page: Page) -> View:
    """Read what a page shows, once it stands."""
    browser.settle(page)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    page.wait_for_function(STILL, polling=500)
    for table in page.get_by_test_id("stDataFrame").all():
        expect(table.locator("canvas").first).to_be_visible()
    for chart in page.get_by_test_id("stVegaLiteChart").all():
        expect(chart.locator("svg").first).to_be_visible()
    told = page.locator("[data-testid=stAlert], [data-testid=stMarkdown]:has-text('howing')")
    picked = page.get_by_text(re.compile(r"claims? chosen$"))
    box = picked.locator("xpath=ancestor::*[@data-testid='stVerticalBlock'][1]")
    return View(
        page.get_by_role("heading", level=1).inner_text(),
        tuple(told.all_inner_texts()),
        tuple(page.evaluate(CELLS)),
        tuple(page.evaluate(MARKS)),
        box.inner_text() if picked.count() else "",
    )


def drawn(page: Page) -> None:
    """Wait until the chart and the table stand, so that nothing moves under the pointer."""
    browser.settle(page)
    expect(marks(page).first).to_be_visible()
    expect(page.get_by_test_id("stDataFrame").last.locator("canvas").first).to_be_visible()
