"""Rows that are left out or refused: totals of places and categories, and breakdowns not used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claims.imports.suggesting.choosing_texts import repeats
from claims.imports.suggesting.look import concept_of
from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.role import Role

if TYPE_CHECKING:
    from claims.imports.suggesting.counting import Counting

TOTALS = re.compile(
    r"(grand |sub ?|overall )?totals?( general| generale?| gesamt)?|all|sum|overall|gesamt|"
    r"insgesamt|summe|alle|ensemble|tous|todos|todas|both( sexes)?|"
    r"all (ages|sexes|types|categories|kinds|equipment|weapons|people|persons|events|places|areas|"
    r"regions|provinces|districts|states|countries|groups|genders)|gesamtsumme|zusammen|suma"
)
"""What a row of totals is called."""
MOST_VALUES, FEWEST = 200, 2
SOME = 0.1
"""The share of rows that agree in all else from which a column is a breakdown."""


def totals_left_out(counting: Counting) -> list[dict[str, Any]]:
    """Return the conditions by which rows of totals are left out."""
    found = []
    for name in counting.of(Role.PLACE, Role.CATEGORY):
        words = list(dict.fromkeys(r.cells.get(name, "") for r in counting.look.sample.rows))
        totals = [word for word in words if is_total(word)]
        if totals and any(word and word not in totals for word in words):
            why = f"“{name}” says that the row is a total of others"
            found.append({"column": name, "holds": totals, "why": why})
    return found


def is_total(word: str) -> bool:
    """Tell whether a place or category is all the others together.

    >>> is_total("Grand Total"), is_total("TOTAL:"), is_total("Total killed"), is_total("Allier")
    (True, True, False, False)
    """
    return bool(TOTALS.fullmatch(words_of(word))) and concept_of(word) is None


def breakdowns_refused(counting: Counting) -> tuple[list[dict[str, Any]], list[str]]:
    """Return conditions that refuse rows told apart only by a column not used, and doubts.

    Such rows would answer one question with several figures, each of them a part.
    """
    used = [*counting.dates, *counting.splits, *counting.of(Role.KEY, Role.SAID_ON)]
    before, rows = repeats(counting.look, used), counting.look.sample.rows
    if before < max(1, SOME * len(rows)) or len(rows) < FEWEST:
        return [], []
    best = min(
        (name for name in counting.of(Role.UNUSED) if not counting.look.holds_addresses(name)),
        key=lambda name: repeats(counting.look, [*used, name]),
        default=None,
    )
    if best is None or 2 * repeats(counting.look, [*used, best]) > before:
        return [], []
    values = list(dict.fromkeys(row.cells[best] for row in rows if best in row.cells))
    if len(values) > MOST_VALUES:
        return [], []
    why = f"“{best}” tells apart rows that agree in all else, and is not used"
    doubt = f"{why}: such rows are refused until it has a role"
    return [{"column": best, "holds": values, "why": why}], [doubt]
