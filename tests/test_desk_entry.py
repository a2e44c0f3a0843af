"""What a person accepts goes on record whole, checked and once, on the shipped records."""

from __future__ import annotations

from shutil import copy
from typing import TYPE_CHECKING, Any

import pytest

from claims.desk.entry import Whom, accept, draft, records
from claims.extraction.events.kinds import What
from claims.hedges import Hedge
from claims.ledger import Ledger
from claims.records import Party, Review, Source, name_of
from claims.vocabulary import PartyKind, ReviewState
from tests.desk import document, proposed, shipped
from tests.desk_page import (
    NEW_FIELDS,
    NEW_TEXT,
    PAGE,
    TEXT,
    WORDS,
    new_page,
    page,
    proposal,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the shipped records once."""
    with shipped(tmp_path_factory.mktemp("entry")) as opened:
        return opened.path


@pytest.fixture
def ledger(written: Path, tmp_path: Path) -> Iterator[Ledger]:
    """Open the shipped records, for one test to add to."""
    with Ledger.open(copy(written, tmp_path / "on-record.db")) as opened:
        yield opened


def test_an_accepted_claim_is_on_record(ledger: Ledger) -> None:
    """Source, hash, words, place and actor stand in the ledger, the text does not."""
    done = accept(ledger, draft(proposal(), page(), ledger), page(), "Ann")
    assert done.problems == ()
    claim = ledger.claim(done.claim or "")
    source = ledger.get("source", claim.source)
    evidence = claim.evidence[0]
    assert (source.text_sha256, source.url) == (page().sha256, PAGE["url"])
    assert (source.publisher, source.credit) == ("arab-news", ("associated-press",))
    assert (evidence.quote, evidence.start, evidence.end) == (WORDS, *_span())
    assert (evidence.prefix, evidence.suffix) == ("Iran’s state TV,", "were killed in")
    newest = ledger.history("claim", claim.id)[-1]
    assert (newest.actor, newest.reason) == ("Ann", "accepted from the desk")
    assert ledger.verify() == ledger.head.rev


def _span() -> tuple[int, int]:
    start = TEXT.index(WORDS)
    return start, start + len(WORDS)


def test_accepting_twice_changes_nothing(ledger: Ledger) -> None:
    """The second time there is nothing to write."""
    entry = draft(proposal(), page(), ledger)
    first = accept(ledger, entry, page(), "Ann")
    head = ledger.head
    assert accept(ledger, entry, page(), "Ben") == type(first)(first.claim)
    again = draft(proposal(), page(), ledger)
    assert accept(ledger, again, page(), "Ben").claim == first.claim
    assert ledger.head == head


def test_another_figure_for_the_same_words_is_refused(ledger: Ledger) -> None:
    """A correction of what is on record is made there, and not lost without a word."""
    accept(ledger, draft(proposal(), page(), ledger), page(), "Ann")
    entry = draft(proposal(), page(), ledger)
    other = entry.model_copy(update={"as_stated": "six", "hedge": Hedge.EXACT})
    done = accept(ledger, other, page(), "Ann")
    assert [one.message for one in done.problems] == ["this claim is on record as at least six"]


def test_a_claim_that_was_reviewed_is_not_overwritten(ledger: Ledger) -> None:
    """What an editor decided about the claim stays when it is accepted again."""
    entry = draft(proposal(), page(), ledger)
    done = accept(ledger, entry, page(), "Ann")
    claim = ledger.claim(done.claim or "")
    cleared = claim.model_copy(update={"review": Review(state=ReviewState.CLEARED, by="Eve")})
    ledger.revise(cleared, actor="Eve", based_on=ledger.head.rev)
    assert accept(ledger, entry, page(), "Ann").claim == claim.id
    assert ledger.claim(claim.id).review.state is ReviewState.CLEARED


def test_a_second_claim_of_the_page_rests_on_the_same_source(ledger: Ledger) -> None:
    """A document is one source however many claims it carries."""
    accept(ledger, draft(proposal(), page(), ledger), page(), "Ann")
    before = len(ledger.all("source"))
    entry = draft(proposal(), page(), ledger)
    other = entry.model_copy(update={"claimant": entry.chain[1], "chain": entry.chain[1:]})
    done = accept(ledger, other, page(), "Ann")
    assert done.problems == ()
    assert done.receipt is not None
    assert done.receipt.added == 1
    assert len(ledger.all("source")) == before


def test_a_source_id_that_is_taken_is_not_reused(ledger: Ledger) -> None:
    """Another page of the same publisher and day becomes a source of its own."""
    made, problems = records(draft(proposal(), page(), ledger), page(), ledger)
    (source,) = [one for one in made if isinstance(one, Source)]
    assert problems == []
    assert source.id == f"arab-news-2021-07-27-{page().sha256[:8]}"


def test_what_is_new_goes_in_with_the_claim(ledger: Ledger) -> None:
    """New parties, source and question are made from the card, all in one transaction."""
    found = proposed(NEW_TEXT, "nine villagers", What.WOUNDED, **NEW_FIELDS)
    entry = draft(found, new_page(), ledger)
    made, problems = records(entry, new_page(), ledger)
    assert problems == []
    assert [(name_of(one), one.id) for one in made[:-1]] == [
        ("party", "noroeste"),
        ("party", "police-in-sinaloa"),
        ("source", "noroeste-2030-05-07"),
        ("indicator", "villagers-wounded-in-sinaloa-6-may-2030"),
    ]
    kinds = [one.kind for one in made if isinstance(one, Party)]
    assert kinds == [PartyKind.OUTLET, PartyKind.POLICE]
    done = accept(ledger, entry, new_page(), "Ann")
    assert done.receipt is not None
    assert done.receipt.added == 5
    assert ledger.claim(done.claim or "").statement == (
        "Nine villagers were wounded in Sinaloa on 6 May 2030."
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"start": 0, "end": 19}, "quote"),
        ({"quote": TEXT[29:109], "start": 29, "end": 109}, "quote"),
        ({"quote": "at least nine people"}, "quote"),
        ({"period": "last week"}, "claim.period"),
        ({"period": "2021-08"}, "period"),
        ({"statement": " "}, "claim.statement"),
        ({"as_stated": "at least seven"}, "quantity.as_stated"),
        ({"value": 7}, "quantity.as_stated"),
        ({"value": None}, "quantity.value"),
        ({"value": -1}, "quantity.value"),
        ({"hedge": Hedge.EXACT}, "quantity.as_stated"),
        ({"unit": "wounded"}, "quantity.unit"),
        ({"indicator": "no-such-question"}, "indicator"),
        ({"indicator": None}, "indicator"),
        ({"as_stated": ""}, "quantity"),
        ({"claimant": Whom(id="nobody")}, "claimant"),
        ({"claimant": Whom(name=" ")}, "claimant.name"),
        ({"claimant": Whom(id="hrana")}, "chain"),
        ({"chain": (Whom(id="iranian-state-television"),)}, "chain"),
        ({"said_on": "2021-07-28"}, "said_on"),
        ({"tags": ("Two Words",)}, "claim.tags.0"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_written(
    ledger: Ledger, changes: dict[str, Any], field: str
) -> None:
    """A person may correct every field; what does not hold is refused with its field."""
    entry = draft(proposal(), page(), ledger).model_copy(update=changes)
    before = ledger.head
    done = accept(ledger, entry, page(), "Ann")
    assert done.claim is None
    assert field in {one.field for one in done.problems}
    assert ledger.head == before


def test_nobody_accepts_nothing(ledger: Ledger) -> None:
    """A claim goes on record in somebody's name."""
    done = accept(ledger, draft(proposal(), page(), ledger), page(), " ")
    assert [one.field for one in done.problems] == ["actor"]


def test_unprintable_characters_are_told(ledger: Ledger) -> None:
    """Words that would read other than they are stored become a problem, never a crash."""
    text = NEW_TEXT.replace("villagers", "villa\u202egers")
    found = proposed(text, "nine villa\u202egers", What.WOUNDED, **NEW_FIELDS)
    entry = draft(found, document(text, publisher="Noroeste"), ledger)
    assert "villagers" in entry.statement
    done = accept(ledger, entry, document(text, publisher="Noroeste"), "Ann")
    assert done.claim is None
    assert "unprintable" in done.problems[0].message


def test_a_number_beyond_all_records_is_told(ledger: Ledger) -> None:
    """A number that no record takes is a problem of its field."""
    text = "Some 10,000,000,000,000,000 people were wounded."
    found = proposed(text, "10,000,000,000,000,000 people", What.WOUNDED, **NEW_FIELDS)
    done = accept(ledger, draft(found, new_page(), ledger), document(text), "Ann")
    assert done.claim is None
    assert done.problems
