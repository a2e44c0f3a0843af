"""What a number counts or measures, by the words and signs around it."""

from __future__ import annotations

import pytest

from claims.extraction.numbers import find
from claims.extraction.numbers.nouns import phrase_after, plural_after, singular
from claims.extraction.numbers.units import measure_at

UNITS = [
    ("$3 billion", "dollar"),
    ("EUR 5m", "euro"),
    ("US $2.24 per barrel", "dollar per barrel"),
    ("$80 an ounce", "dollar per ounce"),
    ("$6 billion a year earlier", "dollar"),
    ("$80 per sq m", "dollar per square metre"),
    ("A$40", "australian dollar"),
    ("9 billion shekels", "shekel"),
    ("63 cents per share", "cent per share"),
    ("5%", "percentage"),
    ("five per cent", "percentage"),
    ("40 basis points", "basis point"),
    ("80 miles per hour", "mile per hour"),
    ("7 square miles", "square mile"),
    ("minus 5 degrees Fahrenheit", "fahrenheit"),
    ("from 21 mpg to 23", "mile per gallon"),
    ("3 tests per day", "test per day"),
    ("50 different products", "different product"),
    ("five more people", "people"),
    ("three of the men", "man"),
    ("300 Shia pilgrims", "shia pilgrim"),
    ("5,000-plus troops", "troops"),
    ("10 or more women", "woman"),
    ("a 10-day truce", "day"),
    ("an 18 month-old boy", "month of age"),
    ("12 were held", ""),
    ("five in the city", ""),
]


@pytest.mark.parametrize(("wording", "unit"), UNITS)
def test_a_number_has_its_unit(wording: str, unit: str) -> None:
    """Money, percent and measures have one name each; else the noun behind the number counts."""
    assert [f.unit for f in find(wording)] == [unit]


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("attacks", "attack"),
        ("parties", "party"),
        ("bosses", "boss"),
        ("viruses", "virus"),
        ("houses", "house"),
        ("policemen", "policeman"),
        ("people", "people"),
        ("aircraft", "aircraft"),
        ("bus", "bus"),
        ("boxes", "box"),
        ("lives", "life"),
    ],
)
def test_a_noun_is_named_in_the_singular(many: str, one: str) -> None:
    """Units compare by their singular, the irregular ones too."""
    assert singular(many) == one


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        (" rocket and drone attacks", ""),
        (" rocket attacks on the base", "rocket attack"),
        (" unarmed young men fled", "unarmed young man"),
        (" the of", ""),
        ("", ""),
    ],
)
def test_the_noun_behind_a_number_is_its_first_plural(words: str, phrase: str) -> None:
    """The phrase runs to the first plural; a word that no noun phrase runs across ends it."""
    assert plural_after(words, 0) == phrase


def test_a_phrase_without_a_plural_is_short() -> None:
    """Two words without a plural may be a noun; more than that is a sentence that goes on."""
    assert phrase_after(" dead", 0, plural=True) == "dead"
    assert phrase_after(" gather round old oak", 0, plural=True) == ""


@pytest.mark.parametrize("text", [" in the city", " a day", "", " metrex", " min"])
def test_letters_that_mean_something_else_are_no_measure(text: str) -> None:
    """“in” is inches only where it is joined to its number."""
    assert measure_at(text, 0) == ""


def test_joined_letters_are_a_measure() -> None:
    """“5in” is five inches."""
    assert measure_at("in long", 0) == "inch"
