"""The filter, the orders and the counts, against plain Python over the same claims."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from claims.hedges import Hedge
from claims.ledger import FACETS, Filter, Ledger
from claims.records import Review, Withdrawal
from claims.vocabulary import Kind, ReviewState
from tests.factories import base, claim, evidence, indicator, party, quantity, source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.ledger import Sort, Span
    from claims.records import Record

KILLED = "khuzestan-killed"
CLAIMS = {
    "a": claim("a", note="first toll"),
    "b": claim("b", claimant="centcom", chain=("centcom", "ap", "arab-news"), planned=True),
    "c": claim("c", quantity=quantity(12, Hedge.EXACT), period="2021-08", said_on="2021-08-02"),
    "d": claim("d", indicator="troops", kind=Kind.TROOP_COUNT, period="2020", chain=("pentagon",)),
    "e": claim("e", indicator=None, kind=Kind.EVENT, quantity=None, period=None, said_on=None),
    "f": claim("f", period="../2021-07-01", review=Review(state=ReviewState.CLEARED)),
    "g": claim("g", period="2021-09-01/..", tags=("ain-al-asad",), chain=("ap",)),
    "h": claim("h", evidence=(evidence("h"), evidence("i", source="s-2")), said_on="2021-06"),
    "w": claim("w", withdrawn=Withdrawal(on="2021", by="ap", reason="retracted")),
}
NAMES = {record.id: name for name, record in CLAIMS.items()}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Open a ledger with nine claims that differ in everything a filter can choose."""
    with Ledger.open(tmp_path_factory.mktemp("filter") / "ledger.db") as opened:
        pentagon = party("pentagon", part_of="us", name="The Pentagon", aliases=("DoD",))
        parties: list[Record] = [
            party("us"),
            pentagon,
            party("centcom", part_of="pentagon"),
            party("ap"),
        ]
        others: list[Record] = [
            source("s-2", title="Élysée note"),
            indicator("troops", country="IQ", title="GIs"),
        ]
        opened.append([*base(), *parties, *others, *CLAIMS.values()], actor="desk")
        yield opened


def found(ledger: Ledger, chosen: Filter, sort: Sort = "recorded") -> str:
    """Return the names of the claims that a filter chooses, in order."""
    names = "".join(NAMES[record.id] for record in ledger.claims(chosen, sort=sort))
    assert [NAMES[row.id] for row in ledger.rows(chosen, sort=sort)] == list(names)
    assert ledger.count(chosen) == len(names)
    return names


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "abcdefghw"),
        ({"kind": ("event",)}, "e"),
        ({"kind": ("event", "troop count")}, "de"),
        ({"indicator": ("troops",)}, "d"),
        ({"claimant": ("centcom",)}, "b"),
        ({"origin": ("centcom",)}, "b"),
        ({"root": ("us",)}, "bd"),
        ({"root": ("pentagon",)}, ""),
        ({"publisher": ("ap",)}, "g"),
        ({"source": ("s-2",)}, "h"),
        ({"hedge": ("exact",)}, "c"),
        ({"review": ("cleared",)}, "f"),
        ({"country": ("IQ",)}, "d"),
        ({"planned": True}, "b"),
        ({"planned": False, "kind": ("event", "troop count")}, "de"),
        ({"withdrawn": True}, "w"),
        ({"withdrawn": False}, "abcdefgh"),
        ({"since": date(2021, 8, 31)}, "cg"),
        ({"since": date(2021, 9, 1)}, "g"),
        ({"until": date(2021, 7, 14)}, "df"),
        ({"since": date(2021, 1, 1), "until": date(2021, 7, 1)}, "f"),
        ({"since": date(2021, 7, 27), "until": date(2021, 7, 27)}, "abhw"),
        ({"text": "toll"}, "a"),
        ({"text": "irna"}, "acdefghw"),
        ({"text": "dod"}, "d"),
        ({"text": "elysee"}, "h"),
        ({"text": "GIs"}, "d"),
        ({"text": "ain-al"}, "g"),
        ({"text": "tol fir"}, ""),
        ({"text": "first tol"}, "a"),
        ({"text": "first toll", "hedge": ("exact",)}, ""),
        ({"text": "   "}, "abcdefghw"),
        ({"text": "?!"}, ""),
        ({"claimant": ("irna",), "hedge": ("exact", "at least"), "country": ("IR",)}, "acfghw"),
    ],
)
def test_a_filter_chooses(ledger: Ledger, fields: dict[str, Any], expected: str) -> None:
    """Any value within a field, all fields together, and the same from every way to read."""
    assert found(ledger, Filter(**fields)) == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("period", "dabhwcgef"),
        ("-period", "gcwhbadfe"),
        ("said_on", "habdfgwce"),
        ("-said_on", "cwgfdbahe"),
        ("value", "abdfghwce"),
        ("-value", "cwhgfdbae"),
        ("recorded", "abcdefghw"),
        ("-recorded", "whgfedcba"),
        ("relevance", "whgfedcba"),
    ],
)
def test_an_order_puts_the_missing_last(ledger: Ledger, sort: Sort, expected: str) -> None:
    """Each order is stable, and what has no value to sort by comes last both ways."""
    names = found(ledger, Filter(), sort)
    assert "".join(names) == expected


