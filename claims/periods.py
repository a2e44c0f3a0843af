"""Periods in EDTF: what a figure is about, with the precision that was given.

`2021-07` is a month and stays one; `2014-12~` is approximate, `2021?` uncertain,
`../2021-07-27` open at the start. Source of the notation: Extended Date/Time Format,
ISO 8601-2:2019, levels 0 and 1. Plain dates are read by the standard library and
everything else by the `edtf` library, which is some 500 times slower; a test holds
the two to the same answers.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from babel.dates import format_date
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from pydantic_core import core_schema

if TYPE_CHECKING:
    from time import struct_time

    from pydantic import GetJsonSchemaHandler

WRITTEN = re.compile("[!-~]{1,80}")
"""What EDTF is written in: printable ASCII without spaces, and no more than anyone would write."""
PLAIN = re.compile(r"(\d{4})(?:-(?!00)(\d\d))?(?:-(?!00)(\d\d))?")
OPEN = ".."
DAYS = {"Y": 365, "M": 30, "W": 7, "D": 1}
NAMES = {"Y": "year", "M": "month", "W": "week", "D": "day"}
PARTS = re.compile(r"(\d+)([YMWD])")
WORDS = {4: "y", 7: "MMMM y", 10: "d MMMM y"}
"""Babel pattern by the length of a plain date: year, month, day."""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days as the source gave it: an EDTF text and what it means.

    `start` and `end` are the first and last day that the text allows, inclusive; None is
    an open end.
    """

    text: str
    start: date | None
    end: date | None
    approximate: bool = False
    uncertain: bool = False

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two have a day in common."""
        return not (self.is_before(other) or other.is_before(self))

    def is_within(self, other: Period) -> bool:
        """Tell whether every day of this one is a day of the other."""
        begins = other.start is None or (self.start is not None and self.start >= other.start)
        ends = other.end is None or (self.end is not None and self.end <= other.end)
        return begins and ends

    def is_before(self, other: Period) -> bool:
        """Tell whether this one ends before the other begins."""
        return self.end is not None and other.start is not None and self.end < other.start

    def gap(self, other: Period) -> timedelta:
        """Return the time from the end of the earlier to the start of the later, 0 if they meet."""
        for one, two in ((self, other), (other, self)):
            if one.end is not None and two.start is not None and one.end < two.start:
                return two.start - one.end
        return timedelta()

    @property
    def ends_on_a_day(self) -> bool:
        """Whether the text gives the last day itself, not a month or a year that holds it."""
        last = self.text.rpartition("/")[2].rstrip("~?%")
        return len(last) == len("2021-07-27") and "X" not in last

    @property
    def names_only_a_year(self) -> bool:
        """Whether the text gives one year, season or decade and no month of it."""
        if "/" in self.text or self.start is None or self.end is None:
            return False
        return self.end - self.start > timedelta(days=31)

    @property
    def middle(self) -> date | None:
        """The day a mark stands at on a time axis; the known end where the other is open."""
        if self.start is None or self.end is None:
            return self.end or self.start
        return self.start + (self.end - self.start) / 2

    def __str__(self) -> str:
        """Return the EDTF text."""
        return self.text

    def in_words(self) -> str:
        """Say the period in English: `15 July 2021 to 27 July 2021`, `about December 2014`."""
        start, slash, end = self.text.partition("/")
        if not slash:
            return _side_in_words(start)
        if start == OPEN:
            return f"up to {_side_in_words(end)}"
        if end == OPEN:
            return f"from {_side_in_words(start)} on"
        return f"{_side_in_words(start)} to {_side_in_words(end)}"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, _handler: object
    ) -> core_schema.CoreSchema:
        """Read a period from its EDTF text and write it back as that text."""
        return core_schema.no_info_plain_validator_function(
            _from_any, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe a period as a string in EDTF."""
        return {"type": "string", "format": "edtf", "examples": ["2021-07-15/2021-07-27"]}


