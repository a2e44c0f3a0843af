"""A quote on record is looked up in the text of its source as it reads now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.desk.recheck import Outcome, Recheck, recheck
from tests.factories import claim, evidence

if TYPE_CHECKING:
    from claims.records import Claim

BEFORE = (
    "Protests over water shortages went on for days.\n"
    "At least five people have been killed in the south, officials said. Some 109 troops were hurt."
)
QUOTE = "At least five people have been killed"


def quoting(quote: str = QUOTE, text: str = BEFORE, *, bare: bool = False, **fields: Any) -> Claim:
    """Make a claim whose quote stands in a text, with its place and the words around it."""
    start = text.index(quote)
    end = start + len(quote)
    around = {
        "start": start,
        "end": end,
        "prefix": " ".join(text[:start].split()[-3:]) or None,
        "suffix": " ".join(text[end:].split()[:3]) or None,
    }
    place = {} if bare else around
    return claim(quote, evidence=(evidence(quote, **place | fields),))


def one(text: str, *claims: Claim) -> Recheck:
    """Look up one quote."""
    (found,) = recheck(text, claims or (quoting(),))
    return found


def test_the_exact_words_at_their_place_are_unchanged() -> None:
    """Nothing happened to the quote, though the text beside it changed."""
    found = one(BEFORE.replace("Some 109", "About 110"))
    assert found.outcome is Outcome.UNCHANGED
    assert found.found is not None
    assert (found.found.start, found.found.words) == (BEFORE.index(QUOTE), QUOTE)
    assert found.difference == ()


def test_the_exact_words_elsewhere_have_moved() -> None:
    """A paragraph put before the quote moves it."""
    text = f"Updated at noon.\n{BEFORE}"
    found = one(text)
    assert found.outcome is Outcome.MOVED
    assert found.found is not None
    assert text[found.found.start : found.found.end] == QUOTE


def test_a_quote_without_a_place_is_unchanged_wherever_it_stands() -> None:
    """Where no place was noted, none can have been left."""
    assert one(f"Updated.\n{BEFORE}", quoting(bare=True)).outcome is Outcome.UNCHANGED


def test_of_several_places_the_one_with_the_same_neighbours_counts() -> None:
    """The words around a quote tell which of two is meant."""
    text = f"Summary: {QUOTE} so far. More below.\n{BEFORE}"
    found = one(text)
    assert found.found is not None
    assert found.found.start == text.rindex(QUOTE)


EDITED = [
    ("five people", "eight people",
     "same At least|removed five|added eight|same people have been killed"),
    ("At least five", "Five", "removed At least five|added Five|same people have been killed"),
    ("have been", "were", "same At least five people|removed have been|added were|same killed"),
    ("five people", "five  people", ""),
    ("At least", "at least", "removed At|added at|same least five people have been killed"),
    ("people have", "people, all men, have",
     "same At least five|removed people|added people, all men,|same have been killed"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "difference"), EDITED)
def test_near_words_are_edited(old: str, new: str, difference: str) -> None:
    """Every change of the words is told word by word; only the exact words are unchanged."""
    text = BEFORE.replace(old, new)
    found = one(text)
    assert found.outcome is Outcome.EDITED
    assert found.found is not None
    assert text[found.found.start : found.found.end] == found.found.words
    told = "|".join(f"{change} {words}" for change, words in found.difference)
    assert told == (difference or f"same {QUOTE}")


def test_a_number_alone_is_found_by_its_neighbours() -> None:
    """A quote of one word that was replaced is told by the words around it."""
    found = one(BEFORE.replace("109", "137"), quoting("109"))
    assert found.outcome is Outcome.EDITED
    assert [tuple(one) for one in found.difference] == [("removed", "109"), ("added", "137")]


@pytest.mark.parametrize("text", ["", "Nothing of it is left.", "people people people", "\n\n"])
def test_what_is_nowhere_near_is_gone(text: str) -> None:
    """A text without the passage holds nothing that could be taken for it."""
    found = one(text)
    assert (found.outcome, found.found, found.difference) == (Outcome.GONE, None, ())


@pytest.mark.parametrize(
    ("quote", "now"),
    [
        ("five people", "Some twenty-five people came."),
        ("1,200", "There were 21,200 of them."),
        ("200", "There were 1,200 of them."),
        ("1,2", "There were 1,200 of them."),
        ("five people", "Here are five peoples."),
        ("2", "It was 2.5 million."),
    ],
)
def test_a_part_of_a_word_or_number_is_not_the_quote(quote: str, now: str) -> None:
    """“Five people” does not stand in “twenty-five people”."""
    found = one(now, quoting(quote, f"There were {quote} there.", bare=True))
    assert found.outcome not in {Outcome.UNCHANGED, Outcome.MOVED}


@pytest.mark.parametrize("now", ["Some 2,500-strong forces.", "It is “2,500”.", "2,500, no more."])
def test_a_number_that_others_follow_is_the_quote(now: str) -> None:
    """Signs beside a number do not change it."""
    found = one(now, quoting("2,500", "There were 2,500 there.", bare=True))
    assert found.outcome is Outcome.UNCHANGED


def test_evidence_is_told_by_number_and_source() -> None:
    """Each quote of a claim is looked up; those of other sources can be left out."""
    two = claim(QUOTE, evidence=(evidence(QUOTE), evidence("109 troops", source="s-2")))
    assert [found.evidence for found in recheck(BEFORE, [two])] == [0, 1]
    (found,) = recheck(BEFORE, [two], source="s-2")
    assert (found.evidence, found.outcome) == (1, Outcome.UNCHANGED)


def test_quotes_in_any_script_are_found() -> None:
    """Arabic words are edited and found like others."""
    quote = "أربعة متظاهرين وضابط شرطة"
    text = f"قُتل {quote} في خوزستان."
    assert one(text, quoting(quote, text)).outcome is Outcome.UNCHANGED
    edited = text.replace("أربعة", "خمسة")
    assert one(edited, quoting(quote, text)).outcome is Outcome.EDITED


def test_a_long_text_is_searched_whole() -> None:
    """An edited quote is found behind a hundred thousand words that are like it."""
    filler = "at least nine people were seen at the well. " * 20_000
    text = filler + BEFORE.replace("five people", "eight people")
    found = one(text)
    assert found.found is not None
    assert found.found.words == "At least eight people have been killed"
