"""How the numbers of a column are written, and whether they can be counts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.hedges import VAGUE
from claims.imports.cells import BLANK, BLANKS, DIGITS, NEGATIVE, Unclear, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

STYLE = "1,234.5"
"""How numbers are written unless a column shows otherwise."""
GROUPED = re.compile(r"\d[.,\s'’]\d")
DECIMALS = r"|(?<![\d.,])\d+{}\d{{1,2}}(?!\d)"
SIGNS = {
    style: re.compile(sign)
    for style, sign in {
        "1,234.5": r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])" + DECIMALS.format(r"\."),
        "1.234,5": r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?(?![\d.])" + DECIMALS.format(","),
        "1 234,5": r"(?<![\d.,])\d{1,3}(?: \d{3})+(?:,\d+)?(?!\d)",
        "1'234.5": r"(?<![\d.,])\d{1,3}(?:'\d{3})+(?:\.\d+)?(?!\d)",
    }.items()
}
"""What gives a way of writing away."""
MOST = 60
"""Different cells of a column that are read one by one."""
SPAN = re.compile(r"\d{4}-\d")
FEW = 8
LONG = 60
"""Characters; no cell of a figure is longer."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the cells of a column are as counts; shares from 0 to 1."""

    style: str
    styles: tuple[str, ...]
    """All the ways of writing that its cells show."""
    countable: float
    """The share that states a count, in digits or in words."""
    negative: float
    has_digits: bool
    unread: tuple[str, ...]
    """Cells that state no count that the table of hedges knows."""
    has_words: bool
    """Whether cells hold words, ranges or signs beside digits."""


def numbers_in(cells: Sequence[str], unit: str, fallback: str = STYLE) -> Numbers:
    """Return what the cells of a column are as counts of a unit."""
    filled = [cell for cell in cells if cell.casefold() not in BLANK]
    seen = styles_in(filled)
    style = seen[0] if seen else fallback
    total = max(1, len(filled))
    counts = Counter(filled)
    whole = sum(n for cell, n in counts.items() if DIGITS.fullmatch(cell))
    others = [cell for cell in counts if not DIGITS.fullmatch(cell)]
    below = sum(counts[cell] for cell in others if NEGATIVE.match(cell))
    read_ones, unread = _read(others, unit, style)
    countable = (whole + sum(counts[cell] for cell in read_ones)) / total
    digits = whole > 0 or any(any(map(str.isdecimal, cell)) for cell in read_ones)
    worded = any(not re.fullmatch(r"[\d.,' ]+", cell) for cell in read_ones)
    return Numbers(style, seen, countable, below / total, digits, unread, worded)


def styles_in(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the ways of writing numbers that cells show, the most frequent first."""
    found: Counter[str] = Counter()
    for cell in cells:
        if not cell.isdecimal() and len(cell) <= LONG and GROUPED.search(cell):
            plain = cell.translate(BLANKS)
            found.update(style for style, sign in SIGNS.items() if sign.search(plain))
    return tuple(style for style, _ in found.most_common())


def _read(cells: Sequence[str], unit: str, style: str) -> tuple[list[str], tuple[str, ...]]:
    """Return the cells that state a count, and some of those that do not."""
    good: list[str] = []
    bad: list[str] = []
    for cell in cells[:MOST]:
        if len(bad) >= FEW and not good:
            break
        is_number = len(cell) <= LONG and _may_count(cell)
        found = read(cell, unit, style=style) if is_number else None
        (bad if found is None or isinstance(found, Unclear) else good).append(cell)
    return good, tuple(bad)


def _may_count(cell: str) -> bool:
    """Tell whether a cell holds a digit or a word for a number, and is no date."""
    lower = cell.casefold()
    if SPAN.match(cell):
        return False
    digits = any(map(str.isdecimal, cell))
    return digits or any(word in lower for word in VAGUE) or lower in {"unknown", "none", "one"}
