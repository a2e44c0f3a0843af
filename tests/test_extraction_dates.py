"""Time expressions: what they are resolved to, where they stand, and what is no date.

All is read as on Tuesday 27 July 2021. A new expression is a line in a table: the expression
stands in braces, `|` parts it from the period expected.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import periods
from claims.extraction.dates import Dated, Kind, dateline, find, to_date

TUESDAY = date(2021, 7, 27)

NAMED = """
The truck was hit on {27 July 2021} near the river. | 2021-07-27
The truck was hit on {July 27, 2021}, near the river. | 2021-07-27
The truck was hit on {Tuesday, July 27}, near the river. | 2021-07-27
The truck was hit on {Monday (July 26}) near the river. | 2021-07-26
The truck was hit on {the 26th of July} at dawn. | 2021-07-26
The log reads {27/07/2021} and nothing else. | 2021-07-27
The log reads {7/27/2021} and nothing else. | 2021-07-27
The log reads {2021-07-27} and nothing else. | 2021-07-27
THE BRIDGE FELL ON {19 JULY}. | 2021-07-19
THE BRIDGE FELL ON {19 JUL 89} AT NOON. | 1989-07-19
The bridge fell on {the 20th}. | 2021-07-20
The bridge fell on {Sept. 11, 2001}. | 2001-09-11
The log reads {2021/07/12} and nothing else. | 2021-07-12
{The 3 May} attack was the worst. | 2021-05-03
The {March} attack was the worst. | 2021-03
It rained on {March 3-5} without a break. | 2021-03-03/2021-03-05
It rained {between 3 and 5 March} without a break. | 2021-03-03/2021-03-05
It rained {from 28 February to 5 March 2019} without a break. | 2019-02-28/2019-03-05
It rained {from Monday to Friday} without a break. | 2021-07-19/2021-07-23
It rained {from November to March}. | 2020-11/2021-03
Six were freed on {6 February last year}. | 2020-02-06
Six were freed in {July 2020}. | 2020-07
Six were freed in {July}. | 2021-07
Six were freed in {November}. | 2020-11
Six were freed {last July}. | 2020-07
Six were freed {this past March}. | 2021-03
Six were freed in {May}, a priest said. | 2021-05
SIX WERE FREED IN {MAY}. | 2021-05
Six were freed in {2014}. | 2014
The {2014} war left the valley empty. | 2014
The drought of {2018-19} emptied the wells. | 2018/2019
Wells dried up {between 2008 and 2012}. | 2008/2012
Wells dried up {from 2008 to 2012}. | 2008/2012
Wells were dug in {the 1990s}. | 1990/1999
Wells were dug in {the late 1980s}. | 1987/1989~
Wells were dug in {the sixties}. | 1960/1969
Wells were dug in {the 19th century}. | 1800/1899
"""
"""Dates with a name or a number of their own."""

PARTS = """
They were beaten in {late 2017}. | 2017-10/2017-12~
They were beaten in {early March}. | 2021-03-01/2021-03-10~
They were beaten in {mid-2019}. | 2019-05/2019-08~
They leave at {the end of the year}. | 2021-12~
They left at {the beginning of 2020}. | 2020-01~
They left in {the last week of June}. | 2021-06-21/2021-06-30~
They left in {the first half of 2020}. | 2020-01/2020-06
They left in {the second quarter of 2020}. | 2020-04/2020-06
They left in {the first nine months of 2020}. | 2020-01/2020-09
They left {late last year}. | 2020-10/2020-12~
They left {earlier this year}. | 2021-01-01/2021-07-27
They left {earlier in 2020}. | 2020
They leave {later this year}. | 2021-07-27/2021
They left {last summer}. | 2020-06/2020-08~
They left in {the summer of 2019}. | 2019-06/2019-08~
They left {last winter}. | 2020-12/2021-02~
"""
"""Parts of a year or a month, as about as they were said."""

RELATIVE = """
Two fell ill {today}. | 2021-07-27
Two fell ill {yesterday}. | 2021-07-26
Two fell ill {the day before yesterday}. | 2021-07-25
Two fell ill {this morning}. | 2021-07-27
Two fell ill {early this morning}. | 2021-07-27
Two fell ill {LAST NIGHT}. | 2021-07-26
Two fell ill {overnight}. | 2021-07-26/2021-07-27
The vote is {tomorrow}. | 2021-07-28
Two fell ill on {Tuesday}. | 2021-07-27
Two fell ill on {Wednesday}. | 2021-07-21
Two fell ill on {Sunday morning}. | 2021-07-25
Two fell ill {last Tuesday}. | 2021-07-20
Two fell ill on {Tuesday of last week}. | 2021-07-20
The court will meet on {Friday}. | 2021-07-30
On {Friday}, the court will rule. | 2021-07-30
The court will meet {next Friday}. | 2021-08-06
The court will meet again, the clerk said on {Friday}. | 2021-07-23
Two fell ill {last week}. | 2021-07-19/2021-07-25
Two fell ill {this week}. | 2021-07-26/2021-08-01
Two fell ill at {the weekend}. | 2021-07-24/2021-07-25
Two fell ill {last month}. | 2021-06
Two fell ill {this year}. | 2021
Two fell ill {last year}. | 2020
Two fell ill {two days ago}. | 2021-07-25
Two fell ill {a week ago}. | 2021-07-20~
Two fell ill {three years ago}. | 2018~
Two fell ill over {the past three days}. | 2021-07-24/2021-07-27
Two fell ill in {the last 24 hours}. | 2021-07-26/2021-07-27
Two fell ill in {the past year}. | 2020-07~/2021-07-27
Two fell ill {so far this year}. | 2021-01-01/2021-07-27
Two have fallen ill {since Monday}. | 2021-07-26/..
Two have fallen ill {since last year}. | 2020/..
Two have fallen ill {since 7 October}. | 2020-10-07/..
The truce holds {until Friday}. | ../2021-07-30
The siege lasted {until Friday}. | ../2021-07-23
They are to leave {by the end of the year}. | ../2021-12~
Nobody came {before 2014}. | ../2014
"""
"""Dates that count from the publication."""

NO_DATE = """
He may go.
THEY MAY GO AND THEY MAY STAY.
The march on the capital ended in tears.
The March on the capital ended in tears.
They had to march ten miles.
An august body of judges sat.
The Sun printed it, and April Jones read it.
A priest called June Diaz wept.
He came second and she came third.
They counted 2,500 of them.
The blast killed 2014 people.
He cited Section 2014 of the code.
It cost $2014 in all.
The F-2014 and route 2015 are closed.
The shelling began at 2000 GMT.
The form says 05/06/2021.
He is 34 years old, she is a 12-year-old.
The prison is called Bloody Sunday by some.
They read the Sunday Times.
It happens twice a week.
He ran for a second time, after a second blast.
The spring fed a well, and the fall of the town followed.
"""

SPANS = [
    # sentence, kind
    ("It happened on Monday.", Kind.DAY),
    ("It happened in July.", Kind.SPAN),
    ("It happened in the past three days.", Kind.TO_DATE),
    ("It has happened since July.", Kind.SINCE),
    ("It happened after July.", Kind.AFTER),
    ("It goes on until July.", Kind.UNTIL),
    ("It happened before July.", Kind.BEFORE),
    ("It happened three years ago.", Kind.AGO),
    ("It went on for three years.", Kind.DURATION),
    ("It went on for days.", Kind.DURATION),
    ("An eight-year siege ended.", Kind.DURATION),
    ("It came three years after the war.", Kind.DURATION),
]  # fmt: skip

DATELINES = [
    ("BOGOTA, 19 JUL 89 (EFE) -- [TEXT] A MAN FELL.", date(1989, 7, 19)),
    ("Lake burns\n\nTuesday, July 27, 2021\n\nA lake burns.", TUESDAY),
    ("Published: 27 July 2021\nA lake burns.", TUESDAY),
    ("BAGHDAD, July 27 (AFP) - A lake burns.", None),
    ("The lake burned on 27 July 2021\nand again.", None),
    ("A lake burns.", None),
]  # fmt: skip


def _lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line]


def _only(text: str) -> Dated:
    found = find(text, TUESDAY)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize("line", _lines(NAMED + PARTS + RELATIVE))
def test_an_expression_is_found_at_its_place_with_its_period(line: str) -> None:
    """The span is that in braces, letter by letter, and the period as exact as the words."""
    marked, period = line.split(" | ")
    text = marked.replace("{", "").replace("}", "")
    found = _only(text)
    assert f"{text[: found.start]}{{{text[found.start : found.end]}}}{text[found.end :]}" == marked
    assert found.period == period


@pytest.mark.parametrize("text", _lines(NO_DATE))
def test_what_only_looks_like_a_date_is_left_out(text: str) -> None:
    """Verbs, names, counts, ages and clock times say no day."""
    assert find(text, TUESDAY) == []


@pytest.mark.parametrize(("text", "kind"), SPANS)
def test_the_kind_tells_a_moment_from_a_stretch_and_from_a_length(text: str, kind: Kind) -> None:
    """Only a duration has no period."""
    found = _only(text)
    assert (found.kind, found.period is None) == (kind, kind is Kind.DURATION)


def test_a_stretch_that_holds_the_publication_day_is_running() -> None:
    """In July this year is running and can be read to date; last year and a day cannot."""
    running = _only("Fifty attacks this year.")
    over = _only("Fifty attacks last year.")
    assert (running.running, to_date(running, TUESDAY)) == (True, "2021-01-01/2021-07-27")
    assert (over.running, to_date(over, TUESDAY)) == (False, "2020")


def test_what_begins_after_the_publication_is_ahead() -> None:
    """Next week is ahead; this week has begun."""
    assert _only("They leave next week.").ahead
    assert not _only("They leave this week.").ahead


def test_a_date_counted_from_the_one_named_before_follows_it() -> None:
    """The day before is that before the day the text named, not before its publication."""
    text = "The fort fell on 3 May 2019. The day before, it had been shelled."
    assert [one.period for one in find(text, TUESDAY)] == ["2019-05-03", "2019-05-02"]


def test_two_days_with_and_stay_two_moments() -> None:
    """Only between ... and makes a stretch of them."""
    found = find("Shells fell on Monday and Tuesday.", TUESDAY)
    assert [one.period for one in found] == ["2021-07-26", "2021-07-27"]


def test_a_date_that_owns_something_is_not_opened() -> None:
    """After Monday's attack speaks of Monday, not of the time after."""
    assert _only("Shops closed after Monday's attack.").period == "2021-07-26"


