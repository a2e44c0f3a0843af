"""Reading dates that are named: 27 July 2021, July 27, in July, late 2017, the 1990s, summer 2020.

Each function takes the match of its shape and where it stands; None means: no date after all.
They raise ValueError for a day that is not in the calendar, and no date is found there.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from claims.extraction.dates import words
from claims.extraction.dates.readings import (
    Context,
    Kind,
    Reading,
    days,
    month_number,
    part_of,
    said,
    season,
    whole,
    years,
)
from claims.extraction.dates.words import MONTHS

if TYPE_CHECKING:
    Match = re.Match[str]

SOON = 45
"""Days: a date without a year so soon after the publication is the coming one, not last year's."""
_NEARBY = 40
"""Characters on either side that tell whether a passage is in capitals throughout."""
_NAME_FOLLOWS = re.compile(r" [A-Z][a-z]")
_YEARS, _BARE_YEARS = range(1500, 2101), range(1800, 2051)
"""Years that may be meant after a word such as in, and without one."""
_CENTURIES = range(10, 31)
_OWNED = frozenset("the a an his her its their s this".split())
_LOOSE = frozenset("by to and of or from between".split())
_OWNING = frozenset({"march", "may", "august"})
"""Months that are nobody's name."""
_MOST = 12
"""Months of a year: a greater number is a day."""


def _dated(year: int, month: int, first: int, last: int, *, fixed: bool = True) -> Reading:
    return days(date(year, month, first), date(year, month, last), fixed=fixed)


def iso(match: Match, _: Context) -> Reading | None:
    """Read `2021-07-27`."""
    day = int(match["day"])
    return _dated(int(match["year"]), int(match["month"]), day, day)


def slashes(match: Match, _: Context) -> Reading | None:
    """Read `27/07/2021`; 05/06/2021 is one of two days and is left out."""
    first, second, year = (int(match[name]) for name in ("first", "second", "year"))
    if first > _MOST >= second or first == second:
        return _dated(year, second, first, first)
    return _dated(year, first, second, second) if second > _MOST >= first else None


def day_of_month(match: Match, context: Context) -> Reading | None:
    """Read `27 July 2021`, `July 27`, `3-5 March`, `19 JUL 89`, `6 February this year`."""
    name = match["month"].rstrip(".")
    if not _as_month_is_written(match, context, name):
        return None
    month, day = MONTHS[name], int(match["day"])
    last_day = int(said(match, "last_day") or day)
    if short := said(match, "short"):
        return _dated(in_century(int(short), context), month, day, last_day)
    if (year := _year(match, context)) is not None:
        return _dated(year, month, day, last_day)
    if words.NOT_COUNTED.match(context.lower, match.end()) and context.before == "in":
        return None
    if context.published is None:
        return Reading(Kind.DAY if last_day == day else Kind.SPAN)
    year = _near_year(month, day, context, context.published)
    return _dated(year, month, day, last_day, fixed=False)


def in_century(short: int, context: Context) -> int:
    """Return the year of '89: the last such up to ten years after the publication, or 2049."""
    latest = context.published.year + 10 if context.published else 2049
    return latest - (latest - short) % 100


def _year(match: Match, context: Context) -> int | None:
    """Return the year that a date gives: `2021`, `last year`."""
    if year := said(match, "year"):
        return int(year)
    which = said(match, "which")
    if which and context.published:
        return context.published.year + {"last": -1, "this": 0, "next": 1}[which]
    return None


def _near_year(month: int, day: int, context: Context, today: date) -> int:
    """Return the year of a date that gives none: the nearest but not far ahead, unless meant."""
    away = (month - today.month) * 30 + day - today.day
    if context.before == "since":
        return today.year - (away > 0)
    if context.ahead:
        return today.year + (away < -SOON)
    if away < SOON - 365:
        return today.year + 1
    return today.year - (away > SOON)


def month(match: Match, context: Context) -> Reading | None:
    """Read `July 2020`, `in July`, `last July`, `early March`, `July last year`."""
    name, part, side = match["month"].rstrip("."), said(match, "part"), said(match, "side")
    number, year = MONTHS[name], _year(match, context)
    fixed = year is not None
    if year is None:
        if not _is_month(match, context, name, modified=bool(part or side)):
            return None
        if context.published is None:
            return Reading(Kind.SPAN)
        year = _year_of_month(number, side, context, context.published)
    text = f"{year:04}-{number:02}"
    return part_of(Reading(Kind.SPAN, text, text, fixed=fixed), part, context.published)


