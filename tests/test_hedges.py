"""The hedge table: its rows as the design states them, and the algebra of bounds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from claims.hedges import HEDGES, VAGUE, Bounds, Hedge, Number, bounds, place_value, show
from tests import strategies

TABLE = [
    # hedge, N, unit, low, high
    (Hedge.EXACT, 5, "deaths", 5, 5),
    (Hedge.EXACT, 0, "deaths", 0, 0),
    (Hedge.ABOUT, 50, "attacks", 45, 55),
    (Hedge.ABOUT, 2_500, "troops", 2_450, 2_550),
    (Hedge.ABOUT, 861, "troops", 860.5, 861.5),
    (Hedge.ABOUT, 0, "troops", 0, 0.5),
    (Hedge.ABOUT, 6.5, "percent", 6.45, 6.55),
    (Hedge.NEARLY, 50, "attacks", 40, 50),
    (Hedge.NEARLY, 9, "years", 8, 9),
    (Hedge.NEARLY, 1_000, "deaths", 0, 1_000),
    (Hedge.AT_LEAST, 5, "deaths", 5, None),
    (Hedge.MORE_THAN, 1_200, "troops", 1_201, None),
    (Hedge.MORE_THAN, 2, "years", 2, None),
    (Hedge.AT_MOST, 600, "troops", 0, 600),
    (Hedge.FEWER_THAN, 2_000, "troops", 0, 1_999),
    (Hedge.FEWER_THAN, 0, "troops", 0, 0),
    (Hedge.FEWER_THAN, 2, "years", 0, 2),
    (Hedge.VAGUE, VAGUE["several"], "groups", 3, None),
    (Hedge.VAGUE, VAGUE["a few"], "groups", 3, None),
    (Hedge.VAGUE, VAGUE["dozens"], "deaths", 24, None),
    (Hedge.VAGUE, VAGUE["scores"], "deaths", 40, None),
    (Hedge.VAGUE, VAGUE["hundreds"], "deaths", 200, None),
    (Hedge.VAGUE, VAGUE["thousands"], "deaths", 2_000, None),
    (Hedge.NOT_STATED, None, "arrests", None, None),
]


@pytest.mark.parametrize(("hedge", "number", "unit", "low", "high"), TABLE)
def test_the_table_gives_the_bounds_of_the_design(
    hedge: Hedge, number: Number | None, unit: str, low: Number | None, high: Number | None
) -> None:
    """Every row of the design's table gives its bounds, open ends left open."""
    found = bounds(hedge, number, unit)
    assert (found.low, found.high) == (low, high)


def test_more_than_two_years_is_above_two_and_more_than_two_people_is_three() -> None:
    """A measure may lie between two whole numbers, a count may not."""
    assert bounds(Hedge.MORE_THAN, 2, "years") == Bounds(2, None, low_strict=True)
    assert bounds(Hedge.MORE_THAN, 2, "deaths") == Bounds(3, None)
    assert bounds(Hedge.FEWER_THAN, 2, "years") == Bounds(0, 2, high_strict=True)


def test_a_range_keeps_both_its_ends() -> None:
    """Between A and B allows A, B and what lies between."""
    assert bounds(Hedge.BETWEEN, None, between=(250, 350)) == Bounds(250, 350)


@pytest.mark.parametrize("hedge", [h for h in Hedge if h is not Hedge.NOT_STATED])
def test_a_hedge_without_its_number_is_refused(hedge: Hedge) -> None:
    """No hedge but "not stated" means anything without a number."""
    with pytest.raises(ValueError, match="needs a number"):
        bounds(hedge, None)


def test_every_hedge_has_a_row_and_no_wording_stands_in_two() -> None:
    """The table is complete, and each wording means one hedge."""
    wordings = [wording for rule in HEDGES.values() for wording in rule.wordings]
    assert set(HEDGES) == set(Hedge)
    assert len(wordings) == len(set(wordings))


def test_every_hedge_says_its_bounds_for_readers() -> None:
    """The Method page has a sentence for each row."""
    assert all(rule.in_words for rule in HEDGES.values())


def test_vague_words_are_listed_without_a_number_between_them() -> None:
    """What a vague word allows at least grows with the word: dozens, hundreds, thousands."""
    ladder = ["several", "dozens", "scores", "hundreds", "thousands", "tens of thousands"]
    assert all(VAGUE[less] < VAGUE[more] for less, more in pairwise(ladder))


