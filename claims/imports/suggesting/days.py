"""How the days of a column are written: ISO, `3.5.2024`, `03/05/2024`, `3 May 2024`, `May 2024`.

how_written(["03/05/2024", "14/05/2024"])    Written("%d/%m/%Y")
how_written(["03/05/2024", "04/05/2024"])    the same, but it may be the month that comes first
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.imports.suggesting.spoken import spoken
from claims.periods import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

ISO = re.compile(
    r"\d{4}-\d\d(-\d\d)?([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?(/\d{4}-\d\d(-\d\d)?)?"
)
"""Days and months that are EDTF as they stand, or once their time is left out."""
YEAR = re.compile(r"(1[89]|20)\d\d")
SLASHED = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4}|\d\d)\b")
DATE_LIKE = re.compile(r"(1[89]|20)\d\d|[^\W\d_]{3,9}[ -]\d\d$|\d{1,2}([/.-])\d{1,2}\2\d\d")
TIMES = ("", " %H:%M", " %H:%M:%S", "T%H:%M:%S", " %I:%M %p")
NAMED = (
    "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d-%b-%Y", "%d-%b-%y", "%d-%B-%Y",
    "%d %b %y", "%A, %B %d, %Y", "%A, %d %B %Y", "%a, %d %b %Y", "%d. %B %Y", "%d. %b %Y",
    "%B %Y", "%b %Y", "%b-%Y", "%b-%y", "%B-%Y", "%B, %Y", "%Y %B", "%Y-%b-%d", "%B %d %Y",
    "%b %d %Y",
)  # fmt: skip
PLAIN = ("%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%m/%Y", "%m.%Y", "%m-%Y", "%Y/%m")
FITS = 0.75
"""The share of cells that a way of writing must read; others are problems of their rows."""
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Written:
    """How days are written: a form of `strptime`, or none where they are EDTF already."""

    form: str | None
    is_year: bool = False
    is_unclear: bool = False
    """Whether day and month cannot be told apart."""
    share: float = 1.0
    """The share of the cells that it reads."""
    is_spoken: bool = False
    """Whether a mapping lists what each means: names of months in any language, spans of days."""

    def reads(self, cell: str) -> bool:
        """Tell whether a cell is written so."""
        return not self.is_spoken and _edtf(cell, self.form) != ""

    @property
    def has_month_first(self) -> bool:
        """Whether the month comes before the day, both in digits."""
        return bool(self.form) and str(self.form).startswith("%m")

    def edtf(self, cell: str) -> str:
        """Return a cell as EDTF, a time left out; an empty text where it is no such day."""
        found = "" if self.is_spoken else _edtf(cell, self.form)
        return found or spoken(cell)


def how_written(cells: Sequence[str], *, month_first: bool | None = None) -> Written | None:
    """Return how the cells of a column write days; None where they are none.

    `month_first` is how others of the table do, for days that could be read either way.
    """
    if not cells or not any(map(DATE_LIKE.search, cells[:5])) or len(cells[0]) > 60:  # noqa: PLR2004 - no date is longer
        return None
    if all(YEAR.fullmatch(cell) for cell in cells):
        return Written(None, is_year=True)
    share = sum(_edtf(cell, None) != "" for cell in cells) / len(cells)
    if share >= FITS and not all(cell.isdecimal() for cell in cells):
        return Written(None, share=share)
    found = _slashed(cells, month_first=month_first) or _in_some_form(cells)
    return found or _spoken(cells)


def _spoken(cells: Sequence[str]) -> Written | None:
    """Return that days are written in words, if nearly all are."""
    share = sum(spoken(cell) != "" for cell in cells) / len(cells)
    return Written(None, share=share, is_spoken=True) if share >= FITS else None


def _slashed(cells: Sequence[str], *, month_first: bool | None) -> Written | None:
    """Return the order of day and month in dates of three numbers."""
    found = [match for cell in cells if (match := SLASHED.match(cell))]
    share = len(found) / len(cells)
    if share < FITS:
        return None
    first, second = ({int(match[place]) for match in found} for place in (1, 3))
    sign, long_year = found[0][2], all(len(match[4]) > 2 for match in found)  # noqa: PLR2004 - 24 or 2024
    year = "%Y" if long_year else "%y"
    unclear = max(first | second) <= MONTHS and sign != "."
    by_month = bool(month_first) if unclear else max(second) > MONTHS >= max(first)
    date = sign.join(("%m", "%d", year) if by_month else ("%d", "%m", year))
    unclear = unclear and month_first is None
    return _best(cells, [date + time for time in TIMES], is_unclear=unclear)


def _in_some_form(cells: Sequence[str]) -> Written | None:
    forms = (
        *NAMED,
        *PLAIN,
        *(date + time for date in (*NAMED[:4], *PLAIN[:3]) for time in TIMES[1:]),
    )
    few = cells[:2]
    likely = [form for form in forms if any(_edtf(cell, form) for cell in few)]
    return _best(cells, likely)


def _best(
    cells: Sequence[str], forms: Sequence[str], *, is_unclear: bool = False
) -> Written | None:
    """Return the form that reads most cells, None where none reads nearly all."""
    shares = {form: sum(_edtf(c, form) != "" for c in cells) / len(cells) for form in forms}
    best = max(shares, key=shares.__getitem__, default=None)
    if best is None or shares[best] < FITS:
        return None
    return Written(best, is_unclear=is_unclear, share=shares[best])


@lru_cache(maxsize=65536)
def _edtf(cell: str, form: str | None) -> str:
    """Return a day, month or year in EDTF; an empty text where it is not written so."""
    try:
        if form is None:
            if not (ISO.fullmatch(cell) or YEAR.fullmatch(cell)):
                return ""
            day = re.sub(r"[T ].*?(?=/|$)", "", cell)
            parse(day)
            return day
        read = datetime.strptime(cell, form)  # noqa: DTZ007 - only the day is taken
    except ValueError:
        return ""
    return f"{read:%Y-%m-%d}" if "%d" in form else f"{read:%Y-%m}"
