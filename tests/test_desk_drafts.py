"""Each figure of a draft is told how it stands to the shipped records."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from claims.desk.drafts import MEANINGS, Checked, Verdict, check
from claims.extraction.events.kinds import What
from claims.ledger import Ledger
from claims.records import Withdrawal
from tests.desk import proposed, shipped
from tests.factories import changed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KHUZESTAN: dict[str, Any] = {"place": "Khuzestan", "country": "IR"}
IRAQ: dict[str, Any] = {"place": "Iraq", "country": "IQ"}
SADR_CITY: dict[str, Any] = {"place": "Sadr City", "country": "IQ"}
SQUARE: dict[str, Any] = {"place": "Baghdad", "country": "IQ", "period": "2021-01-21"}
SO_FAR = IRAQ | {"period": "2021-01-01/2021-07-27"}
JULY = date(2021, 7, 27)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Open the shipped records, which no test of this file changes."""
    folder: Path = tmp_path_factory.mktemp("drafts")
    with shipped(folder) as opened:
        yield opened


def one(  # noqa: PLR0913, PLR0917 - a row of the table
    ledger: Ledger,
    text: str,
    quote: str,
    kind: What = What.KILLED,
    fields: dict[str, Any] | None = None,
    published: date | None = None,
) -> Checked:
    """Check the one figure of a draft."""
    found = [proposed(text, quote, kind, **(fields or {}))]
    (checked,) = check(text, ledger, published=published, proposals=found)
    assert text[checked.start : checked.end] == checked.quote == quote
    return checked


