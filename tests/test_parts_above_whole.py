"""Parts above wholes: a part may be as large as the whole that it belongs to, and no larger."""

from __future__ import annotations

from typing import Any

import pytest

from claims.analysis.case import Case
from claims.analysis.contradictions import parts_above_whole
from claims.analysis.findings import FindingKind
from claims.periods import parse
from claims.records import Claim, Review, Withdrawal
from claims.vocabulary import Basis, ReviewState
from tests import factories, starter

LEVEL, TALLY, INTERVAL, EVENT = Basis.LEVEL, Basis.TALLY, Basis.INTERVAL, Basis.EVENT
START = "2021-07-15"
PART, WHOLE = "protesters-killed", "people-killed"


def figure(indicator: str, words: str, period: str | None, **fields: Any) -> Claim:
    """Make a claim of the number in the words: the claimant of a part is IRNA, of a whole FARS."""
    claimant = "irna" if indicator == PART else "fars"
    about = {"indicator": indicator, "claimant": claimant, "period": period, "said_on": None}
    return factories.stating(words, **about | fields)


def case(
    parts: list[Claim],
    wholes: list[Claim],
    basis: Basis = TALLY,
    start: str | None = START,
    other: dict[str, Any] | None = None,
) -> Case:
    """Make the case of a part; `other` are fields of the broader indicator that differ."""
    counts = {"basis": basis, "baseline": start}
    part = factories.indicator(PART, broader=WHOLE, **counts)
    broader = factories.indicator(WHOLE, **{"title": "People killed"} | counts | (other or {}))
    records = factories.together(part, broader, factories.party("fars"))
    return Case(part, tuple(parts), records, tuple(wholes))


# Words and period of a part and of its whole, and whether the part is raised.
RULES: list[tuple[Basis, tuple[str, str | None], tuple[str, str | None], bool]] = [
    (TALLY, ("seven", "2021-07-21"), ("five", "2021-07-29"), True),
    (TALLY, ("seven", "2021-07-15/2021-07-21"), ("five", "2021-07-21"), True),
    (TALLY, ("seven", "2021-07-21"), ("five", "2021-07-20"), False),
    (TALLY, ("seven", "2021-07-21"), ("seven", "2021-07-29"), False),
    (TALLY, ("seven", "2021-07-21"), ("at least five", "2021-07-29"), False),
    (TALLY, ("seven", "2021-07-21"), ("up to six", "2021-07-29"), True),
    (TALLY, ("seven", "2021-07-21"), ("up to seven", "2021-07-29"), False),
    (TALLY, ("at least seven", "2021-07-21"), ("five", "2021-07-29"), True),
    (TALLY, ("more than four", "2021-07-21"), ("five", "2021-07-29"), False),
    (TALLY, ("more than five", "2021-07-21"), ("five", "2021-07-29"), True),
    (TALLY, ("up to seven", "2021-07-21"), ("five", "2021-07-29"), False),
    (TALLY, ("an undisclosed number", "2021-07-21"), ("five", "2021-07-29"), False),
    (TALLY, ("seven", "2021-07-21"), ("an undisclosed number", "2021-07-29"), False),
    (TALLY, ("seven", "2021-07"), ("five", "2021-07-31"), False),
    (TALLY, ("seven", "2021-07-21"), ("five", "2021-08"), False),
    (TALLY, ("seven", "2021-07-15/.."), ("five", "2021-07-29"), False),
    (TALLY, ("seven", None), ("five", "2021-07-29"), False),
    (TALLY, ("seven", "../2021-07-21"), ("five", "2021-07-29"), True),
    (LEVEL, ("2,540", "2021-07"), ("2,500", "2021"), False),
    (LEVEL, ("2,560", "2021-07"), ("2,500", "2021"), True),
    (LEVEL, ("2,500", "2021-07"), ("2,460", "2021"), False),
    (LEVEL, ("about 2,500", "2021-07"), ("2,450", "2021"), False),
    (LEVEL, ("about 2,500", "2021-07"), ("2,440", "2021"), True),
    (LEVEL, ("10", "2021"), ("six", "2021"), True),
    (LEVEL, ("2,560", "2021-07"), ("2,500", "2021-08"), False),
    (LEVEL, ("2,560", "2021-07"), ("2,500", "../2021-07-01"), True),
    (LEVEL, ("2,560", "2021-07"), ("2,500", "../2021-06"), False),
    (LEVEL, ("2,560", "2021-07"), ("2,500", None), False),
    (INTERVAL, ("seven", "2021-07"), ("five", "2021-07-01/2021-07-31"), True),
    (INTERVAL, ("seven", "2021-07"), ("five", "2021-08"), False),
    (INTERVAL, ("seven", "2021-07"), ("five", "2021"), False),
    (EVENT, ("seven", "2021-07-21"), ("five", None), True),
    (EVENT, ("five", "2021-07-21"), ("five", "2021-07-21"), False),
    (EVENT, ("five", "2021-07-21"), ("seven", "2021-07-21"), False),
]  # fmt: skip


