"""Which columns are dates: of the figure, its period's start and end, the day it was said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.role_words import (
    DATE,
    DAY,
    END,
    HOUSEKEEPING,
    MONTH,
    SAID,
    START,
    UPDATED,
    YEAR,
)
from claims.imports.suggesting.spoken import MONTHS, WORD

if TYPE_CHECKING:
    from claims.imports.suggesting.choosing import Choice

LAST_MONTH, LAST_DAY = 12, 31
UNREADABLE = "says when, in words that cannot be read"
YEAR_NUMBER = re.compile(r"(19|20)\d\d")
LONGEST, MOSTLY = 60, 0.6


def choose_dates(choice: Choice) -> None:
    """Give dates their roles."""
    dates = [name for name in choice.open() if _is_date(choice, name)]
    _housekeeping(choice, dates)
    years = [name for name in dates if _written_years(choice, name)]
    full = [name for name in dates if name not in years]
    _span(choice, full)
    _said(choice, full)
    _date(choice, full)
    _years(choice, years)
    _unreadable(choice)
    for name in full:
        taken = choice.has(Role.DATE)
        choice.take(name, Role.UNUSED, f"holds dates, but “{taken[0]}” is taken for the date")


def _is_date(choice: Choice, name: str) -> bool:
    """Tell whether a column holds days; whole numbers only where its name says so too."""
    written = choice.look.days(name)
    if written is None:
        return False
    plain = all(cell.isdecimal() for cell in choice.look.cells(name))
    return not plain or bool((YEAR if written.is_year else DATE).search(words_of(name)))


def _unreadable(choice: Choice) -> None:
    """Leave out columns that say when in words that are not known: `Q3 2023`, `mid-October`."""
    for name in choice.open():
        words, cells = words_of(name), choice.look.cells(name)
        if not (DATE.search(words) or SAID.search(words)) or len(cells[0]) > LONGEST:
            continue
        if sum(map(_says_when, cells)) >= MOSTLY * len(cells):
            choice.take(name, Role.UNUSED, UNREADABLE)
            choice.doubt(
                f"“{name}” says when, in words that cannot be read, such as “{cells[0]}”: "
                "write dates as 2024-05-31, spans as 2024-05-01/2024-05-31"
            )


def _says_when(cell: str) -> bool:
    """Tell whether words seem to say when: letters beside a year, or the name of a month."""
    words = WORD.findall(cell)
    named = any(words_of(word) in MONTHS for word in words)
    return bool(words) and (named or any(YEAR_NUMBER.fullmatch(one) for one in words))


def _written_years(choice: Choice, name: str) -> bool:
    written = choice.look.days(name)
    return written is not None and written.is_year


def _housekeeping(choice: Choice, dates: list[str]) -> None:
    """Leave out the days on which rows were entered or read; one of updating may be the only."""
    kept = [name for name in dates if not HOUSEKEEPING.search(words_of(name))]
    for name in [n for n in dates if n not in kept]:
        if not kept and UPDATED.search(words_of(name)):
            choice.take(name, Role.SAID_ON, "is the only date: when the row was last brought up")
        choice.take(name, Role.UNUSED, "says when the row was made, not what it is about")
        dates.remove(name)


def _span(choice: Choice, dates: list[str]) -> None:
    """Take two dates that are called start and end as the period."""
    start, end = _called(START, dates), _called(END, dates)
    if len(start) == 1 and len(end) == 1 and start != end:
        choice.take(start[0], Role.DATE, "holds dates and is called the start of the period")
        choice.take(end[0], Role.END, "holds dates and is called the end of the period")


def _said(choice: Choice, dates: list[str]) -> None:
    """Take a date of reporting as the day it was said, where another date is that of the figure."""
    said = [name for name in _called(SAID, dates) if name not in choice.roles]
    others = [name for name in dates if name not in said]
    if said and others:
        choice.take(said[0], Role.SAID_ON, "holds dates and is called a day of reporting")


def _date(choice: Choice, dates: list[str]) -> None:
    """Take the date whose name says it best."""
    if choice.has(Role.DATE):
        return
    left = [name for name in dates if name not in choice.roles]
    left.sort(key=lambda name: (not DATE.search(words_of(name)), -choice.look.sample.share(name)))
    if left:
        choice.take(left[0], Role.DATE, f"holds dates such as {choice.look.cells(left[0])[0]}")


def _years(choice: Choice, years: list[str]) -> None:
    """Take a year, with month and day if they stand beside it, where there is no fuller date."""
    if not years:
        return
    if choice.has(Role.DATE):
        for name in years:
            choice.take(name, Role.UNUSED, f"is the year that “{choice.has(Role.DATE)[0]}” says")
        return
    choice.take(years[0], Role.DATE, "holds years")
    month = next((n for n in choice.open() if MONTH.search(words_of(n))), None)
    if month and _is_month(choice.look.distinct(month)):
        choice.take(month, Role.MONTH, "holds the months of the years beside it")
        day = next((n for n in choice.open() if DAY.search(words_of(n))), None)
        if day and _is_number(choice.look.distinct(day), LAST_DAY):
            choice.take(day, Role.DAY, "holds the days of the months beside it")
    for name in years[1:]:
        choice.take(name, Role.UNUSED, "holds years, as another column does")


def _is_month(cells: list[str]) -> bool:
    names = {cell[:3].casefold() for cell in cells}
    return _is_number(cells, LAST_MONTH) or names <= set(MONTH_NAMES)


def _is_number(cells: list[str], most: int) -> bool:
    return all(cell.isdecimal() and int(cell) <= most for cell in cells)


def _called(words: re.Pattern[str], names: list[str]) -> list[str]:
    return [name for name in names if words.search(words_of(name))]


MONTH_NAMES = {
    name: f"{place:02}"
    for place, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
"""The first letters of a month and its number."""


def two_digits(cells: list[str]) -> dict[str, str]:
    """Return months and days as EDTF writes them."""
    if all(cell.isdecimal() for cell in cells):
        return {str(number): f"{number:02}" for number in range(1, 10)}
    return {c: MONTH_NAMES[c[:3].casefold()] for c in cells if c[:3].casefold() in MONTH_NAMES}
