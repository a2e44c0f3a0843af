"""One row of a table to claims: each figure of the mapping read, attributed and dated."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from claims.errors import Problem, Where
from claims.hedges import Hedge
from claims.imports import cells as reading
from claims.imports import jsonl
from claims.imports.cells import Unclear
from claims.imports.mapping import named_in
from claims.imports.naming import slug
from claims.imports.templates import CannotFillError, Cells, fill, filled_or_none, period
from claims.numerals import say
from claims.periods import parse, words
from claims.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.collection import Located
    from claims.imports.context import Context
    from claims.imports.mapping import Figure, Sheet
    from claims.imports.tables.table import Row
    from claims.quantities import Quantity
    from claims.records import Indicator

STATED = "{title}: {figure}{when}"
"""The statement of a claim whose mapping gives none."""
MOST_SHOWN = 60
"""Characters of a cell that a problem shows."""
SAID = frozenset({"title", "figure", "unit", "when", "until"})
"""Names in a statement that stand for the claim's own parts, not for columns."""


def made(row: Row, figure: Figure, context: Context) -> Iterator[Located | Problem]:
    """Yield the claim that a row makes, after the records that it names first, or the problems.

    Nothing where the row makes no such claim: its cell is empty, or it is about another thing.
    """
    if not _is_meant(row, figure):
        return
    where = Where(context.file, row.number)
    try:
        data = _data(figure, Cells(row.cells, context.sheet.columns), context)
    except CannotFillError as fault:
        context.forget()
        value = reading_value(fault.value)
        yield Problem(where, "", fault.column, value, fault.message, fault.hint)
        return
    if data is None:
        return
    found = jsonl.validate("claim", data, where)
    problems = [one for one in found if isinstance(one, Problem)]
    if problems:
        context.forget()
        yield from (in_columns(one, figure, context.sheet) for one in _deepest(problems))
        return
    yield from context.taken(where)
    yield from found


def _deepest(problems: list[Problem]) -> list[Problem]:
    """Leave out the problem of a list or record where one within it is told."""
    fields = [problem.field for problem in problems]
    return [p for p in problems if not any(f.startswith(f"{p.field}.") for f in fields)]


def _is_meant(row: Row, figure: Figure) -> bool:
    """Tell whether a row is one that makes this claim."""
    only = all(row.cells.get(name, "") in held for name, held in figure.only.items())
    return only and not any(row.cells.get(name, "") in h for name, h in figure.unless.items())


def in_columns(problem: Problem, figure: Figure, sheet: Sheet) -> Problem:
    """Return a problem of a claim's field as one of the columns that the field is made of."""
    name = problem.field.partition(".")[0]
    columns = [figure.column] if name == "quantity" and figure.column else []
    if name == "evidence":
        columns = named_in(told("url", figure, sheet)) if "url" in problem.field else columns
    elif not columns and name in type(figure).model_fields:
        columns = named_in(told(name, figure, sheet))
    field = ", ".join(columns) or problem.field
    return Problem(problem.where, "", field, problem.value, problem.message, problem.hint)


def told(name: str, figure: Figure, sheet: Sheet) -> Any:  # noqa: ANN401 - the field's own type
    """Return what a mapping says of a claim: by the figure, or else by its table."""
    found = getattr(figure, name)
    return found if found is not None else getattr(sheet, name, None)


def reading_value(value: str) -> str:
    """Return a cell as a problem shows it: short, on one line."""
    shown = " ".join(value.split())
    return shown if len(shown) <= MOST_SHOWN else f"{shown[:MOST_SHOWN]}…"


def _data(figure: Figure, cells: Cells, context: Context) -> dict[str, Any] | None:
    """Return the fields of a claim; None where its figure is empty. Raises CannotFillError."""
    sheet = context.sheet
    asked = context.question(figure, cells) if figure.indicator else None
    quantity = _quantity(figure, cells, sheet, asked) if asked else None
    if asked and quantity is None:
        return None
    claimant = context.party(told("claimant", figure, sheet) or "", cells)
    when = _when(told("period", figure, sheet), cells)
    statement = _statement(figure, cells, asked, quantity, when)
    key = [fill(one, cells) for one in told("key", figure, sheet) or ()]
    identity = [asked.id if asked else None, claimant, when, sheet.source]
    return {
        "id": _row_id(identity, key or ([] if asked else [statement])),
        "kind": asked.kind if asked else figure.kind,
        "indicator": asked.id if asked else None,
        "statement": statement,
        "quantity": quantity,
        "period": when,
        "said_on": _when(told("said_on", figure, sheet), cells),
        "claimant": claimant,
        "chain": _chain(claimant, figure, cells, context),
        "planned": told("planned", figure, sheet) or False,
        "evidence": [_evidence(figure, cells, sheet, quantity, figure.statement or "")],
        "tags": [slug(fill(tag, cells)) for tag in told("tags", figure, sheet) or ()],
        "note": filled_or_none(told("note", figure, sheet), cells),
    }


