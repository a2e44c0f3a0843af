"""When things happened: every time expression of a text, resolved against its publication day.

Finding and reading are ours: `date_rules` has the shapes, `date_explicit` and `date_relative`
what they mean. Days and calendars are the standard library's `datetime` and `calendar`. No date
parser is used: a date that has been found is three numbers already, and a parser invents what
was not said (dateutil reads "July 2020" as a day of July, dateparser takes "three years after"
for a day to come). `claims.periods` reads every period that is returned.

    >>> [(d.kind.value, d.period) for d in find("Since last year, on Tuesday", date(2021, 7, 27))]
    [('since', '2020/..'), ('day', '2021-07-27')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING

from claims.extraction.dates.readings import DAY, YEAR, Context, Kind, Reading, first_day
from claims.extraction.dates.rules import NUMBER, STARTING
from claims.extraction.dates.words import JOINT, RELATION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.extraction.dates.rules import Rule

__all__ = ["Dated", "Kind", "dateline", "find", "to_date"]

_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_TOKEN = re.compile(r"[a-z]+|\d+", re.ASCII)
_BETWEEN_WORDS = " \t\n\r\u00a0-'’‘“\"("
_NOT_BEFORE = frozenset("$€£#/_.,@&+")
_HYPHENED = ("post-", "pre-", "mid-", "early-", "late-")
_RELATION_REACH = 30
_WEEK = timedelta(days=7)
_YEARS = range(1_000, 3_000)

_HEAD, _PLACE = 600, 60
"""Characters in which a dateline stands, and of its line before the day."""
_IN_A_SENTENCE = re.compile(r"\b(?:on|in|since|until|of|by|from|after|before|the)\s*\Z|[.!?]\s")
_AFTER_DATELINE = re.compile(r"\s*(?:\Z|[\n(\[:|/]|[-–—]+\s)")

_OPENED = {
    "since": Kind.SINCE,
    "after": Kind.AFTER,
    "until": Kind.UNTIL,
    "till": Kind.UNTIL,
    "through": Kind.UNTIL,
    "by": Kind.UNTIL,
    "before": Kind.BEFORE,
    "prior to": Kind.BEFORE,
}
_OPEN = ".."
_THE_DAY = re.compile(r"the\s{1,3}\d")
_NOUN = re.compile(r"\s(?!(?:in|at|on|and|or|when|but|by|as|with|for|to|the|he|she|they)\b)[a-z]")
_PAIRING = frozenset({"from", "between"})
_RANGE = re.compile(r"\d(?:st|nd|rd|th)?\s{0,3}(?:to|and|until|through|[-–—])\s{0,3}\d")


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression: its place in the text and when it says.

    `period` is EDTF, None for a duration, and where the publication day would be needed and is
    not known. `running` says that a stretch (this year) holds the publication day and is not
    over; `ahead` that it begins after that day.
    """

    start: int
    end: int
    period: str | None
    kind: Kind
    running: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    reading: Reading


def find(text: str, published: date | None) -> list[Dated]:
    """Return every time expression of a text, in order, as it was meant on the publication day.

    A publication day outside the years 1000 to 2999 is taken as not known.
    """
    published = published if published and published.year in _YEARS else None
    lower = text.translate(_LOWER)
    found = list(_scan(lower, text, published))
    return [_dated(one, published) for one in _related(lower, found)]


def to_date(dated: Dated, published: date) -> str | None:
    """Return the period as far as it has gone: in July, this year is 2021-01-01/2021-07-27."""
    if not dated.running or dated.period is None:
        return dated.period
    first = dated.period.partition("/")[0].rstrip("~")
    return f"{first_day(first)}/{published.isoformat()}"


def dateline(text: str) -> date | None:
    """Return the day that the head of a text gives: `BOGOTA, 19 JUL 89 (EFE)`, or a line of it."""
    head = text[:_HEAD]
    for one in _scan(head.translate(_LOWER), head, None):
        line = head[head.rfind("\n", 0, one.start) + 1 : one.start]
        stands_alone = _AFTER_DATELINE.match(head, one.end) and len(line) <= _PLACE
        if not stands_alone or _IN_A_SENTENCE.search(line.translate(_LOWER)):
            continue
        if one.reading.kind is Kind.DAY and one.reading.first:
            return date.fromisoformat(one.reading.first)
    return None


def _scan(lower: str, text: str, published: date | None) -> Iterator[_Found]:
    """Yield the expressions themselves, without since or until before them."""
    reached = before_start = before_end = 0
    latest: Reading | None = None
    for token in _TOKEN.finditer(lower):
        start, word = token.start(), token[0]
        rules = STARTING.get(NUMBER if word.isdigit() else word)
        if rules is not None and start >= reached and _may_begin(lower, start, reached):
            beside = not lower[before_end:start].strip(_BETWEEN_WORDS)
            before = lower[before_start:before_end] if beside else ""
            found = _first(rules, Context(lower, text, start, published, before, latest))
            if found is not None:
                yield found
                reached = found.end
                latest = found.reading if found.reading.first else latest
        before_start, before_end = token.span()


