"""Periods: what an EDTF text means, how it is said, and that nothing else gets in."""

from __future__ import annotations

import json
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from claims.periods import Period, duration_in_words, lasting, parse
from tests import strategies

MEANINGS = [
    # text, first day, last day, approximate, uncertain
    ("2021", date(2021, 1, 1), date(2021, 12, 31), False, False),
    ("2021-07", date(2021, 7, 1), date(2021, 7, 31), False, False),
    ("2020-02", date(2020, 2, 1), date(2020, 2, 29), False, False),
    ("2021-07-27", date(2021, 7, 27), date(2021, 7, 27), False, False),
    ("2021-07-15/2021-07-27", date(2021, 7, 15), date(2021, 7, 27), False, False),
    ("2020/2021-06", date(2020, 1, 1), date(2021, 6, 30), False, False),
    ("../2021-07-27", None, date(2021, 7, 27), False, False),
    ("2003-03/..", date(2003, 3, 1), None, False, False),
    ("2014-12~", date(2014, 12, 1), date(2014, 12, 31), True, False),
    ("2021?", date(2021, 1, 1), date(2021, 12, 31), False, True),
    ("2021-07%", date(2021, 7, 1), date(2021, 7, 31), True, True),
    ("2021-07-15~/2021-08?", date(2021, 7, 15), date(2021, 8, 31), True, True),
    ("201X", date(2010, 1, 1), date(2019, 12, 31), False, False),
    ("2021-07-XX", date(2021, 7, 1), date(2021, 7, 31), False, False),
    ("2021-21", date(2021, 3, 1), date(2021, 5, 31), False, False),
]


@pytest.mark.parametrize(("text", "start", "end", "approximate", "uncertain"), MEANINGS)
def test_an_edtf_text_means_its_days(
    text: str, start: date | None, end: date | None, approximate: bool, uncertain: bool
) -> None:
    """A text gives its first and last day, inclusive, open ends, and its qualifiers."""
    assert parse(text) == Period(text, start, end, approximate, uncertain)


IN_WORDS = [
    ("2021", "2021"),
    ("2021-07", "July 2021"),
    ("2021-07-27", "27 July 2021"),
    ("2014-12~", "about December 2014"),
    ("2021-07-27?", "possibly 27 July 2021"),
    ("2021%", "possibly about 2021"),
    ("2021-07-15/2021-07-27", "15 July 2021 to 27 July 2021"),
    ("2020/2021-06", "2020 to June 2021"),
    ("../2021-07-27", "up to 27 July 2021"),
    ("2003-03/..", "from March 2003 on"),
]


@pytest.mark.parametrize(("text", "words"), IN_WORDS)
def test_a_period_is_said_as_precisely_as_it_was_given(text: str, words: str) -> None:
    """A month is never said as a day, and a doubt is said."""
    assert parse(text).in_words() == words


NOT_EDTF = [
    "",
    "27 July 2021",
    "27.07.2021",
    "07/27/2021",
    "2021-7-27",
    "2021-13",
    "2021-00",
    "2021-00-10",
    "2021-07-00",
    "2021-02-30",
    "2021-21-05",
    "20210727",
    "21",
    "0000",
    "10000",
    "-2021",
    "Y-99999999999999999999",
    "Y170000002",
    "..",
    "../..",
    "/2021",
    "2021/",
    "2021/2022/2023",
    " 2021",
    "2021\n",
    "2021-07\x00",
    "２０２１",
    "2021\u202e",
    "unknown",
    "[" * 5_000,
    "[" + "2021," * 20 + "2022]",
]


@pytest.mark.parametrize("text", NOT_EDTF)
def test_what_is_not_edtf_is_refused_with_a_hint(text: str) -> None:
    """Other notations, impossible days and look-alikes are refused; the hint shows the way."""
    with pytest.raises(ValueError, match="is not an EDTF period; write 2021, 2021-07"):
        parse(text)


