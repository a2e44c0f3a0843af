"""Marks, rows, keys and small screens: everything on record is within reach."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests import browser, reader

if TYPE_CHECKING:
    from playwright.sync_api import Page


# From a mark, a row or a link to the record


@pytest.mark.parametrize("address", ["/indicator?id=us-troops-iraq", "/explore?hedge=about"])
def test_a_click_on_a_mark_leads_to_its_claim(page: Page, address: str) -> None:
    """The mark chooses the claim that it stands for, which is one click away; Back leads back."""
    browser.visit(page, address)
    mark = reader.marks(page).last
    figure = (mark.get_attribute("aria-label") or "").split("Figure: ")[-1].split(";")[0]
    mark.click(force=True)
    page.wait_for_url("**&pick=c-*")
    browser.settle(page)
    assert figure
    page.get_by_role("link", name=f"{figure}, ").first.click()
    page.wait_for_url("**/claim?id=*")
    browser.settle(page)
    expect(page.get_by_text("The record").first).to_be_visible()
    expect(page.get_by_test_id("stTable").first).to_contain_text(figure)
    page.go_back()
    page.wait_for_url("**&pick=c-*")
    page.go_back()
    page.wait_for_url(f"**{address}")
    expect(reader.marks(page).first).to_be_visible()
    expect(page.get_by_text("1 claim chosen")).to_have_count(0)
    assert reader.address(page)[0] == urlsplit(address).path


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/explore?q=injured", "claim"),
        ("/indicator?id=khuzestan-protests-2021-killed", "claim"),
        ("/source?id=arab-news-2021-07-27", "claim"),
        ("/sources", "source"),
    ],
)
def test_a_chosen_row_opens_its_record(page: Page, address: str, leads_to: str) -> None:
    """A row of a table leads to its record, and Back to the table."""
    browser.visit(page, address)
    reader.open_row(page, row=1)
    page.wait_for_url(f"**/{leads_to}?id=*")
    browser.settle(page)
    assert "No such" not in page.get_by_role("heading", level=1).inner_text()
    page.go_back()
    page.wait_for_url(f"**{address}")
    browser.settle(page)
    assert reader.address(page)[0] == urlsplit(address).path


def test_one_claim_leads_to_the_next_and_back(page: Page) -> None:
    """Within the page of claims each step is one that Back undoes."""
    browser.visit(page, f"/claim?id={reader.FIVE}")
    page.get_by_role("button", name=re.compile("at least")).first.click()
    page.wait_for_url(lambda url: "/claim?id=" in url and reader.FIVE not in url)
    browser.settle(page)
    page.go_back()
    page.wait_for_url(f"**/claim?id={reader.FIVE}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Arab News")


# Without a mouse


def test_the_keyboard_reaches_everything_on_the_overview(page: Page) -> None:
    """Tab comes by the menu, the search and the links to the indicators."""
    browser.visit(page, "/")
    expect(page.get_by_role("textbox", name="Search")).to_be_visible()
    expect(reader.marks(page).first).to_be_visible()
    reached = _tab_through(page, 40)
    assert {"Explore", "Sources", "Method"} <= reached
    assert "Search" in reached
    assert any("Iraq" in name or "killed" in name for name in reached)


def test_the_keyboard_reaches_the_filters(page: Page) -> None:
    """Tab comes by every field of the filter."""
    browser.visit(page, "/explore")
    expect(reader.marks(page).first).to_be_visible()
    reached = " ".join(_tab_through(page, 40))
    for field in ("Words", "Kind", "Claimant", "How firm"):
        assert field in reached


def test_enter_in_the_search_opens_explore(page: Page) -> None:
    """The words go along, and Back does not search once more."""
    browser.visit(page, "/")
    search = page.get_by_role("textbox", name="Search")
    search.fill("injured soldiers & co")
    search.press("Enter")
    page.wait_for_url("**/explore?q=*")
    assert reader.address(page) == ("/explore", {"q": ["injured soldiers & co"]})
    expect(page.locator(".st-key-q").get_by_role("textbox")).to_have_value("injured soldiers & co")
    page.go_back()
    reader.heading(page, "On Record")
    browser.settle(page)
    assert reader.address(page)[0] == "/"


def _tab_through(page: Page, steps: int) -> set[str]:
    """Press Tab and return the names of what had the focus."""
    named = """() => { const e = document.activeElement;
        return e.getAttribute('aria-label') || e.innerText || e.labels?.[0]?.innerText || '' }"""
    reached = set()
    for _ in range(steps):
        page.keyboard.press("Tab")
        reached.add(str(page.evaluate(named)).strip())
    return reached


# Other screens


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_scheme_of_the_system_is_followed(page: Page, scheme: str) -> None:
    """The page is dark where the reader's system is, and the chart's text with it."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    browser.visit(page, "/indicator?id=us-troops-iraq")
    ground = page.get_by_test_id("stApp").evaluate("e => getComputedStyle(e).backgroundColor")
    text = reader.marks(page).first.evaluate(
        "e => getComputedStyle(e.closest('svg').querySelector('text')).fill"
    )
    assert (_brightness(ground) < 128) == (scheme == "dark")
    assert abs(_brightness(ground) - _brightness(text)) > 90


def test_a_phone_needs_no_scrolling_sideways(page: Page) -> None:
    """At 390 pixels the heading shows and the page is no wider than the screen."""
    page.set_viewport_size({"width": 390, "height": 844})
    records = ("indicator?id=us-troops-iraq", f"claim?id={reader.FIVE}")
    for path in ("", "explore", "method", "sources", *records):
        browser.visit(page, f"/{path}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        wider = page.evaluate(
            """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
                .map(e => e.scrollWidth - e.clientWidth)"""
        )
        assert max(wider) <= 0


def _brightness(colour: str) -> float:
    """Return the mean of red, green and blue of a CSS colour."""
    red, green, blue, *_ = map(float, re.findall(r"[\d.]+", colour))
    return (red + green + blue) / 3
