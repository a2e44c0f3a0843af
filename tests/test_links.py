"""Links: the address is the view, and what it cannot mean is named, never widened."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.collection import Collection
from claims.hedges import Hedge
from claims.ledger import Filter
from claims.vocabulary import Kind, ReviewState
from dashboard.grammar import CHOICES, PLAIN
from dashboard.links import EARLIEST, LATEST, MIGRATIONS, View, read, unknown, write
from tests.factories import indicator, party
from tests.strategies import slugs

SORTS = ["period", "-period", "said_on", "value", "-value", "recorded", "relevance"]
OWN = ["sort", "page", "id", "tab", "scale", "since", "pick", "rev", "shared", "on", "now"]
DEFAULTS = {"page": "1", "sort": "-period"} | dict.fromkeys(
    ["id", "tab", "scale", "since", "q"], ""
)


def several(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw none to three values."""
    return st.lists(values, max_size=3).map(tuple)


FILTERS = st.builds(
    Filter,
    text=st.text(max_size=40),
    kind=several(st.sampled_from(Kind)),
    indicator=several(slugs),
    claimant=several(slugs),
    root=several(slugs),
    publisher=several(slugs),
    hedge=several(st.sampled_from(Hedge)),
    review=several(st.sampled_from(ReviewState)),
    country=several(st.sampled_from(["IQ", "IR", "US"])),
    planned=st.sampled_from([None, True, False]),
    since=st.none() | st.dates(EARLIEST, LATEST),
    until=st.none() | st.dates(EARLIEST, LATEST),
)
VIEWS = st.builds(
    View,
    filter=FILTERS,
    sort=st.sampled_from(SORTS),
    page=st.integers(1, 100_000),
    id=st.text(max_size=80),
    tab=st.text(max_size=40),
    scale=st.sampled_from(["", "linear", "log"]),
    pick=several(slugs),
    since=st.sampled_from(["", "0", "1204", "2026-11-22"]),
    rev=st.none() | st.integers(0, 10**12),
    day=st.none() | st.dates(EARLIEST, LATEST),
    now=st.booleans(),
)


def given_back(view: View) -> dict[str, list[str]]:
    """Write a view and return its parameters as a browser hands them back."""
    return {k: v if isinstance(v, list) else [v] for k, v in write(view).items()}


@given(VIEWS)
def test_reading_what_was_written_gives_the_same_view(view: View) -> None:
    """Whoever opens the link sees what its sender saw, without a complaint."""
    assert read(given_back(view)) == (view, [])


@given(VIEWS)
def test_only_what_differs_from_the_default_is_written(view: View) -> None:
    """No parameter can be left out of an address without changing the view."""
    written = given_back(view)
    for name in written:
        fewer = {key: values for key, values in written.items() if key != name}
        assert read(fewer)[0] != view


ADDRESSES: list[tuple[View, dict[str, Any]]] = [
    (View(), {}),
    (View(sort="-period", page=1), {}),
    (View(page=2), {"page": "2"}),
    (View(sort="value", id="c-1", tab="hedge"), {"sort": "value", "id": "c-1", "tab": "hedge"}),
    (View(scale="log", pick=("c-2", "c-1", "c-2")), {"scale": "log", "pick": ["c-1", "c-2"]}),
    (View(rev=1204), {"rev": "1204"}),
    (View(day=date(2026, 11, 22)), {"on": "2026-11-22"}),
    (
        View(rev=0, day=date(2026, 11, 22), shared=True, now=True),
        {"rev": "0", "shared": "2026-11-22", "now": "yes"},
    ),
    (View(since="2026-11-22"), {"since": "2026-11-22"}),
    (
        View(filter=Filter(text="at least", since=date(2021, 7, 1), until=date(2021, 7, 31))),
        {"q": "at least", "from": "2021-07-01", "to": "2021-07-31"},
    ),
    (View(filter=Filter(planned=True)), {"figures": "planned"}),
    (View(filter=Filter(planned=False)), {"figures": "observed"}),
    (
        View(filter=Filter(kind=(Kind.TROOP_COUNT,), hedge=(Hedge.ABOUT, Hedge.AT_LEAST))),
        {"kind": ["troop count"], "hedge": ["about", "at least"]},
    ),
    (View(filter=Filter(claimant=("irna", "fars", "irna"))), {"claimant": ["fars", "irna"]}),
    (
        View(filter=Filter(indicator=("us-troops", "coalition-troops"), claimant=("cnn",))),
        {"indicator": ["coalition-troops", "us-troops"], "claimant": ["cnn"]},
    ),
]


@pytest.mark.parametrize(("view", "written"), ADDRESSES)
def test_the_address_of_a_view_is_short_and_plain(view: View, written: dict[str, Any]) -> None:
    """The words of the page stand in the address, each choice once and in order."""
    assert write(view) == written


