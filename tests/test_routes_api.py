"""The JSON API: the filters of the pages, one position in all parts of a list, clear errors."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from claims.ledger import Filter, Ledger
from claims.records import Claim, to_json
from dashboard import data
from tests import hostile
from tests.factories import base, changed, quantity_in, stating
from tests.routed import SITE, STRANGE, ask

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from tests.conftest import Put

LISTS = ("claims", "indicators", "sources", "parties")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven")
CLAIMS = [stating(f"at least {number}") for number in NUMBERS]


def found(address: str) -> dict[str, Any]:
    """Return an answer that is one."""
    answer = ask(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    body: dict[str, Any] = answer.json()
    return body


def fault(address: str, status: int) -> str:
    """Return what a refusal says; it has always the same form."""
    answer = ask(address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("application/json")
    error = answer.json()["error"]
    assert set(error) == {"status", "message", "hint"}
    assert error["status"] == status
    return f"{error['message']} {error['hint']}"


def walked(address: str) -> list[dict[str, Any]]:
    """Return the items of all parts of a list, by the addresses that it gives."""
    items: list[dict[str, Any]] = []
    while True:
        answer = ask(address)
        body = answer.json()
        items += body["items"]
        if body["next"] is None:
            assert "link" not in answer.headers
            assert body["links"]["next"] is None
            return items
        assert answer.headers["link"] == f'<{body["links"]["next"]}>; rel="next"'
        address = body["links"]["next"].removeprefix(SITE)


@pytest.mark.usefixtures("pages")
def test_claims_come_as_they_are_on_record() -> None:
    """A claim has the keys of our own files, and beside them what was computed of it."""
    body = found("/api/claims?kind=detention&sort=said_on")
    wanted = data.open_ledger().claims(Filter(kind=("detention",)), sort="said_on")
    assert [json.dumps(item["claim"], ensure_ascii=False) for item in body["items"]] == [
        to_json(claim) for claim in wanted
    ]
    assert body["total"] == len(wanted)
    for item in body["items"]:
        assert set(item) == {"claim", "states", "figure", "sentence", "permalink"}
        assert item["permalink"].startswith(f"{SITE}/c/{item['claim']['id']}?v=2&rev=632&shared=")
        assert Claim.model_validate(item["claim"]).id in item["permalink"]


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("", Filter()),
        ("q=killed", Filter(text="killed")),
        ("claimant=agence-france-presse", Filter(claimant=("agence-france-presse",))),
        ("kind=detention&kind=troop+count", Filter(kind=("detention", "troop count"))),
        ("figures=planned", Filter(planned=True)),
        ("country=IR&review=unreviewed", Filter(country=("IR",), review=("unreviewed",))),
        ("hedge=at+least&from=2020-01-01&to=2020-12-31",
         Filter(hedge=("at least",), since="2020-01-01", until="2020-12-31")),
    ],
)  # fmt: skip
def test_filters_are_those_of_the_pages(asked: str, wanted: Filter) -> None:
    """The API chooses what Explore shows, in the same order."""
    body = found(f"/api/claims?limit=500&{asked}")
    claims = data.open_ledger().claims(wanted, sort="-period")
    assert [item["claim"]["id"] for item in body["items"]] == [claim.id for claim in claims]


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    ("name", "key"), [*zip(LISTS, ("claim", "indicator", "source", "party"), strict=True)]
)
def test_every_record_comes_once(name: str, key: str) -> None:
    """Part by part the whole list comes, each record once, as many as the total says."""
    items = walked(f"/api/{name}?limit=37")
    ids = [item[key]["id"] for item in items]
    assert len(ids) == len(set(ids)) == found(f"/api/{name}")["total"]
    kinds = {"claims": "claim", "indicators": "indicator", "sources": "source", "parties": "party"}
    on_record = data.open_ledger().all(kinds[name])  # type: ignore[call-overload] # one of four
    assert set(ids) == {one.id for one in on_record}


@pytest.mark.usefixtures("pages")
def test_indicators_are_those_of_the_chosen_claims() -> None:
    """With a filter only indicators come that its claims answer, with how many there are."""
    body = found("/api/indicators?claimant=agence-france-presse&limit=500")
    counts = data.open_ledger().facets(Filter(claimant=("agence-france-presse",)))["indicator"]
    assert {i["indicator"]["id"]: i["claims"] for i in body["items"]} == {
        name: count for name, count in counts.items() if count
    }
    (one,) = found("/api/indicators?indicator=us-troops-iraq")["items"]
    assert one["claims"] == data.open_ledger().count(Filter(indicator=("us-troops-iraq",)))


@pytest.mark.usefixtures("pages")
def test_sources_and_parties_are_found_by_words() -> None:
    """Words are looked for in titles, publishers, names and other spellings."""
    sources = found("/api/sources?q=5,000+troops")["items"]
    assert "hot-air-2016-03-22" in {item["source"]["id"] for item in sources}
    parties = found("/api/parties?q=AFP")["items"]
    assert "agence-france-presse" in {item["party"]["id"] for item in parties}


def test_an_answer_tells_where_it_stands(put: Put, tmp_path: Path) -> None:
    """Position, time and day are in every answer, and the view that shows the same."""
    put([*base(), CLAIMS[0]])
    with Ledger.open(tmp_path / "on-record.db") as ledger:
        ledger.append([changed(CLAIMS[0], quantity=quantity_in("at least eight"))], actor="desk")
    now, then = found("/api/claims?q=people"), found("/api/claims?q=people&rev=5")
    assert (now["position"]["rev"], then["position"]["rev"]) == (6, 5)
    assert set(now["position"]) == {"rev", "at", "day"}
    assert (now["items"][0]["figure"], then["items"][0]["figure"]) == (
        "at least eight",
        "at least one",
    )
    assert then["links"]["self"] == f"{SITE}/api/claims?q=people&rev=5"
    assert then["links"]["view"].startswith(f"{SITE}/explore?v=2&q=people&rev=5&shared=")


def test_changes_are_told_since_a_revision_or_a_day(put: Put, tmp_path: Path) -> None:
    """What was revised and added, with before, after and every revision in between."""
    put([*base(), CLAIMS[0]])
    with Ledger.open(tmp_path / "on-record.db") as ledger:
        revised = changed(CLAIMS[0], quantity=quantity_in("at least eight"))
        ledger.append([revised, CLAIMS[1]], actor="ana", reason="a later count")
    body = found("/api/changes?since=5")
    assert (body["total"], body["counts"]) == (2, {"revised": 1, "added": 1})
    assert (body["since"]["rev"], body["position"]["rev"]) == (5, 7)
    added, was = body["items"]
    assert (added["turn"], added["before"]) == ("added", None)
    assert was["before"]["quantity"]["value"] == 1
    assert was["after"]["quantity"]["value"] == 8
    (step,) = was["revisions"]
    assert (step["rev"], step["actor"], step["reason"]) == (6, "ana", "a later count")
    assert found("/api/changes?since=2021-07-27")["counts"] == {"added": 2}
    assert found("/api/changes?since=7")["items"] == []
    assert len(walked("/api/changes?since=5&limit=1")) == 2


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/api/claims?tab=relays", 400, "takes no “tab”"),
        ("/api/claims?page=2", 400, "takes no “page”"),
        ("/api/claims?now=yes", 400, "takes no “now”"),
        ("/api/claims?bogus=1", 400, "takes no “bogus”"),
        ("/api/sources?kind=detention", 400, "takes no “kind”"),
        ("/api/claims?kind=rumour", 400, "rumour"),
        ("/api/claims?claimant=nobody", 400, "nobody"),
        ("/api/claims?sort=random", 400, "random"),
        ("/api/claims?limit=0", 400, "from 1 to 500"),
        ("/api/claims?limit=501", 400, "from 1 to 500"),
        ("/api/claims?limit=1&limit=2", 400, "from 1 to 500"),
        ("/api/claims?limit=x", 400, "from 1 to 500"),
        ("/api/claims?cursor=x", 400, "cursor"),
        ("/api/changes", 400, "since"),
        ("/api/changes?since=2021-99-99", 400, "since"),
        ("/api/changes?since=600&rev=500", 400, "comes after"),
        ("/api/changes?since=999999", 404, "999,999"),
        ("/api/claims?rev=999999", 404, "999,999"),
        ("/api/nothing", 404, "/api/nothing"),
        ("/api/claims/c-1", 404, "/api/claims/c-1"),
        ("/api/", 404, "/api/"),
    ],
)  # fmt: skip
def test_errors_say_what_is_wrong(address: str, status: int, said: str) -> None:
    """A refusal is JSON, with the status, what is wrong, and what to do instead."""
    assert said in fault(address, status)


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    "name", ["q", "kind", "claimant", "indicator", "from", "rev", "shared", "cursor", "limit", "v"]
)
def test_no_value_of_a_parameter_breaks_an_answer(name: str) -> None:
    """Whatever stands in an address is answered or refused; nothing else happens."""
    for value in [*hostile.TEXTS.values(), *STRANGE]:
        answer = ask(f"/api/claims?{urlencode({name: value})}")
        assert answer.status_code in {200, 400, 404}, (value, answer.text)
        assert answer.json()


def test_an_answer_that_one_has_is_not_sent_again(put: Put, tmp_path: Path) -> None:
    """At the same position the tag is the same; an edit makes another one."""
    put([*base(), CLAIMS[0]])
    first = ask("/api/claims?q=people")
    had = {"if-none-match": first.headers["etag"]}
    again = ask("/api/claims?q=people", headers=had)
    assert (again.status_code, again.content) == (304, b"")
    assert ask("/api/claims?q=killed", headers=had).status_code == 200
    with Ledger.open(tmp_path / "on-record.db") as ledger:
        ledger.append([CLAIMS[1]], actor="desk")
    assert ask("/api/claims?q=people", headers=had).status_code == 200


def test_hostile_records_come_as_they_are(put: Put) -> None:
    """Text that tries to be more than text is a string of JSON."""
    put(hostile.records())
    ids = [item["claim"]["id"] for item in walked("/api/claims?limit=10")]
    assert len(ids) == 3 * len(hostile.TEXTS)
    for text in hostile.TEXTS.values():
        assert found(f"/api/parties?{urlencode({'q': text[:300]})}")["items"]


@pytest.mark.usefixtures("pages")
def test_parts_of_a_list_are_of_one_order() -> None:
    """Sorted by value, no part goes back behind the one before."""
    values = [
        item["claim"].get("quantity", {}).get("value")
        for item in walked("/api/claims?sort=-value&limit=40")
    ]
    known = [value for value in values if value is not None]
    assert all(one >= other for one, other in pairwise(known))


# The served app


def test_the_served_api_answers_as_json(client: httpx.Client) -> None:
    """Errors are JSON too when a browser asks, and carry the headers of all answers."""
    for address, status in {"/api/claims": 200, "/api/x": 404, "/api/claims?limit=x": 400}.items():
        answer = client.get(address, headers={"accept": "text/html"})
        assert (answer.status_code, "error" in answer.json()) == (status, status != 200)
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert client.post("/api/claims").status_code == 405
