"""What a person writes into the fields of a proposal, as an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.desk.entry import Entry, Whom, draft
from claims.extraction.events.kinds import What
from claims.hedges import Hedge
from claims.vocabulary import PartyKind
from dashboard.desk import corrections
from dashboard.desk.corrections import UnusableError
from tests import desk, factories

if TYPE_CHECKING:
    from pathlib import Path

    from claims.hedges import Number

TEXT = "At least five people were killed in Dunmere. Nine more people were killed later."
CONTEXT = factories.together(factories.party("hrana", aliases=("Rights News",)))


@pytest.fixture
def before(tmp_path: Path) -> Entry:
    """Draft the entry of a proposal with a new question."""
    proposal = desk.proposed(TEXT, "At least five people", What.KILLED, place="Dunmere")
    with desk.shipped(tmp_path) as ledger:
        entry = draft(proposal, desk.document(TEXT), ledger)
    assert entry.new_indicator is not None
    return entry


def given(**fields: Any) -> dict[str, Any]:
    """Make fields as the form gives them."""
    defaults = {
        "quote": "At least five people",
        "statement": "At least five people were killed.",
        "as_stated": "At least five",
        "hedge": Hedge.AT_LEAST,
        "low": "5",
        "high": "",
        "unit": "deaths",
        "period": "2021-07-26",
        "said_on": "",
        "planned": False,
        "note": " ",
        "claimant": "IRNA",
        "chain": ["IRNA", "Arab News"],
        "party": None,
        "question": {},
    }
    return defaults | fields


def test_fields_become_an_entry(before: Entry) -> None:
    """Names become parties on record, empty fields none, the quote keeps its place."""
    entry = corrections.entry(before, given(), TEXT, CONTEXT)
    assert (entry.hedge, entry.value, entry.between) == (Hedge.AT_LEAST, 5, None)
    assert (entry.period, entry.said_on, entry.note) == ("2021-07-26", None, None)
    assert entry.claimant == Whom(id="irna", name="IRNA", kind=PartyKind.AGENCY)
    assert (entry.start, entry.end) == (0, 20)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"claimant": "Arab News"}, ["Arab News"]),
        ({"claimant": "IRNA"}, ["IRNA", "Arab News"]),
        ({"claimant": "IRNA", "publisher": "Coastal Post"}, ["IRNA", "Coastal Post"]),
        ({"claimant": "IRNA", "chain": ["HRANA", "Arab News"]}, ["HRANA", "Arab News"]),
    ],
)
def test_the_chain_follows_its_ends(
    before: Entry, fields: dict[str, Any], expected: list[str]
) -> None:
    """A new claimant or publisher goes into the chain, unless the chain was written anew."""
    entry = corrections.entry(before, given(**{"chain": ["Arab News"]} | fields), TEXT, CONTEXT)
    assert [one.name.lower() for one in entry.chain] == [name.lower() for name in expected]


def test_another_quote_is_found_in_the_article(before: Entry) -> None:
    """The place follows the words."""
    fields = given(quote="Nine more people", as_stated="Nine", hedge=Hedge.EXACT, low="9")
    entry = corrections.entry(before, fields, TEXT, CONTEXT)
    assert TEXT[entry.start : entry.end] == "Nine more people"


def test_a_new_question_is_corrected(before: Entry) -> None:
    """Its kind is that of the claim."""
    asked = {"title": "People shot in Dunmere", "country": "", "kind": "other count"}
    entry = corrections.entry(before, given(question=asked), TEXT, CONTEXT)
    assert entry.new_indicator is not None
    assert entry.new_indicator.title == "People shot in Dunmere"
    assert entry.kind == entry.new_indicator.kind == "other count"


FIGURES: list[tuple[Hedge, str, str, dict[str, Any]]] = [
    (Hedge.EXACT, "2,500", "", {"value": 2500, "between": None}),
    (Hedge.EXACT, "6.5", "", {"value": 6.5, "between": None}),
    (Hedge.BETWEEN, "15", "20", {"value": None, "between": (15, 20)}),
    (Hedge.VAGUE, "", "", {"value": 24, "between": None}),
    (Hedge.VAGUE, "40", "", {"value": 40, "between": None}),
    (Hedge.NOT_STATED, "5", "", {"value": None, "between": None}),
]


@pytest.mark.parametrize(("hedge", "low", "high", "expected"), FIGURES)
def test_a_figure_is_read_from_its_fields(
    hedge: Hedge, low: str, high: str, expected: dict[str, Any]
) -> None:
    """A vague word without a number has the least that the table gives it."""
    assert corrections.figure(hedge, low, high, "Dozens") == {"hedge": hedge, **expected}


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"quote": "six people"}, "“six people” does not stand in the article"),
    ({"quote": ""}, "does not stand in the article"),
    ({"low": "five"}, "“five” is no number in digits"),
    ({"low": ""}, "The figure needs a number"),
    ({"hedge": Hedge.BETWEEN, "low": "5"}, "A range needs both of its numbers"),
    ({"question": {"country": "Iran"}}, "country"),
    ({"question": {"title": ""}}, "title"),
]


@pytest.mark.parametrize(("fields", "message"), REFUSED)
def test_what_cannot_be_used_is_named(fields: dict[str, Any], message: str, before: Entry) -> None:
    """Each refusal says which field, and nothing is guessed in its place."""
    with pytest.raises(UnusableError, match=message):
        corrections.entry(before, given(**fields), TEXT, CONTEXT)


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("irna", None, Whom(id="irna", name="IRNA", kind=PartyKind.AGENCY)),
        ("Rights News", None, Whom(id="hrana", name="HRANA", kind=PartyKind.AGENCY)),
        ("Dunmere police", None, Whom(name="Dunmere police", kind=PartyKind.POLICE)),
        ("Dunmere police", PartyKind.COURT, Whom(name="Dunmere police", kind=PartyKind.COURT)),
    ],
)
def test_a_name_is_a_party_on_record_or_a_new_one(
    name: str, kind: PartyKind | None, expected: Whom
) -> None:
    """Other spellings on record count; a new party is what it is said to be, or sounds like."""
    assert corrections.whom(name, kind, CONTEXT) == expected


def test_a_party_that_was_meant_stays_the_one_meant() -> None:
    """A name that the form showed keeps the id behind it, whoever else is called so."""
    meant = Whom(id="irna-2", name="IRNA")
    assert corrections.whom("IRNA", None, CONTEXT, [meant]) == meant


@pytest.mark.parametrize(
    ("words", "expected"), [("", None), ("1 200", 1200), ("12.5", 12.5), ("2,500", 2500)]
)
def test_numbers_are_read_in_digits(words: str, expected: Number | None) -> None:
    """Spaces and commas between thousands are left out."""
    assert corrections.number(words) == expected
