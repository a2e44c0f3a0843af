"""A number that a daily running total passes through is no coincidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.case import Case
from claims.analysis.wording import same_figure_elsewhere
from claims.collection import Collection
from claims.periods import parse
from claims.records import Review, Withdrawal
from claims.vocabulary import Basis, ReviewState
from tests.factories import base, claim, evidence, indicator, quantity_in

if TYPE_CHECKING:
    from claims.records import Claim

WITHDRAWN = Withdrawal(on=parse("2021-07-30"), by="IRNA", reason="a misprint")
REJECTED = Review(state=ReviewState.REJECTED)


def total(words: str, day: str, **fields: Any) -> Claim:
    """Make IRNA's running total by a day, said on that day; an empty wording states no number."""
    told: dict[str, Any] = {
        "period": f"2021-07-01/{day}",
        "said_on": day,
        "claimant": "irna",
        "chain": ("irna", "arab-news"),
        "quantity": quantity_in(words) if words else None,
        "evidence": (evidence(f"{words} by {day}"),),
    }
    return claim(**told | fields)


HERE = total("4,460", "2021-07-17")
ELSEWHERE = total("4,460", "2021-07-18", indicator="shelters", id="c-shelters")


def is_raised(*claims: Claim, basis: Basis = Basis.TALLY) -> bool:
    """Tell whether 4,460 is raised, which stands for another thing too."""
    questions = [indicator("shelters", title="Shelters built", unit="shelters")]
    records = Collection.of_records([*base(), *questions])
    found = [
        list(same_figure_elsewhere(Case(indicator(basis=basis), given, records, (), (ELSEWHERE,))))
        for given in (claims, claims[::-1])
    ]
    assert found[0] == found[1]
    return HERE.id in {one for finding in found[0] for one in finding.claims}


BEFORE, AFTER = total("4,455", "2021-07-16"), total("4,470", "2021-07-18")
# The totals beside 4,460 by 17 July, and whether it is raised all the same.
SERIES: list[tuple[str, list[Claim], bool]] = [
    ("between the day before and the day after", [BEFORE, AFTER], False),
    ("above the day before alone", [BEFORE], True),
    ("below the day after alone", [AFTER], True),
    ("below the day before", [total("4,470", "2021-07-16"), total("4,480", "2021-07-18")], True),
    ("above the day after", [BEFORE, total("4,459", "2021-07-18")], True),
    ("as high as the day before", [total("4,460", "2021-07-16"), AFTER], False),
    ("as high as the day after", [BEFORE, total("4,460", "2021-07-18")], False),
    ("days 31 days apart", [BEFORE, total("4,470", "2021-08-16")], False),
    ("days 32 days apart", [BEFORE, total("4,470", "2021-08-17")], True),
    ("of another claimant", [BEFORE, total("4,470", "2021-07-18", claimant="fars")], True),
    ("of no day", [BEFORE, total("4,470", "2021-07-18", period=None)], True),
    ("without a quantity", [BEFORE, total("", "2021-07-18")], True),
    ("without a quantity, beside two", [BEFORE, AFTER, total("", "2021-07-17")], False),
    ("without one number", [BEFORE, total("thousands", "2021-07-18")], True),
    ("planned", [BEFORE, total("4,470", "2021-07-18", planned=True)], True),
    ("withdrawn", [BEFORE, total("4,470", "2021-07-18", withdrawn=WITHDRAWN)], True),
    ("withdrawn before", [total("4,455", "2021-07-16", withdrawn=WITHDRAWN), AFTER], True),
    ("rejected", [BEFORE, total("4,470", "2021-07-18", review=REJECTED)], True),
    ("a day before that was put right",
     [total("4,470", "2021-07-16"), total("4,450", "2021-07-16", said_on="2021-07-17"), AFTER],
     False),
    ("a day after that was put right",
     [BEFORE, total("4,450", "2021-07-18"), total("4,470", "2021-07-18", said_on="2021-07-19")],
     False),
    ("replaced", [BEFORE, AFTER, total("4,450", "2021-07-18", said_on="2021-07-19")], True),
    ("replaced, and still between",
     [BEFORE, AFTER, total("4,475", "2021-07-18", said_on="2021-07-19")], False),
]  # fmt: skip


@pytest.mark.parametrize(("what", "others", "raised"), SERIES)
def test_a_number_that_a_daily_total_passes_is_no_coincidence(
    what: str, others: list[Claim], raised: bool
) -> None:
    """It lies between the totals of the days around it; out of their order it may be a slip."""
    assert is_raised(HERE, *others) is raised, what


def test_a_total_that_was_replaced_is_passed_all_the_same() -> None:
    """Its claimant's series went through it, whatever it was put right to that day."""
    right = total("4,461", "2021-07-17", said_on="2021-07-18")
    assert is_raised(HERE, BEFORE, AFTER, right) is False


def test_a_number_that_is_no_running_total_passes_nothing() -> None:
    """Levels go up and down."""
    assert is_raised(HERE, BEFORE, AFTER, basis=Basis.LEVEL) is True
