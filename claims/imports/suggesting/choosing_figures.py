"""Which columns are figures, the least and the most beside them; and which numbers are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.imports.suggesting.look import concept_of
from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.words import BEST, GENERIC, HARD, HIGH, LOW, SOFT

if TYPE_CHECKING:
    from claims.imports.suggesting.choosing import Choice

PERIOD = re.compile(r"(1[89]|20)\d\d(-\d\d)?")
"""A column that is called a year or a month: the period of its figures."""
WORDED = re.compile(r"([^\W\d]{2,12}\.? ){0,2}\d[\d.,' ]*(\+|( ?[^\W\d]{1,3} ?| ?[-–] ?)\d+)?")
READABLE, WORDY = 0.6, 0.5
"""The share of cells that must state a count, with words that are not known less."""
BELOW_ZERO = 0.05
"""The share of negative cells from which numbers are changes, not counts."""
DIFFERENCES = 1 / 4
"""The share of such columns from which all the table's numbers are changes."""
ID_LIKE = 10**12
"""A number above any count."""
ANY_NUMBER = re.compile(r"[-+]?[\d.,]+ ?%?")


def choose_figures(choice: Choice) -> None:
    """Give columns of numbers their roles."""
    numeric = [name for name in choice.open() if _is_numeric(choice, name)]
    _no_counts(choice, numeric)
    if _are_changes(choice, numeric):
        return
    _bounds(choice, [name for name in numeric if name not in choice.roles])
    left = [name for name in numeric if name not in choice.roles]
    for name in [n for n in left if concept_of(n)]:
        choice.take(name, Role.FIGURE, _why(choice, name))
    known = bool(choice.has(Role.FIGURE))
    for name in [n for n in left if not concept_of(n)]:
        _unnamed(choice, name, is_beside_known=known)


def _is_numeric(choice: Choice, name: str) -> bool:
    found = choice.look.numbers(name)
    if concept_of(name) and _is_worded(choice.look.cells(name)):
        return True
    return (found.has_digits and found.countable + found.negative >= READABLE) or (
        bool(HARD.search(words_of(name))) and _is_all_numbers(choice, name)
    )


def _is_worded(cells: list[str]) -> bool:
    """Tell whether cells hold numbers with a word before them, known or not: `unos 100`."""
    return sum(bool(WORDED.fullmatch(cell)) for cell in cells) >= WORDY * len(cells)


def _is_all_numbers(choice: Choice, name: str) -> bool:
    """Tell whether all cells are numbers of any kind, such as coordinates and shares."""
    return all(map(ANY_NUMBER.fullmatch, choice.look.distinct(name)))


def _no_counts(choice: Choice, numeric: list[str]) -> None:
    """Leave out numbers whose names say that they are no counts."""
    for name in numeric:
        words = words_of(name)
        if "%" in name or HARD.search(words):
            found = HARD.search(words)
            said = f"“{found[0]}”" if found else "“%”"
            reason = f"is called {said}, and such numbers are no counts"
            choice.take(name, Role.UNUSED, reason)
            if concept_of(name) and found and found[0] in {"estimated", "model", "modelled"}:
                choice.doubt(f"“{name}” is left out as a computed estimate: check that it is one")
        elif SOFT.search(words) and not concept_of(name) and not _is_range(words):
            choice.take(name, Role.UNUSED, "has a name of numbers that count nothing")


def _is_range(words: str) -> bool:
    """Tell whether a name of a low, high or best estimate says no more than that."""
    return bool(LOW.search(words) or HIGH.search(words)) and bool(GENERIC.search(words))


