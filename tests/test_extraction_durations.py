"""Lengths of time that are claims, and figures that an article says are not given."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extraction import dates
from claims.extraction.events.durations import UNIT, lasting
from claims.extraction.events.unstated import unstated
from claims.extraction.events.words import Words
from claims.extraction.sentences import sentences
from claims.hedges import Hedge

PUBLISHED = date(2030, 3, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The eight-year occupation ended.", [("eight-year", Hedge.EXACT, 8, 8)]),
        ("The two-year civil war ended.", [("two-year", Hedge.EXACT, 2, 2)]),
        ("A nearly four-year blockade was lifted.", [("nearly four-year", Hedge.NEARLY, 3, 4)]),
        ("THE EIGHT-YEAR WAR ENDED.", [("EIGHT-YEAR", Hedge.EXACT, 8, 8)]),
        ("He came three years after the war.", [("three years", Hedge.EXACT, 3, 3)]),
        ("He came three years before the war.", [("three years", Hedge.EXACT, 3, 3)]),
        ("More than 20 years after the flood, the dam broke.",
         [("More than 20 years", Hedge.MORE_THAN, 20, None)]),
        ("At least four years after the accord, talks began.",
         [("At least four years", Hedge.AT_LEAST, 4, None)]),
        ("He had been in office for almost nine years.",
         [("almost nine years", Hedge.NEARLY, 8, 9)]),
        ("She was held in captivity for more than two years.",
         [("more than two years", Hedge.MORE_THAN, 2, None)]),
        ("He was in power for little over a year.",
         [("little over a year", Hedge.MORE_THAN, 1, None)]),
        ("A 12-year sentence was passed.", []),
        ("A 10-year contract ended.", []),
        ("An eight-year-old boy was hurt.", []),
        ("A two-week truce began.", []),
        ("He came three years ago.", []),
        ("In the past three years he came often.", []),
        ("He was in prison for nine years.", []),
        ("The war of 2028 ended.", []),
        ("They won the war with eight soldiers.", []),
    ],
)  # fmt: skip
def test_a_length_of_time_is_told_of_wars_rule_and_from_one_event_to_another(
    text: str, expected: list[tuple[str, Hedge, float, float | None]]
) -> None:
    """Sentences, contracts and ages are no claims of this kind, nor is when something was."""
    found = lasting(text, dates.find(text, PUBLISHED))
    assert [
        (text[one.start : one.end], one.stated.hedge, one.stated.bounds.low, one.stated.bounds.high)
        for one in found
    ] == expected
    assert UNIT == "years"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army did not say how many fighters died.", ["how many fighters died: killed"]),
        ("It was not clear how many people were killed.", ["how many people were killed: killed"]),
        ("He did not give the number of wounded.", ["number of wounded: wounded"]),
        ("He refused to say how many troops would be sent.",
         ["how many troops would be sent: troops"]),
        ("The police declined to say how many were arrested.",
         ["how many were arrested: detained"]),
        ("An unknown number of people were killed.",
         ["An unknown number of people were killed: killed"]),
        ("An undisclosed number of troops was sent.",
         ["An undisclosed number of troops was sent: troops"]),
        ("The number of dead is not known.", ["number of dead: killed"]),
        ("The number of soldiers killed was not given.", ["number of soldiers killed: killed"]),
        ("The ministry gave no figure for the wounded.", ["figure for the wounded: wounded"]),
        ("The mayor could not say how many are missing.", ["how many are missing: missing"]),
        ("It is not known how many attacks there were.", ["how many attacks: attacks"]),
        ("How many soldiers were killed remains unclear.",
         ["How many soldiers were killed: killed"]),
        ("It never became clear how many were kidnapped.", ["how many were kidnapped: kidnapped"]),
        ("THE ARMY DID NOT SAY HOW MANY FIGHTERS DIED.", ["HOW MANY FIGHTERS DIED: killed"]),
        ("He said how many fighters died.", []),
        ("He asked how many people were killed.", []),
        ("Not many people were killed.", []),
        ("It is not clear how much was stolen.", []),
        ("It is not clear how many people voted.", []),
        ("The number of dead rose.", []),
        ("Nobody was killed.", []),
    ],
)  # fmt: skip
def test_a_figure_that_is_not_given_is_told(text: str, expected: list[str]) -> None:
    """“How many” counts only where the sentence says that nobody knows or says it."""
    (sentence,) = sentences(text)
    words = Words.of(sentence)
    told = [
        f"{text[words.starts[one.first] : words.ends[one.after - 1]]}: {one.what}"
        for one in unstated(words)
    ]
    assert told == expected
