"""What a number counts or measures: money, percent, a unit, or the noun behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.numbers import nouns
from claims.extraction.numbers.unit_names import NAMES, ONLY_JOINED, PER
from claims.numerals import AFTER, SIGNS
from claims.numerals.patterns import any_of

if TYPE_CHECKING:
    from claims.numerals.reading import Reading

_UNIT = re.compile(
    rf"(?:[\s-]{{0,3}}(?P<unit>{any_of(NAMES.keys() - ONLY_JOINED, '')})"
    rf"|(?P<joined>{any_of(NAMES, '')}))(?![\w/])"
)
_PER = re.compile(
    r"\s?(?:u\.?s\.?(?![a-z])\s?|sterling\s)?"
    r"(?:(?P<per>per\b|/|each\b)|an?\b)\s?(?P<one>(?:(?:square|cubic) |sq\.? )?[^\W\d_]+)"
)
_JOINED_WORD = re.compile(r"[-\u2010\u2011]([^\W\d_]+)")
_FIRST_DIGITS = re.compile(r"[\d.,]+")
_NOUN_END = re.compile(r"(?:\s[^\W\d_][\w'’-]*){1,4}?\s(?:per|an?)\s(?P<one>[a-z]+)")
_TIMES = frozenset("day week month year hour minute second night season game".split())
_MONEY = ("dollar", "euro", "cent", "pence", "shekel", "pound sterling", "yen", "rupee")


def unit_of(lower: str, reading: Reading) -> str:
    """Return the unit of a number in a lowered text: `dollar per barrel`, `people`, or ""."""
    end = reading.number_end
    if reading.money:
        return _with_per(lower, end, SIGNS[reading.money])
    if reading.percent:
        return "percentage"
    if reading.letter:
        if noun := nouns.plural_after(lower, end):
            return noun
        end -= 1
    return measure_at(lower, end) or _inside(lower, reading) or _counted(lower, reading)


def measure_at(lower: str, place: int) -> str:
    """Return the unit of measurement that starts at a place, with its “per”, else ""."""
    match = _UNIT.match(lower, place)
    if match is None:
        return ""
    return _with_per(lower, match.end(), NAMES[match["unit"] or match["joined"]])


def _with_per(lower: str, place: int, name: str) -> str:
    """Return a unit with what it is counted for: `dollar per barrel`, `cent per share`."""
    match = _PER.match(lower, place)
    if match is None:
        return name
    one = match["one"]
    is_rate = match["per"] or (one in _TIMES and lower[match.end() :][:8] != " earlier")
    if not (is_rate or (name.endswith(_MONEY) and one not in _TIMES)):
        return name
    return f"{name} per {NAMES.get(one) or PER.get(one) or nouns.singular(one)}"


def _inside(lower: str, reading: Reading) -> str:
    """Return the unit that a range states behind its first number: from 21 mpg to 23."""
    first = _FIRST_DIGITS.match(lower, reading.number_start)
    return measure_at(lower, first.end()) if first and reading.upper is not None else ""


def _counted(lower: str, reading: Reading) -> str:
    """Return the noun phrase behind a number that measures nothing: `test per day`."""
    end = _behind_hedge(lower, reading)
    if joined := _JOINED_WORD.match(lower, end):
        return nouns.singular(joined[1])
    is_many = reading.value != 1 or reading.upper is not None or lower.startswith(" of ", end)
    unit = nouns.phrase_after(lower, end, plural=is_many)
    rate = _NOUN_END.match(lower, end) if unit else None
    if rate and rate["one"] in _TIMES and len(rate[0].split()) == len(unit.split()) + 2:
        return f"{unit} per {rate['one']}"
    return unit


def _behind_hedge(lower: str, reading: Reading) -> int:
    """Return where the thing counted is looked for: behind “or more” too."""
    words = lower[reading.number_end : reading.end].strip(" -+,")
    return reading.end if " ".join(words.split()) in {"", *AFTER} else reading.number_end
