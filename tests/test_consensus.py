"""Consensus: what is known at a time, who agrees, who contradicts whom, and how it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.case import Case
from claims.analysis.consensus import Consensus, at
from claims.analysis.saying import sentence
from claims.hedges import Bounds
from claims.periods import parse
from claims.records import Explanation
from claims.states import Corroboration
from claims.vocabulary import Basis, Difference
from tests import factories, starter

if TYPE_CHECKING:
    from claims.records import Claim

NONE, SINGLE = Corroboration.NONE, Corroboration.SINGLE
CORROBORATED, CONTESTED = Corroboration.CORROBORATED, Corroboration.CONTESTED
KILLED, TROOPS = "khuzestan-protests-2021-killed", "us-troops-iraq"
INJURED, CAP = "al-asad-2020-01-08-injured", "us-troops-iraq-force-cap"


def on_record(indicator_id: str, when: str) -> Consensus:
    """Return what the records in data/ say of a time."""
    indicator, claims = starter.indicator(indicator_id), starter.claims(indicator_id)
    case = Case(indicator, tuple(claims), starter.records())
    return at(claims, indicator, starter.records(), parse(when), case.gone)


def said_on_record(indicator_id: str, when: str) -> str:
    """Say what the records in data/ say of a time."""
    indicator = starter.indicator(indicator_id)
    return sentence(on_record(indicator_id, when), indicator, starter.records())


def test_khuzestan_on_27_july_is_contested() -> None:
    """State media have at least five by the 27th and five by the 29th, HRANA 10 by the 24th."""
    found = on_record(KILLED, "2021-07-27")
    five, ten = found.groups
    assert (found.state, found.bounds, found.rounded) == (CONTESTED, None, False)
    assert (five.bounds, five.origins, five.unnamed) == (Bounds(5, 5), ("iran-government",), 0)
    assert set(five.claims) == {
        "c-e3ea1c43e761",  # state media: at least three by 25 July
        "c-1d6eca8ac092",  # media and officials: at least three by 23 July
        "c-b5fa851a1033",  # officials or media: four by 23 July
        "c-de8c5b090711",  # Fars: three by 23 July
        "c-ebc694d29d18",  # state media, in Arab News: at least five by 27 July
        "c-8d08b2e02c55",  # state and semiofficial media, in TRT World: at least five
        "c-a8e8f8f7c622",  # the same in Yahoo News
        "c-95476b4d49d7",  # state media, in Elaph: five by 29 July
    }
    assert (ten.bounds, ten.unnamed) == (Bounds(10, None), 1)
    assert ten.origins == ("amnesty-international", "human-rights-activists-in-iran")
    assert set(ten.claims) == {
        "c-5b4b1db31859",  # Amnesty International: at least eight by 23 July
        "c-a0faed4a5790",  # HRANA, in its own pages: 10 by 24 July
        "c-aa8b782cd406",  # HRANA through CNN: at least 10 by 24 July
        "c-b7d580e67282",  # AVA Today, which names no source: at least eight by 27 July
    }
    assert set(found.either) == {
        "c-8aa8864086b4",  # the UN human rights office: at least four by 23 July
        "c-e39f27632c04",  # the same in Gulf News
        "c-25f223b2a971",  # Radio Free Asia: five by 23 July
    }
    assert str(found.breadth) == ("15 claims, 14 publishers, 5 origins and 1 claim that names none")


def test_2500_troops_in_2021_rests_on_two_origins() -> None:
    """Five pages say it: the US government twice, AFP, and two that name nobody."""
    found = on_record(TROOPS, "2021")
    assert (found.state, found.bounds) == (CORROBORATED, Bounds(2_500, 2_500))
    assert found.breadth.origins == ("agence-france-presse", "us-government")
    assert (found.breadth.claims, found.breadth.unnamed) == (5, 2)
    assert set(found.groups[0].claims) == {
        "c-1db5c6c0790e",  # US Department of Defense, in The National: 2,500
        "c-427fa4282658",  # US Department of Defense, in Rudaw: 2,500
        "c-0652f8aaa0c7",  # AFP, in Arab News: 2,500
        "c-044b622a655b",  # Pledge Times, a secondary page in its own voice: about 2,500
        "c-76bd8498c3b4",  # EIR News, a secondary page in its own voice: about 2,500
    }


def test_the_us_government_contradicts_itself_on_30_september_2017() -> None:
    """An official level and a headcount, which two outlets printed with another digit."""
    found = on_record(TROOPS, "2017-09-30")
    assert found.state is CONTESTED
    assert [(group.bounds.in_words(), len(group.claims)) for group in found.groups] == [
        ("5,262", 1), ("8,892", 3), ("8,992", 2),
    ]  # fmt: skip
    assert {group.origins for group in found.groups} == {("us-government",)}


def test_the_injured_at_ain_al_asad_end_at_110() -> None:
    """The US government's last figure fits what Reuters and AP had; the earlier ones are gone."""
    found = on_record(INJURED, "2020-05-04")
    assert (found.state, found.bounds) == (CORROBORATED, Bounds(110, 110))
    assert found.groups[0].claims == ("c-0befda68cfa6", "c-b893fad212eb", "c-fabe33527b3b")


