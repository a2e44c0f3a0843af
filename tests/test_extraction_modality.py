"""Whether a figure is of something that happened: planned, possible, or denied."""

from __future__ import annotations

import pytest

from claims.extraction import numbers
from claims.extraction.events import counted
from claims.extraction.events.modality import Modality, modality
from claims.extraction.events.words import Words
from claims.extraction.sentences import sentences

TOLD = [
    "The ministry sent 500 troops.",
    "Police said five people were killed.",
    "Rebels freed 12 hostages.",
    "Five people were killed, not six.",
    "Five people were killed when rebels tried to take the town.",
    "Five people were killed because no one had warned them.",
    "There was no warning; five people were killed.",
    "Five people are believed dead.",
    "At least five people are feared dead.",
    "The virus causes 500 deaths a year.",
    "“We will not rest,” he said after five people were killed.",
    "Five soldiers arrived.",
    "He vowed revenge after gunmen killed five people.",
]
NO_DENIALS = [
    "No fewer than five people were killed.",
    "Not fewer than five people were killed.",
    "Not less than five people were killed.",
    "No more than five people were killed.",
    "Not only five soldiers were killed, but a priest as well.",
    "There is no doubt that five people were killed.",
    "No later than Monday, five people were killed in the camp.",
]
PLANNED = [
    "They plan to send 500 troops.",
    "The ministry will send 500 troops.",
    "The army aims to recruit 3,000 soldiers.",
    "The army set a cap of 3,000 troops.",
    "The army's target is 3,000 troops.",
    "The governor asked for 500 more soldiers.",
    "Five prisoners are expected to be freed.",
    "Rebels demanded the release of 12 prisoners.",
    "The court ordered the release of five prisoners.",
    "The union asked that 40 workers be freed.",
    "Four men were sentenced to death.",
    "Experts expect 500 deaths a year.",
    "THE MINISTRY WILL SEND 500 TROOPS.",
]
CONDITIONAL = [
    "The ministry could send 500 troops.",
    "The ministry may send 500 troops next week.",
    "The ministry would send 500 troops if asked.",
    "Five people might have been killed.",
    "Five people should be released.",
    "If the dam breaks, 500 people would be displaced.",
    "If five people were killed, the mayor must go.",
    "The cold can kill 40 people a night.",
]
NEGATED = [
    "Five people were not killed.",
    "The ministry did not send 500 troops.",
    "The ministry didn't send 500 troops.",
    "The ministry didn’t send 500 troops.",
    "The army denied killing five people.",
    "The army denied that 500 troops were sent.",
    "Police foiled a plot to kill five judges.",
    "Police prevented the killing of five judges.",
    "The group has never killed five people in a day.",
    "It is untrue that five people were killed.",
]
ROWS = [
    *((text, Modality()) for text in (*TOLD, *NO_DENIALS)),
    *((text, Modality(planned=True)) for text in PLANNED),
    *((text, Modality(conditional=True)) for text in CONDITIONAL),
    *((text, Modality(negated=True)) for text in NEGATED),
]


def read(text: str) -> Modality:
    """Return how the only figure of a sentence is meant."""
    (sentence,) = sentences(text)
    words = Words.of(sentence)
    (one,) = counted(words, numbers.find(text))
    return modality(words, words.first_from(one.number.start), one.cue)


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_figure_is_told_planned_possible_or_denied(text: str, expected: Modality) -> None:
    """What is only planned, possible or denied is marked; “no fewer than” denies nothing."""
    assert read(text) == expected


def test_two_figures_of_a_sentence_are_meant_each_in_its_way() -> None:
    """What stands before the second figure alone says nothing of the first."""
    text = "Rebels killed five people and could kill 40 hostages."
    (sentence,) = sentences(text)
    words = Words.of(sentence)
    first, second = counted(words, numbers.find(text))
    told = [modality(words, words.first_from(c.number.start), c.cue) for c in (first, second)]
    assert told == [Modality(), Modality(conditional=True)]
