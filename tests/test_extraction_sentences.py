"""Sentences and paragraphs of a text, with their places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.sentences import sentences

CASES = {
    "two sentences": ("Five died. Two fled.", ["Five died.", "Two fled."]),
    "a rank": ("Gen. Diaz spoke to Lt. Col. Roa.", ["Gen. Diaz spoke to Lt. Col. Roa."]),
    "an initial": ("J. Roa spoke. He left.", ["J. Roa spoke.", "He left."]),
    "a country": ("The U.S. Army left.", ["The U.S. Army left."]),
    "a country at the end": ("They left the U.S. The army stayed.",
                             ["They left the U.S.", "The army stayed."]),
    "a number of a rule": ("Resolution No. 12 passed.", ["Resolution No. 12 passed."]),
    "the word no": ("They said no. 12 people left.", ["They said no. 12 people left."]),
    "a decimal": ("Some 2.5 million fled.", ["Some 2.5 million fled."]),
    "a time": ("It hit at 3 p.m. on Friday.", ["It hit at 3 p.m. on Friday."]),
    "a quotation": ("“Two fled.” He left.", ["“Two fled.”", "He left."]),
    "a question": ("How many? Nobody knows!", ["How many?", "Nobody knows!"]),
    "upper case": ("FIVE DIED. TWO FLED.", ["FIVE DIED.", "TWO FLED."]),
    "lines": ("Five dead in blast\nMEDRA: Five died.", ["Five dead in blast", "MEDRA: Five died."]),
    "wrapped lines": (
        "Five people died when a bus left the road by Medra on\nMonday, police said. Two fled.",
        ["Five people died when a bus left the road by Medra on\nMonday, police said.",
         "Two fled."]),
    "nothing": (" \n\n ", []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_text_is_split_where_sentences_end(case: str) -> None:
    """Abbreviations, initials, decimals and wrapped lines end none."""
    text, expected = CASES[case]
    assert [sentence.text for sentence in sentences(text)] == expected


def test_paragraphs_count_lines_that_hold_something() -> None:
    """The headline is the first; blank lines count nothing."""
    found = sentences("Head\n\nOne. Two.\n\n\nThree.")
    assert [sentence.paragraph for sentence in found] == [1, 2, 2, 3]


@given(st.text(alphabet="aA .\n“”?1,é\u2028", max_size=200))
def test_every_sentence_stands_at_its_place(text: str) -> None:
    """Slices are exact, in order, apart from one another, and only space is left out."""
    found = sentences(text)
    assert all(text[s.start : s.end] == s.text and s.text.strip() for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert sum(len("".join(s.text.split())) for s in found) == len("".join(text.split()))
