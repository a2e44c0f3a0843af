"""Files of what a page shows: the same claims, the same position, and never more than asked."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from claims.ledger import Filter, Ledger
from dashboard import data
from tests import hostile
from tests.factories import base, changed, quantity_in, stating
from tests.reader import FIVE
from tests.routed import STRANGE, ask

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from tests.conftest import Put

TROOPS = "us-troops-iraq"
CLAIM = stating("at least five")
KINDS = {
    "csv": ("text/csv; charset=utf-8", "attachment"),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "attachment",
    ),
    "json": ("application/json; charset=utf-8", "attachment"),
    "jsonl": ("application/jsonl; charset=utf-8", "attachment"),
    "jsonld": ("application/ld+json; charset=utf-8", "attachment"),
    "zip": ("application/zip", "attachment"),
    "html": ("text/html; charset=utf-8", "attachment"),
    "png": ("image/png", "inline"),
    "svg": ("image/svg+xml; charset=utf-8", "inline"),
    "vl.json": ("application/json; charset=utf-8", "attachment"),
}
VIEWS = {
    "explore": "/explore.{}?kind=detention",
    "indicator": "/indicator.{}?id=sadr-city-2021-07-19-wounded",
    "compare": f"/compare.{{}}?indicator={TROOPS}&indicator=coalition-troops-iraq-total",
    "source": "/source.{}?id=hot-air-2016-03-22",
    "claim": f"/claim.{{}}?id={FIVE}",
}


def rows(answer: httpx.Response) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def edited(var: Path) -> None:
    """Revise the one claim of a ledger."""
    with Ledger.open(var / "on-record.db") as ledger:
        ledger.append([changed(CLAIM, quantity=quantity_in("at least eight"))], actor="desk")


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("page", VIEWS)
@pytest.mark.parametrize("suffix", KINDS)
def test_every_page_gives_every_form(page: str, suffix: str) -> None:
    """Type and name are told; a claim has a card and no chart."""
    answer = ask(VIEWS[page].format(suffix))
    if (page, suffix) == ("claim", "vl.json"):
        assert answer.status_code == 404
        return
    kind, how = KINDS[suffix]
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == kind
    disposition = answer.headers["content-disposition"]
    assert disposition.startswith(f'{how}; filename="on-record-')
    assert disposition.endswith(f'.{suffix}"')
    assert disposition.isascii()


@pytest.mark.usefixtures("pages")
def test_a_file_holds_exactly_what_the_page_shows() -> None:
    """The filter and the order are those of the address; the name says what and of when."""
    answer = ask("/explore.csv?kind=detention&sort=said_on")
    wanted = data.open_ledger().claims(Filter(kind=("detention",)), sort="said_on")
    assert [row["id"] for row in rows(answer)] == [claim.id for claim in wanted]
    name = ask(f"/i/{TROOPS}.csv").headers["content-disposition"]
    assert f"on-record-{TROOPS}-r632-" in name


@pytest.mark.usefixtures("pages")
def test_chosen_claims_are_all_that_a_file_holds() -> None:
    """Claims that are ticked come alone; one that is not on record is not left out silently."""
    picked = [claim.id for claim in data.open_ledger().claims(limit=2)]
    asked = "&".join(f"pick={claim}" for claim in picked)
    assert {row["id"] for row in rows(ask(f"/explore.csv?{asked}"))} == set(picked)
    assert ask(f"/explore.csv?{asked}&pick=c-gone").status_code == 404


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("short", [f"/c/{FIVE}", f"/i/{TROOPS}"])
def test_a_short_address_is_the_page_with_its_id(short: str) -> None:
    """`/c/{id}.json` and `/i/{id}.json` hold the records of the pages of one record."""
    page = {"c": "claim", "i": "indicator"}[short[1]]
    one, other = ask(f"{short}.json"), ask(f"/{page}.json?id={short[3:]}")
    assert one.json() == other.json()


@pytest.mark.usefixtures("pages")
def test_a_package_holds_a_chart_of_each_indicator() -> None:
    """The zip has the charts and the linked data beside the tables."""
    found = zipfile.ZipFile(io.BytesIO(ask(f"/i/{TROOPS}.zip").content)).namelist()
    assert {f"charts/{TROOPS}.svg", "claims.jsonld", "claims.csv", "datapackage.json"} <= {*found}


@pytest.mark.usefixtures("pages")
def test_an_evidence_pack_tells_the_history_and_draws_the_chart() -> None:
    """One file holds the revisions of each claim and a chart, and says its own policy."""
    answer = ask("/i/sadr-city-2021-07-19-wounded.html")
    assert "first load" in answer.text
    assert "not given" not in answer.text, "the hash of each revision is in it"
    assert "<svg" in answer.text
    assert "style-src 'sha256-" in answer.headers["content-security-policy"]


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/explore.csv?bogus=1", 400, "bogus"),
        ("/explore.csv?kind=rumour", 400, "rumour"),
        ("/explore.csv?kind=detention&kind=rumour", 400, "rumour"),
        ("/explore.csv?claimant=nobody", 400, "nobody"),
        ("/explore.csv?rev=soon", 400, "soon"),
        ("/explore.csv?on=2026-13-45", 400, "2026-13-45"),
        ("/explore.csv?v=99", 400, "version"),
        (f"/indicator.csv?id={TROOPS}&country=IR", 400, "Country"),
        (f"/claim.csv?id={FIVE}&q=killed", 400, "Words"),
        (f"/c/{FIVE}.csv?id=c-other", 400, "c-other"),
        ("/indicator.csv", 400, "no indicator"),
        ("/claim.csv", 400, "no claim"),
        ("/compare.csv", 400, "no indicator to compare"),
        ("/claim.csv?id=c-nope", 404, "c-nope"),
        ("/c/c-nope.png", 404, "c-nope"),
        ("/indicator.csv?id=nope", 404, "nope"),
        ("/source.csv?id=nope", 404, "nope"),
        ("/explore.csv?rev=999999", 404, "999,999"),
        ("/explore.exe", 404, ".exe"),
        ("/explore.tar.gz", 404, ".tar.gz"),
        ("/explore.html", 413, "200"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_in_words(address: str, status: int, said: str) -> None:
    """A file never holds more than was asked for; a refusal says what was wrong."""
    answer = ask(address)
    assert answer.status_code == status, answer.text
    assert said in answer.text
    assert answer.headers["cache-control"] == "no-cache"
    assert "Traceback" not in answer.text


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("address", ["/explore.csv", f"/c/{FIVE}", "/api/claims", "/feed.atom"])
def test_nothing_is_written_through_an_address(method: str, address: str) -> None:
    """Every other method is refused, with those that are known."""
    answer = ask(address, method)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("address", [f"/c/{FIVE}", f"/c/{FIVE}.png", "/explore.csv", "/api/claims"])
def test_head_promises_what_get_sends(address: str) -> None:
    """Status and headers are those of GET; there is no body."""
    head, get = ask(address, "HEAD"), ask(address)
    assert (head.status_code, head.content) == (200, b"")
    assert dict(head.headers) == dict(get.headers)
    assert get.headers["content-length"] == str(len(get.content))


@pytest.mark.parametrize(
    ("held", "settled"),
    [
        ("rev=5&shared=2021-08-01", True),
        ("rev=5&on=2021-08-01", True),
        ("rev=5", False),
        ("shared=2021-08-01", False),
        ("on=2021-08-01", False),
        ("rev=5&shared=2099-01-01", False),
        ("rev=5&shared=2021-08-01&now=yes", False),
        ("", False),
    ],
)
def test_only_a_held_address_is_kept_for_a_while(put: Put, held: str, settled: bool) -> None:
    """Revision and day together never change; a day alone may, for it is not over."""
    put([*base(), CLAIM])
    cached = ask(f"/explore.csv?{held}").headers["cache-control"]
    assert cached == ("public, max-age=3600" if settled else "no-cache")


MOMENT = re.compile(rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?")


@pytest.mark.parametrize("suffix", ["csv", "json", "jsonl", "jsonld", "html", "svg", "vl.json"])
def test_a_held_address_gives_the_same_after_an_edit(put: Put, tmp_path: Path, suffix: str) -> None:
    """What was shared stays, save when it was made; the live one shows what was written since."""
    put([*base(), CLAIM])
    held, live = f"/explore.{suffix}?rev=5&shared=2021-08-01", f"/explore.{suffix}"
    before, now = ask(held), ask(live)
    edited(tmp_path)
    again = ask(held)
    assert MOMENT.sub(b"", again.content) == MOMENT.sub(b"", before.content)
    assert again.headers["etag"] == before.headers["etag"]
    assert ask(live).headers["etag"] != now.headers["etag"]
    assert ask(live).content != now.content


def test_what_a_reader_has_is_not_sent_again(put: Put, tmp_path: Path) -> None:
    """The same tag at the same position is 304; after an edit the file is sent."""
    put([*base(), CLAIM])
    tag = ask("/explore.csv").headers["etag"]
    had = {"if-none-match": f'"other", {tag}'}
    assert ask("/explore.csv", headers=had).status_code == 304
    assert ask("/explore.csv?sort=value", headers=had).status_code == 200
    assert ask("/explore.csv", headers=had).content == b""
    edited(tmp_path)
    assert ask("/explore.csv", headers=had).status_code == 200


@pytest.mark.parametrize("suffix", ["csv", "json", "svg", "png", "html", "zip"])
def test_hostile_records_break_no_file(put: Put, suffix: str) -> None:
    """Text that tries to be more than text leaves as text; data holds it as it stands."""
    put(hostile.records())
    for number in (0, 6, 11, 13):
        answer = ask(f"/c/c-{number}.{suffix}")
        assert answer.status_code == 200, answer.text
        assert suffix in {"csv", "json"} or b"<script>window" not in answer.content


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("name", ["id", "q", "claimant", "kind", "rev", "shared", "pick", "sort"])
def test_no_value_of_a_parameter_breaks_a_file(name: str) -> None:
    """Whatever stands in an address is answered, or refused in words."""
    for value in [*hostile.TEXTS.values(), *STRANGE]:
        page = "claim" if name == "id" else "explore"
        answer = ask(f"/{page}.json?{urlencode({name: value})}")
        assert answer.status_code in {200, 400, 404}, (value, answer.text)


# The served app


def test_twenty_readers_at_once_are_all_answered(client: httpx.Client) -> None:
    """Pictures, files, pages and lists are sent whole to twenty readers on one server."""
    addresses = [
        f"/i/{TROOPS}.png", f"/c/{FIVE}.png", f"/c/{FIVE}", "/explore.csv", "/api/claims?limit=500",
    ]  # fmt: skip
    with ThreadPoolExecutor(20) as readers:
        answers = list(readers.map(client.get, addresses * 8))
    assert {answer.status_code for answer in answers} == {200}
    for address in addresses:
        same = {a.content for a in answers if a.request.url.raw_path.decode() == address}
        assert len(same) == 1


def test_the_server_answers_a_file_with_the_headers_of_all(client: httpx.Client) -> None:
    """A file that is opened in a browser may run nothing."""
    answer = client.get("/explore.svg?kind=detention", headers={"accept": "text/html,*/*"})
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert json.loads(client.get("/explore.vl.json?kind=detention").text)["$schema"]
