"""The policy in a browser: all that the app draws works under it, and the clipboard too."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests import browser, chromium, hostile, reader, server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

NAME = "newsroom.test"
"""A host that is not this machine by name; browsers offer no clipboard there over http."""
APP = """
    from pathlib import Path
    import streamlit as st
    from starlette.middleware import Middleware
    from dashboard.headers import SecurityHeaders
    from dashboard.serving import KnownHosts, TellRoot

    app = st.App(
        Path(__file__).with_name("page.py"),
        middleware=[Middleware(SecurityHeaders), Middleware(KnownHosts), Middleware(TellRoot)],
    )
"""
PAGE = """
    import streamlit as st
    from dashboard.clipboard import copy_button
    from tests import hostile

    st.title("Everything")
    for name, text in hostile.TEXTS.items():
        copy_button(f"Copy: {name}", text, key=f"hostile {name}")
    copy_button("Copy link", "/claim?id=c-1&q=é", key="link", absolute=True)
    copy_button(hostile.TEXTS["script"], "text", key="label")
    st.text_area("Paste")
    st.date_input("Days", value=())
    st.multiselect("Kinds", ["one", "two"])
    st.download_button("Download", "a,b", "x.csv")
    if file := st.file_uploader("Upload"):
        st.text(f"Holds {len(file.getvalue())} bytes")
    st.line_chart({"a": [1, 2]})
    st.dataframe({"a": [1, 2]})
    st.code("print()", language="python")
"""
PASTED = "addEventListener('paste', e => { window.pasted = e.clipboardData.getData('text/plain') })"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.App]:
    """Serve a page that copies, behind the middlewares of the app and under two names."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "page.py").write_text(dedent(PAGE), encoding="utf-8")
    (folder / "app.py").write_text(dedent(APP), encoding="utf-8")
    names = f"127.0.0.1 {NAME}"
    with server.served(
        folder / "var", script=folder / "app.py", STREAMLIT_SERVER_ALLOWED_HOSTS=names
    ) as running:
        yield running


@pytest.fixture
def here(chrome: Browser, small: server.App) -> Iterator[Page]:
    """Open the small page on this machine; fail where anything broke behind it."""
    watching = browser.Watch(small.url)
    with browser.opened(chrome, watching) as opened:
        opened.set_viewport_size({"width": 1280, "height": 3000})  # a list closes on scrolling
        opened.add_init_script(PASTED)
        browser.visit(opened)
        yield opened
    assert watching.unexpected() == []


@pytest.fixture
def elsewhere(chrome: Browser, small: server.App) -> Iterator[Page]:
    """Open the small page under another name, as a colleague in the newsroom does."""
    watching = browser.Watch(small.url.replace("127.0.0.1", NAME))
    mapped = [f"--host-resolver-rules=MAP {NAME} 127.0.0.1", "--no-sandbox", *browser.QUIET]
    other = chrome.browser_type.launch(executable_path=chromium.find(), args=mapped)
    try:
        with browser.opened(other, watching) as opened:
            opened.add_init_script(PASTED)
            browser.visit(opened)
            yield opened
    finally:
        other.close()
    assert watching.unexpected() == []


def _paste(page: Page) -> str:
    """Return what the clipboard holds, as a reader finds out."""
    page.get_by_label("Paste").focus()
    page.keyboard.press("ControlOrMeta+v")
    page.wait_for_function("() => window.pasted !== undefined")
    text = page.evaluate("() => { const text = window.pasted; delete window.pasted; return text }")
    assert isinstance(text, str)
    return text


