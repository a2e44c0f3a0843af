"""Dates with the months in words of four languages, and spans of days: `14 mars 2024`.

spoken("14 mars 2024")       2024-03-14
spoken("7-11 Oct 2023")      2023-10-07/2023-10-11
spoken("März 2024")          2024-03

Such dates are no form of `strptime`: a mapping lists what each of them means.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.imports.suggesting.names import words_of
from claims.periods import parse

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janner janv janvier enero ene",
            "february feb februar fevrier fevr fev febrero",
            "march mar marz mrz mars marzo",
            "april apr avril avr abril abr",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet juil julio",
            "august aug aout agosto ago",
            "september sep sept septembre septiembre set",
            "october oct oktober okt octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember dez decembre diciembre dic",
        ),
        1,
    )
    for name in names.split()
}
"""Names of months without accents, and their numbers."""
TO = re.compile(r"\s*[-–—]\s*|\b(?:to|until|bis|au|al?|hasta|through)\b|/")
QUARTER = re.compile(
    r"(?:(?P<first>(?:19|20)\d\d)[ -]?)?[QT](?P<number>[1-4])"
    r"(?(first)|[ /-]?(?P<year>(?:19|20)\d\d))"
)
"""A quarter of a year: `Q1 2023`, `2023-Q1`."""
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|\.)(?=\s|$)", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+|\d+")
FILLING = frozenset("de del du of the le el".split())
LONGEST = 60
PARTS = 3
YEAR_DIGITS = 4


@lru_cache(maxsize=8192)
def spoken(cell: str) -> str:
    """Return a date or span of days in EDTF; an empty text where it is none that is clear.

    >>> spoken("30 Sep - 4 Oct 2023"), spoken("Oct 7, 2023"), spoken("7 10 2023")
    ('2023-09-30/2023-10-04', '2023-10-07', '')
    """
    if len(cell) > LONGEST or not any(map(str.isdecimal, cell)):
        return ""
    if quarter := QUARTER.fullmatch(cell.strip()):
        return _quarter(quarter)
    sides = TO.split(ORDINAL.sub("", cell.strip()).casefold())
    if len(sides) > 2 or not all(side.strip() for side in sides):  # noqa: PLR2004 - from and to
        return ""
    parts = [_parts(side) for side in sides]
    if any(part is None for part in parts):
        return ""
    days = [part for part in parts if part is not None]
    found = [_edtf(*_whole(day, days)) for day in days]
    return _valid("/".join(found)) if all(found) else ""


def _quarter(found: re.Match[str]) -> str:
    """Return the months of a quarter of a year."""
    year, last = found["year"] or found["first"], 3 * int(found["number"])
    return f"{year}-{last - 2:02}/{year}-{last:02}"


Day = tuple[int | None, int | None, int | None]
"""Year, month and day, as far as they are written."""


def _parts(text: str) -> Day | None:
    """Return year, month and day of a text; None where something else stands in it."""
    year = month = day = None
    words = [word for word in WORD.findall(text) if word not in FILLING]
    for word in words:
        if word.isdecimal() and len(word) == YEAR_DIGITS and year is None:
            year = int(word)
        elif word.isdecimal() and len(word) < PARTS and day is None:
            day = int(word)
        elif words_of(word) in MONTHS and month is None:
            month = MONTHS[words_of(word)]
        else:
            return None
    return (year, month, day) if words else None


def _whole(day: Day, days: list[Day]) -> Day:
    """Return a day with the month and year that the other end of its span gives."""
    first, last = days[0], days[-1]
    return day[0] or last[0], day[1] or last[1] or first[1], day[2]


def _edtf(year: int | None, month: int | None, day: int | None) -> str:
    if year is None or month is None:
        return ""
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def _valid(text: str) -> str:
    try:
        parse(text)
    except ValueError:
        return ""
    first, _, last = text.partition("/")
    return "" if last and (len(first) != len(last) or first > last) else text