def test_pages_join_without_gap_or_repeat(ledger: Ledger) -> None:
    """Pages of two, put together, are the whole selection."""
    pages = [ledger.rows(sort="-value", limit=2, offset=n) for n in range(0, 10, 2)]
    assert [row for page in pages for row in page] == list(ledger.rows(sort="-value"))


def test_relevance_puts_the_statement_before_the_names(tmp_path: Path) -> None:
    """A hit in the statement weighs more than one in the name of a claimant."""
    asked = claim("x", statement="IRNA was asked.", claimant="ap", chain=("ap",))
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.append([*base(), claim("a"), asked, claim("b")], actor="desk")
        assert ledger.claims(Filter(text="irna"), sort="relevance")[0] == asked


def test_an_unknown_order_is_refused(ledger: Ledger) -> None:
    """An order outside the list is refused with the list."""
    with pytest.raises(ValueError, match="the orders are period, -period"):
        ledger.rows(sort="statement; DROP TABLE revision")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": ("rumour",)},
        {"country": ("XX",)},
        {"claimant": ("' OR 1=1",)},
        {"since": "soon"},
        {"colour": ("red",)},
    ],
)
def test_a_filter_refuses_what_cannot_be(fields: dict[str, Any]) -> None:
    """Unknown words, ids that are none, dates that are none and unknown fields are refused."""
    with pytest.raises(ValidationError):
        Filter(**fields)


def test_the_order_of_choices_does_not_matter() -> None:
    """Two filters with the same choices are equal and hash alike, so they share a cache."""
    one, other = Filter(claimant=("b", "a", "b")), Filter(claimant=("a", "b"))
    assert one == other
    assert hash(one) == hash(other)
    assert one.chosen == {"claimant": ("a", "b")}
    assert one.without("claimant") == Filter()


def choices(values: list[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw none, one or more of these values."""
    return st.lists(st.sampled_from(values), max_size=2).map(tuple)


filters = st.builds(
    Filter,
    text=st.sampled_from(["", "", "irna", "killed peop"]),
    kind=choices([Kind.CASUALTY_FIGURE, Kind.EVENT, Kind.TROOP_COUNT]),
    indicator=choices([KILLED, "troops"]),
    claimant=choices(["irna", "centcom"]),
    root=choices(["us", "irna", "ap"]),
    publisher=choices(["arab-news", "ap"]),
    hedge=choices([Hedge.EXACT, Hedge.AT_LEAST]),
    country=choices(["IR", "IQ"]),
    planned=st.sampled_from([None, None, True, False]),
    since=st.none() | st.dates(date(2020, 1, 1), date(2021, 12, 1)),
)


@given(chosen=filters)
def test_facets_equal_a_plain_count(ledger: Ledger, chosen: Filter) -> None:
    """Each facet counts the claims that all other choices leave, as counting by hand does."""
    counted = ledger.facets(chosen)
    assert set(counted) == set(FACETS)
    for facet in FACETS:
        rows = ledger.rows(chosen.without(facet))
        assert counted[facet] == Counter(value_of(row, facet) for row in rows) - Counter([""])
    assert counted == ledger.facets(chosen, rev=ledger.head.rev)


def value_of(row: Span, facet: str) -> str:
    """Return a row's value as facets spell it, empty where it has none."""
    value = getattr(row, facet)
    return str(value).lower() if isinstance(value, bool) else value or ""


@given(
    text=st.text(max_size=40) | st.text(alphabet='"*()-^:+{}[]ANDORNEAR \x00\ud800', max_size=20)
)
@example('"')
@example('a"b" OR NEAR(')
@example("col : x AND")
@example("x" * 10_000)
@example("a " * 5_000)
@example("\x00irna\x00")
def test_no_search_text_can_be_wrong(ledger: Ledger, text: str) -> None:
    """Whatever a reader types is a search for words, never a syntax error."""
    assert 0 <= ledger.count(Filter(text=text)) <= len(CLAIMS)
    assert len(ledger.rows(Filter(text=text), sort="relevance")) == ledger.count(Filter(text=text))
