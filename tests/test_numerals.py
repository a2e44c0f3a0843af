"""Wordings to numbers: what a source says, how firmly, and where nothing may be read.

The wordings are of the kind that the starter articles print. A new one is a line in a table.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.errors import WordingError
from claims.hedges import Hedge, Number
from claims.numerals import AFTER, HEDGE_OF, find, number, parse

E, A, N = Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY
GE, GT, LE, LT = Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.FEWER_THAN
B, V = Hedge.BETWEEN, Hedge.VAGUE

ONE_NUMBER = [
    # wording, hedge, value, low, high
    ("At least five people have been killed", GE, 5, 5, None),
    ("at least 2,500 U.S. military personnel", GE, 2_500, 2_500, None),
    ("at least the 11th incident with drones", GE, 11, 11, None),
    ("at least twenty-seven rocket attacks", GE, 27, 27, None),
    ("at least a dozen arrests", GE, 12, 12, None),
    ("at  least\nfive", GE, 5, 5, None),
    ("no fewer than 21 dead", GE, 21, 21, None),
    ("not less than 5", GE, 5, 5, None),
    ("five or more", GE, 5, 5, None),
    ("more than 1,200, Warren said", GT, 1_200, 1_201, None),
    ("over 170,000 US troops", GT, 170_000, 170_001, None),
    ("upwards of 3,000", GT, 3_000, 3_001, None),
    ("more than a dozen rockets", GT, 12, 13, None),
    ("a total of more than 15", GT, 15, 16, None),
    ("around 50 rocket and drone attacks", A, 50, 45, 55),
    ("About 2,500 U.S. troops", A, 2_500, 2_450, 2_550),
    ("some 300 protesters", A, 300, 250, 350),
    ("an estimated 10,000 fighters", A, 10_000, 5_000, 15_000),
    ("50 or so", A, 50, 45, 55),
    ("targeted almost 50 times this year", N, 50, 40, 50),
    ("nearly 50", N, 50, 40, 50),
    ("close to 1,000", N, 1_000, 0, 1_000),
    ("not quite 50", N, 50, 40, 50),
    ("as many as 170,000 troops", LE, 170_000, 0, 170_000),
    ("up to 600 troops", LE, 600, 0, 600),
    ("no more than 12", LE, 12, 0, 12),
    ("not over 50", LE, 50, 0, 50),
    ("five or fewer", LE, 5, 0, 5),
    ("Fewer than 2,000 US troops", LT, 2_000, 0, 1_999),
    ("less than 4,000 U.S. troops", LT, 4_000, 0, 3_999),
    ("below the current cap of 3,870", E, 3_870, 3_870, 3_870),
    ("under 20", LT, 20, 0, 19),
    ("between 250 and 350 people", B, None, 250, 350),
    ("250 to 350 advisers", B, None, 250, 350),
    ("250–350", B, None, 250, 350),
    ("250-350", B, None, 250, 350),
    ("five to seven", B, None, 5, 7),
    ("several powerful groups", V, None, 3, None),
    ("a few people", V, None, 3, None),
    ("dozens wounded", V, None, 24, None),
    ("scores wounded", V, None, 40, None),
    ("several dozen", V, None, 36, None),
    ("hundreds arrested", V, None, 200, None),
    ("several hundred personnel", V, None, 300, None),
    ("tens of thousands", V, None, 20_000, None),
    ("hundreds of thousands", V, None, 200_000, None),
    ("now totaling 2,500", E, 2_500, 2_500, 2_500),
    ("a total of 34 troops", E, 34, 34, 34),
    ("the death of only four", E, 4, 4, 4),
    ("the 23rd rocket attack", E, 23, 23, 23),
    ("fifty-one attacks this year", E, 51, 51, 51),
    ("Twenty‑nine soldiers", E, 29, 29, 29),
    ("one hundred and five", E, 105, 105, 105),
    ("two hundred thousand", E, 200_000, 200_000, 200_000),
    ("one million two hundred thousand", E, 1_200_000, 1_200_000, 1_200_000),
    ("1.5 million people", E, 1_500_000, 1_500_000, 1_500_000),
    ("half a million people", E, 500_000, 500_000, 500_000),
    ("one and a half million", E, 1_500_000, 1_500_000, 1_500_000),
    ("half a dozen rockets", E, 6, 6, 6),
    ("two dozen", E, 24, 24, 24),
    ("zero casualties", E, 0, 0, 0),
    ("6.5 percent", E, 6.5, 6.5, 6.5),
    ("10,000-strong", E, 10_000, 10_000, 10_000),
    ("83-nation coalition", E, 83, 83, 83),
    ("fight between two groups", E, 2, 2, 2),
    ("two third-country nationals", E, 2, 2, 2),
    ("five demonstrators and a policeman", E, 5, 5, 5),
    ("Sedikitnya tiga orang tewas", GE, 3, 3, None),
    ("murieron al menos ocho personas", GE, 8, 8, None),
    ("al menos dos muertos", GE, 2, 2, None),
    ("au moins un mort", GE, 1, 1, None),
    ("على الأقل خمسة", GE, 5, 5, None),
    ("أربعة متظاهرين", E, 4, 4, 4),
    ("la 29e attaque de ce type", E, 29, 29, 29),
    ("S&P 500", E, 500, 500, 500),  # names are the extraction stage's to leave out
]


@pytest.mark.parametrize(("text", "hedge", "value", "low", "high"), ONE_NUMBER)
def test_a_wording_states_one_number(
    text: str, hedge: Hedge, value: Number | None, low: Number | None, high: Number | None
) -> None:
    """A wording gives its hedge, its value and the bounds of the table, and nothing more."""
    found = [(s.hedge, s.value, s.bounds.low, s.bounds.high) for s in find(text)]
    assert found == [(hedge, value, low, high)]


SEVERAL_NUMBERS = [
    ("from about 5,200 to 3,000 troops", [(A, 5_200), (E, 3_000)], "a fall is no range"),
    ("from 500 personnel to around 4,000", [(E, 500), (A, 4_000)], "a rise is no range"),
    ("between 350 and 250", [(E, 350), (E, 250)], "a range runs upwards"),
    ("rose to 22 dead and 47 wounded", [(E, 22), (E, 47)], "two counts"),
    ("at least 4, 22 and 31", [(GE, 4), (E, 22), (E, 31)], "without “between”, “and” lists"),
    ("22 and 31 or more", [(E, 22), (GE, 31)], "what follows is said of the last"),
    ("four and five", [(E, 4), (E, 5)], "two numbers, not nine"),
    ("one two three", [(E, 1), (E, 2), (E, 3)], "three numbers, not six"),
    ("at least 30 deaths and at least 50", [(GE, 30), (GE, 50)], "each keeps its hedge"),
    ("hundreds arrested and at least nine deaths", [(V, None), (GE, 9)], "a vague word first"),
    ("up to 5-10", [(LE, 5), (E, 10)], "a hedge belongs to the number after it"),
    ("by $3 million to $40 million", [(E, 3_000_000), (E, 40_000_000)], "a rise and a level"),
    ("10 or 5", [(E, 10), (E, 5)], "no range downwards"),
    ("5% to $6", [(E, 5), (E, 6)], "two measures"),
    ("five in two raids", [(E, 5), (E, 2)], "no rate"),
    ("one in two attacks", [(E, 1), (E, 2)], "nor this"),
    ("2021-07-27", [(E, 2021), (E, 7), (E, 27)], "dates are the extraction stage's"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SEVERAL_NUMBERS)
def test_several_numbers_stay_apart(
    text: str, expected: list[tuple[Hedge, Number | None]], why: str
) -> None:
    """Numbers that a sentence lists are neither added up nor made a range."""
    assert [(s.hedge, s.value) for s in find(text)] == expected, why


NO_NUMBER = [
    ("", "nothing"),
    ("how many alleged agents were arrested", "no number"),
    ("someone, often, alone, a tent, weighty", "number words inside other words"),
    ("No one was killed", "no one is not one"),
    ("no-one was hurt", "nor with a hyphen"),
    ("not one was hurt", "nor is not one"),
    ("F-16, B-52 and Su-35", "names of aircraft"),
    ("COVID-19", "a name"),
    ("the 1990s", "a decade"),
    ("v3.14.15", "a version"),
    ("3.14.15", "a version"),
    ("1,23,456", "grouped another way: 123,456 or a typing error"),
    ("12,34", "a decimal comma or a typing error"),
    ("1e5", "an exponent"),
    ("5m", "metres or millions"),
    ("in the second half of the year", "a half of time, not a share"),
    ("a third man", "an ordinal"),
    ("in the third quarter", "a quarter of time"),
    ("UN forces at Fort Dix", "English words that are numbers elsewhere"),
    ("in Lima in Sept", "a city and a month"),
    ("9" * 20, "more digits than any count"),
    ("ſix, fıve", "letters that only look like English ones"),
]


@pytest.mark.parametrize(("text", "why"), NO_NUMBER)
def test_no_number_is_read_where_none_is_stated(text: str, why: str) -> None:
    """A near-miss gives nothing at all rather than a wrong number."""
    assert find(text) == [], why


@pytest.mark.parametrize("wording", sorted(HEDGE_OF))
def test_every_wording_of_the_table_is_read(wording: str) -> None:
    """A wording in the hedge table gives its hedge to the number after it; “between” needs two."""
    hedge = E if wording == "between" else HEDGE_OF[wording]
    assert [(s.hedge, s.value) for s in find(f"{wording.capitalize()} 70 people")] == [(hedge, 70)]


@pytest.mark.parametrize("wording", sorted(AFTER))
def test_every_hedge_after_a_number_is_read(wording: str) -> None:
    """“50 or so” is hedged although the hedge follows."""
    assert [s.hedge for s in find(f"70 {wording}")] == [AFTER[wording]]


def test_a_measure_is_bounded_as_a_measure() -> None:
    """More than two years is above 2; more than two people is 3 or more."""
    assert find("more than two years", "years")[0].bounds.in_words() == "above 2"
    assert find("more than two people", "deaths")[0].bounds.in_words() == "3 or more"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police said at least five were killed", "at least five"),
        ("İstanbul: about 50 detained", "about 50"),
        ("from 250 to 350 people", "250 to 350"),
        ("rose to 22 dead", "22"),
        ("قُتل على الأقل خمسة أشخاص", "على الأقل خمسة"),
    ],
)
def test_a_number_knows_its_exact_place(text: str, words: str) -> None:
    """The span of what was found holds the hedge and the number, to the character."""
    stated = find(text)[0]
    assert text[stated.start : stated.end] == words


IMPLIED = [
    ("Iran executed a man convicted", E, 1),
    ("an officer", E, 1),
    ("No Americans were harmed", E, 0),
    ("No one was killed", E, 0),
    ("no US service members were killed", E, 0),
    ("in power for little over a year", GT, 1),
    ("Police said at least a man died", GE, 1),
    ("an undisclosed number of troops", Hedge.NOT_STATED, None),
]


@pytest.mark.parametrize(("wording", "hedge", "value"), IMPLIED)
def test_an_article_implies_a_number(wording: str, hedge: Hedge, value: Number | None) -> None:
    """“A man” is one and “no Americans” none, with the hedge that stands before."""
    stated = parse(wording)
    assert (stated.hedge, stated.value) == (hedge, value)


@pytest.mark.parametrize("wording", ["", "troops", "how many were arrested", "not a man", "often"])
def test_a_wording_without_a_number_is_refused(wording: str) -> None:
    """Asking for the number of words that state none raises with those words."""
    with pytest.raises(WordingError, match="states no number"):
        parse(wording)


NUMBERS = [
    ("2,500", 2_500),
    ("twenty-seven", 27),
    ("2.5 million", 2_500_000),
    ("23rd", 23),
    ("a hundred", 100),
    ("three hundred and five thousand two hundred and seven", 305_207),
    ("half a million", 500_000),
    ("dos", 2),
    ("ثلاثة", 3),
    ("٥", 5),
]


@pytest.mark.parametrize(("words", "expected"), NUMBERS)
def test_digits_and_words_write_numbers(words: str, expected: Number) -> None:
    """A number is read from digits, words, both together, and the languages of the records."""
    assert number(words) == expected


@pytest.mark.parametrize("words", ["", "many", "five people", "1,2,3", "9" * 5_000, "5 5"])
def test_other_words_write_no_number(words: str) -> None:
    """What is not one whole number is refused."""
    with pytest.raises(WordingError):
        number(words)


WORDS = st.sampled_from(
    "a an and at least no not five twenty - hundred thousand half 1,000 5 .5 , to – between or "
    "more dozens of several hundred million th e ٥ أربعة".split(" ")
)


@given(st.text() | st.lists(WORDS, max_size=12).map(" ".join))
@example("a " * 20_000)
@example("one hundred and " * 5_000)
def test_no_text_breaks_the_search(text: str) -> None:
    """Whatever the text, spans lie inside it, in order, and bounds hold no broken number."""
    found = find(text)
    places = [place for stated in found for place in (stated.start, stated.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert all(stated.bounds.meets(stated.bounds) for stated in found)
