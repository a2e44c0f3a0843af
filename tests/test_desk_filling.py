"""A card is filled in from a proposal and from what is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.desk.entry import Entry, draft, records
from claims.errors import UnknownRecordError
from claims.extraction.events.kinds import What
from claims.hedges import Hedge
from claims.records import Claim, Indicator
from claims.vocabulary import Kind
from tests.desk import document, proposed, shipped
from tests.desk_page import (
    FIELDS,
    NEW_FIELDS,
    NEW_TEXT,
    TEXT,
    WORDS,
    new_page,
    page,
    proposal,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.ledger import Ledger


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Open the shipped records, which no test of this file changes."""
    with shipped(tmp_path_factory.mktemp("filling")) as opened:
        yield opened


def test_the_card_is_filled_in(ledger: Ledger) -> None:
    """Question, figure, parties, days and place follow from the proposal and the record."""
    entry = draft(proposal(), page(), ledger)
    assert entry.statement == "At least six people were killed in Khuzestan by 27 July 2021."
    assert entry.indicator == "khuzestan-protests-2021-killed"
    assert entry.new_indicator is None
    assert (entry.as_stated, entry.hedge, entry.value) == ("at least six", Hedge.AT_LEAST, 6)
    assert (entry.kind, entry.unit) == (Kind.CASUALTY_FIGURE, "deaths")
    assert (entry.period, entry.said_on) == (FIELDS["period"], "2021-07-27")
    assert [one.id for one in entry.chain] == [
        "iranian-state-television",
        "associated-press",
        "arab-news",
    ]
    assert entry.claimant.id == "iranian-state-television"
    assert TEXT[entry.start : entry.end] == entry.quote == WORDS


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2021-07-24", "2021-07-15/2021-07-24"),
        (None, "2021-07-15/2021-07-27"),
        ("2021-07-15/2021-07-20", "2021-07-15/2021-07-20"),
    ],
)
def test_a_running_total_counts_from_its_baseline(
    ledger: Ledger, period: str | None, expected: str
) -> None:
    """The day it stood at is the article's, or that of publication; it began with the question."""
    found = draft(proposal(period=period), page(), ledger)
    assert (found.indicator, found.period) == ("khuzestan-protests-2021-killed", expected)


def test_what_is_on_record_keeps_its_question(ledger: Ledger) -> None:
    """The same words of the same page go under the question that they are on record under."""
    text = "Last year Iran executed a man, said the report."
    title = ledger.get("source", "arab-news-2021-07-27").title
    found = proposed(text, "executed a man", place="Iraq", country="IQ", implied=True)
    assert (
        draft(found, document(text, title=title), ledger).indicator == "executions-leak-soleimani"
    )
    elsewhere = draft(found, document(text, title="Another page"), ledger)
    assert elsewhere.indicator != "executions-leak-soleimani"


def test_the_indicator_can_be_chosen(ledger: Ledger) -> None:
    """The choice of a person goes before the suggestion; an unknown one is no choice."""
    wanted = "khuzestan-lorestan-protests-2021-killed"
    assert draft(proposal(), page(), ledger, indicator=wanted).indicator == wanted
    with pytest.raises(UnknownRecordError):
        draft(proposal(), page(), ledger, indicator="no-such-question")


@pytest.mark.parametrize(
    ("fields", "kind", "words"),
    [
        ({"negated": True}, Kind.POSITION, "It is denied that at least six people were killed"),
        ({"conditional": True}, Kind.POSITION, "At least six people may be killed"),
    ],
)
def test_what_is_denied_or_only_possible_is_no_count(
    ledger: Ledger, fields: dict[str, bool], kind: Kind, words: str
) -> None:
    """A denied toll must never stand beside those that were counted."""
    entry = draft(proposal(**fields), page(), ledger)
    assert (entry.kind, entry.indicator, entry.new_indicator) == (kind, None, None)
    assert entry.statement.startswith(words)
    made, problems = records(entry, page(), ledger)
    assert problems == []
    claim = made[-1]
    assert isinstance(claim, Claim)
    assert claim.quantity is None


def test_one_who_is_told_by_a_role_is_an_event(ledger: Ledger) -> None:
    """No number is printed, so none is recorded: the event is."""
    text = "Gunmen killed the mayor of Sinaloa on Monday."
    fields = NEW_FIELDS | {"implied": True, "claimant": None, "chain": (), "hedge": Hedge.EXACT}
    one: dict[str, Any] = {"value": 1, "low": 1, "high": 1, "noun": "mayor"}
    entry = draft(proposed(text, "killed the mayor", **fields, **one), new_page(), ledger)
    assert (entry.kind, entry.as_stated) == (Kind.EVENT, "")
    assert entry.statement == "One person was killed in Sinaloa on 6 May 2030."


def test_a_long_quote_is_cut_to_its_figure(ledger: Ledger) -> None:
    """Eight words of a source are quoted at most, the figure among them."""
    text = "In a long list of very many names that were read out aloud at least nine people died."
    quote = text.removesuffix(" died.")
    entry = draft(proposed(text, quote, noun="people"), document(text), ledger)
    assert entry.quote == "names that were read out aloud at least nine"[6:]
    assert text[entry.start : entry.end] == entry.quote


def test_an_entry_survives_a_form(ledger: Ledger) -> None:
    """What a card holds reads back from JSON the same."""
    entry = draft(proposal(), page(), ledger)
    assert Entry.model_validate_json(entry.model_dump_json()) == entry
    new = draft(proposed(NEW_TEXT, "nine villagers", What.WOUNDED), new_page(), ledger)
    assert isinstance(new.new_indicator, Indicator)
    assert Entry.model_validate_json(new.model_dump_json()) == new
