"""Which numbers of a text are quantities: tables of both, and what holds for any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.extraction.numbers import find
from claims.numerals import parse

if TYPE_CHECKING:
    from claims.hedges import Number

QUANTITIES = [
    # sentence, [(its words, low, high, unit)]
    ("At least five people were killed.", [("At least five", 5, None, "people")]),
    ("AT LEAST 6 PEASANTS DIED.", [("AT LEAST 6", 6, None, "peasant")]),
    ("Police shot two rebels and an officer.", [("two", 2, 2, "rebel")]),
    ("Between 20 and 30 houses burned.", [("Between 20 and 30", 20, 30, "house")]),
    ("It fired 12 to 15 rockets.", [("12 to 15", 12, 15, "rocket")]),
    ("Three or four gunmen fled.", [("Three or four", 3, 4, "gunman")]),
    ("Tens of thousands of refugees left.", [("Tens of thousands", 20_000, None, "refugee")]),
    ("Dozens are missing.", [("Dozens", 24, None, "")]),
    ("Scores of homes are gone.", [("Scores", 40, None, "home")]),
    ("Half of the town is dark.", [("Half", 0.5, 0.5, "town")]),
    ("It is 80km/h here.", [("80", 80, 80, "kilometre per hour")]),
    ("A 37m mast fell.", [("37", 37, 37, "metre")]),
    ("The state paid 5m people.", [("5m", 5_000_000, 5_000_000, "people")]),
    ("He was given a 10-year sentence.", [("10", 10, 10, "year")]),
    ("A 7-year-old girl was hurt.", [("7", 7, 7, "year of age")]),
    ("Prices went from $3 to $4 in a day.", [("$3 to $4", 3, 4, "dollar")]),
    ("The toll rose from 5 to 8.", [("5", 5, 5, ""), ("8", 8, 8, "")]),
    ("From 200 to 300 people came.", [("200 to 300", 200, 300, "people")]),
    ("In Idlib 50 people were held.", [("50", 50, 50, "people")]),
    ("They killed 2000 people.", [("2000", 2000, 2000, "people")]),
    ("About 2000 soldiers came.", [("About 2000", 1500, 2500, "soldier")]),
    ("One of the wounded died.", [("One", 1, 1, "")]),
    ("One more soldier died.", [("One", 1, 1, "soldier")]),
    ("Some 50 people or so came.", [("Some 50 people or so", 45, 55, "people")]),
    ("It was -5% in May.", [("-5%", -5, -5, "percentage")]),
    ("Killed:\n-5 soldiers", [("5", 5, 5, "soldier")]),
    ("Damage of £2.7m was done.", [("£2.7m", 2_700_000, 2_700_000, "pound sterling")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_a_sentence_states_its_quantities(
    text: str, expected: list[tuple[str, Number | None, Number | None, str]]
) -> None:
    """Every quantity is found with its exact words, its bounds and what it counts."""
    found = [(text[f.start : f.end], f.low, f.high, f.unit) for f in find(text)]
    assert found == expected


NOT_QUANTITIES = [
    ("It ended in 2018.", "a year"),
    ("The 2019 elections were close.", "a year before a plural"),
    ("It ran from 2014 to 2017.", "years"),
    ("The season of 1995-96 was cold.", "a season"),
    ("On May 7 and 12 June it rained.", "days"),
    ("They met at 3 a.m. and at 14:30.", "times of day"),
    ("We eat at six o'clock.", "an hour in words"),
    ("It was the 23rd attack.", "an ordinal"),
    ("Anna Vik, 31, has left.", "an age beside a name"),
    ("The S&P 500 fell.", "an index"),
    ("A Boeing 737 Max landed.", "an aircraft"),
    ("He flew in his own 787 Dreamliner.", "another"),
    ("Section 427 and TA-25 apply.", "a law and a form"),
    ("He lives at No 10.", "a house"),
    ("She works at 16-18 Mill Road.", "an address"),
    ("Call +44 20 7946 0958 or (202) 555-0142.", "telephone numbers"),
    ("1. The bridge fell.", "a line of a list"),
    ("They won 3-1 and drew 2-2.", "scores"),
    ("The category 4 storm came.", "a label"),
    ("No one was there; they saw one another.", "pronouns"),
    ("This one is new, and one can tell.", "pronouns again"),
    ("He scores when it scores.", "a verb"),
    ("A baker's dozen was sold.", "a phrase"),
    ("It is open 24/7.", "a phrase in digits"),
    ("COVID-19 spread; Covid 19 too.", "a name"),
]


@pytest.mark.parametrize(("text", "why"), NOT_QUANTITIES)
def test_other_numbers_are_left_out(text: str, why: str) -> None:
    """A number that names a moment, a person's age or a thing is no quantity."""
    assert [text[f.start : f.end] for f in find(text)] == [], why