@pytest.mark.parametrize(("basis", "mine", "theirs", "raised"), RULES)
def test_a_part_above_its_whole_is_raised_where_the_times_allow_it(
    basis: Basis, mine: tuple[str, str | None], theirs: tuple[str, str | None], raised: bool
) -> None:
    """Totals only grow, levels share a time, intervals are the same; bounds and rounding count."""
    part, whole = figure(PART, *mine), figure(WHOLE, *theirs)
    found = list(parts_above_whole(case([part], [whole], basis)))
    assert [f.claims for f in found] == [(part.id, whole.id)] * raised
    assert {f.kind for f in found} <= {FindingKind.PART_ABOVE_WHOLE}


SEVEN, FIVE = figure(PART, "seven", "2021-07-21"), figure(WHOLE, "five", "2021-07-29")
OUT: list[dict[str, Any]] = [
    {"withdrawn": Withdrawal(on=parse("2021-07-30"), by="FARS", reason="a misprint")},
    {"review": Review(state=ReviewState.REJECTED)},
    {"planned": True},
    {"quantity": None},
]


@pytest.mark.parametrize("fields", OUT)
def test_what_does_not_count_is_neither_a_part_nor_a_whole(fields: dict[str, Any]) -> None:
    """Withdrawn, rejected and planned figures raise nothing, on whichever side they stand."""
    assert len(list(parts_above_whole(case([SEVEN], [FIVE])))) == 1
    assert list(parts_above_whole(case([factories.changed(SEVEN, **fields)], [FIVE]))) == []
    assert list(parts_above_whole(case([SEVEN], [factories.changed(FIVE, **fields)]))) == []


@pytest.mark.parametrize("named", [True, False])
def test_a_figure_that_was_replaced_does_not_count(named: bool) -> None:
    """The whole was corrected to nine, by a claim that names it or by one said later."""
    old = factories.changed(FIVE, said_on="2021-07-29")
    fields: dict[str, Any] = {"supersedes": old.id} if named else {"said_on": "2021-07-30"}
    new = figure(WHOLE, "nine", "2021-07-29", **fields)
    assert len(list(parts_above_whole(case([SEVEN], [old])))) == 1
    assert list(parts_above_whole(case([SEVEN], [old, new]))) == []
    part = figure(PART, "four", "2021-07-21", supersedes=SEVEN.id)
    assert list(parts_above_whole(case([SEVEN, part], [FIVE]))) == []


@pytest.mark.parametrize(
    ("basis", "start", "whole"),
    [
        (TALLY, START, {"baseline": "2021-07-20"}),
        (TALLY, START, {"baseline": None}),
        (TALLY, None, {}),
        (EVENT, None, {"basis": TALLY}),
        (LEVEL, None, {"basis": EVENT}),
    ],
)
def test_totals_from_other_days_and_other_ways_of_counting_are_not_checked(
    basis: Basis, start: str | None, whole: dict[str, Any]
) -> None:
    """A total since 15 July may well be above one since 20 July."""
    assert list(parts_above_whole(case([SEVEN], [FIVE], basis, start, whole))) == []


