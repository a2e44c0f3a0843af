"""What claims say together, in a real browser: views, evidence, explanations, compare."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests import browser, reader, server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

COMPARED = "/compare?indicator=us-troops-iraq&indicator=khuzestan-protests-2021-killed"
FIVE_BY_THE_29TH = "c-95476b4d49d7"
"""The claim of state media, in Elaph, which four others on record contradict."""
ASAD = "/indicator?id=al-asad-2020-01-08-injured"


def test_a_finding_leads_to_its_evidence_in_one_click(page: Page) -> None:
    """The slip of a digit on the overview opens the claim that prints it."""
    browser.visit(page, "/")
    page.get_by_role("link", name="8,992, Press TV").first.click()
    reader.heading(page, "US troops in Iraq numbered 8,992")
    expect(page.get_by_text("differ in one digit").first).to_be_visible()


def test_a_view_is_in_the_address_and_survives_back(page: Page) -> None:
    """The ladder comes first at Ain al-Asad; another view is a step to go back from."""
    browser.visit(page, ASAD)
    expect(page.get_by_text("revised six times")).to_be_visible()
    page.get_by_text("From whom, through whom", exact=True).first.click()
    page.wait_for_url("**&tab=relays")
    browser.settle(page)
    expect(page.get_by_text("revised six times")).to_have_count(0)
    page.go_back()
    expect(page.get_by_text("revised six times")).to_be_visible()
    page.go_forward()
    page.wait_for_url("**&tab=relays")
    page.reload()
    expect(page.get_by_text("revised six times")).to_have_count(0)
    expect(page.get_by_text("11 claims, 11 publishers, 3 origins").first).to_be_visible()


def test_the_filters_of_an_indicator_narrow_it_and_ask_about_a_time(page: Page) -> None:
    """Whoever opens an indicator first can filter it; a period asks what is known of it."""
    browser.visit(page, "/indicator?id=us-troops-iraq")
    reader.choose(page, "claimant", "Agence France-Presse")
    reader.count_is(page, 1)
    assert reader.address(page)[1]["claimant"] == ["agence-france-presse"]
    browser.visit(page, "/indicator?id=us-troops-iraq&from=2021-01-01&to=2021-12-31")
    expect(page.get_by_text("2,500 troops fits both origins that speak of it")).to_be_visible()
    words = page.locator(".st-key-q").get_by_role("textbox")
    words.fill("Pentagon")
    words.press("Enter")
    page.wait_for_url("**q=Pentagon**")
    browser.settle(page)
    expect(page.get_by_text("encountered an error")).to_have_count(0)


def test_what_is_compared_is_in_the_address(page: Page) -> None:
    """Two indicators on the page, each axis with its reason; Back leaves one of them."""
    browser.visit(
        page, "/compare?indicator=us-troops-iraq&indicator=khuzestan-protests-2021-killed"
    )
    reader.heading(page, "Compare")
    expect(page.get_by_text("deaths are not troops")).to_be_visible()
    charts = page.get_by_test_id("stVegaLiteChart")
    expect(charts).to_have_count(3)
    box = page.locator(".st-key-compare-claimant").get_by_role("combobox")
    reader.pick(page, box, "HRANA", "HRANA")
    page.wait_for_url("**&claimant=hrana")
    browser.settle(page)
    expect(charts).to_have_count(1)
    page.go_back()
    expect(charts).to_have_count(3)


def explain(page: Page, other: str, name: str) -> None:
    """Fill in the form and press its button; `other` begins the label of the claim chosen."""
    claims, reasons = (page.get_by_role("combobox", name=name) for name in ("Differs from", "Why"))
    reader.pick(page, claims, other, re.compile(f"^{re.escape(other)}"))
    reader.pick(page, reasons, "scope", "scope: ")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("In words").fill(f"{name} has read both.")


def test_an_explanation_is_recorded_by_whoever_is_at_the_machine(
    own: server.App, chrome: Browser
) -> None:
    """Without a choice nothing is written; with one the conflict is settled and in the history."""
    watch = browser.Watch(own.url)
    with browser.opened(chrome, watch) as page:
        browser.visit(page, "/indicator?id=us-troops-leaving-iraq-2020-09")
        page.get_by_role("link", name="1,200, CBS Los Angeles").first.click()
        reader.heading(page, "The United States was to withdraw 1,200")
        expect(page.get_by_text("cannot be true together with it").first).to_be_visible()
        record = page.get_by_role("button", name="Record the explanation")
        page.get_by_text("Explain why it differs").click()
        record.click()
        expect(page.get_by_text("Choose the claim that it differs from.")).to_be_visible()
        explain(page, "about 2,200", "Ana <b>")
        record.click()
        expect(page.get_by_text("Explained by Ana <b> on").first).to_be_visible()
        expect(page.get_by_text("on record was explained")).to_be_visible()
        browser.settle(page)
        assert watch.unexpected() == []


def test_words_about_one_claim_are_not_recorded_about_another(
    own: server.App, chrome: Browser
) -> None:
    """Of two who explain at once the second keeps the words, and is told to choose again."""
    watch = browser.Watch(own.url)
    with browser.opened(chrome, watch) as ann, browser.opened(chrome, watch) as bob:
        for page, name in ((ann, "Ann"), (bob, "Bob")):
            browser.visit(page, f"/claim?id={FIVE_BY_THE_29TH}")
            page.get_by_text("Explain why it differs").click()
            explain(page, "at least 10", name)
        ann.get_by_role("button", name="Record the explanation").click()
        expect(ann.get_by_text("Explained by Ann on").first).to_be_visible()
        bob.get_by_role("button", name="Record the explanation").click()
        expect(bob.get_by_text("changed since you opened this form")).to_be_visible()
        browser.settle(bob)
        expect(bob.get_by_label("In words")).to_have_value("Bob has read both.")
        expect(bob.get_by_label("Your name")).to_have_value("Bob")
        chosen = bob.get_by_role("combobox", name="Differs from")
        expect(chosen).to_have_value("")
        expect(bob.get_by_text("Explained by Bob")).to_have_count(0)
        assert watch.unexpected() == []
