"""The evidence pack in a real browser, opened from a file: it asks for nothing, and it fits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from claims.ledger import Filter, Ledger
from tests import browser, factories, hostile
from tests.evidence import packed

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "printed": {"media": "print"},
}


@pytest.fixture(scope="module")
def files(full: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write a pack of real claims and one of hostile records."""
    folder = tmp_path_factory.mktemp("packs")
    asked = Filter(indicator=("khuzestan-protests-2021-killed", "al-asad-2020-01-08-injured"))
    with Ledger.open(full / "on-record.db", read_only=True) as ledger:
        (folder / "real.html").write_bytes(packed(ledger, ledger.claims(asked)))
    with Ledger.open(folder / "on-record.db") as ledger:
        ledger.append(
            [*factories.base(), *hostile.records()], actor="<b>", reason="\x00<img src=x>"
        )
        (folder / "hostile.html").write_bytes(packed(ledger, ledger.claims()))
    return {name: folder / f"{name}.html" for name in ("real", "hostile")}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["real", "hostile"])
def test_a_pack_opens_without_a_request(
    chrome: Browser, files: dict[str, Path], name: str, look: str
) -> None:
    """From a file nothing is asked for, nothing runs and nothing is complained of."""
    watch, asked, told = browser.Watch("file://"), list[str](), list[str]()
    with browser.opened(chrome, watch) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: told.append(message.text))
        page.emulate_media(**LOOKS[look])
        page.goto(files[name].as_uri())
        assert page.evaluate("window.broken") is None
        assert page.locator("body").evaluate("body => getComputedStyle(body).display") == "block"
        records = page.locator("#records").text_content() or ""
    assert json.loads(records)["claims"]
    assert asked == [files[name].as_uri()]
    assert told == []
    assert watch.unexpected() == []


@pytest.mark.parametrize("width", [360, 1_280])
@pytest.mark.parametrize("name", ["real", "hostile"])
def test_a_pack_fits_its_screen(
    chrome: Browser, files: dict[str, Path], name: str, width: int
) -> None:
    """Nothing runs out of a telephone or a desk, a word of 1,900 letters neither."""
    with browser.opened(chrome, browser.Watch("file://")) as page:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(files[name].as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_style_is_applied_and_follows_the_scheme(
    chrome: Browser, files: dict[str, Path]
) -> None:
    """The policy lets the style through; the paper is dark where the reader's screen is."""
    with browser.opened(chrome, browser.Watch("file://")) as page:
        page.goto(files["real"].as_uri())
        papers = []
        for look in LOOKS.values():
            page.emulate_media(**look)
            papers.append(
                page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
            )
    assert papers[0] == papers[2] == "rgb(255, 255, 255)"
    assert papers[1] == "rgb(22, 25, 29)"


def test_a_link_of_the_table_leads_to_its_claim(chrome: Browser, files: dict[str, Path]) -> None:
    """Choosing a number shows the sentence of that claim."""
    with browser.opened(chrome, browser.Watch("file://")) as page:
        page.goto(files["real"].as_uri())
        row = page.get_by_role("row").filter(has_text="at least five").first
        row.get_by_role("link").first.click()
        shown = page.locator(":target")
        assert "at least five" in (shown.locator(".figure").text_content() or "")
        assert shown.locator("h3").is_visible()