# Indicator, time, and the whole sentence.
SAID = [
    (KILLED, "2021-07-27",
     ("On 27 July 2021 the origins contradict each other: 5 deaths (fits Government of Iran) "
     "against 10 or more deaths (fits 1 claim that names no origin; by earlier totals of Human "
     "Rights Activists in Iran; fits earlier totals of Amnesty International); at least four "
     "deaths (by earlier totals of UN human rights office), 5 or more deaths (by earlier totals of "
     "Radio Free Asia) fit both")),
    (KILLED, "2021-07-22",
     ("On 22 July 2021: 3 deaths fits the only origin that speaks of it (Government of Iran); "
     "later totals of Human Rights Activists in Iran, Radio Free Asia fit too")),
    (TROOPS, "2021",
     ("In 2021: 2,500 troops fits both origins that speak of it (Agence France-Presse, US "
     "government) and 2 claims that name no origin")),
    (TROOPS, "2017-09-30",
     ("On 30 September 2017 the figures contradict each other: 5,262 troops (US government) "
     "against 8,892 troops (US government) against 8,992 troops (US government)")),
    (TROOPS, "2003-05-01",
     ("On 1 May 2003: 146,000 to 150,000 troops, allowing for rounding, fits both origins that "
     "speak of it (Associated Press, Brookings Institution)")),
    (TROOPS, "2012-12", "In December 2012: no figure is known"),
    (TROOPS, "2020-08-28/2020-12-31",
     ("From 28 August 2020 to 31 December 2020: about 5,200 troops, by the only origin that "
     "speaks of it (The Wall Street Journal)")),
    (CAP, "2016-03-21", ("On 21 March 2016: 3,870 troops, by the only origin that speaks of it (US "
     "government)")),
    (CAP, "2016-07", "In July 2016: 3,870 troops, by earlier figures of US government"),
    (INJURED, "2020-05-04",
     ("As said by 4 May 2020: 110 injured fits all three origins that speak of it (Associated "
     "Press, US government, unnamed source of Reuters)")),
    (INJURED, "2020-01", "As said by 31 January 2020: no figure is known"),
]  # fmt: skip


@pytest.mark.parametrize(("indicator_id", "when", "expected"), SAID)
def test_the_sentence_names_the_origins_and_drops_no_hedge(
    indicator_id: str, when: str, expected: str
) -> None:
    """Bounds are said as they are; nothing is averaged; a cap to come is not mixed in."""
    assert said_on_record(indicator_id, when) == expected


def test_claims_of_another_indicator_are_never_mixed_in() -> None:
    """A cap on troops is no troop count, whatever is handed over."""
    everything = [*starter.claims(TROOPS), *starter.claims(CAP)]
    indicator, when = starter.indicator(TROOPS), parse("2016-03-21")
    found = at(everything, indicator, starter.records(), when)
    assert found == at(starter.claims(TROOPS), indicator, starter.records(), when)
    assert found.bounds == Bounds(4_500, 5_500)


RECORDS = factories.together(*(factories.party(name) for name in ("irna", "fars", "hrana")))


def stating(who: str, words: str, **fields: Any) -> Claim:
    """Make a claim of a running total by 27 July that a newspaper relays."""
    return factories.stating(words, **{"claimant": who, "chain": (who, "arab-news")} | fields)


def asked(*claims: Claim, when: str = "2021-07-27", basis: Basis = Basis.TALLY) -> Consensus:
    """Return what claims say of a day under an indicator of a basis."""
    return at(claims, factories.indicator(basis=basis), RECORDS, parse(when))


