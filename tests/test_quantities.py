"""Quantities: bounds from the table, what is known, and when two can both be true."""

from __future__ import annotations

import pytest
from hypothesis import given
from pydantic import ValidationError

from claims.hedges import VAGUE, Hedge, Number
from claims.quantities import Agreement, Quantity, agreement, is_floor_of
from tests import strategies

E, A, N = Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY
GE, GT, LE, LT = Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.FEWER_THAN
YES, ROUNDED, NO = Agreement.COMPATIBLE, Agreement.WITHIN_ROUNDING, Agreement.CONFLICT


def of(hedge: Hedge, value: Number | None, unit: str = "troops") -> Quantity:
    """Make a quantity that says itself by its hedge and value."""
    return Quantity.of(f"{hedge} {value}", hedge, value, unit)


AGREEMENTS = [
    (of(E, 170_000), of(E, 168_000), ROUNDED, "the round figure may stand for 168,000"),
    (of(E, 150_000), of(E, 192_000), NO, "no rounding reaches that far"),
    (of(E, 150_000), of(E, 156_247), NO, "156,247 would round to 160,000"),
    (of(E, 150_000), of(E, 154_999), ROUNDED, "154,999 rounds to 150,000"),
    (of(A, 170_000), of(E, 168_000), YES, "about 170,000 allows 168,000"),
    (of(A, 2_500), of(E, 2_500), YES, "about 2,500 allows 2,500"),
    (of(A, 2_500), of(LT, 2_000), NO, "2,450 is not fewer than 2,000"),
    (of(GE, 5), of(E, 8), YES, "at least five may be eight"),
    (of(GE, 5), of(GE, 8), YES, "two lower bounds always agree"),
    (of(E, 5), of(E, 8), NO, "unhedged small numbers are not rounded"),
    (of(E, 11), of(E, 34), NO, "each is as fine as one"),
    (of(E, 50), of(GE, 52), ROUNDED, "50 may be 52 rounded"),
    (of(E, 50), of(GE, 54), NO, "54 is more than a twentieth above 50"),
    (of(E, 10), of(E, 6), NO, "ten deaths are no rounded six"),
    (of(E, 200_000), of(E, 192_000), ROUNDED, "192,000 is within a twentieth of 200,000"),
    (of(GT, 1_200), of(E, 1_200), ROUNDED, "1,200 may be 1,201 rounded"),
    (of(GT, 5), of(E, 5), NO, "more than five is six or more"),
    (of(GT, 2, "years"), of(E, 2, "years"), NO, "more than two years is above two"),
    (of(GT, 2, "years"), of(E, 2.1, "years"), YES, "2.1 is above two"),
    (of(LE, 10), of(GE, 10), YES, "up to ten and at least ten share ten"),
    (of(LT, 10), of(GE, 10), NO, "fewer than ten excludes ten"),
    (of(N, 50), of(E, 44), YES, "almost 50 reaches from 40"),
    (Quantity.of("dozens", Hedge.VAGUE, VAGUE["dozens"], "troops"), of(E, 12), NO, "two dozen"),
    (of(Hedge.NOT_STATED, None), of(E, 12), YES, "what is not stated excludes nothing"),
    (of(E, 0), of(GE, 1), NO, "none is not one"),
    (Quantity.of("exactly 170", E, 170, "troops"), of(E, 168), NO, "exactly 170 was not rounded"),
    (Quantity.of("only 170", E, 170, "troops"), of(E, 168), ROUNDED, "only 170 may have been"),
    (of(LT, 12, "metric tonne"), of(E, 12, "metric tonne"), NO, "below 12 tonnes excludes 12"),
    (of(GT, 85, "us dollar per barrel"), of(E, 85, "us dollar per barrel"), NO, "above 85 dollars"),
]