def test_without_a_publication_day_only_named_dates_are_resolved() -> None:
    """Yesterday and 3 May have no period then; 3 May 2019 and 2014 have theirs."""
    found = find("Yesterday, on 3 May, since 2014, on 3 May 2019.", None)
    assert [one.period for one in found] == [None, None, "2014/..", "2019-05-03"]


def test_a_day_that_says_which_attack_is_not_opened() -> None:
    """After the 3 May attack speaks of that day; after 3 May, of the time that followed."""
    assert _only("Shops closed after the 3 May attack.").period == "2021-05-03"
    assert _only("Shops closed after 3 May.").period == "2021-05-03/.."


@pytest.mark.parametrize(("text", "day"), DATELINES)
def test_a_dateline_gives_the_day_and_a_sentence_does_not(text: str, day: date | None) -> None:
    """A dateline has a whole date, at the head, not in the middle of a sentence."""
    assert dateline(text) == day


def test_a_day_that_is_in_no_calendar_is_no_date() -> None:
    """31 April 2020 is none; the month in it may be read, the day may not."""
    assert all(one.kind is not Kind.DAY for one in find("On 31 April 2020 it rained.", TUESDAY))


PIECES = st.sampled_from(
    "the past last this next early late mid- end of since until between and to from by on in for "
    "3 27 27-3 31 1st 2014 1990s 89 0 9999 July may MARCH Sept. Friday Sun weekend year week days "
    "hours decade two a few eight ago before later İ ’s - – , . ( \n 2021-07-27 31/12/9999 summer "
    "quarter half first today tonight 100 century".split(" ")
)


@given(st.lists(PIECES, max_size=25), st.dates() | st.none())
def test_any_text_gives_exact_spans_and_periods_that_can_be_read(
    pieces: list[str], published: date | None
) -> None:
    """Spans are in order and do not overlap; each period is EDTF that ends after it starts."""
    text = " ".join(pieces)
    found = find(text, published)
    ends = [0, *(one.end for one in found)]
    assert all(
        end <= one.start < one.end <= len(text) for end, one in zip(ends, found, strict=False)
    )
    assert all(one.period is None or periods.parse(one.period) for one in found)


@given(st.text(max_size=200))
def test_any_letters_at_all_are_read_without_fault(text: str) -> None:
    """Whatever is pasted, nothing is raised and no span is empty."""
    assert all(text[one.start : one.end].strip() for one in find(text, TUESDAY))