def _are_changes(choice: Choice, numeric: list[str]) -> bool:
    """Leave out all numbers where many are below zero: they are changes, and no figures."""
    open_ones = [name for name in numeric if name not in choice.roles]
    below = [n for n in open_ones if choice.look.numbers(n).negative >= BELOW_ZERO]
    for name in below:
        choice.take(name, Role.UNUSED, "holds numbers below zero: changes, not counts")
    known = [name for name in open_ones if concept_of(name)] or open_ones
    changes = [name for name in known if name in below]
    if not changes or len(changes) < DIFFERENCES * len(known):
        return False
    for name in open_ones:
        choice.take(name, Role.UNUSED, "stands beside changes, and seems to be one too")
    choice.doubt("Many numbers are below zero: the table gives changes, which are no counts")
    return True


def _bounds(choice: Choice, numeric: list[str]) -> None:
    """Find the least and the most beside a best estimate, by what their names have in common."""
    lows = {n: stem(n) for n in numeric if LOW.search(words_of(n))}
    highs = {n: stem(n) for n in numeric if HIGH.search(words_of(n))}
    for low, rest in lows.items():
        high = next((n for n, other in highs.items() if other == rest and n != low), None)
        if high is None or high in choice.roles:
            if high is None and concept_of(low) and best_of(low, _others(choice, numeric)) is None:
                choice.take(low, Role.LOW, "is the least that is possible, by its name")
            continue
        choice.take(low, Role.LOW, "is the least that is possible, by its name")
        choice.take(high, Role.HIGH, "is the most that is possible, by its name")
        best = best_of(low, _others(choice, numeric))
        if best:
            choice.take(best, Role.FIGURE, f"is the best estimate between “{low}” and “{high}”")


def _others(choice: Choice, numeric: list[str]) -> list[str]:
    """Return the numeric columns that have no role yet and are no least themselves."""
    return [n for n in numeric if n not in choice.roles and not LOW.search(words_of(n))]


def best_of(low: str, numeric: list[str]) -> str | None:
    """Return the column of the best estimate beside one of the least."""
    rest = stem(low)
    same = [n for n in numeric if stem(n) == rest]
    if same:
        return same[0]
    known = [n for n in numeric if concept_of(n)]
    return known[0] if not rest and len(known) == 1 else None


def stem(name: str) -> str:
    """Return the words of a name without those of least, most and best.

    >>> stem("deaths_low"), stem("Deaths (best estimate)"), stem("high")
    ('deaths', 'deaths', '')
    """
    words = words_of(name)
    for pattern in (LOW, HIGH, BEST):
        words = pattern.sub("", words)
    return " ".join(words.split())


def _unnamed(choice: Choice, name: str, *, is_beside_known: bool) -> None:
    """Decide on whole numbers whose name is not known."""
    if _numbers_rows(choice.look.cells(name)):
        choice.take(name, Role.UNUSED, "numbers the rows and counts nothing")
    elif PERIOD.fullmatch(name) and not choice.has(Role.DATE):
        choice.take(name, Role.FIGURE, "holds numbers and is called a year or month")
    elif GENERIC.search(words_of(name)):
        choice.take(name, Role.FIGURE, "holds numbers and is called a value")
    elif is_beside_known or not choice.has(Role.DATE):
        choice.take(name, Role.UNUSED, "holds numbers, but its name does not say that it counts")
        choice.doubt(f"“{name}” holds numbers: make it a figure if it counts something")
    else:
        choice.take(name, Role.FIGURE, "holds whole numbers; what it counts is not known")


def _numbers_rows(cells: list[str]) -> bool:
    """Tell whether numbers go up by one from row to row, or are larger than any count."""
    if not all(cell.isdecimal() for cell in cells):
        return False
    first, several = int(cells[0]), len(cells) > 2  # noqa: PLR2004 - two rows show no order
    running = all(int(cell) == first + place for place, cell in enumerate(cells))
    return (several and running) or any(int(cell) >= ID_LIKE for cell in cells)


def _why(choice: Choice, name: str) -> str:
    numbers, concept = choice.look.numbers(name), concept_of(name)
    held = "numbers and words for numbers" if numbers.has_words else "whole numbers"
    return f"holds {held} and names {concept.name if concept else 'a count'}"