def of(said: str) -> list[Claim]:
    """Make the claims written `irna: five, fars: at least six`; detik names no origin."""
    pairs = [one.split(": ") for one in said.split(", ") if one]
    return [
        stating(who, words, **({"chain": (who,)} if who == "detik" else {})) for who, words in pairs
    ]


# What is said, the state, the sentence after its day, and whether rounding was needed.
STATES = [
    ("", NONE, ": no figure is known", False),
    ("irna: five", SINGLE, ": 5 deaths, by the only origin that speaks of it (IRNA)", False),
    ("irna: one", SINGLE, ": 1 death, by the only origin that speaks of it (IRNA)", False),
    ("detik: five", SINGLE, ": 5 deaths, by 1 claim that names no origin", False),
    ("irna: five, detik: at least five", SINGLE,
     ": 5 deaths fits the only origin that speaks of it (IRNA) and 1 claim that names no origin",
     False),
    ("irna: at least five, fars: at least eight", SINGLE,
     ": 8 or more deaths fits both origins that speak of it (FARS, IRNA)", False),
    ("irna: five, fars: up to nine", SINGLE,
     ": 5 deaths fits the only origin that speaks of it (IRNA); FARS only set a ceiling", False),
    ("irna: zero, fars: zero", CORROBORATED,
     ": 0 deaths, by both origins that speak of it (FARS, IRNA)", False),
    ("irna: up to nine, fars: up to seven", SINGLE,
     ": at most 7 deaths fits both origins that speak of it (FARS, IRNA)", False),
    ("irna: 170,000, fars: 168,000", CORROBORATED,
     (": 168,000 to 170,000 deaths, allowing for rounding, fits both origins that speak of it "
     "(FARS, IRNA)"), True),
    ("irna: five, fars: eight", CONTESTED,
     " the origins contradict each other: 5 deaths (IRNA) against 8 deaths (FARS)", False),
    ("irna: five, irna: eight", CONTESTED,
     " the figures contradict each other: 5 deaths (IRNA) against 8 deaths (IRNA)", False),
    ("irna: five, detik: eight", CONTESTED,
     (" the figures contradict each other: 5 deaths (IRNA) against 8 deaths (1 claim that names no "
     "origin)"), False),
    ("irna: five, fars: eight, hrana: at least four", CONTESTED,
     (" the origins contradict each other: 5 deaths (IRNA) against 8 deaths (FARS); at least four "
     "deaths (HRANA) fits both"), False),
    ("irna: five, fars: eight, hrana: 10, detik: at least six", CONTESTED,
     (" the origins contradict each other: 5 deaths (IRNA) against 8 deaths (FARS) against 10 "
     "deaths (HRANA); at least six deaths (1 claim that names no origin) fits more than one of "
     "them"),
     False),
]  # fmt: skip


@pytest.mark.parametrize(("said", "state", "words", "rounded"), STATES)
def test_the_state_follows_from_bounds_and_named_origins(
    said: str, state: Corroboration, words: str, rounded: bool
) -> None:
    """Two named origins corroborate, a mere ceiling and an unnamed page do not."""
    found = asked(*of(said))
    assert (found.state, found.rounded) == (state, rounded)
    assert sentence(found, factories.indicator(), RECORDS) == f"On 27 July 2021{words}"


def test_an_explained_difference_is_no_contest() -> None:
    """A ceiling beside a headcount is shown side by side, with the reason that a person gave."""
    other = stating("fars", "eight")
    why = Explanation(claim=other.id, why=Difference.METHOD, by="desk")
    found = asked(stating("irna", "five", explained=(why,)), other)
    assert (found.state, found.bounds, found.explained) == (SINGLE, None, (Difference.METHOD,))
    assert sentence(found, factories.indicator(), RECORDS) == (
        "On 27 July 2021 the figures differ, explained by method: 5 deaths (IRNA) beside "
        "8 deaths (FARS)"
    )


def test_levels_of_two_days_do_not_contest_the_year() -> None:
    """A level may change within the time that is asked about."""
    spring, autumn = (
        stating("irna", "five", period="2021-03"),
        stating("fars", "two", period="2021-10"),
    )
    found = asked(spring, autumn, when="2021", basis=Basis.LEVEL)
    assert (found.state, found.explained) == (SINGLE, (Difference.TIME,))
