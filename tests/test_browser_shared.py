"""Links that are copied, in a real browser: the same view for whoever opens them, also later."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from claims.ledger import Filter, Ledger
from claims.records import Withdrawal
from tests import browser, reader, server
from tests.factories import changed, quantity_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PASTED = """() => addEventListener('paste',
    event => { window.pasted = event.clipboardData.getData('text/plain') }, {once: true})"""
TODAY = datetime.now(UTC).date().isoformat()
TROOPS = "us-troops-iraq"
KILLED = "khuzestan-protests-2021-killed"
FIVE_FILTERS = (
    "/explore?kind=troop+count&indicator=us-troops-iraq&hedge=about&hedge=exact&country=IQ"
    "&from=2003-01-01&figures=observed&sort=value&scale=linear"
    f"&pick=c-044b622a655b&rev=600&shared={TODAY}"
)
VIEWS = [
    "/?tab=troop+count",
    "/explore?q=killed&page=2&sort=-said_on",
    f"/indicator?id={TROOPS}&claimant=associated-press&scale=log&pick=c-1dd3ec7d51da",
    f"/indicator?id={KILLED}&tab=reported",
    f"/compare?indicator={TROOPS}&indicator=us-troops-iraq-and-syria",
    f"/claim?id={reader.FIVE}",
    "/sources?q=Reuters",
    "/source?id=arab-news-2021-07-27",
    "/changes?since=600&claimant=hrana",
    "/method",
]


@contextmanager
def fresh(chrome: Browser, url: str) -> Iterator[Page]:
    """Open a page as another reader; nothing may break behind it."""
    watch = browser.Watch(url)
    with browser.opened(chrome, watch) as page:
        yield page
    assert watch.unexpected() == []


def copied(page: Page) -> str:
    """Return what a click on Copy link puts on the clipboard."""
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Copied", exact=True)).to_be_visible()
    page.evaluate(PASTED)
    page.keyboard.press("Control+V")
    return str(page.wait_for_function("window.pasted").json_value())


def test_a_view_with_filters_a_choice_and_a_position_opens_the_same_for_others(
    app: server.App, chrome: Browser
) -> None:
    """Table, chart, chosen marks and the words are equal in a browser that was never here."""
    with fresh(chrome, app.url) as first:
        browser.visit(first, FIVE_FILTERS)
        expect(first.get_by_text("1 claim chosen")).to_be_visible()
        seen, link = reader.view(first), copied(first)
    assert seen.rows
    assert seen.marks
    assert seen.chosen
    with fresh(chrome, app.url) as second:
        browser.visit(second, link)
        assert reader.view(second) == seen
        expect(second.get_by_text("(revision 600)").first).to_be_visible()


@pytest.mark.parametrize("address", VIEWS)
def test_each_page_is_shared_as_it_is_seen(app: server.App, chrome: Browser, address: str) -> None:
    """What stands now, and the copied link to it, show the same until something changes."""
    with fresh(chrome, app.url) as first:
        browser.visit(first, address)
        seen, link = reader.view(first), copied(first)
    assert f"shared={TODAY}" in link
    with fresh(chrome, app.url) as second:
        browser.visit(second, link)
        line = second.locator(".st-key-held")
        expect(line).to_contain_text("Nothing in this view has changed since")
        assert reader.view(second) == seen


def test_back_forward_and_reload_keep_the_view(app: server.App, chrome: Browser) -> None:
    """From the chosen rows to a claim and back: filters, choice and position are as they were."""
    with fresh(chrome, app.url) as page:
        browser.visit(page, FIVE_FILTERS)
        seen, address = reader.view(page), page.url
        page.get_by_role("link", name="about 2,500, Pledge Times").click()
        reader.heading(page, "US troops in Iraq numbered about 2,500")
        assert reader.address(page)[1]["rev"] == ["600"]
        page.go_back()
        reader.heading(page, "Explore")
        assert (reader.view(page), page.url) == (seen, address)
        page.go_forward()
        reader.heading(page, "US troops in Iraq numbered about 2,500")
        page.go_back()
        reader.heading(page, "Explore")
        page.reload()
        assert (reader.view(page), page.url) == (seen, address)


def test_marks_and_rows_are_chosen_together_and_each_choice_is_a_step(
    app: server.App, chrome: Browser
) -> None:
    """A click on a mark or the box of a row chooses; Back takes the last choice away."""
    with fresh(chrome, app.url) as page:
        browser.visit(page, f"/explore?indicator={TROOPS}")
        reader.drawn(page)
        reader.marks(page).nth(3).click(force=True)
        expect(page.get_by_text("1 claim chosen")).to_be_visible()
        reader.drawn(page)
        reader.tick_row(page, 2)
        expect(page.get_by_text("2 claims chosen")).to_be_visible()
        assert len(reader.address(page)[1]["pick"]) == 2
        page.go_back()
        expect(page.get_by_text("1 claim chosen")).to_be_visible()
        reader.drawn(page)
        reader.marks(page).nth(3).click(force=True)
        expect(page.get_by_text("claim chosen")).to_have_count(0)
        assert "pick" not in reader.address(page)[1]


def test_after_three_edits_the_earlier_link_shows_the_old_figures(
    own: server.App, chrome: Browser
) -> None:
    """The line counts one of each kind, the list says from what to what; now shows the new."""
    with fresh(chrome, own.url) as page:
        browser.visit(page, f"/indicator?id={KILLED}")
        seen, link = reader.view(page), copied(page)
    _edit(own)
    with fresh(chrome, own.url) as page:
        browser.visit(page, link)
        assert reader.view(page) == seen
        line = page.locator(".st-key-held")
        expect(line).to_contain_text("Since then: 1 revised, 1 withdrawn, 1 added")
        line.get_by_text("What changed").click()
        expect(line).to_contain_text("figure: at least five → at least eight")
        expect(line).to_contain_text("the page was corrected")
        line.get_by_role("radio", name="Now", exact=True).click()
        page.wait_for_url("**&now=yes")
        browser.settle(page)
        assert reader.view(page).rows != seen.rows
        page.go_back()
        page.wait_for_url(lambda url: "now=yes" not in url)
        assert reader.view(page) == seen


def _edit(app: server.App) -> None:
    """Revise one claim, withdraw another and add a third, beside the served app."""
    with Ledger.open(app.var / "on-record.db") as ledger:
        five = ledger.claim(reader.FIVE)
        more = changed(five, quantity=quantity_in("at least eight"))
        rev = ledger.head.rev
        ledger.revise(more, actor="Ana", reason="the page was corrected", based_on=rev)
        others = ledger.claims(Filter(indicator=(KILLED,), claimant=("hrana",)))
        out = Withdrawal(on=TODAY, by="HRANA", reason="printed in error")
        ledger.revise(changed(others[0], withdrawn=out), actor="Ben", based_on=rev + 1)
        words = [e.model_dump() | {"quote": "twelve were killed"} for e in others[0].evidence[:1]]
        twelve = quantity_in("twelve")
        ledger.append([changed(others[0], id="", evidence=words, quantity=twelve)], actor="Ana")
