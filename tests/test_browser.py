"""The address is the view: every page from its address, and every filter in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests import browser, reader

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


DEEP = {
    "/": "On Record",
    "/explore": "Explore",
    "/explore?hedge=at+least&figures=observed": "Explore",
    "/indicator": "Indicators",
    "/indicator?id=us-troops-iraq": "US troops in Iraq",
    "/sources": "Sources",
    "/source?id=arab-news-2021-07-27": "“Pro-Iran groups welcome",
    "/method": "Method",
    "/compare": "Compare",
    "/indicator?id=us-troops-iraq&tab=relays": "US troops in Iraq",
    f"/claim?id={reader.FIVE}": "At least five people were killed",
    "/claim?id=gone": "No such claim",
    "/explore?claimant=nobody&sort=sideways&page=-1": "Explore",
}
"""Addresses, and how the heading of what they show begins."""


# Every page, from its address alone


@pytest.mark.parametrize("address", DEEP)
def test_an_address_opens_its_page(page: Page, address: str) -> None:
    """A reader who was never here sees the heading; nothing breaks, nothing foreign loads."""
    browser.visit(page, address)
    reader.heading(page, DEEP[address])
    assert page.title()


def test_an_unknown_page_leads_to_the_overview(page: Page, watch: browser.Watch) -> None:
    """An address that never was says so and shows what is on record."""
    watch.allow("does not seem to exist")
    browser.visit(page, "/nope")
    expect(page.get_by_text("Page not found")).to_be_visible()
    expect(page.get_by_text("On Record", exact=True).first).to_be_attached()


def test_the_menu_leads_to_each_page(page: Page) -> None:
    """The menu names every page that stands for itself."""
    browser.visit(page, "/method")
    for title in ("Sources", "Compare", "Indicators", "Explore", "Overview", "Method"):
        page.get_by_role("link", name=title, exact=True).first.click()
        reader.heading(page, "On Record" if title == "Overview" else title)
        browser.settle(page)


def test_the_indicator_page_draws_its_figures(page: Page) -> None:
    """Sixty claims and more stand in the chart, each a mark of its own."""
    browser.visit(page, "/indicator?id=us-troops-iraq")
    expect(reader.marks(page).first).to_be_visible()
    assert reader.marks(page).count() >= 40
    assert reader.shown(page) >= 60


# Filters and the address


def test_a_filter_changes_count_chart_table_and_address(page: Page) -> None:
    """A choice narrows everything on the page at once; the address names it."""
    browser.visit(page, "/explore")
    everything = reader.shown(page)
    expect(reader.marks(page).first).to_be_visible()
    marks = reader.marks(page).count()
    reader.choose(page, "indicator", "US troops in Iraq")
    narrowed = reader.shown(page)
    assert 60 <= narrowed < everything
    assert reader.address(page) == ("/explore", {"indicator": ["us-troops-iraq"]})
    expect(reader.marks(page)).not_to_have_count(marks)
    reader.choose(page, "hedge", "about")
    assert 0 < reader.shown(page) < narrowed
    assert reader.address(page)[1] == {"indicator": ["us-troops-iraq"], "hedge": ["about"]}
    expect(reader.marks(page)).to_have_count(reader.shown(page))


def test_a_copied_address_shows_the_same_view(
    page: Page, chrome: Browser, watch: browser.Watch
) -> None:
    """Whoever opens the link sees the same choice, count and marks."""
    browser.visit(page, "/explore")
    reader.choose(page, "indicator", "US troops in Iraq")
    reader.choose(page, "hedge", "about")
    with browser.opened(chrome, watch) as other:
        browser.visit(other, page.url)
        assert reader.shown(other) == reader.shown(page)
        expect(reader.marks(other)).to_have_count(reader.marks(page).count())
        expect(other.locator(".st-key-hedge")).to_contain_text("about")
        assert reader.address(other) == reader.address(page)


def test_words_and_days_go_into_the_address(page: Page) -> None:
    """Words are written when Enter is pressed; clearing takes everything out again."""
    browser.visit(page, "/explore")
    everything = reader.shown(page)
    words = page.locator(".st-key-q").get_by_role("textbox")
    words.fill("killed")
    words.press("Enter")
    page.wait_for_url("**/explore?q=killed")
    page.locator(".st-key-figures").get_by_text("Observed").click()
    page.wait_for_url("**/explore?q=killed&figures=observed")
    assert 0 < reader.shown(page) < everything
    page.locator(".st-key-clear-sidebar").get_by_role("button").click()
    reader.count_is(page, everything)
    assert reader.address(page) == ("/explore", {})
    expect(words).to_have_value("")


def test_filters_survive_going_back_and_forth(page: Page) -> None:
    """Two filters, a claim, Back twice, Forward, reload: address and widgets agree throughout."""
    browser.visit(page, "/explore")
    reader.choose(page, "hedge", "at least")
    one = (page.url, reader.shown(page))
    reader.choose(page, "publisher", "Arab News")
    both = (page.url, reader.shown(page))
    assert both[1] < one[1]
    reader.drawn(page)
    reader.open_row(page)
    page.wait_for_url("**/claim?id=*")
    browser.settle(page)
    steps = [
        (page.go_back, both),
        (page.go_back, one),
        (page.go_forward, both),
        (page.reload, both),
    ]
    for go, (url, shown) in steps:
        go()
        page.wait_for_url(url)
        reader.heading(page, "Explore")
        reader.count_is(page, shown)
        expect(page.locator(".st-key-hedge")).to_contain_text("at least")
        publisher = expect(page.locator(".st-key-publisher"))
        if url == both[0]:
            publisher.to_contain_text("Arab News")
        else:
            publisher.not_to_contain_text("Arab News")


def test_the_order_and_the_page_go_into_the_address(page: Page) -> None:
    """An order chosen in the table is in the link, and stands there after a reload."""
    page.set_viewport_size({"width": 1280, "height": 2400})  # a list closes when the page scrolls
    browser.visit(page, "/explore")
    reader.drawn(page)
    order = page.locator(".st-key-sort").get_by_role("combobox")
    order.fill("Largest")
    page.get_by_role("option", name="Largest number first").click()
    page.wait_for_url("**/explore?sort=-value")
    page.reload()
    expect(order).to_have_value("Largest number first")
    page.locator("[class*=st-key-page-]").get_by_text("2", exact=True).click()
    page.wait_for_url("**/explore?sort=-value&page=2")
    browser.settle(page)
