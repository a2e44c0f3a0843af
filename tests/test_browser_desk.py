"""The Desk in a real browser: an article becomes claims, with the mouse and by keyboard alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from claims.ledger import Filter, Ledger
from tests import browser, server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

    from claims.records import Claim

ARTICLE = """Shelling hits market in Port Velmar as truce frays

PORT VELMAR: At least five people were killed and 12 others were wounded on Tuesday when \
shells hit a market in the old town, the Velmar interior ministry said.
Police detained some 40 suspects near the harbour, a spokesman told the Coastal News Agency.
More than 3,000 residents fled the northern suburbs, according to the Velmar Relief Committee.
The army said on Monday that 250 soldiers would be sent to the province by the end of the month.
Two journalists were kidnapped last week, their newspaper said.
Residents reported between 15 and 20 air strikes overnight.
“We will not leave,” said Anna Rook, 43, who runs a bakery near Route 9.
The ministry said the port would open at 8 a.m. on Thursday.
In March 2029 an attack on the ferry killed 17 people, the coast guard said.
"""
DRAFT = "Five people were killed in the protests in Khuzestan in July 2021, state media said."
FOCUSED = """() => {
    let found = document.activeElement
    while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement
    return found.ariaLabel || found.textContent
}"""


@pytest.fixture
def desk(own: server.App, chrome: Browser) -> Iterator[Page]:
    """Open the desk of a ledger that may be changed; fail where something broke behind it."""
    watch = browser.Watch(own.url)
    with browser.opened(chrome, watch) as page:
        browser.visit(page, "/desk")
        yield page
        browser.settle(page)
    assert watch.unexpected() == []


def marks(page: Page) -> Locator:
    """Find the marks of the text."""
    return page.locator("[data-text] mark")


def begin(page: Page, text: str = ARTICLE, publisher: str = "Coastal Post") -> None:
    """Put an article on the desk, printed on 13 March 2030."""
    page.get_by_label("Text of the article").fill(text)
    page.get_by_label("Publisher").fill(publisher)
    page.get_by_role("textbox", name="Your name").fill("Ana")
    page.get_by_role("spinbutton", name="year").click()
    page.keyboard.type("20300313")
    page.get_by_role("button", name="Find claims").click()
    page.wait_for_url("**work=**")
    browser.settle(page)


def decided(page: Page, number: int) -> None:
    """Wait until so many proposals are decided and the page stands."""
    expect(page.get_by_text(re.compile(f"^{number} of [0-9]+ decided"))).to_be_visible()
    browser.settle(page)


def choose(page: Page, words: str) -> None:
    """Choose the proposal of these words with the mouse, and wait for its card."""
    marks(page).filter(has_text=words).first.click()
    expect(page.locator(".st-key-desk-card").get_by_text(f"“{words}”")).to_be_visible()
    browser.settle(page)


def press(page: Page, name: str) -> None:
    """Press a button of the card."""
    page.locator(".st-key-desk-card").get_by_role("button", name=name, exact=True).click()


def recorded(own: server.App, publisher: str) -> dict[str, Claim]:
    """Return the claims on record of a publisher by their quotes."""
    with Ledger.open(own.var / "on-record.db", read_only=True) as ledger:
        found = ledger.claims(Filter(publisher=(publisher,)))
    return {claim.evidence[0].quote: claim for claim in found}


def test_an_article_becomes_claims(own: server.App, desk: Page) -> None:
    """Three accepted, one rejected, one corrected: on record with actor, places and source."""
    begin(desk)
    for number, words in enumerate(["At least five people", "some 40 suspects"], 1):
        choose(desk, words)
        press(desk, "Accept")
        decided(desk, number)
    desk.reload()
    decided(desk, 2)
    choose(desk, "Two journalists")
    press(desk, "Reject")
    decided(desk, 3)
    desk.get_by_role("combobox", name="Why it was rejected").fill("Their editor took it back")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("was rejected: Their editor took it back.")).to_be_visible()
    browser.settle(desk)
    choose(desk, "between 15 and 20 air strikes")
    press(desk, "Accept")
    decided(desk, 4)
    choose(desk, "17 people")
    press(desk, "Correct")
    desk.get_by_label("In our words, one sentence").fill("Seventeen people died on a ferry.")
    press(desk, "Record")
    decided(desk, 5)
    expect(marks(desk).filter(has_text="17 people")).to_have_class("accepted")
    expect(marks(desk).filter(has_text="Two journalists")).to_have_class("rejected")
    found = recorded(own, "coastal-post")
    assert len(found) == 4
    assert found["17 people"].statement == "Seventeen people died on a ferry."
    with Ledger.open(own.var / "on-record.db", read_only=True) as ledger:
        for quote, claim in found.items():
            evidence = claim.evidence[0]
            assert ARTICLE.strip()[evidence.start : evidence.end] == quote
            assert ledger.get("source", evidence.source).publisher == "coastal-post"
            assert ledger.history("claim", claim.id)[0].actor == "Ana"
    desk.get_by_role("button", name="Finish").click()
    desk.get_by_role("button", name="Throw the text away").click()
    expect(desk.get_by_text("the text was thrown away")).to_be_visible()


def test_the_keyboard_alone_does(own: server.App, desk: Page) -> None:
    """From mark to mark, accept, reject, correct; a letter in a field is only a letter."""
    begin(desk, f"{ARTICLE}The harbour was quiet.", "Harbour Gazette")
    expect(marks(desk).first).to_be_focused()
    assert "killed, at least five, open" in desk.evaluate(FOCUSED)
    desk.keyboard.press("a")
    decided(desk, 1)
    expect(marks(desk).nth(1)).to_be_focused()
    desk.keyboard.press("r")
    decided(desk, 2)
    desk.get_by_role("button", name="Undo").focus()
    desk.keyboard.press("Enter")
    decided(desk, 1)
    marks(desk).nth(1).focus()
    for key in ("j", "ArrowDown", "k"):
        desk.keyboard.press(key)
    expect(marks(desk).nth(2)).to_be_focused()
    expect(desk.locator(".st-key-desk-card").get_by_text("“some 40 suspects”")).to_be_visible()
    browser.settle(desk)
    desk.keyboard.press("e")
    words = desk.get_by_label("Exact words")
    expect(words).to_be_focused()
    desk.keyboard.press("Tab")
    desk.keyboard.press("Control+a")
    desk.keyboard.type("Near the harbour are and remain jailed: 40.")
    expect(desk.get_by_label("In our words")).to_have_value(re.compile("^Near the harbour"))
    words.focus()
    desk.keyboard.press("Enter")
    decided(desk, 2)
    found = recorded(own, "harbour-gazette")
    assert found["some 40 suspects"].statement == "Near the harbour are and remain jailed: 40."
    assert set(found) == {"At least five people", "some 40 suspects"}
    expect(marks(desk).nth(3)).to_be_focused()
    for name in ("Next", "Answers the question", "Accept"):
        _tab_to(desk, name)
    desk.keyboard.press("Enter")
    decided(desk, 3)
    assert len(recorded(own, "harbour-gazette")) == 3


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until something of a name has the focus; it is not far."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if name in page.evaluate(FOCUSED):
            return
    pytest.fail(f"{name} cannot be reached with the Tab key")


def test_steps_add_nothing_to_the_history(desk: Page) -> None:
    """The address names the chosen proposal, and Back leaves the article, not the last step."""
    begin(desk, f"{ARTICLE}The harbour was calm.", "Harbour Gazette")
    expect(marks(desk).first).to_be_focused()
    before = desk.evaluate("history.length")
    for number in ("1", "2"):
        desk.keyboard.press("j")
        desk.wait_for_url(f"**proposal={number}**")
        expect(
            desk.locator(".st-key-desk-card").get_by_text(f"{int(number) + 1} of")
        ).to_be_visible()
        browser.settle(desk)
    assert desk.evaluate("history.length") == before
    desk.go_back()
    expect(desk.get_by_label("Text of the article")).to_be_visible()


def test_a_dropped_hedge_is_marked_in_a_draft(desk: Page) -> None:
    """The record says at least five; the corrected wording is beside it, to be copied."""
    desk.get_by_text("Draft check", exact=True).click()
    desk.wait_for_url("**tab=draft**")
    desk.get_by_label("A paragraph of your story").fill(DRAFT)
    desk.get_by_role("button", name="Check the draft").click()
    expect(marks(desk)).to_have_attribute("aria-label", "Five people: hedge dropped")
    card = desk.locator(".st-key-desk-card")
    expect(card.get_by_text("hedge dropped")).to_be_visible()
    expect(card.get_by_role("button", name="Copy the wording")).to_be_visible()
    expect(card.get_by_role("link").first).to_be_visible()


def test_a_narrow_page_shows_the_card_below_the_article(desk: Page) -> None:
    """Nothing is wider than the screen, and markup in an article is nothing but letters."""
    desk.set_viewport_size({"width": 420, "height": 900})
    evil = "<img src=x onerror='window.broken = 1'>"
    begin(desk, f"At least five people were killed in {evil} on Tuesday, {evil} said.")
    expect(desk.locator("[data-text]")).to_contain_text(evil)
    text = desk.locator("[data-text]").bounding_box()
    card = desk.locator(".st-key-desk-card").bounding_box()
    assert text is not None
    assert card is not None
    assert card["y"] >= text["y"] + text["height"]
    assert desk.evaluate("[document.documentElement.scrollWidth, window.broken]") == [420, None]


def test_a_text_beyond_the_limit_is_refused_in_words(desk: Page) -> None:
    """Two megabytes are pasted: the page says what it takes, and nothing is put on the desk."""
    desk.get_by_role("textbox", name="Your name").fill("Ana")
    desk.get_by_label("Publisher").fill("Coastal Post")
    desk.get_by_label("Text of the article").fill("Five died. " * 180_000)
    desk.get_by_role("button", name="Find claims").click()
    expect(desk.get_by_text("at most 200,000 characters are read")).to_be_visible(
        timeout=browser.PATIENCE
    )
    assert "work" not in desk.url