def _first(rules: Sequence[Rule], context: Context) -> _Found | None:
    """Return what the first rule that fits reads at a place."""
    for rule in rules:
        match = rule.pattern.match(context.lower, context.start)
        if match is None:
            continue
        try:
            reading = rule.read(match, context)
        except (ValueError, OverflowError):
            continue  # no day of the calendar
        if reading is not None:
            return _Found(context.start, match.end(), reading)
    return None


def _may_begin(lower: str, start: int, reached: int) -> bool:
    """Tell whether an expression may begin here: not inside F-2014, $2014 or 12,014."""
    if start == 0 or start - 1 == reached:
        return True
    mark = lower[start - 1]
    if mark == "-":
        return not lower[start - 2 : start - 1].isalnum() or lower.endswith(_HYPHENED, 0, start)
    return not (mark.isalnum() or mark in _NOT_BEFORE)


def _related(lower: str, found: list[_Found]) -> Iterator[_Found]:
    """Yield them joined (from Monday to Friday) and opened (since, until)."""
    joined = False
    for one, after in zip_longest(found, found[1:]):
        if joined:
            joined = False
            continue
        relation = RELATION.search(lower, max(0, one.start - _RELATION_REACH), one.start)
        word = " ".join(relation[1].split()) if relation else ""
        start = relation.start() if relation else one.start
        both = _both(lower, one, after, word) if after else None
        opened = None if _says_which(lower, one) else _opened(one.reading, word)
        if both is not None and after is not None:
            joined = True
            yield _Found(start if word in _PAIRING else one.start, after.end, both)
        else:
            ranging = word in _PAIRING and _RANGE.search(lower, one.start, one.end)
            yield _Found(start if opened or ranging else one.start, one.end, opened or one.reading)


def _says_which(lower: str, one: _Found) -> bool:
    """Tell whether a date only says which: after `Monday's` attack, after `the 3 May` attack."""
    if lower.startswith(("'s", "’s"), one.end):
        return True
    return bool(_THE_DAY.match(lower, one.start) and _NOUN.match(lower, one.end))


def _both(lower: str, one: _Found, after: _Found, word: str) -> Reading | None:
    """Return two dates as one stretch, where to or a dash stands between, or between ... and."""
    a, b = one.reading, after.reading
    if not (a.first and b.first) or len(a.first) != len(b.last):
        return None
    joint = JOINT.fullmatch(lower, one.end, after.start)
    if joint is None or (joint[1] == "and") != (word == "between"):
        return None
    first, last = _in_order(a, b)
    if first > last:
        return None
    return Reading(Kind.SPAN, first, last, a.approximate or b.approximate)


def _in_order(a: Reading, b: Reading) -> tuple[str, str]:
    """Return where a stretch starts and ends; a start that is not fixed is the last before it."""
    first, last = a.first, b.last
    if not a.fixed and b.fixed:
        first = last[:YEAR] + first[YEAR:]
    if a.fixed or first <= last:
        return first, last
    if len(first) == len(last) == DAY:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        if start - end < _WEEK:
            return (start - _WEEK).isoformat(), last
    return f"{int(first[:YEAR]) - 1}{first[YEAR:]}", last


def _opened(reading: Reading, word: str) -> Reading | None:
    """Return a reading open at one end, as since or until makes it."""
    kind = _OPENED.get(word)
    if kind is None or reading.kind in {Kind.DURATION, Kind.TO_DATE}:
        return None
    if not reading.first:
        return Reading(kind)
    about = "~" if reading.approximate else ""
    if kind in {Kind.SINCE, Kind.AFTER}:
        return Reading(kind, reading.first + about, _OPEN)
    return Reading(kind, _OPEN, (reading.last if kind is Kind.UNTIL else reading.first) + about)


def _dated(one: _Found, published: date | None) -> Dated:
    """Say where a reading stands to the publication day."""
    reading = one.reading
    running = ahead = False
    if published is not None and reading.first and reading.first != _OPEN:
        today = published.isoformat()
        first, last = reading.first.rstrip("~"), reading.last.rstrip("~")
        ahead = first > today[: len(first)]
        begun = reading.kind is Kind.SPAN and not ahead
        running = begun and f"{last}-12-31"[: DAY if len(last) == YEAR else None] > today
    return Dated(one.start, one.end, reading.period, reading.kind, running, ahead)
