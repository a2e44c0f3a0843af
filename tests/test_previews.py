"""What the app's own pages say in their head: the preview of the view that an address opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from dashboard import previews
from tests.reader import FIVE
from tests.routed import SITE, Head, ask

if TYPE_CHECKING:
    import httpx
    from playwright.sync_api import Page

TROOPS, COALITION = "us-troops-iraq", "coalition-troops-iraq-total"
BROWSER = {"accept": "text/html"}


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    ("path", "params", "title"),
    [
        ("claim", {"id": [FIVE]}, "at least five"),
        ("indicator", {"id": [TROOPS]}, "us troops in iraq"),
        ("explore", {"kind": ["detention"]}, "claims on record"),
        ("compare", {"indicator": [TROOPS, COALITION]}, "us troops in iraq"),
        ("source", {"id": ["hot-air-2016-03-22"]}, "wapo"),
    ],
)
def test_pages_of_the_app_have_the_same_tags(
    path: str, params: dict[str, list[str]], title: str
) -> None:
    """An address that is copied from the app shows what the short address shows."""
    head = Head(previews.head(path, params, SITE))
    assert title in head.one("og:title").lower()
    assert ask(head.one("og:image").removeprefix(SITE)).status_code == 200


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    ("path", "params"),
    [
        ("", {}),
        ("method", {}),
        ("claim", {}),
        ("claim", {"id": ["nope"]}),
        ("indicator", {"id": ["nope"]}),
        ("explore", {"kind": ["rumour"]}),
        ("explore", {"claimant": ["nobody"]}),
        ("explore", {"rev": ["soon"]}),
        ("explore", {"rev": ["999999"]}),
        ("compare", {}),
        ("compare", {"indicator": [TROOPS]}),
        ("claim", {"id": [FIVE], "country": ["IR"]}),
    ],
)
def test_what_cannot_be_shown_has_no_tags(path: str, params: dict[str, list[str]]) -> None:
    """No preview is better than one of something else."""
    assert previews.head(path, params, SITE) == ""


def test_a_long_description_is_cut_between_words() -> None:
    """What is cut says so."""
    cut = previews.shortened("a word " * 400)
    assert len(cut) <= previews.LONGEST
    assert cut.endswith((" a…", " word…"))
    assert previews.shortened("x" * 5_000).endswith("x…")


# The served app


@pytest.mark.parametrize(
    "address", [f"/claim?id={FIVE}", f"/indicator?id={TROOPS}", "/explore?kind=detention"]
)
def test_the_app_sends_its_pages_with_tags(client: httpx.Client, address: str) -> None:
    """The page of Streamlit has one title, that of the view, and the tags of its preview."""
    assert client.get(f"/c/{FIVE}").is_success, "the ledger is open when a record is answered"
    answer = client.get(address, headers=BROWSER)
    head = Head(answer.text)
    assert head.title.endswith("– On Record")
    assert "Streamlit</title>" not in answer.text
    site = str(client.base_url).rstrip("/")
    assert client.get(head.one("og:image").removeprefix(site)).status_code == 200


def test_a_person_at_a_short_address_arrives_in_the_app(page: Page) -> None:
    """A browser is taken on at once, and nothing foreign is asked on the way."""
    page.goto(f"/c/{FIVE}")
    page.wait_for_url(f"**/claim?id={FIVE}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
