"""Ladders: one claimant's successive figures, how they differ, and who printed an old one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.analysis.case import Case
from claims.analysis.ladders import Ladder, change, ladders, sentence
from claims.records import Review, Withdrawal
from claims.vocabulary import Basis, ReviewState
from tests import factories, starter

if TYPE_CHECKING:
    from claims.records import Claim, Source

EVENT = Basis.EVENT


def on_record(indicator_id: str) -> list[Ladder]:
    """Return the ladders of an indicator in data/."""
    claims = tuple(starter.claims(indicator_id))
    return list(ladders(Case(starter.indicator(indicator_id), claims, starter.records())))


# Figure, day, claimants, publishers, and the change, of the injured at Ain al-Asad.
DEFENSE = "US Department of Defense"
INJURED = [
    ("0", "2020-01-08", ["Donald Trump"], ["Military.com"], "first"),
    ("11", "2020-01-16", ["US Central Command"], ["The Guardian"], "11 more"),
    ("34", "2020-01-24", [DEFENSE], ["Military Times"], "23 more"),
    ("50", "2020-01-28", [DEFENSE], ["NPR", "The News-Press"], "16 more"),
    ("64", "2020-01-30", [DEFENSE], ["Burlington County Times"], "14 more"),
    ("109", "2020-02-10", [DEFENSE], ["The Hill", "United Press International"], "45 more"),
    ("110", "2020-02-21", [DEFENSE], ["ABS-CBN News"], "one more"),
]


def test_the_injured_at_ain_al_asad_are_one_ladder_of_seven() -> None:
    """The US government's figures by its several offices, and nobody else's."""
    (ladder,) = on_record("al-asad-2020-01-08-injured")
    assert (ladder.claimant, ladder.origin) == ("us-department-of-defense", "us-government")
    assert [
        (s.figure, str(s.said_on), list(s.claimants), sorted(s.publishers), s.change)
        for s in ladder.steps
    ] == INJURED
    claims = {claim for step in ladder.steps for claim in step.claims}
    assert "c-b893fad212eb" not in claims  # more than 100, an unnamed source of Reuters
    assert "c-0befda68cfa6" not in claims  # about 110, AP in its own voice
    assert [step.late for step in ladder.steps] == [()] * 7
    assert sentence(ladder, starter.records()) == (
        "US government: 0 on 8 January 2020, 11 on 16 January 2020, 34 on 24 January 2020, "
        "50 on 28 January 2020, 64 on 30 January 2020, 109 on 10 February 2020, "
        "110 on 21 February 2020: revised six times"
    )


# Indicator, claimant, and figure with change of each step.
OTHERS = [
    ("ain-al-asad-2021-07-07-wounded", "us-led-coalition",
     ["three, first", "two, one fewer"]),
    ("sadr-city-2021-07-19-killed", "iraqi-security-and-hospital-sources",
     ["at least 31, first", "at least 35, the least is four higher"]),
    ("tayaran-square-2021-01-21-killed", "iraq-government",
     ["at least 32, first", "at least 35, the least is three higher"]),
]  # fmt: skip


@pytest.mark.parametrize(("indicator_id", "claimant", "expected"), OTHERS)
def test_the_other_ladders_on_record(indicator_id: str, claimant: str, expected: list[str]) -> None:
    """A figure may fall, and of two floors only the floor is known to rise."""
    (ladder,) = on_record(indicator_id)
    assert ladder.claimant == claimant
    assert [f"{step.figure}, {step.change}" for step in ladder.steps] == expected


def test_there_are_no_more_ladders_on_record() -> None:
    """A higher count by somebody else makes a figure outdated; that is no step of a ladder."""
    found = {i.id for i in starter.records().indicators if on_record(i.id)}
    assert found == {"al-asad-2020-01-08-injured", *(row[0] for row in OTHERS)}


# Two figures in succession, and how the second differs.
CHANGES = [
    ("34", "50", "16 more"),
    ("three", "two", "one fewer"),
    ("five", "zero", "five fewer"),
    ("31", "at least 35", "at least four more"),
    ("at least 35", "31", "at least four fewer"),
    ("about 50", "64", "9 to 19 more"),
    ("64", "about 50", "9 to 19 fewer"),
    ("about 5,200", "about 2,500", "2,600 to 2,800 fewer"),
    ("up to 10", "12", "2 to 12 more"),
    ("110", "about 110", "hedge only"),
    ("about 110", "110", "hedge only"),
    ("at least 31", "31", "hedge only"),
    ("fewer than 4,000", "4,000", "hedge only"),
    ("more than five", "at least six", "hedge only"),
    ("at least 31", "at least 35", "the least is four higher"),
    ("at least 35", "more than 30", "the least is four lower"),
    ("several", "dozens", "the least is 21 higher"),
    ("up to 10", "up to seven", "the most is three lower"),
    ("at least 31", "35", "narrower"),
    ("about 50", "52", "narrower"),
    ("52", "about 50", "wider"),
    ("between 45 and 60", "between 50 and 70", "may be the same"),
]


@pytest.mark.parametrize(("before", "after", "expected"), CHANGES)
def test_a_change_is_said_as_far_as_the_hedges_go(before: str, after: str, expected: str) -> None:
    """What is only at least is not said to be exactly so much more."""
    one, other = factories.quantity_in(before), factories.quantity_in(after)
    assert change(one, other) == expected


def day(number: int) -> str:
    """Return a day of January 2020."""
    return f"2020-01-{number:02}"


def toll(words: str, said: str | None, claim_id: str, **fields: Any) -> Claim:
    """Make a figure that the ministry gave for one event and a newspaper printed."""
    return factories.stating(
        words,
        **{
            "id": claim_id, "claimant": "ministry", "chain": ("ministry", "arab-news"),
            "period": day(8), "said_on": said,
        } | fields,
    )  # fmt: skip


def page(source_id: str, published: str | None, publisher: str = "the-daily") -> Source:
    """Make a page that was published on a day."""
    return factories.source(source_id, published=published, publisher=publisher)


def climbed(
    *claims: Claim, pages: tuple[Source, ...] = (), basis: Basis = EVENT
) -> list[list[str]]:
    """Return the figures of each ladder that the claims make."""
    return [
        [step.figure for step in ladder.steps] for ladder in made(*claims, pages=pages, basis=basis)
    ]


def made(*claims: Claim, pages: tuple[Source, ...] = (), basis: Basis = EVENT) -> list[Ladder]:
    """Return the ladders that the claims make, in whatever order they are handed over."""
    records = factories.together(page("s-1", None), *pages)
    indicator = factories.indicator(basis=basis)
    found = [list(ladders(Case(indicator, given, records))) for given in (claims, claims[::-1])]
    assert found[0] == found[1]
    return found[0]


FIVE, NINE, TEN = (
    toll("five", day(8), "five"),
    toll("nine", day(9), "nine"),
    toll("10", day(10), "ten"),
)
REJECTED = Review(state=ReviewState.REJECTED)
# What is claimed, and the figures of the ladders that it makes.
SYNTHETIC: list[tuple[list[Claim], list[list[str]]]] = [
    ([FIVE], []),
    ([FIVE, toll("five", day(9), "again")], []),
    ([FIVE, NINE, TEN], [["five", "nine", "10"]]),
    ([FIVE, NINE, toll("five", day(10), "back")], [["five", "nine", "five"]]),
    ([FIVE, toll("five", None, "reprint"), NINE], [["five", "nine"]]),
    ([FIVE, toll("seven", None, "undated"), NINE], [["five", "nine"]]),
    ([FIVE, toll("six", day(8), "same-day", supersedes="five")], [["five", "six"]]),
    ([FIVE, toll("four", day(8), "same-day", supersedes="five"), NINE], [["five", "four", "nine"]]),
    ([FIVE, toll("four", None, "undated", supersedes="five"), NINE], [["five", "four", "nine"]]),
    ([FIVE, toll("six", day(9), "army", claimant="army")], []),
    ([FIVE, toll("six", day(9), "army", claimant="army", supersedes="five")], [["five", "six"]]),
    ([FIVE, toll("six", day(9), "plan", planned=True)], []),
    ([FIVE, NINE, toll("five", day(8), "plan", planned=True),
      toll("six", day(9), "second-plan", planned=True)], [["five", "nine"], ["five", "six"]]),
    ([FIVE, toll("six", day(9), "rejected", review=REJECTED)], []),
    ([FIVE, toll("six", day(9), "rejected", review=REJECTED), TEN], [["five", "10"]]),
    ([FIVE, toll("an undisclosed number", day(9), "unstated")], []),
    ([toll("five", day(8), "a", supersedes="b"), toll("six", day(8), "b", supersedes="a")],
     [["six", "five"]]),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "expected"), SYNTHETIC)
def test_a_ladder_is_what_one_claimant_said_one_after_the_other(
    claims: list[Claim], expected: list[list[str]]
) -> None:
    """In the order said or recorded; equal figures are one step, and one step is no ladder."""
    assert climbed(*claims) == expected


def test_running_totals_of_two_days_are_no_ladder() -> None:
    """A total that grows from day to day is not revised; a second one for one day is."""
    monday, tuesday = toll("five", day(8), "a"), toll("nine", day(9), "b", period=day(9))
    assert climbed(monday, tuesday, basis=Basis.TALLY) == []
    revised = toll("six", day(9), "c")
    assert climbed(monday, tuesday, revised, basis=Basis.TALLY) == [["five", "six"]]


def test_a_withdrawn_figure_is_no_step() -> None:
    """What the claimant took back is not one of its successive figures."""
    taken_back = factories.changed(
        NINE, withdrawn=Withdrawal(on=day(10), by="the ministry", reason="a misprint")
    )
    assert climbed(FIVE, taken_back, TEN) == [["five", "10"]]


def test_a_step_counts_who_said_and_printed_it_once() -> None:
    """A figure that two newspapers print is one step with two publishers."""
    again = toll("five", day(8), "again", chain=("ministry", "irna"))
    (ladder,) = made(FIVE, again, NINE)
    first = ladder.steps[0]
    assert (first.claims, first.claimants) == (("again", "five"), ("ministry",))
    assert first.publishers == ("IRNA", "ARAB-NEWS")
    assert (first.value, first.low, first.high) == (5, 5, 5)


def printed(claim_id: str, source_id: str, words: str = "five", **fields: Any) -> Claim:
    """Make a reprint of the ministry's figure on another page, without the day it was said."""
    evidence = (factories.evidence(source=source_id),)
    chain = ("ministry", "irna", "the-daily")
    return toll(words, None, claim_id, **{"evidence": evidence, "chain": chain} | fields)


