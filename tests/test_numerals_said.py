"""Numbers to wordings: how we print a quantity, and that we read our own words back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.hedges import HEDGES, Hedge
from claims.numerals import counted, number, parse, say, spell
from claims.quantities import Quantity
from tests import strategies

E, A, N = Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY
GE, GT, LE, LT = Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.FEWER_THAN
B, V = Hedge.BETWEEN, Hedge.VAGUE

SAID = [
    (Quantity.of("Sedikitnya tiga", GE, 3, "deaths"), "at least three"),
    (Quantity.of("around 50", A, 50, "attacks"), "about 50"),
    (Quantity.of("2,500", E, 2_500, "troops"), "2,500"),
    (Quantity.of("no", E, 0, "deaths"), "0"),
    (Quantity.of("250-350", B, None, "troops", between=(250, 350)), "between 250 and 350"),
    (Quantity.of("Dozens", V, 24, "deaths"), "dozens"),
    (Quantity.of("how many", Hedge.NOT_STATED, None, "arrests"), "an unstated number"),
]


@pytest.mark.parametrize(("quantity", "words"), SAID)
def test_a_quantity_says_itself_with_its_hedge(quantity: Quantity, words: str) -> None:
    """We print a quantity in our own words and never lose how firm it was."""
    assert say(quantity) == words


@given(strategies.quantities())
def test_what_we_say_we_read_back(quantity: Quantity) -> None:
    """Saying a quantity and reading it gives its hedge, its value and its bounds again."""
    stated = parse(say(quantity), quantity.unit)
    assert (stated.hedge, stated.value, stated.bounds) == (
        quantity.hedge,
        quantity.value,
        quantity.bounds,
    )


@given(st.integers(0, 10**12))
def test_every_whole_number_is_read_as_it_is_shown(value: int) -> None:
    """Thousands separators and small numbers in words do not change a number."""
    assert number(spell(value)) == value


def test_the_first_wording_of_each_hedge_is_the_one_we_print() -> None:
    """Our own prose uses the wordings that the Method page shows first."""
    spoken = {h: say(Quantity.of("x", h, 70, "deaths")) for h in (A, N, GE, GT, LE, LT)}
    assert spoken == {h: f"{HEDGES[h].wordings[0]} 70" for h in spoken}


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [
        (0, "claim", "0 claims"),
        (1, "claim", "1 claim"),
        (1_204, "claim", "1,204 claims"),
        (1, "party", "1 party"),
        (2, "party", "2 parties"),
        (3, "day", "3 days"),
    ],
)
def test_numbers_are_said_with_their_noun(number: int, noun: str, words: str) -> None:
    """One has no plural, thousands are separated."""
    assert counted(number, noun) == words
