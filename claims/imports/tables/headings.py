"""Which row holds the headings, and what the columns are called."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claims.imports.tables.encodings import STRAY
from claims.imports.tables.errors import TooMuchError
from claims.imports.tables.faults import fault
from claims.imports.tables.limits import MAX_COLUMNS, MAX_HEADING, MAX_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.errors import Problem

SAMPLED = 50
"""Rows among which the headings are looked for."""
COMMENT = "# "
Numbered = tuple[int, list[str]]
"""A row of cells, and its line."""


def heading_row(rows: Sequence[Numbered]) -> int:
    """Return which of the first rows holds the headings: the first as wide as those after it.

    Titles and notes above a table fill fewer cells: of rows 1, 1, 4, 4, 3, 4 cells wide it is
    the third. A row that begins with "# " is a note.
    """
    widths = [0 if _is_comment(cells) else _width(cells) for _, cells in rows]
    counted = Counter(width for width in widths if width > 1)
    if not counted:
        return next((at for at, width in enumerate(widths) if width), 0)
    most = max(counted.values())
    usual = min(width for width, count in counted.items() if count == most)
    return next(at for at, width in enumerate(widths) if width >= usual)


def columns_of(
    rows: Sequence[Numbered], at: int, file: str
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the names of the columns, each once, and what is wrong with the headings.

    `rows` are the first of the file, `at` says which of them holds the headings. Raises
    TooMuchError where there are more columns than are read.
    """
    number, headings = rows[at]
    names = [_tidy(heading) for heading in headings]
    filled = {
        place for _, cells in rows[at + 1 :] for place, one in enumerate(cells) if one.strip()
    }
    while names and not names[-1] and len(names) > max(filled, default=-1) + 1:
        names.pop()
    if len(names) > MAX_COLUMNS:
        raise TooMuchError(file, MAX_COLUMNS, "columns")
    passed = [_passed_over(file, *row) for row in rows[:at] if _width(row[1])]
    unique = unique_names(names)
    problems = [
        _renamed(file, number, name, column)
        for place, (name, column) in enumerate(zip(names, unique, strict=True))
        if column != name and (name or place in filled)
    ]
    return unique, tuple([*passed, *problems][:MAX_PROBLEMS])


def _tidy(heading: str) -> str:
    """Return a heading on one line, without the marks of its encoding and not too long."""
    name = " ".join(STRAY.sub("\ufffd", heading).replace("\ufeff", "").replace("\0", "").split())
    return name if len(name) <= MAX_HEADING else f"{name[:MAX_HEADING]}…"


def unique_names(names: list[str]) -> tuple[str, ...]:
    """Return each name once: "killed", "", "killed" gives "killed", "column 2", "killed (2)"."""
    taken: dict[str, None] = {}
    given = set(names)
    for place, name in enumerate(names, 1):
        wanted = unique = name or f"column {place}"
        count = 1
        while unique in taken or (unique != name and unique in given):
            count += 1
            unique = f"{wanted} ({count})"
        taken[unique] = None
    return tuple(taken)


def _renamed(file: str, number: int, name: str, column: str) -> Problem:
    what = "the heading stands twice" if name else "the column has no heading"
    hint = f"It is called “{column}” here: give each column a heading of its own"
    return fault(file, number, what, hint, column=column, value=name)


def _passed_over(file: str, number: int, cells: list[str]) -> Problem:
    text = " ".join(cell for cell in cells if cell.strip())
    hint = "If it is no title or note, remove what stands between it and the table"
    return fault(file, number, "this stands above the headings and is not read", hint, value=text)


def _width(cells: list[str]) -> int:
    """Return how many cells there are up to the last in which something stands."""
    return next((at for at in range(len(cells), 0, -1) if cells[at - 1].strip()), 0)


def _is_comment(cells: list[str]) -> bool:
    return bool(cells) and cells[0].startswith(COMMENT)
