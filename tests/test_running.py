"""Running totals: what an origin's totals say of a day, and what it took back."""

from __future__ import annotations

from typing import Any

import pytest

from claims.analysis.consensus import at
from claims.analysis.saying import sentence
from claims.periods import parse
from claims.records import Explanation
from claims.vocabulary import Basis, Difference
from tests import factories

RECORDS = factories.together()
TALLY = factories.indicator(basis=Basis.TALLY, shelf_life="P1M")

# Who says what by which day, the day asked about, and what is known of it.
KNOWN: list[tuple[list[tuple[str, str, str]], str, str]] = [
    # A vaguer newer total takes nothing away from what was counted before.
    ([("irna", "47", "2021-07-05"), ("irna", "about 50", "2021-07-27")], "2021-08-15",
     "47 or more deaths, which follows from earlier totals of IRNA"),
    ([("irna", "47", "2021-07-05"), ("irna", "about 50", "2021-07-27")], "2021-07-27",
     "47 to 55 deaths fits the only origin that speaks of it (IRNA)"),
    ([("irna", "at least 10", "2021-07-22"), ("fars", "at least three", "2021-07-23")],
     "2021-07-24", "10 or more deaths, which follows from earlier totals of IRNA, fars"),
    # What an origin went below itself it has taken back.
    ([("irna", "six", "2021-07-24"), ("irna", "five", "2021-07-29")], "2021-08-15",
     "5 or more deaths, which follows from earlier totals of IRNA"),
    ([("irna", "six", "2021-07-24"), ("irna", "five", "2021-07-29")], "2021-07-26",
     "at most 5 deaths, which follows from later totals of IRNA"),
    ([("irna", "four", "2021-07-20"), ("irna", "six", "2021-07-24"),
      ("irna", "five", "2021-07-29")], "2021-07-26",
     "4 to 5 deaths, which follows from earlier and later totals of IRNA"),
    # Within rounding nothing was taken back.
    ([("irna", "170", "2021-07-24"), ("irna", "168", "2021-07-29")], "2021-08-15",
     "170 or more deaths, which follows from earlier totals of IRNA"),
    # What another origin went below stands, and contradicts it.
    ([("irna", "six", "2021-07-24"), ("fars", "five", "2021-07-29")], "2021-07-29",
     "5 deaths (fars) against 6 or more deaths (by earlier totals of IRNA)"),
    # The lowest later total binds, not only the next one.
    ([("irna", "nine", "2021-07-25"), ("irna", "seven", "2021-07-27")], "2021-07-24",
     "at most 7 deaths, which follows from later totals of IRNA"),
    # Who spoke of another day does not speak of this one.
    ([("irna", "2,300", "2021-07-10"), ("fars", "1,200", "2021-07-08")], "2021-07-10",
     "2,300 deaths, by the only origin that speaks of it (IRNA); earlier totals of fars allow it"),
]  # fmt: skip


def total(who: str, words: str, day: str, **fields: Any) -> Any:
    """Make a running total of the number in the words by a party that a newspaper relays."""
    chain = (who, "arab-news")
    return factories.stating(words, claimant=who, chain=chain, period=day, **fields)


@pytest.mark.parametrize(("claimed", "when", "expected"), KNOWN)
def test_what_is_known_of_a_day(
    claimed: list[tuple[str, str, str]], when: str, expected: str
) -> None:
    """The highest total before and the lowest after bind a day, and are not said of it."""
    claims = [total(*one) for one in claimed]
    found = sentence(at(claims, TALLY, RECORDS, parse(when)), TALLY, RECORDS)
    assert expected in found


def test_a_total_in_error_binds_nothing() -> None:
    """What a person marked as an error is no floor for later days."""
    slip = total("irna", "1,324", "2021-07-08")
    right = total("irna", "1,234", "2021-07-08", note="the ministry's own page")
    why = Explanation(claim=right.id, why=Difference.ERROR, by="desk", on=parse("2021-08-01"))
    slip = factories.changed(slip, explained=(why,))
    later = total("irna", "1,290", "2021-07-12")
    found = at([slip, right, later], TALLY, RECORDS, parse("2021-07-12"))
    assert found.bounds is not None
    assert found.bounds.in_words() == "1,290"
