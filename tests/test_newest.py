"""The newest figure: one and the same in the heading of an indicator and where it gets stale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.age import stale
from claims.analysis.case import Case, newest
from claims.analysis.summary import summarise
from claims.periods import parse
from claims.records import Review, Withdrawal
from claims.vocabulary import Basis, ReviewState
from tests import factories

if TYPE_CHECKING:
    from claims.records import Claim

EVENT, LEVEL, TALLY, INTERVAL = Basis.EVENT, Basis.LEVEL, Basis.TALLY, Basis.INTERVAL
WITHDRAWN = Withdrawal(on=parse("2021-07-28"), by="IRNA", reason="a misprint")
REJECTED = Review(state=ReviewState.REJECTED, by="An editor")
HALF_A_YEAR = "P6M"


def case(basis: Basis, *claims: Claim, holds: str | None = HALF_A_YEAR) -> Case:
    """Make the case of the claims on a basis, whose figures hold for half a year."""
    indicator = factories.indicator(basis=basis, shelf_life=holds)
    return Case(indicator, claims, factories.together(factories.party("army", name="Army")))


def given(words: str, about: str | None, said: str | None, **fields: Any) -> Claim:
    """Make a claim of the number in the words by the army, about a time, said on a day."""
    by = {"claimant": "army", "chain": ("army", "arab-news")}
    quote = (factories.evidence(f"{words} by {about}, said {said}"),)
    told = {"period": about, "said_on": said, "evidence": quote}
    return factories.stating(words, **by | told | fields)


def other(words: str, about: str | None, said: str | None, **fields: Any) -> Claim:
    """Make such a claim by another claimant."""
    return given(words, about, said, **{"claimant": "irna", "chain": ("irna",)} | fields)


TEN = given("10", "2021-07-15/2021-07-27", "2021-07-27")
# On a basis, a figure beside 10 by 27 July, said on that day, and whether it is newer.
BESIDE: list[tuple[str, Basis, Claim, bool]] = [
    ("a total to an earlier day, said later", TALLY,
     other("five", "2021-07-15/2021-07-20", "2021-07-30"), False),
    ("a total to a later day, said earlier", TALLY,
     other("12", "2021-07-15/2021-07-28", "2021-07-26"), True),
    ("a total to the same day, said later", TALLY,
     other("12", "2021-07-15/2021-07-27", "2021-07-28"), True),
    ("a total to the same day, said earlier", TALLY,
     other("12", "2021-07-15/2021-07-27", "2021-07-26"), False),
    ("a total of that month, said before", TALLY, other("12", "2021-07", "2021-07-26"), False),
    ("a total of that month, said after", TALLY, other("12", "2021-07", "2021-07-28"), True),
    ("a total of that month, said long after", TALLY, other("12", "2021-07", "2021-09-28"), True),
    ("a total of the month before, said after", TALLY, other("nine", "2021-06", "2021-07-28"),
     False),
    ("a total of that month, said on no day", TALLY, other("12", "2021-07", None), False),
    ("a total that goes on, said after", TALLY, other("12", "2021-07-15/..", "2021-07-28"), True),
    ("a total that goes on, said on no day", TALLY, other("12", "2021-07-15/..", None), False),
    ("a level later on", LEVEL, other("12", "2021-07-28", "2021-07-20"), True),
    ("a level before, said later", LEVEL, other("12", "2021-07-20", "2021-07-30"), False),
    ("a level of that month", LEVEL, other("12", "2021-07", "2021-07-31"), False),
    ("a level that goes on, said after", LEVEL, other("12", "2020-01/..", "2021-07-28"), True),
    ("a level that goes on, said long ago", LEVEL, other("12", "2020-01/..", "2020-01-05"), False),
    ("a count said later", EVENT, other("nine", "2021-07-14", "2021-07-28"), True),
    ("a count said earlier", EVENT, other("nine", "2021-07-28", "2021-07-26"), False),
    ("a count said on no day", EVENT, other("12", "2021-07-28", None), False),
    ("a count said that day of a later time", INTERVAL, other("12", "2021-07-28", "2021-07-27"),
     True),
    ("a count said that day of an earlier time", INTERVAL, other("12", "2021-07-14", "2021-07-27"),
     False),
    ("a plan", TALLY, other("12", "2021-07-15/2021-07-28", "2021-07-28", planned=True), False),
    ("withdrawn", TALLY,
     other("12", "2021-07-15/2021-07-28", "2021-07-28", withdrawn=WITHDRAWN), False),
    ("rejected", TALLY, other("12", "2021-07-15/2021-07-28", "2021-07-28", review=REJECTED), False),
    ("no number", TALLY, other("an unknown number", "2021-07-15/2021-07-28", "2021-07-28"), False),
]  # fmt: skip


@pytest.mark.parametrize(("what", "basis", "beside", "newer"), BESIDE)
def test_one_figure_is_the_newest_wherever_it_is_asked_for(
    what: str, basis: Basis, beside: Claim, newer: bool
) -> None:
    """The heading shows it, and it is the one that gets stale where figures age at all."""
    expected = beside if newer else TEN
    for claims in ((TEN, beside), (beside, TEN)):
        one = case(basis, *claims)
        assert newest(one) == expected, what
        assert summarise(one).latest == expected.id, what
        assert {found.claims for found in stale(one)} <= {(expected.id,)}, what


def test_a_figure_that_was_replaced_is_not_the_newest() -> None:
    """A correction to an earlier day takes the place of the later total that it names."""
    right = other("five", "2021-07-15/2021-07-20", "2021-07-30", supersedes=TEN.id)
    assert newest(case(TALLY, TEN, right)) == right


JUNE = given("2,500", "2020-06-01", "2020-06-01")
JULY = other("2,500", "2020-07-01", "2020-07-01")
# Basis, how long figures hold, the claims, and which is the newest that counts and gets stale.
STALE: list[tuple[str, Basis, str | None, list[Claim], Claim | None]] = [
    ("the later time", LEVEL, HALF_A_YEAR, [JULY, JUNE], JULY),
    ("a running total", TALLY, HALF_A_YEAR, [JUNE], JUNE),
    ("an event does not age", EVENT, HALF_A_YEAR, [JUNE], None),
    ("nor does an interval", INTERVAL, HALF_A_YEAR, [JUNE], None),
    ("figures that hold for ever", LEVEL, None, [JUNE], None),
    ("no claims", LEVEL, HALF_A_YEAR, [], None),
    ("a withdrawn one", LEVEL, HALF_A_YEAR,
     [factories.changed(JULY, withdrawn=WITHDRAWN), JUNE], JUNE),
    ("a rejected one", LEVEL, HALF_A_YEAR, [factories.changed(JULY, review=REJECTED), JUNE], JUNE),
    ("a plan", LEVEL, HALF_A_YEAR, [factories.changed(JULY, planned=True), JUNE], JUNE),
    ("no number", LEVEL, HALF_A_YEAR,
     [JUNE, given("an undisclosed number", "2020-07", "2020-07-01")], JUNE),
    ("a replaced one", LEVEL, HALF_A_YEAR,
     [JULY, factories.changed(JUNE, supersedes=JULY.id)], JUNE),
    ("no period", LEVEL, HALF_A_YEAR, [JUNE, given("2,500", None, "2020-07-01")], JUNE),
    ("until further notice", LEVEL, HALF_A_YEAR, [JUNE, given("2,500", "2020-01/..", None)], None),
]  # fmt: skip


@pytest.mark.parametrize(("what", "basis", "holds", "claims", "expected"), STALE)
def test_the_newest_figure_that_counts_gets_stale(
    what: str, basis: Basis, holds: str | None, claims: list[Claim], expected: Claim | None
) -> None:
    """One finding for an indicator, whatever the day: it holds from a day on."""
    found = [f.claims for f in stale(case(basis, *claims, holds=holds))]
    assert found == ([(expected.id,)] if expected else []), what


def test_staleness_says_since_when_whose_and_why() -> None:
    """Of one time, the later said is the newer; six months of 30 days after it, it is stale."""
    later = other("2,500", "2020-06-01", "2020-06-02", claimant="army")
    one = case(LEVEL, later, JUNE)
    (found,) = stale(one)
    assert (found.claims, str(found.since)) == ((later.id,), "2020-11-29")
    why = one.standings[later.id].why_stale
    assert "1 June 2020" in why
    assert found.reason == f"The newest figure is 2,500 from Army: {why}"
