"""Shares, rates, money, signs, short scales and the hedges around them, as numbers and bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.hedges import Hedge, is_measured
from claims.numerals import find, parse

if TYPE_CHECKING:
    from claims.hedges import Number

E, A, N = Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY
GE, GT, LE, LT = Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.FEWER_THAN
B, V = Hedge.BETWEEN, Hedge.VAGUE

AMOUNTS = [
    # wording, hedge, value, low, high
    ("two-thirds of the force", E, 2 / 3, 2 / 3, 2 / 3),
    ("almost half of the town", N, 0.5, 0.4, 0.5),
    ("one in five", E, 0.2, 0.2, 0.2),
    ("three out of every ten", E, 0.3, 0.3, 0.3),
    ("£5m", E, 5_000_000, 5_000_000, 5_000_000),
    ("about US$2.5bn", A, 2_500_000_000, 2_450_000_000, 2_550_000_000),
    ("£3m-£5m", B, None, 3_000_000, 5_000_000),
    ("$1-2 million", B, None, 1_000_000, 2_000_000),
    ("1 to 2 thousand", B, None, 1_000, 2_000),
    ("1 per cent to 1.5 per cent", B, None, 1, 1.5),
    ("between 5% and 6%", B, None, 5, 6),
    ("from 8 miles to 12", B, None, 8, 12),
    ("three or four men", B, None, 3, 4),
    ("about 14-18 lorries", B, None, 14, 18),
    ("minus 3 degrees", E, -3, -3, -3),
    ("1 1/2", E, 1.5, 1.5, 1.5),
    ("2½ hours", E, 2.5, 2.5, 2.5),
    ("two and a half years", E, 2.5, 2.5, 2.5),
    (".5 percent", E, 0.5, 0.5, 0.5),
    ("5,000-plus", GE, 5_000, 5_000, None),
    ("10 people or more", GE, 10, 10, None),
    ("six, at a minimum", GE, 6, 6, None),
    ("50-odd men", A, 50, 45, 55),
    ("~50", A, 50, 45, 55),
    ("at least some 300", GE, 300, 300, None),
    ("well over 100", GT, 100, 101, None),
    ("at least another five", GE, 5, 5, None),
    ("around the 37 tents", E, 37, 37, 37),
    ("a couple of tanks", V, None, 2, None),
    ("two trillion", E, 2 * 10**12, 2 * 10**12, 2 * 10**12),
    ("sub-10 seconds", LT, 10, 0, 9),
    ("almost minus 30", N, -30, -30, -20),
    ("at most minus 3", LE, -3, None, -3),
    ("fewer than minus 3", LT, -3, None, -4),
    ("about minus 50", A, -50, -55, -45),
    ("US$-50.8bn", E, -50_800_000_000, -50_800_000_000, -50_800_000_000),
    ("five-to-seven", B, None, 5, 7),
    ("at least two dozen or so", GE, 24, 24, None),
]


@pytest.mark.parametrize(("text", "hedge", "value", "low", "high"), AMOUNTS)
def test_an_amount_is_read(
    text: str, hedge: Hedge, value: Number | None, low: Number | None, high: Number | None
) -> None:
    """An amount gives its hedge, its value and the bounds of the table, and nothing more."""
    found = [(s.hedge, s.value, s.bounds.low, s.bounds.high) for s in find(text)]
    assert found == [(hedge, value, low, high)]


@pytest.mark.parametrize(
    ("wording", "unit", "value"),
    [("5m", "people", 5_000_000), ("2.5m", "votes", 2_500_000), ("37m", "metre", 37)],
)
def test_the_unit_tells_millions_from_metres(wording: str, unit: str, value: Number) -> None:
    """“5m” of people is five million, of metres five; without a unit nobody can tell."""
    assert parse(wording, unit).value == value
    assert find(wording) == []


@pytest.mark.parametrize(
    ("unit", "measured"),
    [
        ("percentage", True),
        ("australian dollar per tonne", True),
        ("years", True),
        ("people", False),
        ("test per day", False),
        ("", False),
    ],
)
def test_measures_are_told_from_things_counted(unit: str, *, measured: bool) -> None:
    """Between two dollars lies a real one and a half; between two people none."""
    assert is_measured(unit) is measured
