"""An import in a real browser: a table is uploaded, mapped, previewed, recorded and taken back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import TimeoutError as NothingCame
from playwright.sync_api import expect

from claims.ledger import Filter, Ledger
from tests import browser, server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Download, Page

    from claims.records import Claim

ROWS = """Date,Province,Killed,Injured,Survivors
2030-03-01,North Velmar,4,10,31
2030-03-02,North Velmar,6-8,about 20,12
2030-02-31,South Velmar,3,1,9
2030-03-04,South Velmar,see note,7,4
2030-03-05,West Velmar,at least 9,14,2
2030-03-06,West Velmar,2,3,6
2030-03-07,West Velmar,5,8,7
2030-03-08,East Velmar,1,4,30
2030-03-09,East Velmar,3,2,11
2030-03-10,East Velmar,7,9,5
"""
"""An invented table: the third row has no day of the calendar, the fourth no figure of deaths."""


@pytest.fixture
def desk(own: server.App, chrome: Browser) -> Iterator[Page]:
    """Open the import part of a desk whose ledger may be changed."""
    watch = browser.Watch(own.url)
    with browser.opened(chrome, watch) as page:
        browser.visit(page, "/desk?tab=import")
        yield page
        browser.settle(page)
    assert watch.unexpected() == []


def upload(page: Page, folder: Path, text: str = ROWS, name: str = "velmar.csv") -> None:
    """Upload a file and wait for what the page makes of it."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    page.locator("input[type=file]").first.set_input_files(path)
    expect(page.get_by_text(f"{name} (")).to_be_visible()
    browser.settle(page)


def counted(page: Page, label: str, number: int) -> None:
    """Wait until one of the counts of the preview is so many."""
    shown = page.get_by_test_id("stMetric").filter(has_text=label)
    expect(shown.get_by_test_id("stMetricValue")).to_have_text(str(number))
    browser.settle(page)


def taken(page: Page, button: str) -> Download:
    """Press a button for a file and return the file.

    A run of the script that ends between pressing and releasing takes the button away, so it is
    pressed again where nothing comes.
    """
    for _ in range(3):
        browser.settle(page)
        try:
            with page.expect_download(timeout=15_000) as kept:
                page.get_by_role("button", name=button).click()
        except NothingCame:
            continue
        return kept.value
    pytest.fail(f"no file came of “{button}”")


def choose(page: Page, column: str, role: str) -> None:
    """Give a column another role, by its name: the list is too long to be drawn whole."""
    box = page.get_by_role("combobox", name=f"Role of {column}")
    box.scroll_into_view_if_needed()
    box.clear()
    box.press_sequentially(role)
    expect(page.get_by_role("option", name=role, exact=True)).to_be_visible()
    page.keyboard.press("Enter")
    browser.settle(page)


def recorded(own: server.App) -> list[Claim]:
    """Return the claims on record of the invented table that stand."""
    with Ledger.open(own.var / "on-record.db", read_only=True) as ledger:
        found = ledger.claims(Filter(source=("velmar",)))
    return [claim for claim in found if claim.withdrawn is None]


def test_a_table_becomes_claims_and_is_taken_back(
    own: server.App, desk: Page, tmp_path: Path
) -> None:
    """Uploaded, a role changed, previewed, imported, seen in Explore, and undone as one."""
    upload(desk, tmp_path)
    counted(desk, "Claims new", 26)
    counted(desk, "Problems", 2)
    choose(desk, "Survivors", "Unused")
    counted(desk, "Claims new", 17)
    desk.get_by_role("textbox", name="Who gives the figures").fill("Velmar Relief Committee")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("according to Velmar Relief Committee").first).to_be_visible()
    browser.settle(desk)
    desk.get_by_role("textbox", name="Your name").fill("Ana")
    desk.keyboard.press("Enter")
    browser.settle(desk)
    assert recorded(own) == []
    desk.get_by_role("button", name="Import 17 claims").click()
    expect(desk.get_by_text("is on record")).to_be_visible()
    browser.settle(desk)
    assert len(recorded(own)) == 17
    desk.get_by_role("link", name=re.compile("^Injured, North Velmar")).click()
    desk.wait_for_url("**/explore?**")
    expect(desk.get_by_text("Velmar Relief Committee").first).to_be_visible()
    browser.visit(desk, "/desk?tab=import")
    desk.get_by_role("button", name="Take this import back").click()
    expect(desk.get_by_text("17 claims will be withdrawn")).to_be_visible()
    desk.get_by_role("textbox", name="Your name").fill("Ana")
    desk.get_by_role("button", name="Take it back").click()
    expect(desk.get_by_text("17 records withdrawn")).to_be_visible()
    expect(desk.get_by_text("taken back", exact=True)).to_be_visible()
    assert recorded(own) == []


def test_a_narrow_page_shows_every_step(desk: Page, tmp_path: Path) -> None:
    """Nothing is wider than the screen, and markup in a table is nothing but letters."""
    evil = "<img src=x onerror='window.broken = 1'>"
    desk.set_viewport_size({"width": 420, "height": 900})
    upload(desk, tmp_path, ROWS.replace("Survivors", evil), "narrow.csv")
    expect(desk.get_by_text(evil).first).to_be_attached()
    expect(desk.get_by_role("button", name=re.compile("^Import [0-9]+ claims"))).to_be_visible()
    assert desk.evaluate("[document.documentElement.scrollWidth, window.broken]") == [420, None]


def test_a_mapping_and_the_problems_can_be_taken_along(desk: Page, tmp_path: Path) -> None:
    """Both are files: the mapping as YAML, the problems as a table without formulas."""
    upload(desk, tmp_path)
    rows = taken(desk, "All problems as CSV").path().read_text(encoding="utf-8-sig").splitlines()
    assert [row.split(",")[0] for row in rows] == ["Row", "4", "5"]
    desk.get_by_text("The mapping as YAML").click()
    kept = taken(desk, "Download the mapping")
    assert kept.suggested_filename == "velmar.yaml"
    assert "recognised_by:" in kept.path().read_text(encoding="utf-8")
