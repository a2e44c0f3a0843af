"""What the cells of a figure state, with the hedge and the words that a mapping explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.imports import cells as reading
from claims.imports.cells import Unclear
from claims.imports.mapping import Column, named_in, told
from claims.imports.templates import CannotFillError, Cells
from claims.quantities import Quantity

if TYPE_CHECKING:
    from claims.imports.mapping import Figure, Sheet
    from claims.records import Indicator


def stated(figure: Figure, cells: Cells, sheet: Sheet, asked: Indicator) -> Quantity | None:
    """Return what the cells of a figure state; None where they are empty.

    Raises CannotFillError where they state no figure that could be recorded.
    """
    cell = cells.row.get(figure.column, "")
    known = sheet.columns.get(figure.column) or Column()
    if figure.low:
        low, high = (cells.row.get(name, "") for name in (figure.low, figure.high))
        best = "" if figure.column in {figure.low, figure.high} else cell
        found = reading.between(low, best, high, asked.unit, known.numbers)
    else:
        hedge = _hedge(told("hedge", figure, sheet), cells)
        found = _read(cell, asked.unit, hedge, known)
    if isinstance(found, Unclear):
        raise CannotFillError(figure.column, cell, found.message, found.hint)
    return found


def _read(cell: str, unit: str, hedge: tuple[str, ...], known: Column) -> Quantity | Unclear | None:
    """Read a cell whose words the mapping may explain: as a whole, or those before its number."""
    meaning = known.means.get(cell)
    if meaning is not None:
        found = reading.read(meaning, unit, hedge, known.numbers)
        if not isinstance(found, Quantity):
            return found
        words = " ".join((*hedge, reading.hedged(cell, meaning)))
        return found.model_copy(update={"as_stated": words})
    before, _, number = cell.rpartition(" ")
    if before.casefold() in known.words:
        meant = known.words[before.casefold()]
        own = (reading.hedged(before, meant),) if meant else ()
        return reading.read(number, unit, (*hedge, *own), known.numbers)
    return reading.read(cell, unit, hedge, known.numbers)


def _hedge(template: str | None, cells: Cells) -> tuple[str, ...]:
    """Return the words of a hedge as they are quoted; none where the cell is empty."""
    if template is None:
        return ()
    columns = named_in(template)
    if not columns:
        return (f"[{template.strip('[]')}]",) if template else ()
    written = cells.row.get(columns[0])
    if written is None:
        return ()
    meaning = cells[columns[0]]
    return (reading.hedged(written, meaning),) if meaning else ()