@pytest.mark.parametrize("text", ["2021-07/2021-06", "2022/2021", "2021-07-27/2021-07-26"])
def test_a_period_that_ends_before_it_starts_is_refused(text: str) -> None:
    """The two sides of an interval stand in order."""
    with pytest.raises(ValueError, match="ends before it starts"):
        parse(text)


@given(strategies.plain_dates)
@example("2000-02-29")
@example("1900-02")
@example("0001")
def test_plain_dates_mean_what_the_edtf_library_says(text: str) -> None:
    """The fast way for years, months and days gives the library's first and last day."""
    library, ours = parse_edtf(text), parse(text)
    first, last = library.lower_strict(), library.upper_strict()
    assert ours.start is not None
    assert ours.end is not None
    assert ours.start.timetuple()[:3] == first[:3]
    assert ours.end.timetuple()[:3] == last[:3]


@given(strategies.periods)
def test_a_period_writes_itself_as_it_was_read(period: Period) -> None:
    """The text of the source is kept, and means the same again."""
    assert parse(str(period)) == period


@given(strategies.periods)
def test_a_period_starts_before_it_ends_with_its_middle_between(period: Period) -> None:
    """The mark on a time axis stands inside the period, or at its known end."""
    middle = period.middle
    assert middle is not None
    assert period.start is None or period.start <= middle
    assert period.end is None or middle <= period.end


@given(strategies.periods, strategies.periods)
def test_two_periods_overlap_or_one_is_before_the_other(one: Period, other: Period) -> None:
    """Just one of three holds: they overlap, the first is before, the second is before."""
    assert one.overlaps(other) is other.overlaps(one)
    assert one.overlaps(one)
    assert [one.overlaps(other), one.is_before(other), other.is_before(one)].count(True) == 1


OVERLAPS = [
    ("2021-07", "2021-07-27", True),
    ("2021-07-27", "2021-07-28", False),
    ("../2021-07-27", "2021-07-27/..", True),
    ("../2021-07-26", "2021-07-27/..", False),
    ("2021", "2021-12-31/2022", True),
    ("2020~", "2021", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), OVERLAPS)
def test_periods_overlap_where_they_share_a_day(one: str, other: str, expected: bool) -> None:
    """Both ends of a period belong to it."""
    assert parse(one).overlaps(parse(other)) is expected


@given(st.text() | st.text("0123456789-/.~?%XYSEuTZW[]{},: ", max_size=24))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text either means a period or is refused with a ValueError, never anything else."""
    try:
        period = parse(text)
    except ValueError:
        return
    assert period.text == text
    assert period.in_words()


PERIOD = TypeAdapter(Period)


def test_a_period_in_a_record_is_its_text() -> None:
    """In JSON a period is a string; a period that is passed as it is stays."""
    assert PERIOD.validate_python("2021-07") == parse("2021-07")
    assert PERIOD.validate_python(parse("2021-07")) == parse("2021-07")
    assert json.loads(PERIOD.dump_json(parse("2021-07"))) == "2021-07"
    assert PERIOD.json_schema()["type"] == "string"


@pytest.mark.parametrize(
    "value", [2021, None, ["2021"], date(2021, 7, 27), b"2021", "2021" + " " * 90]
)
def test_a_period_in_a_record_is_text_and_nothing_else(value: object) -> None:
    """Numbers, lists and over-long texts are bad data, not periods."""
    with pytest.raises(ValidationError, match="is not an EDTF period"):
        PERIOD.validate_python(value)


@pytest.mark.parametrize(
    ("duration", "days", "words"),
    [
        ("P6M", 180, "6 months"),
        ("P1Y", 365, "1 year"),
        ("P2W", 14, "2 weeks"),
        ("P1D", 1, "1 day"),
        ("P01M", 30, "1 month"),
        ("P1Y6M", 545, "1 year and 6 months"),
        ("P1Y6M2D", 547, "1 year, 6 months and 2 days"),
    ],
)
def test_durations_are_counted_and_said(duration: str, days: int, words: str) -> None:
    """A year counts 365 days and a month 30; both are said in words."""
    assert (lasting(duration).days, duration_in_words(duration)) == (days, words)