CASES = [
    # The number and its hedge
    ("At least five people were killed in the Khuzestan protests.", "At least five people",
     What.KILLED, KHUZESTAN, None, Verdict.SUPPORTED),
    ("Five people were killed in protests over water shortages in Khuzestan.", "Five people",
     What.KILLED, KHUZESTAN, None, Verdict.HEDGE_DROPPED),
    ("Eight people were killed in the Khuzestan protests.", "Eight people",
     What.KILLED, KHUZESTAN, None, Verdict.HEDGE_DROPPED),
    ("At least four people were killed in the Khuzestan protests.", "At least four people",
     What.KILLED, KHUZESTAN, None, Verdict.SUPPORTED),
    ("More than five people were killed in the Khuzestan protests.", "More than five people",
     What.KILLED, KHUZESTAN, None, Verdict.SUPPORTED),
    ("Up to five people were killed in the Khuzestan protests.", "Up to five people",
     What.KILLED, KHUZESTAN, None, Verdict.CONTESTED),
    ("Ten people were killed in the Khuzestan protests.", "Ten people",
     What.KILLED, KHUZESTAN, None, Verdict.HEDGE_DROPPED),
    ("Seven people were killed in the Khuzestan protests.", "Seven people",
     What.KILLED, KHUZESTAN, None, Verdict.CONFLICT),
    ("Several people were killed in the Khuzestan protests.", "Several people",
     What.KILLED, KHUZESTAN, None, Verdict.SUPPORTED),
    ("At least 40 people were killed in the Khuzestan protests.", "At least 40 people",
     What.KILLED, KHUZESTAN, None, Verdict.CONFLICT),
    ("Police detained 102 people in the Khuzestan protests.", "102 people",
     What.DETAINED, KHUZESTAN, None, Verdict.SUPPORTED),
    ("Police detained 1,000 people in the Khuzestan protests.", "1,000 people",
     What.DETAINED, KHUZESTAN, None, Verdict.HEDGE_DROPPED),
    # Tolls grow
    ("The bombing in Sadr City killed 22 people.", "22 people", What.KILLED, SADR_CITY, None,
     Verdict.SUPERSEDED),
    ("The bombing in Sadr City killed at least 31 people.", "at least 31 people", What.KILLED,
     SADR_CITY, None, Verdict.SUPERSEDED),
    ("The bombing in Sadr City killed 36 people.", "36 people", What.KILLED, SADR_CITY, None,
     Verdict.SUPPORTED),
    ("The bombing in Sadr City killed about 36 people.", "about 36 people", What.KILLED,
     SADR_CITY, None, Verdict.SUPPORTED),
    ("The bombing in Sadr City killed 90 people.", "90 people", What.KILLED, SADR_CITY, None,
     Verdict.CONFLICT),
    ("The bombing of Tayaran Square killed 32 people.", "32 people", What.KILLED, SQUARE, None,
     Verdict.SUPERSEDED),
    ("Missiles injured 64 US service members at Ain al-Asad on 8 January 2020.",
     "64 US service members", What.WOUNDED, IRAQ | {"period": "2020-01-08"}, None,
     Verdict.SUPERSEDED),
    ("Iran executed one man over a leak about Soleimani.", "one man", What.KILLED,
     {"place": "Iran", "country": "IR", "period": "2020"}, None, Verdict.SUPPORTED),
    ("The occupation of Iraq lasted eight years.", "eight years", What.DURATION, IRAQ, None,
     Verdict.SUPPORTED),
    # Levels and running totals
    ("There are 2,500 US troops in Iraq.", "2,500 US troops", What.TROOPS, IRAQ, JULY,
     Verdict.SUPPORTED),
    ("There are 2,500 US troops in Iraq.", "2,500 US troops", What.TROOPS, IRAQ,
     date(2022, 6, 1), Verdict.STALE),
    ("There are 2,500 US troops in Iraq.", "2,500 US troops", What.TROOPS, IRAQ, None,
     Verdict.SUPERSEDED),
    ("There were 160,000 US troops in Iraq.", "160,000 US troops", What.TROOPS, IRAQ, JULY,
     Verdict.SUPERSEDED),
    ("In October 2007 there were 168,000 US troops in Iraq.", "168,000 US troops", What.TROOPS,
     IRAQ | {"period": "2007-10"}, JULY, Verdict.HEDGE_DROPPED),
    ("In June 2006 there were 127,000 US troops in Iraq.", "127,000 US troops", What.TROOPS,
     IRAQ | {"period": "2006-06"}, JULY, Verdict.HEDGE_DROPPED),
    ("In October 2007 there were 90,000 US troops in Iraq.", "90,000 US troops", What.TROOPS,
     IRAQ | {"period": "2007-10"}, JULY, Verdict.CONFLICT),
    ("There were around 50 attacks on US interests in Iraq.", "around 50 attacks", What.ATTACKS,
     SO_FAR, JULY, Verdict.SUPPORTED),
    ("There were 50 attacks on US interests in Iraq.", "50 attacks", What.ATTACKS, SO_FAR, JULY,
     Verdict.HEDGE_DROPPED),
    ("There were 47 attacks on US interests in Iraq.", "47 attacks", What.ATTACKS, SO_FAR, JULY,
     Verdict.SUPERSEDED),
    ("There were 47 attacks on US interests in Iraq.", "47 attacks", What.ATTACKS,
     IRAQ | {"period": "2021-01-01/2021-07-06"}, date(2021, 7, 6), Verdict.SUPPORTED),
    # Nothing on record answers
    ("Five people were killed in floods in Khuzestan.", "Five people", What.KILLED, KHUZESTAN,
     None, Verdict.NOT_ON_RECORD),
    ("Five people were killed in protests in Tehran.", "Five people", What.KILLED,
     {"place": "Tehran", "country": "IR"}, None, Verdict.NOT_ON_RECORD),
    ("Five people were killed in the Khuzestan protests of 2019.", "Five people", What.KILLED,
     KHUZESTAN | {"period": "2019"}, None, Verdict.NOT_ON_RECORD),
    ("Five people were wounded in the Khuzestan protests.", "Five people", What.WOUNDED,
     KHUZESTAN, None, Verdict.NOT_ON_RECORD),
    ("Nobody said that five people were killed in the Khuzestan protests.", "five people",
     What.KILLED, KHUZESTAN | {"negated": True}, None, Verdict.NOT_ON_RECORD),
    ("The protests in Khuzestan may kill five people.", "five people", What.KILLED,
     KHUZESTAN | {"conditional": True}, None, Verdict.NOT_ON_RECORD),
    ("One man was killed in Iran.", "One man", What.KILLED,
     {"place": "Iran", "country": "IR", "period": "2020"}, None, Verdict.NOT_ON_RECORD),
    ("The occupation of Iraq lasted 40 years.", "40 years", What.DURATION, IRAQ, None,
     Verdict.NOT_ON_RECORD),
    ("The city bought five buses.", "five buses", What.OTHER, {}, None, Verdict.NOT_ON_RECORD),
    ("In 2030 there are to be 900 US troops in Iraq.", "900 US troops", What.TROOPS,
     IRAQ | {"period": "2030", "planned": True}, JULY, Verdict.NOT_ON_RECORD),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "kind", "fields", "published", "verdict"), CASES)
