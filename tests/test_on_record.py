"""What the records in data/ say together, read by hand against them.

Each row was worked out from data/claims.jsonl with a pencil: who said what of when, through whom.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from claims.analysis import consensus
from claims.analysis.case import Case
from claims.analysis.findings import Finding, FindingKind
from claims.analysis.ladders import ladders
from claims.analysis.weigh import weigh
from claims.comparison import Relation
from claims.origins import breadth
from claims.periods import parse
from claims.records import Claim
from claims.states import Corroboration
from tests import starter

KILLED, TROOPS = "khuzestan-protests-2021-killed", "us-troops-iraq"
INJURED, LEAVING = "al-asad-2020-01-08-injured", "us-troops-leaving-iraq-2020-09"


@lru_cache
def case(indicator_id: str) -> Case:
    """Return an indicator on record with its claims and those of its whole."""
    indicator = starter.indicator(indicator_id)
    whole = starter.claims(indicator.broader) if indicator.broader else []
    claims = tuple(starter.claims(indicator_id))
    return Case(indicator, claims, starter.records(), tuple(whole))


def found(indicator_id: str, kind: FindingKind) -> list[Finding]:
    """Return what is found of one kind."""
    return [one for one in weigh(case(indicator_id)).findings if one.kind is kind]


def pages(finding: Finding) -> list[tuple[str, str]]:
    """Return the figure and the page of each claim of a finding."""
    claims = [starter.records().claim(claim) for claim in finding.claims]
    return [(c.quantity.as_stated, c.chain[-1]) for c in claims if c and c.quantity]


# The figure, the day it was said, by whom, and who printed it.
LADDER = [
    ("0", date(2020, 1, 8), "Donald Trump", ["Military.com"]),
    ("11", date(2020, 1, 16), "US Central Command", ["The Guardian"]),
    ("34", date(2020, 1, 24), "US Department of Defense", ["Military Times"]),
    ("50", date(2020, 1, 28), "US Department of Defense", ["NPR", "The News-Press"]),
    ("64", date(2020, 1, 30), "US Department of Defense", ["Burlington County Times"]),
    ("109", date(2020, 2, 10), "US Department of Defense",
     ["The Hill", "United Press International"]),
    ("110", date(2020, 2, 21), "US Department of Defense", ["ABS-CBN News"]),
]  # fmt: skip


def test_the_ladder_of_ain_al_asad() -> None:
    """One government gave seven figures; Reuters's source and AP's “about 110” are no steps."""
    (ladder,) = ladders(case(INJURED))
    assert [
        (
            step.figure,
            step.said_on.end if step.said_on else None,
            step.claimants,
            sorted(step.publishers),
        )
        for step in ladder.steps
    ] == [(figure, day, (who,), printed) for figure, day, who, printed in LADDER]
    assert not any(step.late for step in ladder.steps)


def test_the_dead_of_khuzestan_on_27_july_are_contested() -> None:
    """Iran's five of 29 July cap what HRANA had counted as 10 and Amnesty as eight before."""
    one = case(KILLED)
    known = consensus.at(one.claims, one.indicator, one.records, parse("2021-07-27"), one.gone)
    assert known.state is Corroboration.CONTESTED
    assert [(g.bounds.in_words(), set(g.origins), g.unnamed) for g in known.groups] == [
        ("5", {"iran-government"}, 0),
        ("10 or more", {"amnesty-international", "human-rights-activists-in-iran"}, 1),
    ]
    assert {o for g in known.fits for o in g.origins} == {"ohchr", "radio-free-asia"}


FIVE = ["c-8d08b2e02c55", "c-a8e8f8f7c622", "c-ebc694d29d18"]


def test_five_dead_on_three_pages_are_one_origin_that_others_bear_out() -> None:
    """Three pages have at least five from Iran; Amnesty, HRANA and RFA had five or more before.

    AVA Today's at least eight of the same day names nobody and bears out nothing.
    """
    records = starter.records()
    claims = [claim for one in FIVE if (claim := records.claim(one))]
    assert breadth(claims, records).origins == ("iran-government",)
    for one in FIVE:
        standing = case(KILLED).standings[one]
        assert standing.corroboration is Corroboration.CORROBORATED
        assert standing.origins == (
            "iran-government",
            "amnesty-international",
            "human-rights-activists-in-iran",
            "radio-free-asia",
        )
        assert standing.unnamed == 1


def test_2500_troops_in_2021_rest_on_two_origins() -> None:
    """The Pentagon, on two pages, and AFP; Pledge Times and EIR News name no source."""
    one = case(TROOPS)
    known = consensus.at(one.claims, one.indicator, one.records, parse("2021"), one.gone)
    assert known.state is Corroboration.CORROBORATED
    assert known.bounds is not None
    assert known.bounds.in_words() == "2,500"
    assert known.breadth.origins == ("agence-france-presse", "us-government")
    assert (known.breadth.claims, known.breadth.publishers, known.breadth.unnamed) == (5, 5, 2)


RAISED: list[tuple[str, FindingKind, list[tuple[str, str]]]] = [
    (TROOPS, FindingKind.DIGIT_SLIP, [
        ("8,992", "press-tv"), ("8,992", "antiwar-com"), ("8,892", "military-times"),
        ("8,892", "pakistan-today"), ("8,892", "statista"),
    ]),
    (KILLED, FindingKind.ATTRIBUTION, [
        ("At least five", "arab-news"), ("At least five", "trt-world"),
        ("At least five", "yahoo-news"),
    ]),
    (LEAVING, FindingKind.PLANS, [
        ("1,200", "cbs-los-angeles"), ("around 2,200", "pakistan-point"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "kind", "claims"), RAISED)
def test_what_must_be_raised_is_raised(
    indicator: str, kind: FindingKind, claims: list[tuple[str, str]]
) -> None:
    """A slip of a digit, a narrowed attribution and two sizes of one cut, with their pages."""
    assert [pages(one) for one in found(indicator, kind)] == [claims]


def test_plans_and_ceilings_never_meet_observed_levels() -> None:
    """“Up to 300”, caps and announced cuts are compared with no count of troops."""
    for indicator in starter.records().indicators:
        one = case(indicator.id)
        for comparison in one.comparisons:
            if comparison.relation is not Relation.SUPERSEDED:
                assert comparison.one.planned == comparison.other.planned
        for finding in weigh(one).findings:
            claims = [starter.records().claim(claim) for claim in finding.claims]
            assert len({claim.planned for claim in claims if claim}) == 1
    caps = {claim.id for claim in starter.claims("us-troops-iraq-force-cap")}
    used = {claim for one in weigh(case(TROOPS)).findings for claim in one.claims}
    assert not caps & used


def test_a_ceiling_bears_out_no_count() -> None:
    """“As many as 170,000” in 2007 allows 132,000 in January and makes it no surer."""
    ceiling = next(c for c in starter.claims(TROOPS) if c.id.startswith("c-014418"))
    assert isinstance(ceiling, Claim)
    for claim in starter.claims(TROOPS):
        if claim.id != ceiling.id:
            assert "newsday" not in case(TROOPS).standings[claim.id].origins