CONTAINS = {
    Hedge.EXACT: True,
    Hedge.ABOUT: True,
    Hedge.NEARLY: True,
    Hedge.AT_LEAST: True,
    Hedge.MORE_THAN: False,
    Hedge.AT_MOST: True,
    Hedge.FEWER_THAN: False,
}


@pytest.mark.parametrize("hedge", CONTAINS)
@pytest.mark.parametrize(("number", "unit"), [(1, "deaths"), (2_500, "troops"), (2.5, "years")])
def test_only_more_than_and_fewer_than_exclude_their_number(
    hedge: Hedge, number: Number, unit: str
) -> None:
    """At least five may be five; more than five may not."""
    assert bounds(hedge, number, unit).meets(Bounds(number, number)) is CONTAINS[hedge]


MEETINGS = [
    (Bounds(5, None), Bounds(5, 5), True, "at least five may be five"),
    (Bounds(5, None), Bounds(0, 4), False, "at least five is not fewer than five"),
    (Bounds(2, None, low_strict=True), Bounds(2, 2), False, "more than two years is not two"),
    (Bounds(0, 2, high_strict=True), Bounds(2, None), False, "under two is not two or more"),
    (Bounds(None, None), Bounds(7, 7), True, "an unknown number may be any"),
    (Bounds(45, 55), Bounds(55, 60), True, "closed ends that touch share a number"),
    (Bounds(0, 100), Bounds(20, 30), True, "one inside the other"),
]


@pytest.mark.parametrize(("one", "other", "expected", "why"), MEETINGS)
def test_bounds_meet_where_a_number_satisfies_both(
    one: Bounds,
    other: Bounds,
    expected: bool,
    why: str,
) -> None:
    """Two bounds meet exactly where one number is allowed by both, from either side."""
    assert one.meets(other) is expected, why
    assert other.meets(one) is expected, why


def _allows(found: Bounds, number: Number) -> bool:
    """Tell whether bounds allow a number, written out without `meets`."""
    above = found.low is None or (number > found.low if found.low_strict else number >= found.low)
    below = found.high is None or (
        number < found.high if found.high_strict else number <= found.high
    )
    return above and below


@given(strategies.bounds, strategies.bounds)
def test_meeting_is_symmetric_and_every_bounds_meet_themselves(one: Bounds, other: Bounds) -> None:
    """The order of two statements does not decide whether both can be true."""
    assert one.meets(other) is other.meets(one)
    assert one.meets(one)


@given(strategies.bounds, strategies.bounds)
def test_bounds_meet_just_where_some_number_is_in_both(one: Bounds, other: Bounds) -> None:
    """A number inside both is found in steps of a half wherever they meet, and nowhere else."""
    shared = [n / 2 for n in range(-2, 90) if _allows(one, n / 2) and _allows(other, n / 2)]
    assert one.meets(other) is bool(shared)


IN_WORDS = [
    (Bounds(5, None), "5 or more"),
    (Bounds(2, None, low_strict=True), "above 2"),
    (Bounds(250, 350), "250 to 350"),
    (Bounds(0, 2, high_strict=True), "0 to below 2"),
    (Bounds(None, 1_999), "1,999 or fewer"),
    (Bounds(None, 2, high_strict=True), "below 2"),
    (Bounds(2_500, 2_500), "2,500"),
    (Bounds(None, None), "unknown"),
]


@pytest.mark.parametrize(("found", "words"), IN_WORDS)
def test_bounds_say_themselves(found: Bounds, words: str) -> None:
    """Open and strict ends are said, and thousands are separated."""
    assert found.in_words() == words


@pytest.mark.parametrize(
    ("number", "place"),
    [(7, 1), (50, 10), (2_500, 100), (170_000, 10_000), (861, 1), (0, 1), (6.5, 0.1), (2.0, 1)],
)
def test_the_place_value_is_that_of_the_last_significant_digit(
    number: Number, place: Number
) -> None:
    """A figure is as fine as its last digit that is no trailing zero."""
    assert place_value(number) == pytest.approx(place)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2_500, "2,500"),
        (6.5, "6.5"),
        (5.0, "5"),
        (0, "0"),
        (None, "open"),
        (0.0000001, "0.0000001"),
    ],
)
def test_numbers_are_shown_in_full(number: Number | None, text: str) -> None:
    """Thousands separators, no exponent, and no decimal point where it says nothing."""
    assert show(number) == text