def test_the_small_page_draws_everything(here: Page) -> None:
    """Chart, table, dates, choices, download and upload need nothing that the policy forbids."""
    expect(here.get_by_test_id("stVegaLiteChart").locator("path").first).to_be_visible()
    expect(here.get_by_test_id("stDataFrame").locator("canvas").first).to_be_visible()
    reader.pick(here, here.get_by_test_id("stMultiSelect").get_by_role("combobox"), "two", "two")
    here.keyboard.press("Escape")
    with here.expect_download() as download:
        here.get_by_role("button", name="Download", exact=True).click()
    assert download.value.path().read_text() == "a,b"
    here.get_by_test_id("stVegaLiteChart").hover()
    with here.expect_download() as download:
        here.get_by_role("button", name="Download as PNG").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
    here.locator("input[type=file]").set_input_files(
        {"name": "x.txt", "mimeType": "text/plain", "buffer": b"xyz"}
    )
    expect(here.get_by_text("Holds 3 bytes")).to_be_visible()
    browser.settle(here)


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_a_button_copies_exactly_its_text(here: Page, name: str) -> None:
    """Whatever the text is, it is copied letter by letter, and nothing of it is markup."""
    here.get_by_role("button", name=f"Copy: {name}", exact=True).click()
    expect(here.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    assert _paste(here) == hostile.TEXTS[name]
    assert here.evaluate("() => window.broken") is None


def test_a_button_copies_by_keyboard_and_then_forgets(here: Page) -> None:
    """Enter copies; the word that says so goes away by itself."""
    here.get_by_role("button", name="Copy link").press("Enter")
    said = here.get_by_role("status").filter(has_text="Copied")
    expect(said).to_have_attribute("aria-live", "polite")
    expect(said).to_have_count(0)
    origin = here.url.rstrip("/")
    assert _paste(here) == f"{origin}/claim?id=c-1&q=%C3%A9"


def test_the_label_of_a_button_is_text(here: Page) -> None:
    """Markup in a label reads as it is written."""
    button = here.get_by_role("button", name=hostile.TEXTS["script"], exact=True)
    expect(button).to_have_text(hostile.TEXTS["script"])


def test_a_colleague_copies_the_address_that_she_sees(elsewhere: Page) -> None:
    """Under another name, over http, the page connects and the copied link names that host."""
    assert elsewhere.evaluate("() => isSecureContext") is False
    elsewhere.get_by_role("button", name="Copy link").click()
    expect(elsewhere.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    assert _paste(elsewhere) == f"{elsewhere.url.rstrip('/')}/claim?id=c-1&q=%C3%A9"
    assert NAME in elsewhere.url


# The app itself


@pytest.mark.parametrize(
    "path", ["/", "/explore?hedge=about", "/compare", f"/claim?id={reader.FIVE}"]
)
def test_a_page_breaks_no_rule(page: Page, path: str) -> None:
    """Each page draws to its end; the fixture fails where the console names a violation."""
    browser.visit(page, path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert re.match(r"(_streamlit_xsrf=[^;]+)?$", page.evaluate("() => document.cookie"))
    for cookie in page.context.cookies():
        assert (cookie["name"], cookie["sameSite"]) == ("_streamlit_xsrf", "Strict")


def test_an_inline_script_does_not_run(page: Page, watch: browser.Watch) -> None:
    """Were markup ever let through, the policy would still keep it from running."""
    watch.allow("Content Security Policy")
    browser.visit(page, "/method")
    page.evaluate("""() => {
        const script = document.createElement("script")
        script.textContent = "window.broken = true"
        document.body.append(script)
        const image = document.createElement("img")
        image.setAttribute("onerror", "window.broken = true")
        image.src = "data:,"
        document.body.append(image)
    }""")
    assert page.evaluate("() => window.broken") is None
    assert len(watch.faults) >= 2
    assert watch.unexpected() == []


def test_a_chosen_row_leads_to_its_source_in_one_step(page: Page) -> None:
    """The step is made by a script of this server, and Back undoes it at once."""
    browser.visit(page, "/sources?q=arab")
    reader.heading(page, "Sources")
    before = page.evaluate("() => history.length")
    reader.open_row(page)
    page.wait_for_url("**/source?id=*")
    browser.settle(page)
    assert page.evaluate("() => history.length") == before + 1
    page.go_back()
    page.wait_for_url("**/sources?q=arab")
    reader.heading(page, "Sources")
