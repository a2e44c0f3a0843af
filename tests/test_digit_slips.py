"""Digit slips: two figures for one thing that differ as a slip in copying makes them differ."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.analysis.case import Case
from claims.analysis.findings import FindingKind
from claims.analysis.slips import digit_slips, slip
from claims.periods import parse
from claims.records import Claim, Explanation, Review, Withdrawal
from claims.vocabulary import Basis, Difference, Kind, PartyKind, ReviewState
from tests import factories, starter

DIGIT, SWAPPED = "in one digit", "by two neighbouring digits that changed places"
TEN, HUNDRED = "by a factor of ten", "by a factor of 100"

# Two figures, and how they differ if one may be a slip of the other.
SLIPS: list[tuple[int, int, str]] = [
    (8_892, 8_992, DIGIT),
    (8_892, 8_893, DIGIT),
    (1_892, 8_892, DIGIT),
    (8_892, 9_992, ""),
    (8_892, 889, ""),
    (125_000, 135_000, DIGIT),
    (125_000, 127_000, ""),
    (125_000, 125_300, ""),
    (125_400, 125_300, ""),
    (125_400, 125_401, DIGIT),
    (120, 121, ""),
    (121, 123, DIGIT),
    (44, 45, ""),
    (1_200, 2_200, ""),
    (1_210, 2_210, DIGIT),
    (5_200, 5_262, ""),
    (8_892, 8_982, SWAPPED),
    (8_892, 8_829, SWAPPED),
    (8_892, 2_898, ""),
    (1_234, 2_143, ""),
    (1_234, 3_134, ""),
    (1_234, 2_934, ""),
    (120, 210, ""),
    (1_203, 1_230, SWAPPED),
    (1_020, 1_200, ""),
    (45, 54, ""),
    (120, 1_200, TEN),
    (12, 1_200, HUNDRED),
    (12, 12_000, ""),
    (1_204, 12_040, TEN),
    (120, 1_080, ""),
    (120, 1_201, ""),
    (20, 200, ""),
    (9, 90, ""),
    (0, 80, ""),
    (0, 0, ""),
    (8_892, 8_892, ""),
]


@pytest.mark.parametrize(("one", "other", "how"), SLIPS)
def test_a_slip_is_one_digit_two_neighbours_or_a_lost_zero(one: int, other: int, how: str) -> None:
    """Two digits that count are too few to tell, save for a zero; only neighbours change places."""
    assert slip(one, other) == slip(other, one) == how


@given(st.integers(1_000, 10**9), st.integers(0, 8))
def test_a_figure_is_no_slip_of_itself_and_ten_times_is(number: int, place: int) -> None:
    """A zero too many is found wherever two digits count, and a changed digit in any place."""
    digits = str(number * 10 + 1)
    at = place % (len(digits) - 1)
    changed = digits[:at] + ("7" if digits[at] != "7" else "3") + digits[at + 1 :]
    assert slip(int(digits), int(changed)) == DIGIT
    assert slip(int(digits), int(digits) * 10) == TEN
    assert slip(number, number) == ""


def figure(claimant: str, words: str, publisher: str = "irna", **fields: Any) -> Claim:
    """Make a claim of the number in the words that a publisher prints, a level of one day."""
    defaults = {"period": "2017-09-30", "said_on": None, "chain": (claimant, publisher)}
    quote = factories.evidence(f"{words} in {publisher}")
    return factories.stating(
        words, **{"claimant": claimant, "evidence": (quote,)} | defaults | fields
    )


def case(*claims: Claim, basis: Basis = Basis.LEVEL) -> Case:
    """Make the case of a question with these claims, three newspapers being on record."""
    papers = [factories.party(name, kind=PartyKind.OUTLET) for name in ("daily", "echo", "post")]
    return Case(factories.indicator(basis=basis), claims, factories.together(*papers))


FULL = figure("irna", "8,892", "daily")
BY_ERROR = Explanation(claim=FULL.id, why=Difference.ERROR, by="the desk")
GONE = Withdrawal(on=parse("2017-10"), by="FARS", reason="a misprint")

# A second figure beside 8,892 on 30 September 2017, and whether a slip is raised.
BESIDE: list[tuple[Claim, bool]] = [
    (figure("irna", "8,992"), True),
    (figure("fars", "8,992"), True),
    (figure("fars", "8,992", period="2017"), False),
    (figure("fars", "8,992", period="2017-09"), True),
    (figure("fars", "about 8,992"), True),
    (figure("fars", "at least 8,992"), True),
    (figure("fars", "at least 8,792"), False),
    (figure("fars", "up to 8,992"), False),
    (figure("fars", "between 8,992 and 9,992"), False),
    (figure("fars", "8,892"), False),
    (figure("fars", "more than 8,892"), False),
    (figure("fars", "8,992", period="2017-10-01"), False),
    (figure("fars", "8,992", planned=True), False),
    (figure("fars", "8,992", withdrawn=GONE), False),
    (figure("fars", "8,992", review=Review(state=ReviewState.REJECTED)), False),
    (figure("fars", "8,992", supersedes=FULL.id), False),
    (figure("fars", "8,992", explained=(BY_ERROR,)), False),
    (figure("fars", "8,992", quantity=factories.quantity(8_992, sum_of=(8_000, 992))), False),
    (figure("fars", "8,992.5"), False),
]


@pytest.mark.parametrize(("other", "raised"), BESIDE)
def test_a_slip_is_raised_where_the_figures_conflict_unexplained(
    other: Claim, raised: bool
) -> None:
    """Hedges whose bounds meet, other days, sums of our own and claims that are gone raise none."""
    found = list(digit_slips(case(FULL, other)))
    assert [f.kind for f in found] == [FindingKind.DIGIT_SLIP] * raised


@pytest.mark.parametrize(
    ("basis", "period", "raised"),
    [
        (Basis.TALLY, "2017-09-30", True),
        (Basis.TALLY, "2017-10-01", False),
        (Basis.EVENT, "2017-10-01", True),
        (Basis.INTERVAL, "2017-09-30", True),
        (Basis.INTERVAL, "2017-09", False),
    ],
)
def test_the_basis_says_what_is_one_thing(basis: Basis, period: str, raised: bool) -> None:
    """A running total that falls has a finding of its own."""
    other = figure("fars", "8,792", period=period, kind=Kind.WEAPONS_COUNT)
    assert len(list(digit_slips(case(FULL, other, basis=basis)))) == raised


def test_the_value_that_fewer_publishers_print_comes_first() -> None:
    """One newspaper against two is the one to look at, said with its hedge and by name."""
    suspect = figure("irna", "about 8,992", "post")
    others = [FULL, figure("irna", "8,892", "echo"), figure("fars", "8,892", "echo")]
    (found,) = digit_slips(case(*others, suspect))
    assert found.claims == (suspect.id, *sorted(claim.id for claim in others))
    assert found.figures == ("about 8,992", "8,892")
    assert found.reason == (
        "about 8,992 (POST) and 8,892 (DAILY, ECHO) differ in one digit: one of the two may be a "
        "slip in copying; fewer publishers print the first"
    )


def test_two_values_that_as_many_print_come_the_newest_said_first() -> None:
    """Where publishers do not decide, nothing is said of which is likelier; each hedge is kept."""
    newer = figure("fars", "8,829", "echo", said_on="2017-10-02")
    firmer = figure("irna", "8,892", "daily", said_on="2017-10-01")
    (found,) = digit_slips(case(figure("irna", "at least 8,892", "daily"), firmer, newer))
    assert found.claims[0] == newer.id
    assert found.reason == (
        "8,829 (ECHO) and 8,892 (DAILY), at least 8,892 (DAILY) differ by two neighbouring digits "
        "that changed places: one of the two may be a slip in copying; "
        "as many publishers print the one as the other"
    )


def test_each_pair_of_values_is_raised_once_the_lowest_first() -> None:
    """Whatever the order of the claims: a lost zero, then a changed digit."""
    claims = [figure("irna", words) for words in ("8,992", "12,040", "8,892", "1,204")]
    for order in (claims, claims[::-1]):
        found = [set(f.figures) for f in digit_slips(case(*order))]
        assert found == [{"1,204", "12,040"}, {"8,892", "8,992"}]


def toll(claimant: str, words: str, day: int, **fields: Any) -> Claim:
    """Make a count of the dead of one event, said on a day of May 2021."""
    told = {"period": "2021-05-01", "said_on": f"2021-05-{day:02}", "chain": (claimant, "daily")}
    quote = (factories.evidence(f"{words} said on {day} May"),)
    return factories.stating(words, **{"claimant": claimant, "evidence": quote} | told | fields)


MINISTRY = toll("ministry", "1,204", 2)
HUNDREDFOLD = toll("fars", "120,400", 10)
EARLIER_GONE: dict[str, Any] = {"review": Review(state=ReviewState.REJECTED)}
# What was counted after the ministry's 1,204, and whether a slip is raised.
GROWN: list[tuple[str, list[Claim], bool]] = [
    ("ten times as many", [MINISTRY, toll("fars", "12,040", 10)], True),
    ("a hundred times as many", [MINISTRY, HUNDREDFOLD], True),
    ("a thousand times as many", [MINISTRY, toll("fars", "1,204,000", 10)], False),
    ("nearly ten times as many", [MINISTRY, toll("fars", "12,000", 10)], False),
    ("another hedge", [MINISTRY, toll("fars", "more than 12,040", 10)], True),
    ("a floor", [MINISTRY, toll("fars", "at least 12,040", 10)], True),
    ("one digit", [MINISTRY, toll("fars", "1,304", 10)], False),
    ("two digits that changed places", [MINISTRY, toll("fars", "1,240", 10)], False),
    ("one digit that counts", [toll("ministry", "20", 2), toll("fars", "200", 10)], False),
    ("two digits that count", [toll("ministry", "120", 2), toll("fars", "1,200", 10)], True),
    ("the same claimant", [toll("ministry", "120", 2), toll("ministry", "1,200", 10)], False),
    ("a page's own newer count",
     [toll("daily", "120", 2, chain=("daily",)), toll("daily", "1,200", 10, chain=("daily",))],
     False),
    ("an office of the ministry", [MINISTRY, toll("office", "12,040", 10)], False),
    ("a page that names no origin",
     [MINISTRY, toll("daily", "12,040", 10, chain=("daily",))], True),
    ("two pages that name no origin",
     [toll("echo", "1,204", 2, chain=("echo",)), toll("daily", "12,040", 10, chain=("daily",))],
     True),
    ("the earlier one rejected",
     [factories.changed(MINISTRY, **EARLIER_GONE), toll("fars", "12,040", 10)], False),
    ("the later one withdrawn", [MINISTRY, toll("fars", "12,040", 10, withdrawn=GONE)], False),
    ("the later one outgrown",
     [MINISTRY, toll("fars", "12,040", 10), toll("afp", "12,500", 12)], False),
    ("plans", [toll("ministry", "1,204", 2, planned=True),
               toll("fars", "12,040", 10, planned=True)], True),
    ("grown on the way",
     [MINISTRY, toll("afp", "2,408", 6), toll("fars", "12,040", 10)], False),
    ("grown on the way by the ministry's own count",
     [MINISTRY, toll("ministry", "5,000", 6), toll("fars", "12,040", 10)], False),
    ("hardly grown on the way",
     [MINISTRY, toll("ministry", "1,250", 6), toll("fars", "12,040", 10)], True),
    ("a count between, given afterwards",
     [MINISTRY, toll("afp", "5,000", 12), toll("fars", "12,040", 10)], True),
    ("a count between, on the same day",
     [MINISTRY, toll("afp", "5,000", 10), toll("fars", "12,040", 10)], True),
    ("a plan between",
     [MINISTRY, toll("afp", "5,000", 6, planned=True), toll("fars", "12,040", 10)], True),
    ("a rejected count between",
     [MINISTRY, toll("afp", "5,000", 6, **EARLIER_GONE), toll("fars", "12,040", 10)], True),
]  # fmt: skip


@pytest.mark.parametrize(("what", "claims", "raised"), GROWN)
def test_a_toll_does_not_grow_by_a_zero(what: str, claims: list[Claim], raised: bool) -> None:
    """A later count of ten or 100 times as many from elsewhere may be a slip, unless it grew."""
    records = factories.together(
        factories.party("ministry"),
        factories.party("office", part_of="ministry"),
        factories.source(publisher="daily"),
    )
    for order in (claims, claims[::-1]):
        one = Case(factories.indicator(basis=Basis.EVENT), tuple(order), records)
        reasons = [finding.reason for finding in digit_slips(one)]
        assert ["by a factor of" in reason for reason in reasons] == [True] * raised, what


def on_record(indicator_id: str) -> Case:
    """Return the case of an indicator on record."""
    indicator, records = starter.indicator(indicator_id), starter.records()
    return Case(indicator, tuple(starter.claims(indicator_id)), records)


def test_the_headcount_printed_as_8992_is_raised() -> None:
    """Two outlets printed 8,992 for the 8,892 of the Defense Manpower Data Center: one finding."""
    (found,) = digit_slips(on_record("us-troops-iraq"))
    assert found.reason == (
        "8,992 (Antiwar.com, Press TV) and 8,892 (Military Times, Pakistan Today, Statista) differ "
        "in one digit: one of the two may be a slip in copying; fewer publishers print the first"
    )
    assert found.claims == (
        "c-45e1f9903cb2", "c-d5fb4b3fe756", "c-1dd3ec7d51da", "c-5938c36e38cb", "c-868a56e17ce9",
    )  # fmt: skip


def test_nothing_else_on_record_is_a_slip() -> None:
    """A cut by 1,200 or about 2,200, 31 or 32 returned to duty: too few digits to tell."""
    others = [one.id for one in starter.records().indicators if one.id != "us-troops-iraq"]
    assert [f for one in others for f in digit_slips(on_record(one))] == []
