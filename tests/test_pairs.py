"""Pairs: what is worth comparing is found without comparing everything with everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.comparison import Relation, compare
from claims.pairs import beside, comparisons
from claims.periods import parse
from claims.records import Explanation
from claims.vocabulary import Basis, Difference
from tests import factories, starter
from tests.factories import stating

if TYPE_CHECKING:
    from claims.comparison import Comparison
    from claims.records import Claim

PERIODS = [None, "2021", "2021-07", "2021-07-23", "2021-07-24", "2021-07-15/2021-07-23", "../2021"]
FIGURES = st.builds(
    stating,
    st.sampled_from(["three", "five", "at least five", "nine", "at most 9", "an unknown number"]),
    period=st.sampled_from(PERIODS),
    said_on=st.sampled_from([None, "2021-07-23", "2021-07-24", "2021-08"]),
    claimant=st.sampled_from(["irna", "fars"]),
    planned=st.sampled_from([False, False, True]),
    note=st.integers(0, 9).map(str),
)
NUMBERED = st.lists(FIGURES, max_size=8).map(
    lambda claims: [factories.changed(c, id=f"c-{n}") for n, c in enumerate(claims)]
)


def relations(found: list[Comparison]) -> dict[frozenset[str], Relation]:
    """Return how each pair of claims stands to each other."""
    return {frozenset((c.one.id, c.other.id)): c.relation for c in found}


@settings(max_examples=60)
@given(NUMBERED, st.sampled_from([Basis.LEVEL, Basis.INTERVAL, Basis.EVENT]))
def test_no_pair_that_may_be_compared_is_missed(claims: list[Claim], basis: Basis) -> None:
    """The short way finds what comparing every claim with every other finds."""
    indicator = factories.indicator(basis=basis, shelf_life="P1M")
    every = [
        compare(one, other, indicator) for n, one in enumerate(claims) for other in claims[n + 1 :]
    ]
    compared = [c for c in every if c.relation is not Relation.NOT_COMPARED]
    assert relations(comparisons(claims, indicator)) == relations(compared)


@settings(max_examples=60)
@given(NUMBERED)
def test_each_fall_of_a_running_total_is_found(claims: list[Claim]) -> None:
    """Of one claimant's earlier totals only the highest is compared with a lower later one."""
    indicator = factories.indicator(basis=Basis.TALLY)
    short = relations(comparisons(claims, indicator))
    every = {
        frozenset((one.id, other.id)): compare(one, other, indicator).relation
        for n, one in enumerate(claims)
        for other in claims[n + 1 :]
    }
    assert {pair: every[pair] for pair in short} == short
    in_conflict = {c for pair, r in every.items() if r is Relation.CONFLICT for c in pair}
    found = {c for pair, r in short.items() if r is Relation.CONFLICT for c in pair}
    later = {c.id for c in claims if c.id in in_conflict - found}
    assert all(_is_hidden(one, claims, found) for one in claims if one.id in later)


def _is_hidden(claim: Claim, claims: list[Claim], found: set[str]) -> bool:
    """Tell whether another total of the same claimant stands for this one in the conflict."""
    low = (claim.quantity and claim.quantity.low) or 0
    return any(
        other.id in found
        and other.claimant == claim.claimant
        and ((other.quantity and other.quantity.low) or 0) >= low
        for other in claims
    )


def test_one_claim_is_compared_as_all_are() -> None:
    """What stands beside one claim is what the whole indicator's comparisons say of it."""
    for indicator in starter.records().indicators:
        claims = starter.claims(indicator.id)
        every = comparisons(claims, indicator)
        for claim in claims:
            of_one = [c for c in every if claim.id in {c.one.id, c.other.id}]
            assert relations(beside(claim, claims, indicator)) == relations(of_one)


NEIGHBOURS: list[tuple[str, str, str | None, Relation, str]] = [
    ("2021-07-26", "2,500", "P6M", Relation.COMPATIBLE, "both say 2,500, 1 day apart"),
    ("2021-01-28", "2,500", "P6M", Relation.COMPATIBLE, "both say 2,500, 180 days apart"),
    ("2021-01-27", "2,500", "P6M", Relation.NOT_COMPARED, "they are about different times"),
    ("2021-07-26", "3,000", "P6M", Relation.NOT_COMPARED, "they are about different times"),
    ("2021-07-26", "2,500", None, Relation.NOT_COMPARED, "they are about different times"),
]


