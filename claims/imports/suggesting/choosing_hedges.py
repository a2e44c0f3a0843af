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
CODED = either("precision accuracy certainty confidence reliability genauigkeit")
"""Words of columns that say in numbers how firm something is."""
HALF, BRIEF = 0.5, 40
"""The share of cells with known words beside short others, and how long these are at most."""
OTHER = either("geo time date location spatial coord* place")
"""Words of columns that say how precise something else is."""
FIRM = frozenset({"exactly", "only", "just", "all", "a total of", "totaling", "totalling"})


def choose_hedges(choice: Choice) -> None:
    """Take columns of hedge words as hedges, and doubt those whose words are not known.

    A column that is called a hedge is one, whatever its words: rows with others are refused.
    """
    for name in choice.open():
        cells = [cell.casefold() for cell in choice.look.cells(name)]
        called = _is_called(choice, name)
        words = sum(_is_word(cell) for cell in cells)
        flags = called and all(cell in YES | NO for cell in cells)
        share = sum(_is_word(cell) or cell in NO for cell in cells) / len(cells)
        brief = max(map(len, cells)) <= BRIEF and not any(map(str.isdecimal, cells))
        about_figures = called and not OTHER.search(words_of(name))
        known = bool(words) and share >= (HALF if brief else KNOWN)
        if flags or known or (brief and about_figures):
            _take(choice, name)
        elif about_figures and not any(map(str.isdecimal, cells)):
            role = Role.UNUSED if choice.has(Role.NOTE) else Role.NOTE
            choice.take(name, role, "sounds like a hedge, but its words are not known")
            choice.doubt(f"“{name}” may say how firm the figures are, in words that are not known")
        elif about_figures and CODED.search(words_of(name)):
            choice.doubt(f"“{name}” may say how firm the figures are, in numbers: it is not used")
        elif words:
            choice.doubt(
                f"“{name}” holds words of hedges in some cells: the figures are imported without"
            )


def _take(choice: Choice, name: str) -> None:
    """Take a column as a hedge, and doubt the words in it that are not known."""
    cells = choice.look.distinct(name)
    shown = ", ".join(f"“{cell.casefold()}”" for cell in cells[:4])
    choice.take(name, Role.HEDGE, f"says how firm the figures are: {shown}")
    other = [cell for cell in cells if meaning(cell) is None and not leaves_firm(cell)]
    if other:
        listed = ", ".join(f"“{cell}”" for cell in other[:4])
        choice.doubt(
            f"“{name}” may say how firm the figures are, in words that are not known: rows with "
            f"{listed} are refused until the mapping says what they mean"
        )


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