def _quantity(figure: Figure, cells: Cells, sheet: Sheet, asked: Indicator) -> Quantity | None:
    """Return what the cells of a figure state; None where they are empty.

    Raises CannotFillError where they state no figure that could be recorded.
    """
    cell = cells.row.get(figure.column, "")
    known = sheet.columns.get(figure.column)
    if known and cell in known.means:
        cell = reading.hedged(cell, known.means[cell])
    style = known.numbers if known else "1,234.5"
    if figure.low:
        low, high = (cells.row.get(name, "") for name in (figure.low, figure.high))
        best = "" if figure.column in {figure.low, figure.high} else cell
        found = reading.between(low, best, high, asked.unit, style)
    else:
        hedge = told("hedge", figure, sheet)
        found = reading.read(cell, asked.unit, _hedge(hedge, cells), style)
    if isinstance(found, Unclear):
        raise CannotFillError(figure.column, cell, found.message, found.hint)
    return found


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
    return (reading.hedged(written, cells[columns[0]]),)


def _when(template: Any, cells: Cells) -> str | None:  # noqa: ANN401 - a text or a span
    """Return a period, None where the mapping gives none."""
    return None if template is None else period(template, cells)


def _chain(claimant: str, figure: Figure, cells: Cells, context: Context) -> list[str]:
    """Return the way from the origin to the publisher: as mapped, or claimant and publisher."""
    links = told("chain", figure, context.sheet)
    if links is not None:
        return [context.party(link, cells) for link in links]
    source = context.records.source(context.sheet.source)
    return list(dict.fromkeys([claimant, *([source.publisher] if source else [])]))


def _evidence(
    figure: Figure, cells: Cells, sheet: Sheet, quantity: Quantity | None, statement: str
) -> dict[str, Any]:
    """Return the words of the row that carry a claim, with their columns before them."""
    names = [figure.column]
    if figure.low:
        names = list(dict.fromkeys([figure.low, figure.high, figure.column]))
    elif not figure.column:
        names = [name for name in dict.fromkeys(named_in(statement)) if name in cells.row]
    words = quantity.as_stated if quantity else ", ".join(cells.row[name] for name in names)
    return {
        "source": sheet.source,
        "quote": words,
        "prefix": ", ".join(names),
        "url": filled_or_none(told("url", figure, sheet), cells),
    }


def _statement(
    figure: Figure,
    cells: Cells,
    asked: Indicator | None,
    quantity: Quantity | None,
    when: str | None,
) -> str:
    """Return our sentence for a claim: as the mapping has it, with the figure as we say it."""
    template = figure.statement or STATED
    parts = {
        "title": asked.title if asked else "",
        "unit": asked.unit if asked else "",
        "figure": _said(quantity),
        "when": _in_words(when, asked),
        "until": _until(when),
    }
    for name in SAID & set(named_in(template)):
        template = template.replace(f"{{{name}}}", parts[name].replace("{", "").replace("}", ""))
    return fill(template, cells)


def _said(quantity: Quantity | None) -> str:
    """Say a figure; a best estimate with its bounds."""
    if quantity is None:
        return ""
    if quantity.hedge is Hedge.NOT_STATED:
        return "no number stated"
    if quantity.hedge is Hedge.BETWEEN and quantity.value is not None:
        return f"{say(quantity)}, best estimate {quantity.value:,}"
    return say(quantity)


def _in_words(when: str | None, asked: Indicator | None) -> str:
    """Say when, as it follows a figure: ` by 21 March 2025` for a running total."""
    if not when:
        return ""
    if asked and asked.basis is Basis.TALLY:
        return f" by {_until(when)}"
    return f" ({_period_in_words(when)})"


def _period_in_words(when: str) -> str:
    try:
        return parse(when).in_words()
    except ValueError:
        return when


def _until(when: str | None) -> str:
    """Say the last day of a period; the text itself where it is none, which is reported later."""
    try:
        end = parse(when).end if when else None
    except ValueError:
        return when or ""
    return words(end) if end else ""


def _row_id(identity: list[str | None], key: list[str]) -> str:
    """Return the id of a row's claim, which stays when its figure is revised."""
    written = json.dumps(["row", *identity, *key], ensure_ascii=False)
    return f"c-{hashlib.sha256(written.encode(errors='surrogatepass')).hexdigest()[:12]}"