def _year_of_month(number: int, side: str, context: Context, today: date) -> int:
    if side in {"last", "this past"}:
        return today.year - (number >= today.month)
    if side == "next":
        return today.year + (number <= today.month)
    return today.year if side == "this" else _near_year(number, today.day, context, today)


def _as_month_is_written(match: Match, context: Context, name: str) -> bool:
    """Tell whether a month has its capital letter, in a passage that has small letters too."""
    start = match.start("month")
    mixed = not context.text[max(0, start - _NEARBY) : start + _NEARBY].isupper()
    return context.text[start].isupper() or not (mixed and name in words.ALSO_OTHER_WORDS)


def _is_month(match: Match, context: Context, name: str, *, modified: bool) -> bool:
    """Tell whether a month alone is one: not `may` the verb, a `march`, somebody called April."""
    start, end = match.start("month"), match.end()
    if name not in words.ALSO_OTHER_WORDS:
        return name not in words.SHORT or modified or context.before in words.BEFORE_A_MONTH
    capitals = context.text[max(0, start - _NEARBY) : start + _NEARBY].isupper()
    introducing = words.IN_CAPITALS if capitals else words.BEFORE_A_MONTH
    if not _as_month_is_written(match, context, name):
        return False
    if not capitals and _says_which(match, context, name):
        return True
    if not modified and context.before not in introducing:
        return False
    return not (context.before in _LOOSE and _NAME_FOLLOWS.match(context.text, end))


def _says_which(match: Match, context: Context, name: str) -> bool:
    """Tell whether a month says which: `the March attack`, `May's toll`."""
    if name in _OWNING and context.lower.startswith(("'s", "’s"), match.end()):
        return True
    return (
        context.before == "the" and words.WHICH_MONTH.match(context.text, match.end()) is not None
    )


def year_alone(match: Match, context: Context) -> Reading | None:
    """Read `2014`, `late 2017`, `2014-15`, `the first half of 2020`."""
    part, first = said(match, "part"), int(match["year"])
    if short := said(match, "short"):
        last = first // 100 * 100 + int(short)
        return years(first, last) if first < last <= first + 20 else None
    if not part and not _is_year(match, context, first):
        return None
    return part_of(years(first, first), part, context.published)


def _is_year(match: Match, context: Context, year: int) -> bool:
    """Tell whether four digits are a year: not 2014 people, Section 2014, 2000 GMT."""
    before = context.before
    if before in words.BEFORE_NO_YEAR or year not in _YEARS:
        return False
    introduced = before in words.BEFORE_A_YEAR
    if introduced and before not in _LOOSE:
        return True
    if words.NOT_COUNTED.match(context.lower, match.end()):
        return False
    if introduced or before in _OWNED:
        return True
    return year in _BARE_YEARS and words.PLURAL.match(context.lower, match.end()) is None


def decade(match: Match, context: Context) -> Reading | None:
    """Read `the 1990s`, `the '60s`, `the late sixties`."""
    if full := said(match, "decade"):
        first = int(full)
    else:
        tens = said(match, "short") or words.TENS[said(match, "tens")] * 10
        first = in_century(int(tens), context)
    return part_of(years(first, first + 9), said(match, "part"), context.published)


def century(match: Match, _: Context) -> Reading | None:
    """Read `the 20th century`, which is 1900 to 1999 as people say it."""
    name = said(match, "century")
    number = words.CENTURIES.get(name) or int(name)
    return years(number * 100 - 100, number * 100 - 1) if number in _CENTURIES else None


def season_named(match: Match, context: Context) -> Reading | None:
    """Read `the summer of 2020`, `in the spring`."""
    name = match["season"]
    if year := said(match, "year"):
        return season(name, int(year))
    if context.before not in {"in", "during", "over", "since", "until", "by"}:
        return None
    if context.published is None:
        return Reading(Kind.SPAN)
    begun = month_number(context.published) % 12 >= words.SEASONS[name] - 1
    shift = int(begun) if context.ahead else begun - 1
    return whole(name, context.published, shift)


def day_alone(match: Match, context: Context) -> Reading | None:
    """Read `on the 27th`: the last one up to the publication."""
    today, day = context.published, int(match["day"])
    if context.before not in {"on", "since", "until", "by", "from"}:
        return None
    if today is None:
        return Reading(Kind.DAY)
    number = month_number(today) - (day > today.day and not context.ahead)
    return _dated(number // 12, number % 12 + 1, day, day, fixed=False)


def part_of_unit(match: Match, context: Context) -> Reading | None:
    """Read `the end of the year`, `the first quarter of this year`, `year-end`."""
    if context.published is None:
        return Reading(Kind.SPAN)
    read = whole(said(match, "unit") or "year", context.published)
    return part_of(read, said(match, "part") or "end", context.published)
