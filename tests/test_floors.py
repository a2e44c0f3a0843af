"""Floors: who prints “at least five” is told what stands higher on record."""

from __future__ import annotations

from typing import Any

import pytest

from claims.analysis.case import Case
from claims.prose import warnings
from claims.records import Review
from claims.vocabulary import Basis, ReviewState
from tests import factories, starter

TALLY, EVENT, LEVEL = Basis.TALLY, Basis.EVENT, Basis.LEVEL
REJECTED = Review(state=ReviewState.REJECTED, by="desk")


def by(who: str, words: str, period: str = "2021-07-24", **fields: Any) -> Any:
    """Make a claim of the number in the words by a party that a newspaper relays."""
    chain = (who, "arab-news")
    return factories.stating(words, claimant=who, chain=chain, period=period, **fields)


# The claim, another one under the same indicator, and what is said to stand higher.
HIGHER: list[tuple[Basis, Any, Any, str]] = [
    (TALLY, by("irna", "at least five"), by("fars", "at least 10"),
     "at least 10 by 24 July 2021 (fars)"),
    (TALLY, by("irna", "at least five"), by("fars", "10", "2021-07-23"),
     "10 by 23 July 2021 (fars)"),
    (TALLY, by("irna", "at least five"), by("fars", "10", "2021-07-25"), ""),
    (TALLY, by("irna", "at least five"), by("fars", "at least five"), ""),
    (TALLY, by("irna", "at least five"), by("fars", "four", "2021-07-23"), ""),
    (TALLY, by("irna", "five"), by("fars", "at least four"), ""),
    (TALLY, by("irna", "at least five"), by("fars", "10", review=REJECTED), ""),
    (TALLY, by("irna", "several"), by("fars", "10"), "10 by 24 July 2021 (fars)"),
    (EVENT, by("irna", "more than 100", said_on="2020-02-10"),
     by("fars", "110", said_on="2020-02-21"), "110, 21 February 2020 (fars)"),
    (LEVEL, by("irna", "at least 2,000"), by("fars", "2,500"), "2,500, 24 July 2021 (fars)"),
    (LEVEL, by("irna", "at least 2,000"), by("fars", "up to 2,500"), ""),
    (LEVEL, by("irna", "at least 2,000"), by("fars", "2,500", "2021-07-20"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("basis", "claim", "other", "expected"), HIGHER)
def test_a_floor_names_what_stands_higher(
    basis: Basis, claim: Any, other: Any, expected: str
) -> None:
    """What agrees, still counts and was counted no later is named, the highest of it."""
    question = factories.indicator(basis=basis, shelf_life="P6M")
    standing = Case(question, (claim, other), factories.together()).standings[claim.id]
    assert standing.higher == expected
    assert (f"Higher on record: {expected}." in warnings(standing)) is bool(expected)


def test_at_least_five_in_khuzestan_has_ten_above_it() -> None:
    """HRANA had counted at least 10 three days before state media were quoted with five."""
    question = "khuzestan-protests-2021-killed"
    case = Case(starter.indicator(question), tuple(starter.claims(question)), starter.records())
    found = case.standings["c-ebc694d29d18"].higher
    assert found == "at least 10 by 24 July 2021 (HRANA)"
