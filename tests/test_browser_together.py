"""What claims say together, in a real browser: views, evidence, explanations, compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests import browser, reader, server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

COMPARED = "/compare?indicator=us-troops-iraq&indicator=khuzestan-protests-2021-killed"
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


def test_an_explanation_is_recorded_by_whoever_is_at_the_machine(
    own: server.App, chrome: Browser
) -> None:
    """Without a name nothing is written; with one the conflict is settled and in the history."""
    watch = browser.Watch(own.url)
    with browser.opened(chrome, watch) as page:
        browser.visit(page, "/indicator?id=us-troops-leaving-iraq-2020-09")
        page.get_by_role("link", name="1,200, CBS Los Angeles").first.click()
        reader.heading(page, "The United States was to withdraw 1,200")
        expect(page.get_by_text("cannot be true together with it").first).to_be_visible()
        page.get_by_text("Explain why it differs").click()
        page.get_by_role("button", name="Record the explanation").click()
        expect(page.get_by_text("needs a reason, words and the name of")).to_be_visible()
        reader.pick(page, page.get_by_label("Why"), "scope", "scope: ")
        page.get_by_label("Your name").fill("Ana <b>")
        page.get_by_label("In words").fill("A slip in the subtraction.")
        page.get_by_role("button", name="Record the explanation").click()
        expect(page.get_by_text("Explained by Ana <b> on")).to_be_visible()
        expect(page.get_by_text("differs from 1 claim on record was explained")).to_be_visible()
        browser.settle(page)
        assert watch.unexpected() == []