TRENDS = [
    ("Shares rose 5 percent.", ["up"]),
    ("Output fell by 2 percent.", ["down"]),
    ("Dow +0.2%, Dax -0.3%.", ["up", ""]),
    ("It was down 3 points, or 0.5 percent.", ["down", "down"]),
    ("Costs lost 5 percent.", ["down"]),
    ("They lost 30 soldiers.", [""]),
    ("It rose to $7.", [""]),
    ("Prices rise 5 to 6 percent.", [""]),
    ("There were 5 cars.", [""]),
]


@pytest.mark.parametrize(("text", "trends"), TRENDS)
def test_a_rise_or_a_fall_is_told(text: str, trends: list[str]) -> None:
    """A change by a number is told from a level; a range has no direction."""
    assert [f.trend for f in find(text)] == trends


def test_capitals_name_things_only_where_not_all_is_in_capitals() -> None:
    """“IN GAZA 30 WERE HELD” counts, “the Big 12” does not."""
    assert [f.value for f in find("IN GAZA 30 WERE HELD.")] == [30]
    assert find("He coached in the Big 12 for long.") == []


def test_the_number_is_marked_inside_its_words() -> None:
    """“at least five” is the evidence, “five” the number in it."""
    text = "Police said at least five died."
    (found,) = find(text)
    assert text[found.start : found.end] == "at least five"
    assert text[found.number_start : found.number_end] == "five"


WORDS = st.sampled_from(
    "a an the and at least no not five twenty - hundred thousand half 1,000 5 .5 , to – between "
    "from or more dozens of several million th $ £ % per cent -5 +3 5m 3bn £3m-£5m about up minus "
    "37m two-thirds a third one in ten 1/2 ½ people killed soldiers 2018 May miles km/h 5kg 5-10W "
    "( ) some nearly odd plus fewer so total only just . another ~ sub- 3.5 year-old US$ ٥ İ "
    "rose toll \n \t".split(" ")
)


@given(st.text() | st.lists(WORDS, max_size=16).map(" ".join) | st.lists(WORDS).map("".join))
@example("the toll rose from 5 to 8 million people or so")
@example("almost -5 soldiers and 5m")
def test_what_is_found_is_parsed_from_its_words_alone(text: str) -> None:
    """Every span lies in the text, in order, and its words alone give its hedge and bounds."""
    end = 0
    for found in find(text):
        assert end <= found.start <= found.number_start < found.number_end <= found.end
        end = found.end
        stated = parse(text[found.start : found.end], found.unit)
        assert (stated.hedge, stated.value) == (found.hedge, found.value)
        assert (stated.bounds.low, stated.bounds.high) == (found.low, found.high)
    assert end <= len(text)


@pytest.mark.parametrize(
    "piece", ["at least ", "1,", "one hundred ", "-", "twenty-", "5 to ", "$", "one in ", "from 5 "]
)
def test_repeated_words_are_read_to_the_end(piece: str) -> None:
    """A text of nothing but beginnings of numbers is read through to its last number."""
    text = piece * 5_000 + ". Then seven people died"
    assert find(text)[-1].value == 7
