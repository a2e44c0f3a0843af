"""What a proposal is suggested to belong to, on the shipped records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.desk.suggest import new_indicator, on_record, parties, suggest
from claims.extraction.events.kinds import What
from claims.vocabulary import Basis, Kind
from tests.desk import document, proposed, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.ledger import Ledger

KHUZESTAN: dict[str, Any] = {"place": "Khuzestan", "country": "IR"}
BAGHDAD = {"place": "Baghdad", "country": "IQ"}
IRAQ = {"place": "Iraq", "country": "IQ"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Open the shipped records, which no test of this file changes."""
    folder: Path = tmp_path_factory.mktemp("suggest")
    with shipped(folder) as opened:
        yield opened


FITTING = [
    ("Five people were killed in the Khuzestan protests.", "Five people", What.KILLED, KHUZESTAN,
     "khuzestan-protests-2021-killed"),
    ("Six protesters were killed in Khuzestan.", "Six protesters", What.KILLED, KHUZESTAN,
     "khuzestan-protests-2021-protesters-killed"),
    ("Police detained 90 people in Khuzestan.", "90 people", What.DETAINED, KHUZESTAN,
     "khuzestan-protests-2021-detained"),
    ("There were 2,500 US soldiers in Iraq.", "2,500 US soldiers", What.TROOPS, IRAQ,
     "us-troops-iraq"),
    ("The bombing of Tayaran Square killed 32 people.", "32 people", What.KILLED,
     BAGHDAD | {"period": "2021-01-21"}, "tayaran-square-2021-01-21-killed"),
    ("The bombing of Tayaran Square killed 27 people.", "27 people", What.KILLED,
     BAGHDAD | {"period": "2018-01-15"}, "tayaran-square-2018-01-15-killed"),
    ("On Thursday 32 people were killed in Baghdad.", "32 people", What.KILLED,
     BAGHDAD | {"period": "2021-01-21"}, "tayaran-square-2021-01-21-killed"),
    ("A bomb wounded 47 people in Sadr City.", "47 people", What.WOUNDED,
     {"place": "Sadr City", "country": "IQ"}, "sadr-city-2021-07-19-wounded"),
    ("Drone attacks on US interests in Iraq: seven attacks.", "seven attacks", What.ATTACKS, IRAQ,
     "drone-attacks-us-interests-iraq-2021"),
    ("Around 50 rocket and drone attacks hit US interests in Iraq.",
     "Around 50 rocket and drone attacks", What.ATTACKS, IRAQ, "attacks-us-interests-iraq-2021"),
    ("Iran fired 16 missiles at Ain al-Asad in Iraq.", "16 missiles", What.WEAPONS, IRAQ,
     "al-asad-2020-01-08-missiles"),
    ("Iran executed a man for a leak about Soleimani.", "a man", What.KILLED,
     {"place": "Iran", "country": "IR", "implied": True}, "executions-leak-soleimani"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "kind", "fields", "indicator"), FITTING)
def test_the_fitting_indicator_comes_first(  # noqa: PLR0913, PLR0917 - a row of the table
    ledger: Ledger, text: str, quote: str, kind: What, fields: dict[str, Any], indicator: str
) -> None:
    """Kind, place, period and the words of the title lead to the right question."""
    found = suggest(ledger, proposed(text, quote, kind, **fields), text=text)
    assert found[0].indicator.id == indicator
    assert found[0].is_good
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


AMISS = [
    ("Two people were killed in Tehran.", "Two people", What.KILLED,
     {"place": "Tehran", "country": "IR"}),
    ("Five people were killed in floods in Khuzestan.", "Five people", What.KILLED, KHUZESTAN),
    ("Five people were killed in Khuzestan.", "Five people", What.KILLED,
     KHUZESTAN | {"period": "2019-04"}),
    ("The bombing of Tayaran Square killed 12 people.", "12 people", What.KILLED,
     BAGHDAD | {"period": "2023-05-01"}),
    ("At least 40 people were killed in Yemen.", "At least 40 people", What.KILLED,
     {"place": "Yemen", "country": "YE"}),
    ("Five people were rescued in Khuzestan.", "Five people", What.RESCUED, KHUZESTAN),
    ("The ministry bought 90 buses for Khuzestan.", "90 buses", What.OTHER, KHUZESTAN),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "kind", "fields"), AMISS)
def test_another_place_time_or_happening_fits_nothing(
    ledger: Ledger, text: str, quote: str, kind: What, fields: dict[str, Any]
) -> None:
    """What is no question on record is filled in under none."""
    found = suggest(ledger, proposed(text, quote, kind, **fields), text=text)
    assert [one.indicator.id for one in found if one.is_good] == []


def test_the_reasons_are_words(ledger: Ledger) -> None:
    """A reporter reads why an indicator is suggested."""
    text = "At least five people were killed in protests over water in Khuzestan."
    proposal = proposed(text, "At least five people", period="2021-07", **KHUZESTAN)
    best = suggest(ledger, proposal, text=text)[0]
    assert best.why == "same kind, place Khuzestan, “protests”, “water”, July 2021"


def test_the_rest_of_the_article_says_what_a_sentence_does_not(ledger: Ledger) -> None:
    """A sentence without a place is read beside the others, and counts for less."""
    text = "Protests over water shook Khuzestan. At least five people were killed."
    beside = suggest(ledger, proposed(text, "At least five people"), text=text)[0]
    alone = suggest(ledger, proposed("At least five people were killed.", "At least five people"))
    assert beside.indicator.id == "khuzestan-protests-2021-killed"
    assert beside.is_good
    assert not any(one.is_good for one in alone)