FLOORS = [
    (of(E, 10), of(GE, 5), True),
    (of(GE, 5), of(GE, 5), True),
    (of(GE, 5), of(GT, 5), False),
    (of(E, 170, "years"), of(GT, 170, "years"), False),
    (of(E, 171, "years"), of(GT, 170, "years"), True),
    (of(GT, 170, "years"), of(GT, 170, "years"), True),
    (of(LE, 10), of(GE, 5), False),
    (of(E, 10), of(E, 10), False),
]


@pytest.mark.parametrize(("before", "after", "expected"), FLOORS)
def test_an_earlier_total_makes_a_later_floor_true(
    before: Quantity, after: Quantity, expected: bool
) -> None:
    """10 makes at least five true; what is above 170 needs more than 170."""
    assert is_floor_of(before, after) is expected


@pytest.mark.parametrize(("one", "other", "expected", "why"), AGREEMENTS)
def test_two_quantities_agree_by_their_bounds(
    one: Quantity, other: Quantity, expected: Agreement, why: str
) -> None:
    """Bounds that meet are compatible, after rounding within rounding, else in conflict."""
    assert agreement(one, other) is expected, why
    assert agreement(other, one) is expected, why


@given(strategies.quantities(), strategies.quantities())
def test_agreement_is_symmetric(one: Quantity, other: Quantity) -> None:
    """It does not matter which of two was said first."""
    assert agreement(one, other) is agreement(other, one)


@given(strategies.quantities())
def test_a_quantity_written_as_json_keeps_its_bounds(quantity: Quantity) -> None:
    """Open ends, strict ends and values come back from JSON as they were."""
    again = Quantity.model_validate_json(quantity.model_dump_json())
    assert (again, again.bounds) == (quantity, quantity.bounds)


POINTS = [
    (of(E, 5), 5),
    (of(A, 50), 50),
    (of(GE, 5), 5),
    (Quantity.of("250 to 350", Hedge.BETWEEN, None, "troops", between=(250, 350)), 300),
    (Quantity.of("dozens", Hedge.VAGUE, 24, "troops"), 24),
    (of(Hedge.NOT_STATED, None), None),
    (of(E, 0), 0),
]


@pytest.mark.parametrize(("quantity", "point"), POINTS)
def test_a_quantity_is_plotted_at_its_value_or_nearest_known_end(
    quantity: Quantity, point: Number | None
) -> None:
    """A mark stands at the value, the middle of a range, or the known end; unknown has none."""
    assert quantity.point == point


def test_not_stated_is_not_zero() -> None:
    """A source that gives no number says nothing; one that says zero says zero."""
    assert not of(Hedge.NOT_STATED, None).is_known
    assert of(E, 0).is_known
    assert of(Hedge.NOT_STATED, None) != of(E, 0)


def test_parts_without_a_total_are_kept() -> None:
    """“Five demonstrators and a policeman” is six, and still five and one."""
    quantity = Quantity.of("five demonstrators and a policeman", E, 6, "deaths", sum_of=(5, 1))
    assert (quantity.value, quantity.sum_of) == (6, (5, 1))


REFUSED: list[dict[str, object]] = [
    {"value": -1},
    {"value": float("nan")},
    {"low": float("inf")},
    {"value": 10**15 + 1},
    {"value": "many"},
    {"hedge": "maybe"},
    {"unit": ""},
    {"as_stated": "five\u202e"},
    {"certainty": "high"},
]


@pytest.mark.parametrize("field", REFUSED, ids=lambda field: next(iter(field)))
def test_a_quantity_refuses_what_is_no_figure(field: dict[str, object]) -> None:
    """Negative, endless and absurd numbers, unknown hedges and unknown fields are refused."""
    good: dict[str, object] = {"as_stated": "five", "hedge": "exact", "value": 5, "unit": "deaths"}
    Quantity.model_validate(good)
    with pytest.raises(ValidationError):
        Quantity.model_validate(good | field)


def test_a_quantity_never_changes() -> None:
    """A figure on record cannot be altered in place."""
    with pytest.raises(ValidationError, match="frozen"):
        of(E, 5).value = 6  # type: ignore[misc]  # the assignment is what is tested
