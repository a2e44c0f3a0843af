"""Every page, drawn through the real entry on full, empty, tiny, hostile and damaged ledgers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from dashboard.main import PAGES
from tests import factories, hostile, screen

if TYPE_CHECKING:
    from tests.conftest import Put

pytestmark = pytest.mark.usefixtures("pages")
TITLES = {"overview": "On Record", "source": "No such source"}
"""Headings without a record to show, where they are not the title of the menu."""
KILLED = (
    "At least five people were killed in the Khuzestan protests, "
    "according to IRNA, as reported by ARAB-NEWS on 27 July 2021."
)
FIVE = "c-ebc694d29d18"
"""The claim in Arab News of 27 July 2021: at least five killed."""


# Every page shows its heading and raises nothing


@pytest.mark.parametrize("path", PAGES)
def test_each_page_shows_the_real_records(path: str) -> None:
    """Every page of the menu draws with the records that come with the program."""
    assert screen.title(screen.show(path)) == TITLES.get(path, PAGES[path][0])


@pytest.mark.parametrize("path", PAGES)
def test_each_page_shows_an_empty_ledger(path: str, put: Put) -> None:
    """Before the first record every page draws, and says that there is nothing."""
    put([])
    assert screen.title(screen.show(path)) == TITLES.get(path, PAGES[path][0])


@pytest.mark.parametrize(
    ("path", "record", "title"),
    [
        ("overview", "", "On Record"),
        ("explore", "", "Explore"),
        ("indicator", "", "Indicators"),
        ("indicator", "khuzestan-killed", "People killed in the Khuzestan protests"),
        ("sources", "", "Sources"),
        ("source", "s-1", "“Report s-1”"),
        ("claim", "c-1", KILLED),
    ],
)
def test_each_page_shows_a_single_claim(path: str, record: str, title: str, put: Put) -> None:
    """One claim is enough for every page; there is nothing to compare it with."""
    put([*factories.base(), factories.claim(id="c-1")])
    assert screen.title(screen.show(path, **{"id": record} if record else {})) == title


@pytest.mark.parametrize("fields", [{"quantity": None}, {"period": None, "said_on": None}])
@pytest.mark.parametrize("path", ["overview", "explore", "indicator", "claim"])
def test_a_claim_may_lack_a_number_or_dates(path: str, fields: dict[str, Any], put: Put) -> None:
    """A claim without a number, or without any date, breaks no chart and no table."""
    put([*factories.base(), factories.claim(id="c-1", **fields)])
    record = {"indicator": "khuzestan-killed", "claim": "c-1"}.get(path, "")
    assert screen.show(path, **{"id": record} if record else {}).title


@pytest.mark.parametrize("path", ["overview", "explore", "indicator", "claim"])
def test_claims_may_name_records_that_are_not_on_record(path: str, put: Put) -> None:
    """A ledger filled past the checks draws, with ids in the place of names."""
    put([factories.claim(id="c-1")])
    assert screen.show(path, id="c-1" if path == "claim" else "").title


# Key facts


def test_the_indicator_page_shows_all_its_claims() -> None:
    """The troops in Iraq have 60 claims or more, and as many rows."""
    at = screen.show("indicator", id="us-troops-iraq")
    shown, total = screen.counts(at)
    assert (screen.title(at), len(at.dataframe[-1].value)) == ("US troops in Iraq", shown)
    assert shown == total >= 60


def test_the_ladder_of_al_asad_stands_in_order() -> None:
    """The injured of Ain al-Asad were revised step by step, first to last."""
    at = screen.show("indicator", id="al-asad-2020-01-08-injured")
    (ladder,) = [table.value for table in at.dataframe if "Change" in table.value]
    assert list(ladder["Figure"]) == ["0", "11", "34", "50", "64", "109", "110"]
    assert list(ladder["Change"])[:3] == ["first", "11 more", "23 more"]
    assert list(ladder["Said by"])[:3] == [
        "Donald Trump", "US Central Command", "US Department of Defense",
    ]  # fmt: skip


def test_the_claim_page_gives_the_bounds_of_its_hedge() -> None:
    """At least five is five or more, in the title and in the record."""
    at = screen.show("claim", id=FIVE)
    assert "Arab News" in screen.title(at)
    assert screen.table(at)["Bounds"] == "5 or more"
    assert screen.table(at)["In the source"] == "At least five"


# The address


@pytest.mark.parametrize(
    ("address", "least", "most"),
    [
        ({}, 200, 5_000),
        ({"claimant": "associated-press"}, 5, 60),
        ({"claimant": ["associated-press", "donald-trump"]}, 7, 80),
        ({"hedge": "at least"}, 5, 150),
        ({"figures": "planned"}, 5, 100),
        ({"q": "injured"}, 3, 100),
        ({"from": "2021-07-01", "to": "2021-07-31"}, 10, 150),
        ({"q": "troops", "hedge": "about", "figures": "observed"}, 1, 50),
    ],
)
def test_a_filter_in_the_address_narrows_the_table(
    address: dict[str, str | list[str]], least: int, most: int
) -> None:
    """The page says how many of all claims it shows, and shows as many rows, 50 a page."""
    at = screen.show("explore", **address)
    shown, total = screen.counts(at)
    assert least <= shown <= most
    assert shown <= total
    assert len(at.dataframe[0].value) == min(shown, 50)
    assert [warning.value for warning in at.warning] == []


@pytest.mark.parametrize(
    "address",
    [
        {"q": "zyxwv"},
        {"review": "cleared"},
        {"claimant": "arab-news", "hedge": "not stated", "figures": "planned"},
        {"kind": "nonsense"},
    ],
)
@pytest.mark.parametrize("path", ["explore", "indicator"])
def test_a_filter_that_finds_nothing_says_so(path: str, address: dict[str, str]) -> None:
    """Nothing is shown, never more; and one button clears all filters."""
    record = {"id": "us-troops-iraq"} if path == "indicator" else {}
    at = screen.show(path, **record, **address)
    assert screen.counts(at)[0] == 0
    assert "No claim" in at.info[0].value
    at.button(key="clear").click()
    shown, total = screen.counts(screen.drawn(at))
    assert shown == total > 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "nonsense"),
        ("claimant", "nobody-of-this-name"),
        ("root", "nobody-of-this-name"),
        ("publisher", "nobody-of-this-name"),
        ("indicator", "no-such-question"),
        ("claimant", "![x](http://evil.example/x.png)"),
        ("hedge", "certainly"),
        ("country", "Atlantis"),
        ("figures", "maybe"),
        ("from", "yesterday"),
        ("to", "2021-13-45"),
        ("sort", "sideways"),
        ("page", "-1"),
        ("page", "1e9"),
        ("nonsense", "1"),
        ("id", "x" * 81),
    ],
)
def test_a_value_that_cannot_be_used_is_named(name: str, value: str) -> None:
    """A link to something renamed, gone or malformed says so."""
    at = screen.show("explore", **{name: value})
    warning = screen.read(at.warning[0].value)
    assert name in warning
    assert value[:40] in warning
    assert screen.UNESCAPED.search(at.warning[0].value) is None


def test_an_unknown_value_beside_a_known_one_is_named() -> None:
    """The known value still chooses."""
    alone = screen.counts(screen.show("explore", claimant="associated-press"))
    at = screen.show("explore", claimant=["associated-press", "nobody-of-this-name"])
    assert screen.counts(at) == alone
    assert "nobody-of-this-name" in screen.read(at.warning[0].value)


@pytest.mark.parametrize("path", ["indicator", "claim", "source"])
@pytest.mark.parametrize("record", ["gone", "![x](http://evil.example/x.png)", "' or 1=1 --"])
def test_an_unknown_id_is_named(path: str, record: str) -> None:
    """A page about a record that is not there says which one, and leads to what is."""
    at = screen.show(path, id=record)
    assert record in screen.read(at.warning[0].value)
    assert screen.UNESCAPED.search(at.warning[0].value) is None


def test_a_choice_in_the_sidebar_goes_into_the_address() -> None:
    """Widgets write the address, the defaults left out, and the first page is shown."""
    at = screen.show("explore", page="2", sort="value")
    at.multiselect(key="claimant").set_value(["associated-press"])
    screen.drawn(at)
    assert dict(at.query_params) == {"claimant": "associated-press", "sort": "value"}


# Hostile text


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_hostile_text_is_shown_as_text(name: str, put: Put) -> None:
    """No page raises anything, and none holds markup, an image or a link from a record."""
    put(hostile.records_with(hostile.TEXTS[name]))
    addresses = [(path, "") for path in PAGES if path not in {"claim", "source"}]
    addresses += [("indicator", "i-0"), ("source", "s-0")]
    addresses += [("claim", claim) for claim in ("c-0", "d-0", "w-0")]
    for path, record in addresses:
        at = screen.show(path, **{"id": record} if record else {})
        assert [e.value for e in at.error] == []
        assert screen.loose(at) == []
