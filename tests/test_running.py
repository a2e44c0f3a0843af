"""Running totals: what an origin's totals say of a day, and what it took back."""

from __future__ import annotations

from typing import Any

import pytest

from claims.analysis.consensus import at
from claims.analysis.saying import sentence
from claims.periods import parse
from claims.records import Explanation
from claims.vocabulary import Basis, Difference, Tier
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
     "2021-07-24", "follows from earlier totals of IRNA; earlier totals of fars fit too"),
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
     "2,300 deaths, by the only origin that speaks of it (IRNA); earlier totals of fars fit too"),
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


def test_a_page_that_names_nobody_gives_its_own_figure() -> None:
    """10 stands on a page without an origin; IRNA, which said at least eight before, allows it."""
    page = factories.source("s-repost", tier=Tier.REPOST)
    records = factories.together(page)
    words = (factories.evidence("10 people", source="s-repost"),)
    repost = factories.stating("10", claimant="arab-news", chain=("arab-news",), evidence=words,
                               period="2021-07-24")  # fmt: skip
    before = total("irna", "at least eight", "2021-07-20")
    found = sentence(at([before, repost], TALLY, records, parse("2021-07-24")), TALLY, records)
    assert found == (
        "On 24 July 2021: 10 deaths, by 1 claim that names no origin; "
        "earlier totals of IRNA fit too"
    )
