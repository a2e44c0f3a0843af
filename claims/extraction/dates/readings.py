"""What a time expression means, in EDTF and no finer than it was said, and calendar units."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from claims.extraction.dates.words import DEADLINE, FUTURE, LASTED, SAID, SEASONS, TO_COME

if TYPE_CHECKING:
    import re

YEAR, MONTH, DAY = len("2021"), len("2021-07"), len("2021-07-27")
"""The lengths of an EDTF date, by which its precision is told."""
_SENTENCE_ENDS = (". ", "\n", ";", '"', "”", "? ", "! ")
_REACH = 90
"""Characters before an expression that may say that it is about the future."""


class Kind(StrEnum):
    """What a time expression says about when."""

    DAY = "day"
    """One day: on Tuesday, 27 July."""
    SPAN = "span"
    """Some time in a stretch, or all of it: in July, late 2017, last week, 3-5 March."""
    TO_DATE = "to date"
    """A stretch up to the publication: over the past three days, so far this year."""
    SINCE = "since"
    """A start without an end: since last year."""
    AFTER = "after"
    UNTIL = "until"
    """An end without a start: until Friday, by the end of the year."""
    BEFORE = "before"
    AGO = "ago"
    """Counted back in weeks, months or years, so about then: three years ago."""
    DURATION = "duration"
    """How long and not when: for three years, eight-year."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A kind, and the first and last date in EDTF as exact as given; empty where not known.

    `fixed` is false where the text leaves the year, or the week of a weekday, to be worked out.
    """

    kind: Kind
    first: str = ""
    last: str = ""
    approximate: bool = False
    fixed: bool = True

    @property
    def period(self) -> str | None:
        """The reading in EDTF, None where nothing is known."""
        if not self.first:
            return None
        both = self.first if self.first == self.last else f"{self.first}/{self.last}"
        return f"{both}~" if self.approximate else both


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands: the text lowered and as written, the publication day.

    `before` is the word before the expression, `latest` the dated reading before this one.
    """

    lower: str
    text: str
    start: int
    published: date | None
    before: str
    latest: Reading | None

    @property
    def ahead(self) -> bool:
        """Whether the words before are about the future: `will meet on` Friday."""
        words = self.lower[max(0, self.start - _REACH) : self.start]
        words = words[max(words.rfind(mark) for mark in _SENTENCE_ENDS) + 1 :]
        cue = max((match.end() for match in FUTURE.finditer(words)), default=-1)
        if DEADLINE.search(words):
            return cue >= 0 or LASTED.search(words) is None
        said_at = max((match.end() for match in SAID.finditer(words)), default=-1)
        if cue < 0 and said_at < 0:
            after = TO_COME.match(self.lower, self.start)
            return after is not None and SAID.search(after[0]) is None
        return cue > said_at


def said(match: re.Match[str], group: str) -> str:
    """Return a named part of a match with single blanks, empty where there is none."""
    return " ".join((match.groupdict().get(group) or "").split())


def month_text(number: int) -> str:
    """Write the month with this running number: years times 12, and months from 0."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


def month_number(day: date) -> int:
    """Return the running number of the month that a day is in."""
    return day.year * 12 + day.month - 1


def first_day(text: str) -> str:
    """Return the first day of an EDTF year, month or day."""
    return text + "-01-01"[len(text) - YEAR :] if len(text) < DAY else text


def days(first: date, last: date, *, fixed: bool = True) -> Reading:
    """Return the reading of two days and those between. Raises ValueError where they run back."""
    if last < first:
        raise ValueError(last)
    kind = Kind.DAY if first == last else Kind.SPAN
    return Reading(kind, first.isoformat(), last.isoformat(), fixed=fixed)


def months(first: int, last: int) -> Reading:
    """Return the reading of two months, by their running numbers, and those between."""
    return Reading(Kind.SPAN, month_text(first), month_text(last))


def years(first: int, last: int) -> Reading:
    """Return the reading of two years and those between."""
    return Reading(Kind.SPAN, f"{first:04}", f"{last:04}")


def whole(unit: str, day: date, shift: int = 0) -> Reading:
    """Return the calendar unit that a day is in, or one before or after it: last week, next year.

    A week starts on Monday; a weekend belongs to the week before it.
    """
    if unit in {"day", "night"}:
        return days(*[day + timedelta(days=shift)] * 2)
    if unit in {"week", "weekend"}:
        monday = day + timedelta(weeks=shift, days=-day.weekday())
        start = monday if unit == "week" else monday + timedelta(days=5)
        return days(start, monday + timedelta(days=6))
    if unit in {"month", "quarter"}:
        size = 1 if unit == "month" else 3
        first = (month_number(day) // size + shift) * size
        return months(first, first + size - 1)
    if unit in SEASONS:
        return _season_near(unit, day, shift)
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    first = (day.year // size + shift) * size
    return years(first, first + size - 1)


def _season_near(name: str, day: date, shift: int) -> Reading:
    """Return the season of a day's year; the one that ended last; the one to come next."""
    start = day.year * 12 + SEASONS[name] - 1
    this_month = month_number(day)
    if shift < 0 and this_month <= start + 2:
        start -= 12
    if shift > 0 and this_month >= start:
        start += 12
    if shift == 0 and name == "winter" and this_month < start - 8:
        start -= 12
    return replace(months(start, start + 2), approximate=True)