# The claims beside five on 8 January and nine on the 9th, the day that page s-2 came out, and who
# is late with the five by how many days.
LATE: list[tuple[list[Claim], str | None, list[tuple[str, int]]]] = [
    ([printed("old", "s-2")], "2020-01-12", [("old", 3)]),
    ([printed("old", "s-2")], "2020-01-10", [("old", 1)]),
    ([printed("old", "s-2")], "2020-01-09", []),
    ([printed("old", "s-2")], "2020-01", []),
    ([printed("old", "s-2")], "2020-02", [("old", 23)]),
    ([printed("old", "s-2")], None, []),
    ([printed("new", "s-2", "nine")], "2020-01-12", []),
    ([printed("old", "s-2", "at least five")], "2020-01-12", []),
    ([printed("old", "s-2"), printed("new", "s-2", "nine")], "2020-01-12", []),
    ([printed("old", "s-2", claimant="irna")], "2020-01-12", [("old", 3)]),
    ([printed("old", "s-2", claimant="irna", chain=("irna", "the-daily"))], "2020-01-12", []),
    ([printed("old", "s-2", review=REJECTED)], "2020-01-12", []),
    ([printed("old", "s-2", planned=True)], "2020-01-12", []),
    ([printed("old", "s-2"), toll("five", day(11), "back")], "2020-01-12", []),
    ([printed("old", "s-2"), toll("five", day(13), "back")], "2020-01-12", [("old", 3)]),
]