@pytest.mark.parametrize(("period", "words", "life", "relation", "reason"), NEIGHBOURS)
def test_levels_within_one_shelf_life_may_agree(
    period: str, words: str, life: str | None, relation: Relation, reason: str
) -> None:
    """2,500 troops on one day and on the next agree; another number on the next is a change."""
    one = stating("2,500", claimant="irna", period="2021-07-27")
    other = stating(words, claimant="fars", period=period)
    found = compare(one, other, factories.indicator(basis=Basis.LEVEL, shelf_life=life))
    assert (found.relation, found.reason) == (relation, reason)


FIVE = stating("five", claimant="irna", chain=("irna", "arab-news"))
REPRINT = stating("five", claimant="irna", chain=("irna", "dawn"), note="another page")
NINE = stating("nine", claimant="fars", chain=("fars", "arab-news"))


def explain(claim: Claim, other: Claim, why: Difference) -> Claim:
    """Record why a claim differs from another."""
    explanation = Explanation(claim=other.id, why=why, by="desk", on=parse("2021-08-01"))
    return factories.changed(claim, explained=(explanation,))


WHY: list[tuple[Difference, bool, bool]] = [
    (Difference.METHOD, False, False),
    (Difference.SCOPE, False, False),
    (Difference.TIME, False, False),
    (Difference.DEFINITION, False, False),
    (Difference.HEDGE_ONLY, False, False),
    (Difference.ERROR, True, False),
]


@pytest.mark.parametrize(("why", "against_explained", "against_other"), WHY)
def test_an_explained_conflict_contests_only_what_is_in_error(
    why: Difference, against_explained: bool, against_other: bool
) -> None:
    """Two figures that count differently can stand side by side; an error cannot."""
    nine = explain(NINE, FIVE, why)
    (found,) = comparisons([FIVE, nine], factories.indicator())
    assert found.explained is not None
    assert (found.contests(nine), found.contests(FIVE)) == (against_explained, against_other)


def test_an_explanation_holds_for_every_reprint() -> None:
    """Whoever prints the two figures, the reason why they differ is the same."""
    reprint = factories.changed(REPRINT, id="c-reprint")
    nine = explain(NINE, FIVE, Difference.METHOD)
    found = comparisons([FIVE, reprint, nine], factories.indicator())
    conflicts = [c for c in found if c.relation is Relation.CONFLICT]
    assert len(conflicts) == 2
    assert all(c.explained for c in conflicts)


OTHERS: list[tuple[dict[str, Any], bool]] = [
    ({}, True),
    ({"claimant": "isna", "chain": ("isna", "dawn")}, False),
    ({"claimant": "isna", "chain": ("isna", "afp")}, False),
]


@pytest.mark.parametrize(("fields", "holds"), OTHERS)
def test_an_explanation_holds_for_no_other_figure(fields: dict[str, Any], holds: bool) -> None:
    """Another claimant's five, or five of another day, is explained by nobody yet."""
    other = factories.changed(REPRINT, id="c-reprint", **fields)
    nine = explain(NINE, FIVE, Difference.METHOD)
    found = comparisons([other, FIVE, nine], factories.indicator())
    pair = [c for c in found if {c.one.id, c.other.id} == {other.id, nine.id}]
    assert [bool(c.explained) for c in pair if c.relation is Relation.CONFLICT] == [holds]


def total(who: str, words: str, day: str, *relays: str, **fields: Any) -> Claim:
    """Make a running total that a newspaper prints, straight from its claimant or relayed."""
    chain = (who, *relays)
    return stating(words, claimant=who, chain=chain, period=day, said_on=day, **fields)


def pairs_in_conflict(*claims: Claim) -> list[tuple[object, ...]]:
    """Return the figures of each two running totals that conflict, and whether it is explained."""
    found = comparisons(claims, factories.indicator(basis=Basis.TALLY))
    return sorted(
        (*sorted(c.quantity.as_stated for c in (one.one, one.other) if c.quantity),
         bool(one.explained))
        for one in found
        if one.relation is Relation.CONFLICT
    )  # fmt: skip


