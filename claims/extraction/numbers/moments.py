"""Numbers that name a moment, not a quantity: years, days of a month, times of day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extraction.numbers import nouns
from claims.extraction.numbers.unit_names import NAMES
from claims.hedges import Hedge
from claims.numerals.patterns import any_of

if TYPE_CHECKING:
    from claims.numerals.reading import Reading

_MONTH = any_of(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_DATE_BEFORE = re.compile(
    rf"\b{_MONTH}\.?\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:-|\u2013|,|and|to|or)\s?)?$"
)
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?!\s(?:have|be)\b)")
_TIME_AFTER = re.compile(
    r"(?::\d\d|\s?(?:a\.?m|p\.?m)\b|\s?o['’]?clock"
    r"|\s?(?:gmt|utc|edt|est|pdt|pst|bst|cet|hrs)\b)"
)
_TIME_BEFORE = re.compile(r"\d:$")
_YEAR_WORDS = any_of(
    "in since by of until till from during early late mid after before between to and through for "
    "the this circa around about spring summer autumn fall winter".split()
)
_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:{_YEAR_WORDS}|{_MONTH}\.?,?|mid-|early-|late-)\s?(?:\d\d?,\s)?"
    r"|['’]s\s|\d\s?[-/\u2013]\s?)$"
)
_YEAR_TO = re.compile(r"(?<!\d)(?:1[89]|20)\d\d[-/\u2013]$")
_WORD_AFTER = re.compile(r"[\s-]([^\W\d_]+)")
_LAST_DAY = 31
_YEARS = range(1000, 2201)
_RECENT = range(1900, 2100)
_DIGITS = 4
"""Digits of a year."""


def is_time(after: str) -> bool:
    """Tell whether a time of day follows a number: 10 *p.m.*, 6 *o'clock*, 2*:55*."""
    return _TIME_AFTER.match(after) is not None


def is_date_or_time(before: str, after: str, reading: Reading) -> bool:
    """Tell whether a number is one of: March 7, 12 January, 2:55, 10 p.m., 6 o'clock."""
    if is_time(after) or _TIME_BEFORE.search(before):
        return True
    if not 1 <= reading.value <= _LAST_DAY or reading.value != int(reading.value):
        return False
    return bool(_DATE_BEFORE.search(before) or _DATE_AFTER.match(after))


def is_year(before: str, after: str, reading: Reading) -> bool:
    """Tell whether a number is a year: in 2018, the 2019 elections, 2014 to 2017.

    2,018 people, 2018 people and about 2000 rockets are quantities.
    """
    if _YEAR_TO.search(before) and reading.number_end - reading.number_start == _DIGITS / 2:
        return True
    ends = [reading.value] if reading.upper is None else [reading.value, reading.upper]
    length = reading.number_end - reading.number_start
    is_plain = length == _DIGITS if reading.upper is None else length > _DIGITS * 2
    if not is_plain or any(end not in _YEARS for end in ends):
        return False
    word = match[1] if (match := _WORD_AFTER.match(after)) else ""
    if word in nouns.PEOPLE or word in NAMES:
        return False
    is_recent = all(end in _RECENT for end in ends)
    if reading.hedge in {Hedge.EXACT, Hedge.BETWEEN} and is_recent:
        return True
    if _YEAR_BEFORE.search(before) is None and not is_recent:
        return False
    return not nouns.plural_after(after, 0)