@pytest.mark.parametrize(("claims", "published", "expected"), LATE)
def test_a_page_is_late_that_prints_a_figure_after_the_next_one_ruled_it_out(
    claims: list[Claim], published: str | None, expected: list[tuple[str, int]]
) -> None:
    """Only a page that came out for certain after that, and does not give the newer figure too."""
    (ladder,) = made(FIVE, NINE, *claims, pages=(page("s-2", published),))
    late = [one for step in ladder.steps for one in step.late]
    assert [(one.claim, one.days) for one in late] == expected
    assert all(one.publisher == "the-daily" for one in late)


def test_a_page_is_not_late_with_what_the_next_figure_allows() -> None:
    """At least five is still true when nine is known."""
    records = (page("s-2", "2020-01-12"),)
    floor = toll("at least five", day(8), "floor")
    (ladder,) = made(floor, NINE, printed("old", "s-2", "at least five"), pages=records)
    assert [step.late for step in ladder.steps] == [(), ()]


def test_a_page_is_not_late_with_a_figure_for_another_time() -> None:
    """Five troops in March are no old figure for January."""
    pages = (page("s-2", "2020-03-12"),)
    for period, days in ((day(8), [63]), ("2020-03", [])):
        other = printed("old", "s-2", period=period)
        (ladder,) = made(FIVE, NINE, other, pages=pages, basis=Basis.LEVEL)
        assert [one.days for step in ladder.steps for one in step.late] == days


def test_the_sentence_says_when_and_how_often() -> None:
    """Figures keep their hedges, and a day that is not known is said to be unknown."""
    records = factories.together(factories.party("ministry"))
    floor = toll("at least four", None, "floor")
    (ladder,) = made(floor, toll("six", "2020-02", "six", supersedes="floor"))
    assert sentence(ladder, records) == (
        "MINISTRY: at least four on an unknown day, six in February 2020: revised once"
    )
