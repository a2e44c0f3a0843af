"""Cells to quantities: what is read, with which hedge, and what is refused and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.hedges import Hedge
from claims.imports.cells import Unclear, between, hedged, read
from claims.quantities import Quantity

E, A, B, GE, GT, V = (
    Hedge.EXACT, Hedge.ABOUT, Hedge.BETWEEN, Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.VAGUE,
)  # fmt: skip
READ = [
    # cell, hedge before it, how numbers are written, hedge, value, low, high, as stated
    ("2800", (), "1,234.5", E, 2_800, 2_800, 2_800, "2800"),
    ("2,800", (), "1,234.5", E, 2_800, 2_800, 2_800, "2,800"),
    ("0", (), "1,234.5", E, 0, 0, 0, "0"),
    ("2.800", (), "1.234,5", E, 2_800, 2_800, 2_800, "2,800"),
    ("2 800", (), "1 234,5", E, 2_800, 2_800, 2_800, "2,800"),
    ("2\u202f800", (), "1 234,5", E, 2_800, 2_800, 2_800, "2,800"),
    ("1'234'567", (), "1'234.5", E, 1_234_567, 1_234_567, 1_234_567, "1,234,567"),
    ("6-8", (), "1,234.5", B, None, 6, 8, "6-8"),
    ("1.234–1.300", (), "1.234,5", B, None, 1_234, 1_300, "1,234–1,300"),
    ("about 50", (), "1,234.5", A, 50, 45, 55, "about 50"),
    ("~50", (), "1,234.5", A, 50, 45, 55, "~50"),
    ("50+", (), "1,234.5", GE, 50, 50, None, "50+"),
    (">100", (), "1,234.5", GT, 100, 101, None, ">100"),
    ("dozens", (), "1,234.5", V, None, 24, None, "dozens"),
    ("at least five people", (), "1,234.5", GE, 5, 5, None, "at least five people"),
    ("12 deaths", (), "1,234.5", E, 12, 12, 12, "12 deaths"),
    ("12 [a]", (), "1,234.5", E, 12, 12, 12, "12"),
    ("3.5 million", (), "1,234.5", E, 3_500_000, 3_500_000, 3_500_000, "3.5 million"),
    ("2800", ("about",), "1,234.5", A, 2_800, 2_750, 2_850, "about 2800"),
    ("1456610", ("about",), "1,234.5", A, 1_456_610, 1_456_605, 1_456_615, "about 1456610"),
    ("9166", ("about",), "1,234.5", A, 9_166, 9_165.5, 9_166.5, "about 9166"),
    ("3812", ("[at least]",), "1,234.5", GE, 3_812, 3_812, None, "[at least] 3812"),
    ("11000", ("more [than]",), "1,234.5", GT, 11_000, 11_001, None, "more [than] 11000"),
    ("50", ("~ [about]",), "1,234.5", A, 50, 45, 55, "~ [about] 50"),
    ("40", ("ca [about]",), "1,234.5", A, 40, 35, 45, "ca [about] 40"),
]  # fmt: skip
REFUSED = [
    # cell, how numbers are written, words of the message
    ("1.234", "1,234.5", "no whole number"),
    ("1.2345", "1.234,5", "no whole number"),
    ("5?", "1,234.5", "doubtful"),
    ("5 killed", "1,234.5", "“killed” stands beside"),
    ("12 tanks", "1,234.5", "“tanks” stands beside"),
    ("5 (3 children)", "1,234.5", "more than one number"),
    ("12/05/2020", "1,234.5", "more than one number"),
    ("7-8-9", "1,234.5", "more than one number"),
    ("5%", "1,234.5", "a share"),
    ("-5", "1,234.5", "negative"),
    ("(5)", "1,234.5", "negative"),
    ("=1+1", "1,234.5", "formula"),
    ("+SUM(A1:A3)", "1,234.5", "formula"),
    ("1.46E+06", "1,234.5", "exponent"),
    ("none", "1,234.5", "states no number"),
    ("see note", "1,234.5", "states no number"),
    ("12,34,567", "1,234.5", "states no number"),
]


@pytest.mark.parametrize(("cell", "hedge", "style", "firm", "value", "low", "high", "words"), READ)
def test_a_cell_states_a_quantity(  # noqa: PLR0913, PLR0917 - the columns of the table
    cell: str,
    hedge: tuple[str, ...],
    style: str,
    firm: Hedge,
    value: int | None,
    low: float,
    high: float | None,
    words: str,
) -> None:
    """Digits, words and ranges go through the hedge table, with the words that were read."""
    found = read(cell, "deaths", hedge, style)
    assert isinstance(found, Quantity)
    assert (found.hedge, found.value, found.low, found.high) == (firm, value, low, high)
    assert found.as_stated == words


@pytest.mark.parametrize(("cell", "style", "why"), REFUSED)
def test_a_cell_that_is_no_clear_figure_is_refused(cell: str, style: str, why: str) -> None:
    """Nothing is guessed: the reason is said, with how to mend it."""
    found = read(cell, "deaths", (), style)
    assert isinstance(found, Unclear)
    assert why in found.message
    assert found.hint


@pytest.mark.parametrize(
    ("cell", "hedge", "why"),
    [
        ("50+", "about", "a hedge of its own"),
        ("about 50", "more than", "a hedge of its own"),
        ("at least 50", "about", "a hedge of its own"),
        ("dozens", "more than", "a hedge of its own"),
        ("6-8", "[at least]", "a hedge of its own"),
        ("50", "perhaps", "does not know “perhaps”"),
        ("about 50", "about", ""),
        ("20-25", "ca [about]", ""),
        ("50", "exactly", ""),
    ],
)
def test_no_hedge_is_dropped_for_another(cell: str, hedge: str, why: str) -> None:
    """Two hedges that differ are for a person; a range may be called approximate."""
    found = read(cell, "deaths", (hedge,))
    assert (found.message if isinstance(found, Unclear) else "").find(why) >= 0
    assert isinstance(found, Unclear) is bool(why)


@pytest.mark.parametrize("cell", ["", "-", "–", "NA", "n/a", "NaN", "null", "…"])
def test_an_empty_cell_states_nothing(cell: str) -> None:
    """Nothing is recorded of it, not even a zero."""
    assert read(cell, "deaths") is None


@pytest.mark.parametrize("cell", ["Unknown", "not stated", "?", "undisclosed"])
def test_a_cell_may_say_that_no_number_was_given(cell: str) -> None:
    """That is recorded, and is no zero."""
    found = read(cell, "deaths")
    assert isinstance(found, Quantity)
    assert (found.hedge, found.is_known) == (Hedge.NOT_STATED, False)


@pytest.mark.parametrize(
    ("low", "best", "high", "hedge", "value", "ends"),
    [
        ("2", "5", "8", B, 5, (2, 8)),
        ("0", "0", "3", B, 0, (0, 3)),
        ("5", "5", "5", E, 5, (5, 5)),
        ("5", "", "5", E, 5, (5, 5)),
        ("2", "", "8", B, None, (2, 8)),
        ("1,200", "1,250", "1,300", B, 1_250, (1_200, 1_300)),
    ],
)
def test_a_best_estimate_keeps_its_bounds(  # noqa: PLR0913, PLR0917 - the columns of the table
    low: str, best: str, high: str, hedge: Hedge, value: int | None, ends: tuple[int, int]
) -> None:
    """Low and high are the bounds, the best estimate is the value between them."""
    found = between(low, best, high, "deaths")
    assert isinstance(found, Quantity)
    assert (found.hedge, found.value, (found.low, found.high)) == (hedge, value, ends)


@pytest.mark.parametrize(
    ("low", "best", "high"),
    [("9", "5", "8"), ("2", "9", "8"), ("9", "", "8"), ("2", "5", ""), ("2", "x", "8")],
)
def test_bounds_out_of_order_are_refused(low: str, best: str, high: str) -> None:
    """They are never exchanged or filled in silently."""
    assert isinstance(between(low, best, high, "deaths"), Unclear)


def test_bounds_of_nothing_state_nothing() -> None:
    """Three empty cells are no figure."""
    assert between("", "", "", "deaths") is None


@pytest.mark.parametrize(
    ("cell", "meaning", "words"),
    [
        ("about", "about", "about"),
        ("more", "more than", "more [than]"),
        ("ca", "about", "ca [about]"),
    ],
)
def test_the_words_of_a_hedge_keep_those_of_the_source(cell: str, meaning: str, words: str) -> None:
    """What they mean stands in brackets, as an editor sets it in a quote."""
    assert hedged(cell, meaning) == words


@given(st.text(max_size=40), st.sampled_from(["1,234.5", "1.234,5", "1 234,5", "1'234.5"]))
def test_no_cell_breaks_the_reading(cell: str, style: str) -> None:
    """Whatever stands in a cell is a quantity, nothing, or refused with a reason."""
    found = read(cell.strip(), "deaths", (), style)
    assert found is None or isinstance(found, (Quantity, Unclear))
