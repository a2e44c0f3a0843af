"""How days, lengths and totals are said in the reasons of findings."""

from __future__ import annotations

import pytest

from claims.analysis.figures import how_many, in_order, newest_first, total_in_words, when
from claims.periods import parse
from claims.records import Review
from claims.vocabulary import ReviewState
from tests import factories

MANY = [(1, "one day"), (2, "two days"), (9, "nine days"), (10, "10 days"), (1_204, "1,204 days")]
DAYS = [
    ("2020-01-17", "on 17 January 2020"),
    ("2025-10", "in October 2025"),
    ("2025", "in 2025"),
    ("2019-12-03/2019-12-05", "(3 December 2019 to 5 December 2019)"),
    ("../2019-12-05", "(up to 5 December 2019)"),
]


@pytest.mark.parametrize(("number", "words"), MANY)
def test_numbers_below_ten_are_words_in_a_sentence(number: int, words: str) -> None:
    """One is one of a thing."""
    assert how_many(number, "day") == words


@pytest.mark.parametrize(("period", "words"), DAYS)
def test_when_keeps_the_precision_that_is_known(period: str, words: str) -> None:
    """A month stays a month, and a span a span."""
    assert when(parse(period)) == words


def test_a_total_is_said_with_its_hedge_and_day() -> None:
    """The day is the last that was counted to."""
    assert total_in_words(factories.claim()) == "at least five by 27 July 2021"


def test_the_claims_that_print_a_figure_are_those_that_stand_and_have_one() -> None:
    """By id, so that the order of the records changes nothing."""
    first, second = factories.stating("five", id="c-1"), factories.stating("nine", id="c-2")
    none = factories.claim(quantity=None, id="c-3")
    rejected = factories.changed(first, id="c-4", review=Review(state=ReviewState.REJECTED))
    assert in_order([second, none, rejected, first]) == [first, second]


def test_the_newest_said_comes_first_and_what_shows_no_day_last() -> None:
    """Of one day the lower id comes first."""
    days = {"c-1": None, "c-2": "2021-07-20", "c-3": "2021-07-27", "c-4": "2021-07-27"}
    claims = [factories.stating("five", id=one, said_on=day) for one, day in days.items()]
    ids = [claim.id for claim in sorted(claims, key=newest_first)]
    assert ids == ["c-3", "c-4", "c-2", "c-1"]