def test_a_question_without_a_broader_one_has_no_whole() -> None:
    """Nothing is checked where no broader indicator is named, or it is not on record."""
    known = factories.together()
    for broader in (None, "not-on-record"):
        alone = factories.indicator(PART, broader=broader)
        assert list(parts_above_whole(Case(alone, (SEVEN,), known, (FIVE,)))) == []


def test_only_the_least_whole_is_named_and_every_part_is_raised() -> None:
    """Six and seven are both above three; that seven is above five is left unsaid."""
    six = figure(PART, "six", "2021-07-20")
    pages = [factories.evidence("three died", source=f"s-{number}") for number in (1, 2)]
    threes = [figure(WHOLE, "three", "2021-07-23", evidence=(page,)) for page in pages]
    reprint = factories.changed(SEVEN, id="reprint", said_on="2021-07-22")
    found = list(parts_above_whole(case([SEVEN, six, reprint], [FIVE, *threes])))
    both = sorted(claim.id for claim in threes)
    assert {f.claims for f in found} == {("reprint", SEVEN.id, *both), (six.id, *both)}
    assert len(found) == len({f.claims for f in found})


def test_a_least_whole_of_another_time_does_not_hide_the_next() -> None:
    """Three by 20 July says nothing of a part of 21 July; five by 29 July does."""
    early = figure(WHOLE, "three", "2021-07-20")
    (found,) = parts_above_whole(case([SEVEN], [early, FIVE]))
    assert found.claims == (SEVEN.id, FIVE.id)


REASONS = [
    (TALLY, "2021-07-21", "at least seven by 21 July 2021 (IRNA)", "five by 21 July 2021 (FARS)"),
    (LEVEL, "2021-07", "at least seven (IRNA, July 2021)", "five (FARS, July 2021)"),
    (EVENT, None, "at least seven (IRNA)", "five (FARS)"),
]


@pytest.mark.parametrize(("basis", "period", "larger", "smaller"), REASONS)
def test_the_reason_names_both_figures_their_time_and_who_gave_them(
    basis: Basis, period: str | None, larger: str, smaller: str
) -> None:
    """Hedges and claimants are said on both sides."""
    part, whole = figure(PART, "at least seven", period), figure(WHOLE, "five", period)
    (found,) = parts_above_whole(case([part], [whole], basis))
    assert found.reason == f"{larger} is more than the whole, “People killed”: {smaller}"
    assert (found.indicator, found.figures) == (PART, ("at least seven", "five"))


def on_record(indicator_id: str) -> Case:
    """Return the case of an indicator on record, with the claims of the broader one."""
    indicator, records = starter.indicator(indicator_id), starter.records()
    whole = starter.claims(indicator.broader) if indicator.broader else []
    return Case(indicator, tuple(starter.claims(indicator_id)), records, tuple(whole))


def test_three_tolls_of_protesters_stand_above_one_of_all_people() -> None:
    """Four, six and seven protesters by 21 July, and three people by 23 July (Fars News Agency)."""
    found = list(parts_above_whole(on_record("khuzestan-protests-2021-protesters-killed")))
    whole = "c-de8c5b090711"
    assert {(f.figures, f.claims) for f in found} == {
        (("four", "three"), ("c-799c02f7ea01", whole)),
        (("six", "three"), ("c-cd7c71ee91f6", whole)),
        (("seven", "three"), ("c-49cfc2f2faae", whole)),
    }
    (seven,) = (f.reason for f in found if "seven" in f.figures)
    assert seven == (
        "seven by 21 July 2021 (unnamed social media users) is more than the whole, “People killed "
        "in the Khuzestan water protests, July 2021”: three by 23 July 2021 (Fars News Agency)"
    )


def test_no_other_part_on_record_is_above_its_whole() -> None:
    """Drone attacks, militia members, US troops and advisers stay within what they belong to."""
    parts = [one.id for one in starter.records().indicators if one.broader]
    found = {f.indicator for one in parts for f in parts_above_whole(on_record(one))}
    assert found == {"khuzestan-protests-2021-protesters-killed"}