OWN = total("cd", "1,234", "2021-07-08")
SLIP = total("cd", "1,324", "2021-07-08", "times")
FELL = total("cd", "1,190", "2021-07-12")


def test_a_slip_in_a_relay_hides_no_fall_of_the_claimants_own() -> None:
    """1,190 is below both what the claimant had counted and what a newspaper made of it."""
    assert pairs_in_conflict(OWN, SLIP, FELL) == [
        ("1,190", "1,234", False), ("1,190", "1,324", False), ("1,234", "1,324", False),
    ]  # fmt: skip


def test_an_error_is_one_whatever_it_contradicts() -> None:
    """Once 1,324 is marked as an error, no later total needs an explanation of its own."""
    slip = explain(SLIP, OWN, Difference.ERROR)
    assert pairs_in_conflict(OWN, slip, FELL) == [
        ("1,190", "1,234", False), ("1,190", "1,324", True), ("1,234", "1,324", True),
    ]  # fmt: skip


def test_an_error_is_not_the_highest_total_any_more() -> None:
    """12 was an error; the 10 of the day before still contradicts a later eight."""
    ten, twelve = total("cd", "10", "2021-07-22"), total("cd", "12", "2021-07-23")
    eight = total("fars", "eight", "2021-07-24")
    assert pairs_in_conflict(ten, twelve, eight) == [("12", "eight", False)]
    wrong = explain(twelve, eight, Difference.ERROR)
    assert pairs_in_conflict(ten, wrong, eight) == [("10", "eight", False), ("12", "eight", True)]


TAKES_PLACE: list[tuple[dict[str, Any], bool]] = [
    ({}, True),
    ({"said_on": parse("2021-07-25")}, True),
    ({"said_on": parse("2021-07-27")}, False),
    ({"claimant": "fars", "chain": ("fars", "dawn")}, False),
]


@pytest.mark.parametrize(("fields", "expected"), TAKES_PLACE)
def test_a_correction_takes_the_place_of_every_print(
    fields: dict[str, Any], expected: bool
) -> None:
    """44 by 26 June corrected 45; another paper's 45 is as old, one said since then is not."""
    old = total("us", "45", "2021-07-22", "dawn")
    reprint = factories.changed(total("us", "45", "2021-07-22", "times"), id="c-re", **fields)
    new = factories.changed(total("us", "44", "2021-07-26", "dawn"), supersedes=old.id)
    found = relations(comparisons([old, reprint, new], factories.indicator(basis=Basis.TALLY)))
    assert found[frozenset((old.id, new.id))] is Relation.SUPERSEDED
    relation = found[frozenset((reprint.id, new.id))]
    assert relation is (Relation.SUPERSEDED if expected else Relation.CONFLICT)


def test_the_newest_explanation_of_two_figures_holds() -> None:
    """Ann's error of 1 August gives way to Bob's scope of the 2nd, on whichever claim it stands."""
    five = explain(FIVE, NINE, Difference.ERROR)
    later = Explanation(claim=FIVE.id, why=Difference.SCOPE, by="Bob", on=parse("2021-08-02"))
    nine = factories.changed(NINE, explained=(later,))
    question = factories.indicator()
    (found,) = comparisons([five, nine], question)
    (of_five,) = beside(five, [five, nine], question)
    assert found.explained == of_five.explained == later


def test_a_correction_of_a_correction_is_the_last_word() -> None:
    """45, then 44, then 45 again, all of one day: what corrects is not what is corrected."""
    first = total("us", "45", "2021-07-24", "dawn")
    second = factories.changed(total("us", "44", "2021-07-24"), id="c-b", supersedes=first.id)
    third = factories.changed(total("us", "45", "2021-07-24"), id="c-c", supersedes="c-b")
    found = comparisons([first, second, third], factories.indicator(basis=Basis.TALLY))
    older = {frozenset((c.one.id, c.other.id)): c.older and c.older.id for c in found}
    assert older[frozenset((first.id, "c-b"))] == first.id
    assert older[frozenset(("c-b", "c-c"))] == "c-b"