def season(name: str, year: int) -> Reading:
    """Return a season of a year, from one month to about another."""
    start = year * 12 + SEASONS[name] - 1
    return replace(months(start, start + 2), approximate=True)


_YEAR_PARTS = {"early": (1, 3), "mid": (5, 8), "middle": (5, 8), "late": (10, 12)}
_YEAR_PARTS |= dict.fromkeys(("end", "close", "last", "final"), (12, 12))
_YEAR_PARTS |= dict.fromkeys(("start", "beginning", "turn", "first"), (1, 1))
"""First and last month of a part of a year."""
_THIRDS = {
    "mid": 1,
    "middle": 1,
} | dict.fromkeys(("late", "end", "close", "last", "final"), 2)
"""Which third of a month or decade a word means; the first where it stands not here."""
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "final": 3}
_SIZES = {
    word: size
    for size, word in enumerate("two three four five six seven eight nine ten eleven".split(), 2)
} | {"half": 6, "quarter": 3}


def part_of(read: Reading, part: str, published: date | None) -> Reading:
    """Return a part of a stretch: `late` 2017, `the second half of` 2020, `earlier` this year."""
    words = part.split()
    if not words or not read.first:
        return read
    if words[0] in {"earlier", "later"}:
        return read if published is None else _up_to_now(read, words[0], published)
    one = read.first == read.last
    if len(words) > 1 and words[1] in _SIZES:
        return _counted_part(read, words) if one and len(read.first) == YEAR else read
    if one and len(read.first) == YEAR:
        first, last = _YEAR_PARTS[words[0]]
        january = int(read.first) * 12 - 1
        return replace(months(january + first, january + last), approximate=True)
    third = _THIRDS.get(words[0], 0)
    if one and len(read.first) == MONTH:
        last_day = monthrange(int(read.first[:YEAR]), int(read.first[YEAR + 1 :]))[1]
        start, end = ((1, 10), (11, 20), (21, last_day))[third]
        read = replace(read, first=f"{read.first}-{start:02}", last=f"{read.first}-{end:02}")
    elif len(read.first) == YEAR and int(read.last) - int(read.first) == 9:  # noqa: PLR2004 - a decade
        start, end = ((0, 3), (4, 6), (7, 9))[third]
        read = years(int(read.first) + start, int(read.first) + end)
    return replace(read, approximate=read.kind is Kind.SPAN)


def _counted_part(read: Reading, words: list[str]) -> Reading:
    """Return a half, a quarter or the first months of a year; the last quarter is the fourth."""
    size = _SIZES[words[1]]
    place = 3 if words[0] == "last" else _PLACES[words[0]]
    first = int(read.first) * 12 + (0 if words[-2] == "months" else place * size)
    return months(first, first + size - 1)


def _up_to_now(read: Reading, word: str, published: date) -> Reading:
    """Return what of a running stretch lies before or after the publication: later this year."""
    today = published.isoformat()
    start, end = first_day(read.first), read.last
    if not (start <= today and end >= today[: len(end)]):
        return read
    first, last = (start, today) if word == "earlier" else (today, end)
    return Reading(Kind.DAY if first == last else Kind.SPAN, first, last)