def test_a_figure_is_told_how_it_stands(  # noqa: PLR0913, PLR0917 - a row of the table
    ledger: Ledger,
    text: str,
    quote: str,
    kind: What,
    fields: dict[str, Any],
    published: date | None,
    verdict: Verdict,
) -> None:
    """Supported, hedge dropped, superseded, in conflict or not on record; and why."""
    found = one(ledger, text, quote, kind, fields, published)
    assert found.verdict is verdict, found.reason
    assert found.reason
    wanting = {Verdict.SUPPORTED, Verdict.NOT_ON_RECORD, Verdict.WITHDRAWN}
    assert (found.corrected == "") is (verdict in wanting)


def test_every_verdict_is_explained() -> None:
    """Every verdict has a sentence that says what it means."""
    assert set(MEANINGS) == set(Verdict)


WATER = "Five people were killed in protests over water shortages in Khuzestan."


def test_the_engine_finds_the_figures_itself(ledger: Ledger) -> None:
    """A paragraph is all that is needed."""
    (found,) = check(WATER, ledger)
    assert (found.quote, found.verdict) == ("Five people", Verdict.HEDGE_DROPPED)
    assert found.corrected.startswith(
        "At least five people were killed in protests over water shortages in Khuzestan, according "
    )
    best = found.claims[0].claim.quantity
    assert best is not None
    assert best.as_stated == "At least five"


SENTENCES = [
    ("In Khuzestan five people were killed in the protests.", "five people", KHUZESTAN,
     "In Khuzestan at least five people were killed in the protests, according to unnamed "),
    ("In Khuzestan’s protests five people were killed, state media said.", "five people",
     KHUZESTAN | {"claimant": "Iranian state media"},
     "In Khuzestan’s protests at least five people were killed, state media said."),
    ("It was in the Khuzestan protests that five people were killed", "five people", KHUZESTAN,
     "At least five people were killed in the Khuzestan water protests by 27 July 2021, acc"),
    ("The protests in Khuzestan killed seven people.", "seven people", KHUZESTAN,
     "At least eight people were killed in the Khuzestan water protests of July 2021, accord"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "fields", "corrected"), SENTENCES)
def test_the_wording_reads_as_the_draft_does(
    ledger: Ledger, text: str, quote: str, fields: dict[str, Any], corrected: str
) -> None:
    """The figure is put in place, whose it is follows; or else the claim says itself."""
    assert one(ledger, text, quote, What.KILLED, fields).corrected.startswith(corrected)


def test_the_party_that_the_draft_names_comes_first(ledger: Ledger) -> None:
    """Of the claims that say so, the one of the party named is shown first."""
    text = "There were around 50 attacks on US interests in Iraq, Region Press said."
    said = SO_FAR | {"claimant": "Region Press"}
    named = one(ledger, text, "around 50 attacks", What.ATTACKS, said, JULY)
    unnamed = one(ledger, text, "around 50 attacks", What.ATTACKS, SO_FAR, JULY)
    assert named.claims[0].claim.claimant == "region-press"
    assert unnamed.claims[0].claim.claimant == "agence-france-presse"


