"""Consensus over time, and what must hold of it whatever is claimed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.analysis.case import Case
from claims.analysis.consensus import Consensus, Group, at, over_time
from claims.hedges import Bounds
from claims.periods import parse
from claims.states import Corroboration
from claims.vocabulary import Basis
from tests import factories, starter

if TYPE_CHECKING:
    from random import Random

    from claims.quantities import Quantity
    from claims.records import Claim, Indicator

RECORDS = factories.together(factories.source("s-2", publisher="detik"))
ORDERED = {Basis.LEVEL, Basis.TALLY, Basis.EVENT}


@pytest.mark.parametrize("indicator", starter.records().indicators, ids=lambda one: str(one.id))
def test_over_time_is_what_is_known_of_each_stretch(indicator: Indicator) -> None:
    """Stretches follow each other, differ from their neighbours, and each is asked like a time."""
    case = Case(indicator, tuple(starter.claims(indicator.id)), starter.records())
    found = over_time(case.claims, indicator, case.records, case.gone)
    for known in found:
        assert known == at(case.claims, indicator, case.records, known.when, case.gone)
    for before, after in pairwise(found):
        assert (before.groups, before.fits) != (after.groups, after.fits)
        assert before.when.is_before(after.when) or indicator.basis not in ORDERED


def test_us_troops_in_iraq_from_2017_to_2021() -> None:
    """A level holds until it is stale, or until a later one cannot be true together with it."""
    case = Case(starter.indicator("us-troops-iraq"), tuple(starter.claims("us-troops-iraq")),
                starter.records())  # fmt: skip
    found = over_time(case.claims, case.indicator, case.records, case.gone)
    seen = [
        (known.when.text, " / ".join(group.bounds.in_words() for group in known.groups))
        for known in found
        if known.when.start and 2017 <= known.when.start.year < 2022
    ]
    assert seen == [
        ("2017-01-01/2017-06-29", "6,812"),
        ("2017-06-30/2017-09-29", ""),
        ("2017-09-30", "5,262 / 8,892 / 8,992"),
        ("2017-10-01/2017-12-05", "5,262 / 8,892 / 8,992"),
        ("2017-12-06", "5,200"),
        ("2017-12-07/2018-06-04", "5,200"),
        ("2018-06-05/2020-08-27", ""),
        ("2020-08-28", "5,150 to 5,250"),
        ("2020-08-29/2021-01-14", "5,150 to 5,250"),
        ("2021-01-15", "2,500"),
        ("2021-01-16/2021-05-31", "2,500"),
        ("2021-06-01/2021-06-30", "2,500"),
        ("2021-07-01/2021-07-14", "2,500"),
        ("2021-07-15/2021-07-25", "2,450 to 2,550"),
        ("2021-07-26", "2,450 to 2,550"),
        ("2021-07-27", "2,500"),
        ("2021-07-28/2021-12-27", "2,500"),
        ("2021-12-28/2022-01-22", "2,500"),
    ]


def test_stretches_in_which_the_same_is_known_are_one() -> None:
    """A shelf life that runs out in the middle of a period changes nothing of what is known."""
    july = factories.stating("five", period="2021-07")
    first = factories.stating("five", period="2021-07-01")
    indicator = factories.indicator(basis=Basis.LEVEL, shelf_life="P1W")
    found = over_time([july, first], indicator, RECORDS)
    assert [known.when.text for known in found] == [
        "2021-07-01",  # both
        "2021-07-02/2021-07-31",  # July
        "2021-08-01/2021-08-07",  # a week after it: by an earlier figure
    ]


WORDS = [
    "zero", "five", "at least five", "up to nine", "between 4 and 12", "several", "10",
    "about 50", "2,500", "2,480",
]  # fmt: skip
PERIODS = ["2021-07-20", "2021-07-15/2021-07-23", "2021-07-15/2021-07-27", "2021-07", "2021"]
CHAINS = [("irna",), ("irna", "arab-news"), ("irna", "fars", "arab-news"), ("fars", "arab-news")]
figures = st.builds(
    factories.stating,
    st.sampled_from(WORDS),
    claimant=st.sampled_from(["irna", "fars"]),
    chain=st.sampled_from(CHAINS),
    period=st.sampled_from(PERIODS),
    said_on=st.sampled_from([None, "2021-07-21", "2021-07-27"]),
)
records_of = st.lists(figures, max_size=7).map(
    lambda drawn: [factories.changed(one, id=f"c-{n}") for n, one in enumerate(drawn)]
)
indicators = st.sampled_from(Basis).map(
    lambda basis: factories.indicator(basis=basis, shelf_life="P1M")
)
times = st.sampled_from(["2021-07-20", "2021-07-23", "2021-07-25", "2021-07-27", "2021-07", "2021"])


def asked(claims: list[Claim], indicator: Indicator, when: str) -> Consensus:
    """Return what claims say of a time."""
    return at(claims, indicator, RECORDS, parse(when))


@given(records_of, st.randoms(use_true_random=False), indicators, times)
def test_the_order_of_the_claims_never_matters(
    claims: list[Claim], random: Random, indicator: Indicator, when: str
) -> None:
    """Shuffled, and with some handed over twice, they say the same at a time and over time."""
    shuffled = [*claims, *claims[:2]]
    random.shuffle(shuffled)
    assert asked(shuffled, indicator, when) == asked(claims, indicator, when)
    assert over_time(shuffled, indicator, RECORDS) == over_time(claims, indicator, RECORDS)


@given(records_of.filter(bool), indicators, times, st.booleans())
def test_a_copy_of_a_claim_never_raises_the_number_of_origins(
    claims: list[Claim], indicator: Indicator, when: str, relayed: bool
) -> None:
    """Another page that prints it, or relays it further, is no origin of its own."""
    first = next((claim for claim in claims if len(claim.chain) > 1), claims[0])
    further = (*first.chain, "detik") if relayed and len(first.chain) > 1 else first.chain
    copy = factories.changed(
        first, id="copy", chain=further, evidence=(factories.evidence(source="s-2"),)
    )
    before, after = asked(claims, indicator, when), asked([*claims, copy], indicator, when)
    assert len(after.breadth.origins) <= len(before.breadth.origins)
    most = max((len(group.asserting) for group in before.groups), default=0)
    assert all(len(group.asserting) <= most for group in after.groups)
    assert after.bounds == before.bounds


def containing(bounds: Bounds | None) -> Quantity:
    """Return at least as many as bounds allow at least: any number where there are none."""
    low = (bounds.low if bounds else 0) or 0
    return factories.quantity(int(low))


@given(records_of, figures, indicators, times)
def test_a_claim_that_fits_all_the_others_never_makes_a_conflict(
    claims: list[Claim], other: Claim, indicator: Indicator, when: str
) -> None:
    """What allows everything that is known contradicts nobody, whoever says it about when."""
    before = asked(claims, indicator, when)
    allowing = factories.changed(other, id="more", quantity=containing(before.bounds))
    after = asked([*claims, allowing], indicator, when)
    if before.state is not Corroboration.CONTESTED:
        assert after.state is not Corroboration.CONTESTED


def allowed(claim: Claim, indicator: Indicator, when: str, *, rounded: bool) -> Bounds:
    """Return what a claim allows of a time; of a running total of another day, one end."""
    assert claim.quantity is not None
    assert claim.period is not None
    bounds = claim.quantity.unrounded if rounded else claim.quantity.bounds
    stood, last = claim.period.end, parse(when).end
    assert stood is not None
    assert last is not None
    if indicator.basis is not Basis.TALLY or stood == last:
        return bounds
    return Bounds(bounds.low, None) if stood < last else Bounds(0, bounds.high)


@given(records_of, indicators, times)
def test_what_a_group_has_in_common_lies_within_what_each_of_its_claims_says(
    claims: list[Claim], indicator: Indicator, when: str
) -> None:
    """Nothing is averaged or stretched; what agrees within rounding is told from least to most."""
    by_id = {claim.id: claim for claim in claims}
    known = asked(claims, indicator, when)
    groups: list[Group] = [*known.groups, *known.fits]
    for group in groups:
        for claim_id in group.claims:
            said = allowed(by_id[claim_id], indicator, when, rounded=False)
            inner, outer = (said, group.bounds) if group.rounded else (group.bounds, said)
            is_closed = None not in {said.low, said.high}
            assert inner.is_within(outer) or (group.rounded and not is_closed)
    placed = [claim_id for group in groups for claim_id in group.claims]
    assert len(placed) == len(set(placed)) == known.breadth.claims