@lru_cache(maxsize=65536)
def parse(text: str) -> Period:
    """Return the period that an EDTF text means.

    Raises ValueError, with a hint, where it is not EDTF or ends before it starts.
    """
    sides = text.split("/")
    if WRITTEN.fullmatch(text) is None or not all(sides) or set(sides) == {OPEN}:
        raise ValueError(_not_edtf(text))
    if len(sides) > 2:  # noqa: PLR2004 - two sides make an interval
        raise ValueError(_not_edtf(text))
    read = [_side(side) for side in sides]
    start, end = read[0].start, read[-1].end
    if start is not None and end is not None and end < start:
        message = f"the period {text!r} ends before it starts"
        raise ValueError(message)
    approximate, uncertain = any(s.approximate for s in read), any(s.uncertain for s in read)
    return Period(text, start, end, approximate, uncertain)


def _from_any(value: object) -> Period:
    """Take a period as it is, or its EDTF text."""
    if isinstance(value, Period):
        return value
    if not isinstance(value, str):
        raise ValueError(_not_edtf(str(value)))  # noqa: TRY004 - pydantic reports ValueError as bad data
    return parse(value)


def _side(text: str) -> Period:
    """Read one date of a period; `..` is open on both sides."""
    if text == OPEN:
        return Period(text, None, None)
    plain = PLAIN.fullmatch(text)
    if plain is None:
        return _qualified(text)
    try:
        year, month, day = (int(part) if part else None for part in plain.groups())
        if year is None or (month is not None and month > 12):  # noqa: PLR2004 - 21 to 24 are EDTF seasons
            return _qualified(text)
        last = month or 12
        start = date(year, month or 1, day or 1)
        return Period(text, start, date(year, last, day or monthrange(year, last)[1]))
    except ValueError as error:
        raise ValueError(_not_edtf(text)) from error


def _qualified(text: str) -> Period:
    """Read a date with a qualifier, an unspecified digit or a season through `edtf`."""
    try:
        read = parse_edtf(text)
        start, end = _day(read.lower_strict()), _day(read.upper_strict())
    except (EDTFParseException, ValueError, AttributeError, TypeError, OverflowError) as error:
        raise ValueError(_not_edtf(text)) from error
    both = "%" in text
    return Period(text, start, end, both or "~" in text, both or "?" in text)


def _day(moment: struct_time) -> date:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)


def _not_edtf(text: str) -> str:
    return f"{text[:40]!r} is not an EDTF period; write 2021, 2021-07, 2021-07-27, 2021-07~ or a/b"


@lru_cache(maxsize=65536)
def words(day: date) -> str:
    """Say a day in English: `27 July 2021`."""
    return format_date(day, WORDS[10], locale="en")


@lru_cache(maxsize=65536)
def _side_in_words(text: str) -> str:
    """Say one date: its precision kept, its qualifier in words."""
    bare = text.rstrip("~?%")
    sure = {"~": "about ", "?": "possibly ", "%": "possibly about "}.get(text[len(bare) :], "")
    if PLAIN.fullmatch(bare) is None or len(bare) not in WORDS or int(bare[5:7] or 1) > 12:  # noqa: PLR2004 - see _side
        return text
    day = _side(bare).start
    return sure + format_date(day, WORDS[len(bare)], locale="en") if day else text


@lru_cache(maxsize=1024)
def lasting(duration: str) -> timedelta:
    """Return the length of an ISO 8601 duration of years, months, weeks and days.

    Years count 365 days and months 30: a shelf life needs no more. Nothing lasts longer than
    there are days in the calendar.
    """
    days = sum(int(n) * DAYS[unit] for n, unit in PARTS.findall(duration))
    return timedelta(days=min(days, (date.max - date.min).days))


def duration_in_words(duration: str) -> str:
    """Say an ISO 8601 duration: `6 months`, `1 year, 6 months and 2 days`."""
    found = [(int(n), NAMES[unit]) for n, unit in PARTS.findall(duration)]
    *before, last = [f"{n} {name}{'' if n == 1 else 's'}" for n, name in found]
    return f"{', '.join(before)} and {last}" if before else last