def test_the_rest_of_the_draft_tells_the_place(ledger: Ledger) -> None:
    """A sentence that names no place is about what the draft is about."""
    text = "Water ran out, and protests shook Khuzestan. Five people were killed."
    assert one(ledger, text, "Five people").verdict is Verdict.HEDGE_DROPPED
    assert one(ledger, "Five people were killed.", "Five people").indicator is None


def test_figures_come_in_the_order_of_the_draft(ledger: Ledger) -> None:
    """Each figure is checked by itself, those of other events beside it."""
    text = (
        "Five people were killed in protests in Khuzestan. The bombing of a market in Sadr City "
        "killed 36 people. A flood in Bihar killed 90 people."
    )
    proposals = [
        proposed(text, "90 people", place="Bihar", country="IN"),
        proposed(text, "36 people", **SADR_CITY),
        proposed(text, "Five people", **KHUZESTAN),
    ]
    found = check(text, ledger, proposals=proposals)
    assert [(checked.quote, checked.verdict) for checked in found] == [
        ("Five people", Verdict.HEDGE_DROPPED),
        ("36 people", Verdict.SUPPORTED),
        ("90 people", Verdict.NOT_ON_RECORD),
    ]


def test_what_states_no_number_is_not_marked(ledger: Ledger) -> None:
    """Neither “how many” nor one person told by a role is a number of the draft."""
    text = "It did not say how many agents were arrested. A mayor was killed in Bihar."
    unsaid = proposed(text, "how many agents", What.DETAINED)
    role = proposed(text, "A mayor", implied=True, value=1, low=1, high=1)
    assert check(text, ledger, proposals=[unsaid, role]) == []


def test_a_withdrawn_claim_supports_nothing(tmp_path: Path) -> None:
    """What only a claim says that was taken back is told as such."""
    with shipped(tmp_path) as ledger:
        text = "Police detained 102 people in the Khuzestan protests."
        claim = ledger.claim("c-f2a0121de47e")
        before = ledger.head.rev
        why = Withdrawal(on="2021-08-01", by="HRANA", reason="counted twice")
        ledger.revise(changed(claim, withdrawn=why), actor="test", based_on=before)
        proposals = [proposed(text, "102 people", What.DETAINED, **KHUZESTAN)]
        (now,) = check(text, ledger, proposals=proposals)
        (then,) = check(text, ledger, proposals=proposals, rev=before)
    assert (now.verdict, then.verdict) == (Verdict.WITHDRAWN, Verdict.SUPPORTED)


def test_an_empty_ledger_holds_nothing(tmp_path: Path) -> None:
    """Without records every figure is not on record."""
    with Ledger.open(tmp_path / "empty.db") as ledger:
        assert one(ledger, WATER, "Five people").verdict is Verdict.NOT_ON_RECORD
        assert check("", ledger) == []


def test_a_number_of_which_nothing_is_told_is_named(ledger: Ledger) -> None:
    """It is not passed over unseen; dates, ages and measures are no figures."""
    text = "Only 5,262 were there in 2017, Ana Diaz, 40, said, 12 km from Mosul."
    (found,) = check(text, ledger, published=JULY)
    assert (found.quote, found.verdict) == ("Only 5,262", Verdict.NOT_READ)


def test_a_number_is_not_more_than_itself(ledger: Ledger) -> None:
    """“More than 110” is another hedge than the record's 110, though 110 may be rounded."""
    text = "More than 110 US troops were injured at Ain al-Asad in January 2020."
    (found,) = check(text, ledger, published=JULY)
    assert found.verdict == Verdict.HEDGE_CHANGED