NAMED = [
    ("Iran’s state TV", "iranian-state-television"),
    ("Iran's state television", "iranian-state-television"),
    ("the Iranian state TV", "iranian-state-television"),
    ("AP", "associated-press"),
    ("The Associated Press", "associated-press"),
    ("the Pentagon", "us-department-of-defense"),
    ("Amnesty", "amnesty-international"),
    ("Human Rights Watch", "human-rights-watch"),
    ("HRANA", "hrana"),
    ("Iranian officials", "iranian-officials"),
    ("Iraq’s health ministry", "iraq-health-ministry"),
    ("the Iraqi Health Ministry", "iraq-health-ministry"),
    ("Tehran", "iran-government"),
    ("President Biden", "joe-biden"),
    ("US President Joe Biden", "joe-biden"),
    ("state-run media in Iran", "iranian-state-media"),
    ("Revolutionary Guards", "irgc"),
]


@pytest.mark.parametrize(("words", "party"), NAMED)
def test_words_name_a_party(ledger: Ledger, words: str, party: str) -> None:
    """Names, aliases and near spellings lead to the party on record."""
    assert parties(ledger, words)[0].id == party


@pytest.mark.parametrize(
    "words",
    [
        "", "the", "officials", "Imam", "the ministry", "a spokesman", "witnesses", "state",
        "the Yemeni health ministry", "Hunter Biden", "the governor of Tehran", "police in Paris",
        "French state television", "two men", "Iraq Body Count", "International Rescue Committee",
        "…",
    ],
)  # fmt: skip
def test_unknown_words_name_nobody(ledger: Ledger, words: str) -> None:
    """No party is better than a wild guess: one shared word does not make a name."""
    assert [party.id for party in parties(ledger, words)] == []


def test_a_new_question_is_drafted() -> None:
    """Kind, unit, basis, place and title follow from the proposal."""
    text = "Nine villagers were wounded in Sinaloa."
    fields: dict[str, Any] = {"place": "Sinaloa", "country": "MX", "period": "2030-05-04"}
    drafted = new_indicator(proposed(text, "Nine villagers", What.WOUNDED, **fields))
    assert drafted.id == "villagers-wounded-in-sinaloa-4-may-2030"
    assert drafted.title == "Villagers wounded in Sinaloa, 4 May 2030"
    assert (drafted.kind, drafted.unit) == (Kind.CASUALTY_FIGURE, "wounded")
    assert (drafted.basis, drafted.place, drafted.country) == (
        Basis.EVENT,
        "Sinaloa, Mexico",
        "MX",
    )


def test_a_new_question_counts_as_its_kind_does() -> None:
    """Troops are a level that goes stale; attacks so far a tally from the first day."""
    troops = new_indicator(proposed("Some 900 troops are in Syria.", "900 troops", What.TROOPS))
    assert (troops.basis, troops.shelf_life) == (Basis.LEVEL, "P6M")
    text = "There were 12 attacks this year."
    period = "2030-01-01/2030-05-04"
    attacks = new_indicator(proposed(text, "12 attacks", What.ATTACKS, period=period))
    assert (attacks.basis, str(attacks.baseline)) == (Basis.TALLY, "2030-01-01")


ARTICLE = "At least five people have been killed amid protests in Khuzestan, state media said."


def test_what_is_on_record_is_recognised(ledger: Ledger) -> None:
    """The same words under the same headline of the same day are the claim on record."""
    claim = ledger.claim("c-ebc694d29d18")
    page = ledger.get("source", claim.source)
    proposal = proposed(ARTICLE, "At least five people")
    assert on_record(ledger, proposal, document(ARTICLE, title=page.title)) == [claim]
    assert on_record(ledger, proposal, document(ARTICLE, title="Another headline")) == []


def test_the_same_address_is_spelt_in_many_ways(ledger: Ledger) -> None:
    """Scheme, www and fragment change nothing."""
    text = "A total of 109 people were wounded."
    claim = ledger.claim("c-b8e7b59bbd52")
    address = (ledger.get("source", claim.source).url or "").partition("://")[2]
    url = f"http://{address.removeprefix('www.')}#top"
    proposal = proposed(text, "109 people", What.WOUNDED)
    assert [one.id for one in on_record(ledger, proposal, document(text, url=url))] == [claim.id]


def test_the_same_claimant_elsewhere_is_recognised(ledger: Ledger) -> None:
    """Another page that prints the same figure of the same claimant is told too."""
    proposal = proposed(
        ARTICLE,
        "At least five people",
        claimant="Iranian state media",
        period="2021-07-15/2021-07-27",
        **KHUZESTAN,
    )
    assert [c.id for c in on_record(ledger, proposal, document(ARTICLE))] == ["c-ebc694d29d18"]


@pytest.mark.parametrize(
    "fields",
    [{"claimant": "Amnesty International"}, {"period": "2021-07-15/2021-07-20"}],
)
def test_another_claimant_or_time_is_not_the_same(ledger: Ledger, fields: dict[str, Any]) -> None:
    """The same figure of somebody else, or to another day, is a claim of its own."""
    given = {"claimant": "Iranian state media", "period": "2021-07-15/2021-07-27"} | KHUZESTAN
    proposal = proposed(ARTICLE, "At least five people", **given | fields)
    assert on_record(ledger, proposal, document(ARTICLE)) == []


def test_another_figure_on_the_same_page_is_not_the_same(ledger: Ledger) -> None:
    """A page on record may hold a figure that is not."""
    text = "At least six people have been killed."
    page = ledger.get("source", ledger.claim("c-ebc694d29d18").source)
    printed = document(text, title=page.title)
    assert on_record(ledger, proposed(text, "At least six people"), printed) == []
    assert on_record(ledger, proposed(ARTICLE, "five people", What.WOUNDED), printed) == []
