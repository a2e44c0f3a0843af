"""The dashboard as a reader meets it: in a browser, from the address bar to the keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from claims.ledger import Ledger
from dashboard.main import PAGES
from tests import browser, hostile, server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

FIVE = "c-ebc694d29d18"
"""The claim in Arab News of 27 July 2021: at least five killed."""
DEEP = {
    "/": "On Record",
    "/explore": "Explore",
    "/explore?hedge=at+least&figures=observed": "Explore",
    "/indicator": "Indicators",
    "/indicator?id=us-troops-iraq": "US troops in Iraq",
    "/sources": "Sources",
    "/source?id=arab-news-2021-07-27": "Pro-Iran groups welcome",
    "/method": "Method",
    f"/claim?id={FIVE}": "At least five people were killed",
    "/claim?id=gone": "No such claim",
    "/explore?claimant=nobody&sort=sideways&page=-1": "Explore",
}
"""Addresses, and how the heading of what they show begins."""
COUNT = re.compile(r"Showing ([\d,]+) of ([\d,]+)", re.IGNORECASE)


def _heading(page: Page, begins: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(f"^{re.escape(begins)}"))


def _address(page: Page) -> tuple[str, dict[str, list[str]]]:
    """Return the path and the parameters in the address bar."""
    parts = urlsplit(page.url)
    return parts.path, parse_qs(parts.query)


def _shown(page: Page) -> int:
    """Return how many claims the page says that it shows."""
    browser.settle(page)
    found = COUNT.search(page.get_by_text(COUNT).first.inner_text())
    assert found is not None
    return int(found[1].replace(",", ""))


def _count_is(page: Page, number: int) -> None:
    expect(page.get_by_text(COUNT).first).to_have_text(
        re.compile(rf"Showing {number:,} of", re.IGNORECASE)
    )
    browser.settle(page)


def _marks(page: Page) -> Locator:
    """Find the marks of the first chart that can be clicked."""
    chart = page.get_by_test_id("stVegaLiteChart").first
    return chart.locator("path[aria-roledescription=point]")


def _choose(page: Page, field: str, option: str) -> None:
    """Choose a value in a field of the filter, and wait until it is in the address."""
    before = page.url
    box = page.locator(f".st-key-{field}")
    box.get_by_role("combobox").fill(option)
    page.get_by_role("option", name=re.compile(rf"^{re.escape(option)} \(")).click()
    page.wait_for_url(lambda url: url != before)
    page.keyboard.press("Escape")
    browser.settle(page)


def _open_row(page: Page, row: int = 0) -> None:
    """Choose a row of the table by the box at its start."""
    table = page.get_by_test_id("stDataFrame").last
    table.scroll_into_view_if_needed()
    expect(table.locator("canvas").first).to_be_visible()
    table.click(position={"x": 18, "y": 52 + 35 * row})


def _chosen(page: Page, field: str) -> str:
    return page.locator(f".st-key-{field}").inner_text()


# Every page, from its address alone


@pytest.mark.parametrize("address", DEEP)
def test_an_address_opens_its_page(page: Page, address: str) -> None:
    """A reader who was never here sees the heading; nothing breaks, nothing foreign loads."""
    browser.visit(page, address)
    _heading(page, DEEP[address])
    assert page.title()


def test_an_unknown_page_leads_to_the_overview(page: Page, watch: browser.Watch) -> None:
    """An address that never was says so and shows what is on record."""
    watch.allow("does not seem to exist")
    browser.visit(page, "/nope")
    expect(page.get_by_text("Page not found")).to_be_visible()
    expect(page.get_by_text("On Record", exact=True).first).to_be_attached()


@pytest.mark.parametrize("path", [path for path in PAGES if path not in {"claim", "source"}])
def test_the_menu_leads_to_each_page(page: Page, path: str) -> None:
    """The menu names every page that stands for itself."""
    browser.visit(page, "/method" if path != "method" else "/explore")
    page.get_by_role("link", name=PAGES[path][0], exact=True).first.click()
    _heading(page, {"overview": "On Record"}.get(path, PAGES[path][0]))
    browser.settle(page)


def test_the_indicator_page_draws_its_figures(page: Page) -> None:
    """Sixty claims and more stand in the chart, each a mark of its own."""
    browser.visit(page, "/indicator?id=us-troops-iraq")
    expect(_marks(page).first).to_be_visible()
    assert _marks(page).count() >= 40
    assert _shown(page) >= 60


# Filters and the address


def test_a_filter_changes_count_chart_table_and_address(page: Page) -> None:
    """A choice narrows everything on the page at once; the address names it."""
    browser.visit(page, "/explore")
    everything = _shown(page)
    expect(_marks(page).first).to_be_visible()
    marks = _marks(page).count()
    _choose(page, "indicator", "US troops in Iraq")
    narrowed = _shown(page)
    assert 60 <= narrowed < everything
    assert _address(page) == ("/explore", {"indicator": ["us-troops-iraq"]})
    expect(_marks(page)).not_to_have_count(marks)
    _choose(page, "hedge", "about")
    assert 0 < _shown(page) < narrowed
    assert _address(page)[1] == {"indicator": ["us-troops-iraq"], "hedge": ["about"]}
    expect(_marks(page)).to_have_count(_shown(page))


def test_a_copied_address_shows_the_same_view(
    page: Page, chrome: Browser, watch: browser.Watch
) -> None:
    """Whoever opens the link sees the same choice, count and marks."""
    browser.visit(page, "/explore")
    _choose(page, "indicator", "US troops in Iraq")
    _choose(page, "hedge", "about")
    with browser.opened(chrome, watch) as other:
        browser.visit(other, page.url)
        assert _shown(other) == _shown(page)
        expect(_marks(other)).to_have_count(_marks(page).count())
        assert _chosen(other, "hedge") == _chosen(page, "hedge")
        assert _address(other) == _address(page)


def test_words_and_days_go_into_the_address(page: Page) -> None:
    """Words are written when Enter is pressed; clearing takes everything out again."""
    browser.visit(page, "/explore")
    everything = _shown(page)
    words = page.locator(".st-key-q").get_by_role("textbox")
    words.fill("killed")
    words.press("Enter")
    page.wait_for_url("**/explore?q=killed")
    page.locator(".st-key-figures").get_by_text("Observed").click()
    page.wait_for_url("**/explore?q=killed&figures=observed")
    assert 0 < _shown(page) < everything
    page.locator(".st-key-clear-sidebar").get_by_role("button").click()
    _count_is(page, everything)
    assert _address(page) == ("/explore", {})
    expect(words).to_have_value("")


def test_filters_survive_going_back_and_forth(page: Page) -> None:
    """Two filters, a claim, Back twice, Forward, reload: address and widgets agree throughout."""
    browser.visit(page, "/explore")
    _choose(page, "hedge", "at least")
    one = (page.url, _shown(page))
    _choose(page, "publisher", "Arab News")
    both = (page.url, _shown(page))
    assert both[1] < one[1]
    _open_row(page)
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
        _heading(page, "Explore")
        _count_is(page, shown)
        assert "at least" in _chosen(page, "hedge")
        assert ("Arab News" in _chosen(page, "publisher")) == (url == both[0])


def test_the_order_and_the_page_go_into_the_address(page: Page) -> None:
    """An order chosen in the table is in the link, and stands there after a reload."""
    browser.visit(page, "/explore")
    expect(_marks(page).first).to_be_visible()
    page.locator(".st-key-sort").get_by_role("combobox").fill("Largest")
    page.get_by_role("option", name="Largest number first").click()
    page.wait_for_url("**/explore?sort=-value")
    page.reload()
    expect(page.locator(".st-key-sort")).to_contain_text("Largest number first")
    page.locator("[class*=st-key-page-]").get_by_role("button", name="2", exact=True).click()
    page.wait_for_url("**/explore?sort=-value&page=2")
    browser.settle(page)


# From a mark, a row or a link to the record


@pytest.mark.parametrize("address", ["/indicator?id=us-troops-iraq", "/explore?hedge=about"])
def test_a_click_on_a_mark_opens_its_claim(page: Page, address: str) -> None:
    """The mark leads to the claim that it stands for; Back leads to the chart again."""
    browser.visit(page, address)
    mark = _marks(page).last
    figure = (mark.get_attribute("aria-label") or "").split("Figure: ")[-1].split(";")[0]
    mark.click(force=True)
    page.wait_for_url("**/claim?id=*")
    browser.settle(page)
    expect(page.get_by_text("The record").first).to_be_visible()
    assert figure
    expect(page.get_by_test_id("stTable").first).to_contain_text(figure)
    page.go_back()
    page.wait_for_url(f"**{address}")
    expect(_marks(page).first).to_be_visible()
    browser.settle(page)
    assert _address(page)[0] == urlsplit(address).path


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
    _open_row(page, row=1)
    page.wait_for_url(f"**/{leads_to}?id=*")
    browser.settle(page)
    assert "No such" not in page.get_by_role("heading", level=1).inner_text()
    page.go_back()
    page.wait_for_url(f"**{address}")
    browser.settle(page)
    assert _address(page)[0] == urlsplit(address).path


def test_one_claim_leads_to_the_next_and_back(page: Page) -> None:
    """Within the page of claims each step is one that Back undoes."""
    browser.visit(page, f"/claim?id={FIVE}")
    page.get_by_role("button", name=re.compile("at least")).first.click()
    page.wait_for_url(lambda url: "/claim?id=" in url and FIVE not in url)
    browser.settle(page)
    page.go_back()
    page.wait_for_url(f"**/claim?id={FIVE}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Arab News")


# Without a mouse


def test_the_keyboard_reaches_everything_on_the_overview(page: Page) -> None:
    """Tab comes by the menu, the search and the links to the indicators."""
    browser.visit(page, "/")
    reached = _tab_through(page, 40)
    assert {"Explore", "Sources", "Method"} <= reached
    assert "Search" in reached
    assert any("Iraq" in name or "killed" in name for name in reached)


def test_the_keyboard_reaches_the_filters(page: Page) -> None:
    """Tab comes by every field of the filter."""
    browser.visit(page, "/explore")
    expect(_marks(page).first).to_be_visible()
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
    assert _address(page) == ("/explore", {"q": ["injured soldiers & co"]})
    expect(page.locator(".st-key-q").get_by_role("textbox")).to_have_value("injured soldiers & co")
    page.go_back()
    _heading(page, "On Record")
    browser.settle(page)
    assert _address(page)[0] == "/"


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
    text = _marks(page).first.evaluate(
        "e => getComputedStyle(e.closest('svg').querySelector('text')).fill"
    )
    assert (_brightness(ground) < 128) == (scheme == "dark")
    assert abs(_brightness(ground) - _brightness(text)) > 90


@pytest.mark.parametrize(
    "address",
    ["/", "/explore", "/indicator?id=us-troops-iraq", "/method", "/sources", f"/claim?id={FIVE}"],
)
def test_a_phone_needs_no_scrolling_sideways(page: Page, address: str) -> None:
    """At 390 pixels the heading shows and the page is no wider than the screen."""
    page.set_viewport_size({"width": 390, "height": 844})
    browser.visit(page, address)
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


# Hostile records


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


@pytest.mark.parametrize("path", [path for path in PAGES if path not in {"claim", "source"}])
def test_a_page_of_hostile_records_runs_nothing(hostile_page: Page, path: str) -> None:
    """No script runs and nothing loads from elsewhere, with the choices unfolded too."""
    browser.visit(hostile_page, "/" if path == "overview" else f"/{path}")
    expect(hostile_page.get_by_role("heading", level=1)).to_be_visible()
    for box in hostile_page.get_by_role("combobox").all()[:4]:
        box.click()
        hostile_page.keyboard.press("Escape")
    browser.settle(hostile_page)


@pytest.mark.parametrize("number", range(len(hostile.TEXTS)), ids=list(hostile.TEXTS))
def test_hostile_text_reads_as_written(hostile_page: Page, number: int) -> None:
    """A heading, a cell and a caption show the letters of the record, and no link to elsewhere."""
    text = " ".join(list(hostile.TEXTS.values())[number].split())
    browser.visit(hostile_page, f"/source?id=s-{number}")
    expect(hostile_page.get_by_test_id("stDataFrame")).to_be_visible()
    assert _letters(hostile_page.get_by_role("heading", level=1)) == text
    assert text in {_letters(e) for e in hostile_page.get_by_test_id("stCaptionContainer").all()}
    browser.visit(hostile_page, f"/claim?id=c-{number}")
    expect(hostile_page.get_by_test_id("stDataFrame").last).to_be_visible()
    assert text in {_letters(cell) for cell in hostile_page.locator("td").all()}
    for mark in _marks(hostile_page).all():
        mark.hover(force=True)
    links = hostile_page.locator("a[href*='evil.example']")
    assert all("#:~:text=" in str(link.get_attribute("href")) for link in links.all())
    assert hostile_page.locator("img[src*='evil'], iframe, form[action]").count() == 0


def _letters(element: Locator) -> str:
    """Return the text of an element without joiners, on one line."""
    return " ".join(element.inner_text().replace("\u2060", "").split())
