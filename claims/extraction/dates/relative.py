"""Reading dates that count from the publication, or from the date named before.

`On Tuesday`, `last week`, `two days ago`, `the past three days`, `the year before`, `eight-year`.
Each function takes the match of its shape and where it stands; None means: no date after all.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims import numerals
from claims.extraction.dates import words
from claims.extraction.dates.readings import (
    DAY,
    MONTH,
    YEAR,
    Context,
    Kind,
    Reading,
    days,
    first_day,
    month_number,
    month_text,
    part_of,
    said,
    whole,
)
from claims.extraction.dates.words import WEEKDAYS
from claims.hedges import VAGUE

if TYPE_CHECKING:
    import re

    Match = re.Match[str]

_SHIFTS = {"last": -1, "this past": -1, "past": -1, "previous": -1} | dict.fromkeys(
    ("next", "coming", "this coming", "following"), 1
)
_LIKE_THE_LATEST = {"same": 0, "that": 0, "following": 1, "previous": -1}
_NEEDED = {"day": DAY, "night": DAY, "week": DAY, "month": MONTH, "year": YEAR}
"""How exact the date named before must be, for a unit to count from it."""
_DAYS = {"second": 0, "minute": 0, "hour": 0, "day": 1, "night": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12, "decade": 120}
_FURTHEST = 3_000
"""Units that are counted at most; a greater number is no date."""
_COUNTED = range(12 * 1_000, 12 * 5_000)
"""The running numbers of the months that are counted to: of the years 1000 to 4999."""
_LASTING = frozenset("for in over within after about nearly almost than under around".split())
_WEEK = 7


def weekday(match: Match, context: Context) -> Reading | None:
    """Read `on Tuesday`, `last Tuesday`, `Tuesday of last week`: the last such day, or the next."""
    if context.before in words.NOT_THE_DAY:
        return None
    number, which = WEEKDAYS[match["weekday"]], said(match, "which")
    today, week = context.published, said(match, "week")
    counted = context.latest if which.startswith("the ") or which == "following" else None
    if counted is not None and which != "the previous" and len(counted.last) == DAY:
        latest = date.fromisoformat(counted.last)
        day = latest + timedelta(days=(number - latest.weekday() - 1) % _WEEK + 1)
        return days(day, day, fixed=False)
    if today is None:
        return Reading(Kind.DAY)
    which = which.removeprefix("the ")
    if week or which == "next":
        shift = {"last": -1, "this": 0, "next": 1}[week or which]
        day = today + timedelta(weeks=shift, days=number - today.weekday())
    else:
        day = today - timedelta(days=_days_back(number, which, today, ahead=context.ahead))
    return days(day, day, fixed=False)


def _days_back(number: int, which: str, today: date, *, ahead: bool) -> int:
    """Return how many days before the publication a weekday was, negative for one to come."""
    back = (today.weekday() - number) % _WEEK
    if which in {"last", "past", "this past", "previous"}:
        return back or _WEEK
    coming = which in {"coming", "this coming", "following"} or ahead
    if back and (coming or (which == "this" and number > today.weekday())):
        return back - _WEEK
    return back


def named_day(match: Match, context: Context) -> Reading | None:
    """Read `yesterday`, `this morning`, `last night` (the day on which the night began)."""
    if context.before in words.NOT_THE_DAY:
        return None
    if context.published is None:
        return Reading(Kind.DAY)
    return whole("day", context.published, words.NAMED_DAYS[said(match, "name")])


def overnight(_: Match, context: Context) -> Reading | None:
    """Read `overnight`: the day of publication and the day before."""
    today = context.published
    return days(today - timedelta(days=1), today) if today else Reading(Kind.SPAN)


def unit(match: Match, context: Context) -> Reading | None:
    """Read `last week`, `later this year`, `so far this year`, `the same day`."""
    which, name = said(match, "which"), said(match, "unit")
    if name == "day" and which == "next":
        return _from_latest(name, 1, context)
    if which in _LIKE_THE_LATEST or name == "day":
        shift = _LIKE_THE_LATEST.get(which)
        return None if shift is None else _from_latest(name, shift, context)
    if context.published is None:
        return Reading(Kind.SPAN)
    shift = _SHIFTS.get(which, 0)
    if name == "weekend":
        shift = _weekend_shift(shift, context, context.published)
    read = whole(name, context.published, shift)
    if said(match, "so_far") or said(match, "still"):
        return Reading(Kind.TO_DATE, first_day(read.first), context.published.isoformat())
    return part_of(read, said(match, "part"), context.published)


def weekend(_: Match, context: Context) -> Reading | None:
    """Read `at the weekend`."""
    today = context.published
    if today is None:
        return Reading(Kind.SPAN)
    return whole("weekend", today, _weekend_shift(0, context, today))


def _weekend_shift(shift: int, context: Context, today: date) -> int:
    """Return how many weeks away a weekend is: until Friday the one before, unless meant."""
    started = today.weekday() >= WEEKDAYS["saturday"]
    if shift > 0 or context.ahead:
        return int(started and shift > 0)
    return 0 if started and not shift else -1


def _from_latest(name: str, shift: int, context: Context) -> Reading | None:
    """Count from the date that the text named last: the same day, the year before."""
    latest = context.latest
    if latest is None or latest.first != latest.last or name not in _NEEDED:
        return None
    if len(latest.first) < _NEEDED[name]:
        return None
    return whole(name, date.fromisoformat(first_day(latest.first)), shift)


def beside(match: Match, context: Context) -> Reading | None:
    """Read `the day before`, `the year after`, of the date named before."""
    shift = 1 if said(match, "way") == "after" else -1
    return _from_latest(said(match, "unit"), shift, context)


def _count(match: Match) -> tuple[int, bool]:
    """Return how many units an expression counts, and whether that is exact."""
    count = said(match, "count").removesuffix(" of")
    if count in {"", "a", "an"}:
        vague = bool(said(match, "plural"))
        return (VAGUE["a few"] if vague else 1), not vague
    if "few" in count or count in {"several", "many"}:
        return VAGUE["a few"], False
    if "couple" in count:
        return 2, False
    return int(numerals.number(count)), True


def _away(today: date, name: str, count: int, *, finer: bool = False) -> str:
    """Return the date so many units after a day, no finer than the unit, or one step finer.

    Raises ValueError where that is no year of ours.
    """
    if abs(count) > _FURTHEST:
        raise ValueError(count)
    if name in _DAYS:
        passed = int(count / 24) if name == "hour" else count * _DAYS[name]
        return (today + timedelta(days=passed)).isoformat()
    number = month_number(today) + count * _MONTHS[name]
    if number not in _COUNTED:
        raise ValueError(count)
    text = month_text(number)
    return text if name == "month" or (finer and name == "year") else text[:YEAR]


def window(match: Match, context: Context) -> Reading | None:
    """Read `the past three days`, `the last year`, `recent weeks`, `the next two months`."""
    today, name, which = context.published, said(match, "unit"), said(match, "which")
    if not said(match, "count") and not said(match, "plural"):
        of_one = said(match, "the") == "the" and which in {"past", "last"}
        if not of_one or name in {"day", "night"}:
            return None
    if not said(match, "count") and name in {"second", "minute"}:
        return None
    if today is None:
        return Reading(Kind.TO_DATE)
    count, exact = _count(match)
    onward = which in {"next", "coming", "following"}
    side = _away(today, name, count if onward else -count, finer=True)
    side += "" if exact and name in {"second", "minute", "hour", "day", "night"} else "~"
    if onward:
        return Reading(Kind.SPAN, today.isoformat(), side)
    return Reading(Kind.TO_DATE, side, today.isoformat())


def ago(match: Match, context: Context) -> Reading | None:
    """Read `two days ago`, `three years ago`, `a week earlier`, `two days later`."""
    name, way = said(match, "unit"), said(match, "way")
    count, exact = _count(match)
    today = context.published
    kind, signed = Kind.AGO, count if way in {"later", "from now"} else -count
    if way not in {"ago", "from now"}:
        latest = _from_latest(name, 0, context)
        if latest is None:
            return Reading(Kind.DURATION)
        today, kind = date.fromisoformat(first_day(latest.first)), Kind.SPAN
    if today is None:
        return Reading(kind)
    text = _away(today, name, signed)
    if exact and name in _DAYS and name != "week":
        return Reading(Kind.DAY, text, text)
    return Reading(kind, text, text, approximate=True)


def duration(match: Match, context: Context) -> Reading | None:
    """Read `eight-year`, `for three years`; an age or a rate is neither (twice a week)."""
    if context.lower.startswith((" old", "-old", " of age"), match.end()):
        return None
    one = said(match, "count") in {"a", "an", "one"}
    if one and (context.before not in _LASTING or said(match, "unit") == "second"):
        return None
    return Reading(Kind.DURATION)


def long_time(match: Match, context: Context) -> Reading | None:
    """Read `for days`, `amid days of`."""
    if context.before in {"early", "small"}:
        return None
    follows = context.lower.startswith(" of ", match.end())
    return Reading(Kind.DURATION) if context.before == "for" or follows else None
