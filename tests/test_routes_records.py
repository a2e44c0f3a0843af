"""The short pages of claims and indicators: what a person reads, and what a preview reads."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from claims.ledger import Ledger
from claims.records import Withdrawal
from dashboard import data
from tests import hostile
from tests.factories import base, changed, quantity_in, stating
from tests.reader import FIVE
from tests.routed import SITE, STRANGE, Head, ask

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from tests.conftest import Put

TROOPS = "us-troops-iraq"
CLAIM = stating("at least five")
INDICATORS = [
    TROOPS,
    "sadr-city-2021-07-19-wounded",
    "sadr-city-2021-07-19-killed",
    "al-asad-2020-01-08-injured",
    "khuzestan-protests-2021-killed",
]
BROWSER = {"accept": "text/html"}


def page(address: str) -> Head:
    """Read the head of a page."""
    answer = ask(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Head(answer.text)


def picture(head: Head) -> bytes:
    """Fetch the picture that a page names."""
    address = head.one("og:image")
    assert address.startswith(SITE)
    answer = ask(address.removeprefix(SITE))
    assert answer.headers["content-type"] == "image/png"
    return answer.content


@pytest.mark.usefixtures("pages")
def test_twenty_claims_each_have_their_own_preview() -> None:
    """Title, description and picture are of this very claim, and no two pictures are alike."""
    ledger = data.open_ledger()
    seen = set()
    for one in ledger.claims(sort="said_on", limit=20):
        head = page(f"/c/{one.id}")
        address = f"{SITE}/c/{one.id}"
        assert head.one("og:url") == address
        assert head.one("og:image") == f"{address}.png"
        assert head.one("og:site_name") == "On Record"
        assert head.one("og:type") == "article"
        assert one.statement.rstrip(".")[:40] in head.one("og:description")
        assert head.one("og:title") == head.one("twitter:title")
        assert head.one("og:description") == head.one("twitter:description")
        assert head.one("og:image") == head.one("twitter:image")
        assert head.one("twitter:card") == "summary_large_image"
        assert (head.one("og:image:width"), head.one("og:image:height")) == ("1200", "630")
        assert head.one("og:image:alt")
        assert head.one("article:modified_time").startswith("20")
        assert head.title == f"{head.one('og:title')} – On Record"
        seen.add(hashlib.sha256(picture(head)).hexdigest())
    assert len(seen) == 20


@pytest.mark.usefixtures("pages")
def test_five_indicators_each_have_their_own_preview() -> None:
    """The title is the question, the picture its chart, and the feed is of its changes."""
    seen = set()
    for name in INDICATORS:
        head = page(f"/i/{name}")
        found = data.open_ledger().get("indicator", name)
        assert head.one("og:title") == found.title
        assert head.one("og:url") == f"{SITE}/i/{name}"
        assert "on record" in head.one("og:description")
        kinds = {link["type"]: link["href"] for link in head.links if "type" in link}
        assert set(kinds) == {"application/json", "text/csv", "application/atom+xml"}
        assert kinds["application/atom+xml"] == f"{SITE}/feed.atom?v=2&indicator={name}"
        seen.add(hashlib.sha256(picture(head)).hexdigest())
    assert len(seen) == 5


@pytest.mark.usefixtures("pages")
def test_the_files_that_a_page_names_are_there() -> None:
    """JSON and CSV of the same claim are found in the head."""
    head = page(f"/c/{FIVE}")
    named = [link["href"] for link in head.links if link.get("rel") == "alternate"]
    assert [ask(address.removeprefix(SITE)).status_code for address in named] == [200, 200]


@pytest.mark.usefixtures("pages")
def test_a_person_is_taken_to_the_app_with_every_parameter() -> None:
    """The page leads on at once, and has a link for whoever stays."""
    head = page(f"/c/{FIVE}?rev=632&shared=2026-11-23&fbclid=a%26b%22%3E")
    to = f"/claim?id={FIVE}&rev=632&shared=2026-11-23&fbclid=a%26b%22%3E"
    assert head.one("refresh") == f"0; url={to}"
    assert to in {link["href"] for link in head.links if link["tag"] == "a"}


@pytest.mark.usefixtures("pages")
def test_what_a_site_adds_to_an_address_does_no_harm() -> None:
    """A foreign parameter is named on the page, and is not part of the address that is told."""
    answer = ask(f"/c/{FIVE}?fbclid=xyz")
    assert "asks for fbclid “xyz”" in answer.text
    assert Head(answer.text).one("og:url") == f"{SITE}/c/{FIVE}"


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/c/c-nope", 404),
        ("/i/nope", 404),
        ("/c/nope%20%3Cb%3E", 404),
        (f"/c/{FIVE}/x", 404),
        ("/c/", 404),
        ("/i/a/b", 404),
        (f"/c/{FIVE}.exe", 404),
        (f"/c/{FIVE}?rev=999999", 404),
        (f"/c/{FIVE}?rev=soon", 400),
        (f"/i/{TROOPS}?claimant=%22%3E", 400),
        (f"/c/{FIVE}?id=c-other", 404),
    ],
)
def test_a_page_that_is_not_there_says_so(address: str, status: int) -> None:
    """The status is true, the page says what was not found and leads to what is on record."""
    answer = ask(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert 'href="/explore"' in answer.text
    assert "<b>" not in answer.text
    assert Head(answer.text).one("robots") == "noindex"


def test_a_shared_page_says_as_of_when_and_what_became_of_it(put: Put, tmp_path: Path) -> None:
    """Held at a position the page tells the old figure, and what became of it since."""
    put([*base(), CLAIM])
    held = f"/c/{CLAIM.id}?v=2&rev=5&shared={data.open_ledger().head.at:%Y-%m-%d}"
    before = ask(held)
    with Ledger.open(tmp_path / "on-record.db") as ledger:
        ledger.append([changed(CLAIM, quantity=quantity_in("at least eight"))], actor="desk")
    after = ask(held).text
    assert "Out of date, revised since: figure: at least five → at least eight" in after
    assert Head(after).one("og:image") == Head(before.text).one("og:image")
    assert "Out of date" not in before.text
    assert "As shared on" in before.text
    assert "(revision 5)" in before.text
    assert "at least five" in Head(before.text).one("og:title").lower()
    now = page(f"/c/{CLAIM.id}")
    assert "at least eight" in now.one("og:title").lower()
    old = Head(before.text).one("og:image")
    assert old.startswith(f"{SITE}/c/{CLAIM.id}.png?v=2&rev=5&shared=")
    assert picture(now) != picture(Head(before.text))


def test_a_figure_never_goes_without_its_warning(put: Put) -> None:
    """What is contested or withdrawn says so in title, description and page."""
    less = stating(
        "exactly three", said_on="2021-07-27", claimant="arab-news", chain=("arab-news",)
    )
    gone = Withdrawal(on="2021-08-01", by="IRNA", reason="retracted")
    put([*base(), CLAIM, less, stating("at least nine", withdrawn=gone)])
    for one in data.open_ledger().claims():
        head = page(f"/c/{one.id}")
        state = "withdrawn" if one.withdrawn else "contested"
        assert state in head.one("og:title")
        assert state in head.one("og:description").lower()


@pytest.mark.usefixtures("pages")
def test_linked_data_is_of_the_claim() -> None:
    """The script of a page is JSON-LD, and nothing that runs."""
    answer = ask(f"/c/{FIVE}")
    (script,) = Head(answer.text).scripts
    found = json.loads(script)
    assert {node["@type"] for node in found["@graph"]} >= {"Claim", "Dataset"}
    assert "<script" not in answer.text.replace('<script type="application/ld+json">', "")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy


def test_hostile_records_are_text(put: Put) -> None:
    """No text of a record becomes an element, an attribute or a link that is no web address."""
    put(hostile.records())
    ledger = data.open_ledger()
    addresses = [f"/c/{one.id}" for one in ledger.claims()]
    addresses += [f"/i/{one.id}" for one in ledger.all("indicator")]
    for address in addresses:
        answer = ask(address)
        assert answer.status_code == 200
        head = Head(answer.text)
        assert len(head.scripts) == 1
        assert not head.tags & {"img", "iframe", "form", "b", "i"}
        away = [link for link in head.links if not link["href"].startswith(("/", SITE))]
        assert {link["rel"] for link in away} <= {"noopener noreferrer nofollow"}
        assert all(link["href"].startswith("http://evil.example/a_") for link in away)


@pytest.mark.usefixtures("pages")
def test_no_name_breaks_a_page() -> None:
    """Whatever stands where an id should is answered or refused."""
    for value in [*hostile.TEXTS.values(), *STRANGE]:
        quoted = value.encode("utf-8", "replace").hex()
        name = "".join(f"%{quoted[i : i + 2]}" for i in range(0, len(quoted), 2))
        for kind in ("c", "i"):
            assert ask(f"/{kind}/{name}").status_code in {200, 404}, value


def test_the_public_address_is_what_is_told(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind another server the address is set; what is no web address counts for nothing."""
    put([*base(), CLAIM])
    monkeypatch.setenv("ON_RECORD_URL", "https://desk.example/")
    assert page(f"/c/{CLAIM.id}").one("og:url") == f"https://desk.example/c/{CLAIM.id}"
    monkeypatch.setenv("ON_RECORD_URL", 'javascript:alert("1")')
    assert page(f"/c/{CLAIM.id}").one("og:url") == f"{SITE}/c/{CLAIM.id}"


# The served app


def test_a_short_page_is_sent_with_the_headers_of_all(client: httpx.Client) -> None:
    """Its own policy stays; nothing of Streamlit's page is written into it."""
    answer = client.get(f"/c/{FIVE}", headers=BROWSER)
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "__streamlit" not in answer.text
    assert client.head(f"/c/{FIVE}", headers=BROWSER).status_code == 200
    assert client.get("/c/c-nope", headers=BROWSER).status_code == 404
    assert client.get("/c/x/y", headers=BROWSER).status_code == 404
