"""Comparison: what may be compared, and whether it agrees, conflicts or was overtaken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.comparison import Relation, compare
from claims.periods import parse
from claims.records import Withdrawal
from claims.vocabulary import Basis, Kind
from tests import factories, starter, strategies

if TYPE_CHECKING:
    from claims.records import Claim

LEVEL, TALLY, INTERVAL, EVENT = Basis.LEVEL, Basis.TALLY, Basis.INTERVAL, Basis.EVENT
COMPATIBLE, ROUNDED, CONFLICT = Relation.COMPATIBLE, Relation.WITHIN_ROUNDING, Relation.CONFLICT
OUTDATED, SUPERSEDED, REFUSED = Relation.OUTDATED, Relation.SUPERSEDED, Relation.NOT_COMPARED


def figure(claimant: str, words: str, period: str | None, said: str | None, **fields: Any) -> Claim:
    """Make a claim of the number in the words."""
    return factories.stating(words, claimant=claimant, period=period, said_on=said, **fields)


# Two claimants: words, period and day said of each, the relation, and why.
RULES: list[tuple[Basis, tuple[Any, ...], tuple[Any, ...], Relation, str]] = [
    (LEVEL, ("2,500", "2021-01", None), ("5,200", "2021-01-15", None), CONFLICT,
     "2,500 and 5,200 cannot both be true: of 15 January 2021 and January 2021"),
    (LEVEL, ("2,500", "2021-01", None), ("5,200", "2020-12", None), REFUSED,
     "they are about different times"),
    (LEVEL, ("2,500", "2021-01/..", None), ("5,200", "2021-06", None), CONFLICT,
     "2,500 and 5,200 cannot both be true: of June 2021 and from January 2021 on"),
    (LEVEL, ("2,500", "../2021-01", None), ("5,200", "2021-02", None), REFUSED,
     "they are about different times"),
    (LEVEL, ("2,500", "2021-01-31", None), ("5,200", "2021-01-31", None), CONFLICT,
     "2,500 and 5,200 cannot both be true: both of 31 January 2021"),
    (LEVEL, ("2,500", "2020/2021-01", None), ("2,500", "2021/2022", None), COMPATIBLE,
     "both say 2,500"),
    (LEVEL, ("2,500", None, None), ("5,200", "2021", None), REFUSED,
     "one of them names no period"),
    (LEVEL, ("170,000", "2007-10", None), ("168,000", "2007-10", None), ROUNDED,
     "170,000 and 168,000 differ by no more than rounding"),
    (LEVEL, ("150,000", "2003", None), ("192,000", "2003", None), CONFLICT,
     "150,000 and 192,000 cannot both be true: both of 2003"),
    (LEVEL, ("at least five", "2021", None), ("at least eight", "2021", None), COMPATIBLE,
     "at least five and at least eight can both be true"),
    (LEVEL, ("2,500", "2021", None), ("2,500", "2021", None), COMPATIBLE, "both say 2,500"),
    (TALLY, ("at least five", "2021-07-15/2021-07-27", None),
     ("at least eight", "2021-07-27", None), COMPATIBLE,
     "at least five and at least eight can both be true"),
    (TALLY, ("three", "2021-07-15/2021-07-23", None), ("five", "2021-07-23", None), CONFLICT,
     "three and five cannot both be true: running totals to the same day, 23 July 2021"),
    (TALLY, ("five", "2021-07-23", None), ("three", "2021-07-24", None), CONFLICT,
     "three by 24 July 2021 is below the five by 23 July 2021"),
    (TALLY, ("at least eight", "2021-07-23", None), ("five", "2021-07-24", None), CONFLICT,
     "five by 24 July 2021 is below the at least eight by 23 July 2021"),
    (TALLY, ("three", "2021-07-23", None), ("five", "2021-07-24", None), REFUSED,
     "running totals of different days"),
    (TALLY, ("eight", "2021-07-23", None), ("at least five", "2021-07-24", None), COMPATIBLE,
     "eight by 23 July 2021 makes at least five by 24 July 2021 true"),
    (TALLY, ("four", "2021-07-23", None), ("at least five", "2021-07-24", None), REFUSED,
     "running totals of different days"),
    (TALLY, ("up to eight", "2021-07-23", None), ("at least five", "2021-07-24", None), REFUSED,
     "running totals of different days"),
    (TALLY, ("168,400", "2021-07-23", None), ("168,000", "2021-07-24", None), REFUSED,
     "running totals of different days"),
    (TALLY, ("five", "2021-07-15/..", None), ("three", "2021-07-24", None), REFUSED,
     "one of the running totals names no day"),
    (TALLY, ("five", "2021-07-23", None), ("three", None, None), REFUSED,
     "one of them names no period"),
    (INTERVAL, ("seven", "2021-07", None), ("nine", "2021-07-01/2021-07-31", None), CONFLICT,
     "seven and nine cannot both be true: the same interval, 1 July 2021 to 31 July 2021"),
    (INTERVAL, ("seven", "2021-07", None), ("nine", "2021-07-01/2021-07-30", None), REFUSED,
     "they count over different intervals"),
    (INTERVAL, ("about 50", "2021", None), ("53", "2021", None), COMPATIBLE,
     "about 50 and 53 can both be true"),
    (EVENT, ("four", "2020-01-03", "2020-01-03"), ("22", "2020-01-03", "2020-01-05"), OUTDATED,
     "a higher count was given later: four and 22"),
    (EVENT, ("22", "2020-01-03", "2020-01-03"), ("four", "2020-01-03", "2020-01-05"), CONFLICT,
     "22 and four cannot both be true: the same event"),
    (EVENT, ("four", "2020-01-03", "2020-01-03"), ("22", "2020-01-03", "2020-01-03"), OUTDATED,
     "a higher count was given later: four and 22"),
    (EVENT, ("four", "2020-01-03", "2020-01-04"), ("22", "2020-01-03", "2020-01-04"), OUTDATED,
     "a higher count was given later: four and 22"),
    (EVENT, ("four", "2020-01-03", "2020-01-05"), ("22", "2020-01-03", "2020-01-05"), CONFLICT,
     "four and 22 cannot both be true: the same event"),
    (EVENT, ("four", "2020-01-03", "2020-01-03"), ("22", "2020-01-03", "2020"), OUTDATED,
     "a higher count was given later: four and 22"),
    (EVENT, ("four", "2020-01-03", "2020-01-05"), ("22", "2020-01-03", "2020"), CONFLICT,
     "four and 22 cannot both be true: the same event"),
    (LEVEL, ("10", "2021", None), ("six", "2021", None), CONFLICT,
     "10 and six cannot both be true: both of 2021"),
    (EVENT, ("four", "2020-01-03", None), ("22", "2020-01-03", "2020-01-05"), CONFLICT,
     "four and 22 cannot both be true: the same event"),
    (EVENT, ("four", None, None), ("22", "2020-01-03", None), CONFLICT,
     "four and 22 cannot both be true: the same event"),
    (EVENT, ("four", "2020-01-03", None), ("at least three", "2021", None), COMPATIBLE,
     "four and at least three can both be true"),
    (EVENT, ("five", "2020", "2020-01-04"), ("more than five", "2020", "2020-01-05"), OUTDATED,
     "a higher count was given later: five and more than five"),
    (EVENT, ("more than five", "2020", "2020-01-04"), ("five", "2020", "2020-01-05"), CONFLICT,
     "more than five and five cannot both be true: the same event"),
]  # fmt: skip


@pytest.mark.parametrize(("basis", "mine", "theirs", "relation", "reason"), RULES)
def test_two_claimants_compare_by_the_basis(
    basis: Basis,
    mine: tuple[Any, ...],
    theirs: tuple[Any, ...],
    relation: Relation,
    reason: str,
) -> None:
    """The basis says what is comparable; the bounds say whether it agrees; the words say why."""
    one, other = figure("irna", *mine), figure("fars", *theirs)
    found = compare(one, other, factories.indicator(basis=basis))
    assert (found.relation, found.reason) == (relation, reason)
    assert found.older == (one if relation is OUTDATED else None)
    back = compare(other, one, factories.indicator(basis=basis))
    assert (back.relation, back.older) == (found.relation, found.older)


# One claimant twice: words, period and day said of each, and the relation of the first to it.
RENEWED: list[tuple[Basis, tuple[Any, ...], tuple[Any, ...], Relation]] = [
    (EVENT, ("zero", "2020-01-08", "2020-01-08"), ("11", "2020-01-08", "2020-01-16"), SUPERSEDED),
    (EVENT, ("three", "2021-07-07", "2021-07-07"), ("two", "2021-07-07", "2021-07-08"), SUPERSEDED),
    (EVENT, ("11", "2020-01-08", "2020-01-16"), ("34", "2020-01-08", "2020-01"), CONFLICT),
    (EVENT, ("11", "2020-01-08", None), ("34", "2020-01-08", "2020-01-16"), CONFLICT),
    (EVENT, ("11", "2020-01-08", "2020-02-16"), ("34", "2020-01-08", "2020-02-16"), CONFLICT),
    (LEVEL, ("2,500", "2021", "2021-01-15"), ("2,300", "2021", "2021-06-01"), SUPERSEDED),
    (LEVEL, ("2,500", "2021", "2021-01-15"), ("2,500", "2021-06", "2021-06-01"), COMPATIBLE),
    (LEVEL, ("2,500", "2021", "2021-01-15"), ("2,300", "2021-06", "2021-06-01"), SUPERSEDED),
    (LEVEL, ("5,262", "2017-09-30", "2017-11"), ("9,000", "2017", "2018-02"), REFUSED),
    (LEVEL, ("168,000", "2007-10-09", "2007-10-09"), ("170,000", "2007-10", "2008-04-09"), ROUNDED),
    (EVENT, ("50", "2020-01-08", "2020-01-28"), ("50", "2020-01-08", "2020-01-29"), COMPATIBLE),
    (LEVEL, ("2,500", "2020", "2021-01-15"), ("2,300", "2021", "2021-06-01"), REFUSED),
    (TALLY, ("five", "2021-07-23", "2021-07-23"), ("six", "2021-07-23", "2021-07-25"), SUPERSEDED),
    (TALLY, ("five", "2021-07-23", "2021-07-23"), ("six", "2021-07-24", "2021-07-24"), REFUSED),
    (TALLY, ("five", "2021-07-23", "2021-07-23"), ("four", "2021-07-24", "2021-07-24"), CONFLICT),
    (INTERVAL, ("five", "2021-07", "2021-08-01"), ("six", "2021-07", "2021-08-02"), SUPERSEDED),
]


@pytest.mark.parametrize(("basis", "first", "second", "relation"), RENEWED)
def test_a_newer_figure_of_the_same_claimant_takes_the_place_of_the_older(
    basis: Basis, first: tuple[Any, ...], second: tuple[Any, ...], relation: Relation
) -> None:
    """Tolls grow and are corrected; what was said on an unknown or the same day is not newer."""
    older, newer = figure("irna", *first), figure("irna", *second)
    for one, other in ((older, newer), (newer, older)):
        found = compare(one, other, factories.indicator(basis=basis))
        assert found.relation is relation
        assert found.older == (older if relation in {SUPERSEDED, OUTDATED} else None)


OLD = figure("irna", "five", "2021-07-23", "2021-07-23")
WITHDRAWN = Withdrawal(on=parse("2021-07-28"), by="IRNA", reason="a misprint")
PAIRS: list[tuple[Claim, Claim, Relation, str]] = [
    (OLD, figure("fars", "nine", "2021-07-23", None, planned=True), REFUSED,
     "a plan is not compared with an observation"),
    (OLD, figure("fars", "nine", "2021-07-23", None, withdrawn=WITHDRAWN), REFUSED,
     "one of them was withdrawn"),
    (OLD, figure("fars", "an undisclosed number", "2021-07-23", None), REFUSED,
     "one of them states no number"),
    (OLD, factories.claim(quantity=None), REFUSED, "one of them states no number"),
    (OLD, figure("fars", "nine", "2021-07-23", None, indicator="injured"), REFUSED,
     "they answer different questions"),
    (OLD, figure("fars", "nine", "2021-07-23", None, supersedes=OLD.id), SUPERSEDED,
     "the newer claim is recorded as taking its place"),
    (OLD, figure("fars", "nine", "2021-07-24", None, supersedes=OLD.id), SUPERSEDED,
     "the newer claim is recorded as taking its place"),
    (OLD, figure("irna", "an undisclosed number", None, None, supersedes=OLD.id), SUPERSEDED,
     "the newer claim is recorded as taking its place"),
    (OLD, figure("fars", "nine", "2021-07-23", None, supersedes=OLD.id, withdrawn=WITHDRAWN),
     REFUSED, "one of them was withdrawn"),
    (OLD, figure("fars", "nine", "2021-07-23", None, supersedes=OLD.id, indicator="injured"),
     REFUSED, "they answer different questions"),
    (figure("irna", "five", "2021-07-23", None, planned=True),
     figure("fars", "nine", "2021-07-23", None, planned=True), CONFLICT,
     "five and nine cannot both be true: running totals to the same day, 23 July 2021"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "relation", "reason"), PAIRS)
def test_what_may_not_be_compared_is_refused_with_the_reason(
    one: Claim, other: Claim, relation: Relation, reason: str
) -> None:
    """Plans, withdrawn claims and unstated numbers contradict nothing; a named successor wins."""
    for found in (
        compare(one, other, factories.indicator()),
        compare(other, one, factories.indicator()),
    ):
        assert found.relation is relation
        assert found.older == (one if relation is SUPERSEDED else None)
    assert compare(one, other, factories.indicator()).reason == reason


def test_only_casualties_grow_by_the_hour() -> None:
    """Two counts of rockets on the day of the attack contradict each other."""
    said = ("2020-01-03", "2020-01-03")
    one = figure("irna", "four", *said, kind=Kind.WEAPONS_COUNT)
    other = figure("fars", "22", *said, kind=Kind.WEAPONS_COUNT)
    assert compare(one, other, factories.indicator(basis=EVENT)).relation is CONFLICT


FIGURES = st.builds(
    factories.claim,
    quote=strategies.texts,
    quantity=st.none() | strategies.quantities(),
    period=st.sampled_from(
        [None, "2021", "2021-07", "2021-07-23", "2021-07-15/2021-07-23", "../2021"]
    ),
    said_on=st.sampled_from([None, "2021-07-23", "2021-07-24", "2021-07", "2021-08"]),
    claimant=st.sampled_from(["irna", "fars"]),
    planned=st.sampled_from([False, False, False, True]),
    withdrawn=st.sampled_from([None, None, None, WITHDRAWN]),
)


@given(FIGURES, FIGURES, st.sampled_from(Basis), st.booleans())
def test_it_does_not_matter_which_claim_is_named_first(
    one: Claim, other: Claim, basis: Basis, named: bool
) -> None:
    """Either way round the relation and the older of the two are the same."""
    if named:
        other = factories.changed(other, supersedes=one.id)
    indicator = factories.indicator(basis=basis)
    found, back = compare(one, other, indicator), compare(other, one, indicator)
    assert found.relation is back.relation
    assert (found.older and found.older.id) == (back.older and back.older.id)
    assert found.reason


def troops(value: int) -> list[Claim]:
    """Return the figures of one size for US troops in Iraq on 30 September 2017."""
    return [
        claim
        for claim in starter.claims("us-troops-iraq")
        if claim.period == parse("2017-09-30") and claim.quantity and claim.quantity.value == value
    ]


def test_the_official_level_and_the_headcount_contradict_each_other() -> None:
    """5,262 and 8,892 troops on one day cannot both be true, whoever reprints them."""
    indicator = starter.indicator("us-troops-iraq")
    found = [compare(one, other, indicator) for one in troops(5262) for other in troops(8892)]
    assert {comparison.relation for comparison in found} == {CONFLICT}
    assert {comparison.reason for comparison in found} == {
        "5,262 and 8,892 cannot both be true: both of 30 September 2017"
    }


def test_at_least_five_beside_at_least_eight_is_no_contradiction() -> None:
    """What state media and Ava Today say of 27 July 2021 are two floors of one number."""
    indicator = starter.indicator("khuzestan-protests-2021-killed")
    by = {
        claim.claimant: claim
        for claim in starter.claims(indicator.id)
        if "2021-07-27" in str(claim.period)
    }
    found = compare(by["iranian-state-media"], by["ava-today"], indicator)
    assert found.relation is COMPATIBLE
    assert found.reason == "at least five and at least eight can both be true"
