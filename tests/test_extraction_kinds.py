"""The tables of words: complete, without doubles, and read the same way everywhere."""

from __future__ import annotations

import pytest

from claims.extraction.events.kinds import PHRASES, ROWS, Form, What
from claims.extraction.events.lexicon import AMBIGUOUS, THINGS, WORDS, is_person, may_be_people
from claims.vocabulary import COUNTED


@pytest.mark.parametrize("what", What)
def test_each_kind_has_a_row_and_counts_something(what: What) -> None:
    """Each kind is one that an indicator may have, and names its unit."""
    assert ROWS[what].kind in COUNTED
    assert ROWS[what].unit


@pytest.mark.parametrize("form", Form)
def test_a_word_tells_one_kind_in_a_form(form: Form) -> None:
    """Where two rows held one word, the order of the rows would decide unseen."""
    words = [word for row in ROWS.values() for word in getattr(row, form.value).split()]
    assert sorted(words) == sorted(set(words))


def test_an_expression_stands_once() -> None:
    """The same holds for expressions of several words."""
    several = [one for forms in PHRASES.values() for s in forms.values() for one in s.split("|")]
    assert sorted(several) == sorted(set(several))
    assert all(
        len(one.split()) > 1 or one in {"net", "nets", "netted", "netting"} for one in several
    )


def test_words_that_are_ambiguous_tell_something() -> None:
    """A word that is in no row would be guarded for nothing."""
    single = {one for forms in PHRASES.values() for s in forms.values() for one in s.split("|")}
    assert sorted(AMBIGUOUS - WORDS.keys() - single) == []


@pytest.mark.parametrize(
    ("noun", "person", "may_be"),
    [
        ("villagers", True, True),
        ("fishermen", True, True),
        ("schoolgirls", False, True),
        ("launchers", False, False),
        ("houses", False, False),
        ("meetings", False, False),
        ("percent", False, False),
        ("", False, True),
    ],
)
def test_nouns_for_people_are_told_from_things(noun: str, person: bool, may_be: bool) -> None:
    """Unknown plurals may be people; known things and weapons are not."""
    assert (is_person(noun), may_be_people(noun)) == (person, may_be)
    assert not (is_person(noun) and noun in THINGS)