COMPLAINTS: list[tuple[dict[str, list[str]], str, bool]] = [
    ({"colour": ["red"]}, "colour “red”", False),
    ({"page": ["0"]}, "page “0”", False),
    ({"page": ["100001"]}, "page “100001”", False),
    ({"page": ["two"]}, "page “two”", False),
    ({"sort": ["colour"]}, "sort “colour”", False),
    ({"id": ["x" * 81]}, f"id “{'x' * 60}”", False),
    ({"nothing": ["true"]}, "nothing “true”", False),
    ({"filter": ["{}"]}, "filter “{}”", False),
    ({"planned": ["true"]}, "planned “true”", False),
    ({"scale": ["root"]}, "scale “root”", False),
    ({"pick": ["C 1"]}, "pick “C 1”", False),
    ({"since": ["last week"]}, "since “last week”", False),
    ({"since": ["2021-13-45"]}, "since “2021-13-45”", False),
    ({"since": ["\u0661\u0662"]}, "since “\u0661\u0662”", False),
    ({"now": ["no"]}, "now “no”", False),
    ({"adrift": ["true"]}, "adrift “true”", False),
    ({"kind": ["rumour"]}, "kind “rumour”", True),
    ({"hedge": [""]}, "hedge “”", True),
    ({"hedge": []}, "hedge “”", True),
    ({"page": []}, "page “”", False),
    ({"claimant": ["Fars News"]}, "claimant “Fars News”", True),
    ({"country": ["Iran"]}, "country “Iran”", True),
    ({"figures": ["both"]}, "figures “both”", True),
    ({"from": ["yesterday"]}, "from “yesterday”", True),
    ({"to": ["2021-02-30"]}, "to “2021-02-30”", True),
]


@pytest.mark.parametrize(("params", "named", "nothing"), COMPLAINTS)
def test_what_cannot_be_used_is_named_and_shows_nothing_more(
    params: dict[str, list[str]], named: str, nothing: bool
) -> None:
    """A part of the filter that is lost hides everything; it never shows more than was asked."""
    view, complaints = read(params)
    assert complaints == [f"The address asks for {named}, which On Record does not know."]
    assert view == View(nothing=nothing)


def test_a_choice_keeps_its_usable_values() -> None:
    """One misspelt value of three is named, the others still choose."""
    view, complaints = read({"hedge": ["about", "maybe", "at least"], "page": ["3"]})
    assert view == View(filter=Filter(hedge=(Hedge.ABOUT, Hedge.AT_LEAST)), page=3)
    assert complaints == ["The address asks for hedge “maybe”, which On Record does not know."]


def test_one_choice_without_usable_values_is_enough_to_show_nothing() -> None:
    """A second choice that is understood does not make up for the first."""
    view, complaints = read({"kind": ["rumour"], "hedge": ["about"], "q": ["killed"]})
    assert view == View(filter=Filter(hedge=(Hedge.ABOUT,), text="killed"), nothing=True)
    assert len(complaints) == 1


def test_a_single_value_given_twice_is_none() -> None:
    """Neither is taken for the other: both are named, and nothing is shown rather than more."""
    view, complaints = read({"q": ["a", ""], "page": ["1", "2"]})
    assert view == View(nothing=True)
    assert ["“a and ”" in complaints[0], "“1 and 2”" in complaints[1]] == [True, True]


@pytest.mark.parametrize(
    "day", ["0", "2021-1-1", "2021-01-01T00:00:00", "1800-01-01", "2150-01-01"]
)
def test_a_day_that_no_widget_can_show_is_named(day: str) -> None:
    """A day is four digits, two and two, from 1900 to 2100."""
    view, complaints = read({"from": [day]})
    assert view == View(nothing=True)
    assert len(complaints) == 1


@pytest.mark.parametrize("page", ["1.0", " 2", "0", "-1", "²", "x"])
def test_a_page_is_a_plain_number(page: str) -> None:
    """What is no number of a page shows the first one, and says so."""
    view, complaints = read({"page": [page]})
    assert (view, len(complaints)) == (View(), 1)


def test_names_that_are_not_on_record_are_told() -> None:
    """A link to a party or indicator that was renamed says so; words of a table are known."""
    wanted = Filter(
        indicator=("gone",), claimant=("irna", "fars"), root=("iran",), kind=(Kind.EVENT,)
    )
    records = Collection.of_records([party(), party("iran"), indicator("fars")])
    assert unknown(View(filter=wanted), records) == [
        "The address asks for indicator “gone”, which On Record does not know.",
        "The address asks for claimant “fars”, which On Record does not know.",
    ]
    assert unknown(View(), records) == []


HOSTILE = [
    "x" * 1_000_000,
    "<script>alert(1)</script>",
    "![](https://example.com/x.png)",
    "\x00",
    "\ud800",
    "\u202e\u2066",
    "'; drop table revision; --",
    "../../etc/passwd",
    "9" * 5_000,
    "-1",
    "1e309",
    "NaN",
    "٣",
]


@pytest.mark.parametrize("name", [*CHOICES, *PLAIN, *OWN, "figures", "v", "unknown", ""])
@pytest.mark.parametrize("value", HOSTILE, ids=[value[:20] for value in HOSTILE])
def test_a_hostile_value_is_taken_as_text_or_named(name: str, value: str) -> None:
    """Whatever stands in an address, the answer is a view and a short sentence."""
    view, complaints = read({name: [value]})
    assert all(len(sentence) < 140 for sentence in complaints)
    assert read(given_back(view))[0] == view.model_copy(update={"nothing": False, "adrift": False})


@given(
    st.dictionaries(
        st.sampled_from([*CHOICES, *PLAIN, *OWN, "figures"]) | st.text(max_size=10),
        st.lists(st.text(max_size=90) | st.sampled_from([*Hedge, *Kind, "2021"])),
    )
)
def test_no_address_breaks_the_reader(params: dict[str, list[str]]) -> None:
    """Any parameters give a view, and each one is used or named."""
    view, complaints = read(params)
    used = set(write(view))
    for name, values in MIGRATIONS[1](dict(params)).items():
        given_last = values[-1] if values else ""
        named = any(f"for {name} “" in complaint for complaint in complaints)
        assert name in {*used, "v"} or named or given_last == DEFAULTS.get(name)
