"""Which columns say how firm the figures are, and what their words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.hedges import HEDGES
from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.role_words import HEDGES as NAMES
from claims.imports.suggesting.role_words import MEANT, NO, YES
from claims.imports.suggesting.words import either

if TYPE_CHECKING:
    from claims.imports.suggesting.choosing import Choice

OURS = frozenset(words for rule in HEDGES.values() for words in rule.wordings if words)
"""The wordings of the one table of hedges."""
KNOWN = 0.8
"""The share of cells with known words that makes a column a hedge."""
OTHER = either("geo time date location spatial coord* place")
"""Words of columns that say how precise something else is."""
FIRM = frozenset({"exactly", "only", "just", "all", "a total of", "totaling", "totalling"})


def choose_hedges(choice: Choice) -> None:
    """Take columns of hedge words as hedges, and doubt those that only sound like it."""
    for name in choice.open():
        cells = [cell.casefold() for cell in choice.look.cells(name)]
        called = _is_called(choice, name)
        words = sum(_is_word(cell) for cell in cells)
        flags = called and all(cell in YES | NO for cell in cells)
        share = sum(_is_word(cell) or cell in NO for cell in cells) / len(cells)
        if flags or (words and share >= KNOWN):
            shown = ", ".join(f"“{cell}”" for cell in choice.look.distinct(name)[:4])
            choice.take(name, Role.HEDGE, f"says how firm the figures are: {shown}")
        elif called and not any(map(str.isdecimal, cells)) and not OTHER.search(words_of(name)):
            choice.take(name, Role.UNUSED, "sounds like a hedge, but its words are not known")
            choice.doubt(f"“{name}” may say how firm the figures are, in words that are not known")


def meaning(cell: str) -> str | None:
    """Return the hedge that a cell means in our words; None where it is not known.

    >>> meaning("ca."), meaning("At least"), meaning("probably")
    ('about', 'At least', None)
    """
    lower = cell.casefold()
    return cell if lower in OURS else MEANT.get(lower, "about" if lower in YES else None)


def leaves_firm(cell: str) -> bool:
    """Tell whether a cell of a hedge column says that the figure is exact."""
    return cell.casefold() in NO | FIRM


def _is_word(cell: str) -> bool:
    return cell in OURS or cell in MEANT


def _is_called(choice: Choice, name: str) -> bool:
    starred = name.endswith("*") and name.rstrip("* ") in choice.look.table.columns
    return starred or bool(NAMES.search(words_of(name)))
