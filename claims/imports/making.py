"""One row of a table to claims: each figure of the mapping read, attributed and dated."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from claims.errors import Problem, Where
from claims.hedges import Hedge
from claims.imports import jsonl
from claims.imports.figures import stated
from claims.imports.mapping import named_in, told
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
NAMED_PARTS = re.compile(r"\{(?:title|figure|unit|when|until)\}")
MOST_SHOWN = 60
"""Characters of a cell that a problem shows."""


def made(row: Row, figure: Figure, context: Context) -> Iterator[Located | Problem]:
    """Yield the claim that a row makes, after the records that it names first, or the problems.

    Nothing where the row makes no such claim: its cell is empty, or it is about another thing.
    """
    if not _is_meant(row, figure):
        return
    where = Where(context.file, row.number)
    cells = Cells(row.cells, context.sheet.columns)
    try:
        data = _data(figure, cells, context)
    except CannotFillError as fault:
        value, claim = reading_value(fault.value), _id_where_told(figure, cells, context)
        context.forget()
        yield Problem(where, claim, fault.column, value, fault.message, fault.hint)
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
    columns: tuple[str, ...] = ()
    if name == "quantity" and figure.column:
        columns = (figure.column,)
    if name == "evidence":
        columns = named_in(told("url", figure, sheet)) if "url" in problem.field else columns
    elif not columns and name in type(figure).model_fields:
        columns = named_in(told(name, figure, sheet))
    field = ", ".join(columns) or problem.field
    claim, value = problem.record, problem.value
    return Problem(problem.where, claim, field, value, problem.message, problem.hint)


def reading_value(value: str) -> str:
    """Return a cell as a problem shows it: short, on one line."""
    shown = " ".join(value.split())
    return shown if len(shown) <= MOST_SHOWN else f"{shown[:MOST_SHOWN]}…"


def _data(figure: Figure, cells: Cells, context: Context) -> dict[str, Any] | None:
    """Return the fields of a claim; None where its figure is empty. Raises CannotFillError."""
    sheet = context.sheet
    asked = context.question(figure, cells) if figure.indicator else None
    quantity = stated(figure, cells, sheet, asked) if asked else None
    if asked and quantity is None:
        return None
    claimant = context.party(told("claimant", figure, sheet) or "", cells)
    when = _when(told("period", figure, sheet), cells)
    statement = _statement(figure, cells, asked, quantity, when)
    return {
        "id": _row_id(figure, cells, sheet, asked, claimant, when),
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
    own = {
        "title": asked.title if asked else "",
        "unit": asked.unit if asked else "",
        "figure": _said(quantity),
        "when": _in_words(when, asked),
        "until": _until(when),
    }
    return fill(figure.statement or STATED, cells, own)


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


def _id_where_told(figure: Figure, cells: Cells, context: Context) -> str:
    """Return the id of a claim whose row was refused, empty where it cannot be made either."""
    try:
        asked = context.question(figure, cells) if figure.indicator else None
        claimant = context.party(told("claimant", figure, context.sheet) or "", cells)
        when = _when(told("period", figure, context.sheet), cells)
        return _row_id(figure, cells, context.sheet, asked, claimant, when)
    except CannotFillError:
        return ""


def _row_id(  # noqa: PLR0913, PLR0917 - what tells two claims apart
    figure: Figure,
    cells: Cells,
    sheet: Sheet,
    asked: Indicator | None,
    claimant: str,
    when: str | None,
) -> str:
    """Return the id of a row's claim, which stays when its figure is revised.

    An assertion without a key is told by its statement as the mapping has it.
    """
    key = [fill(one, cells) for one in told("key", figure, sheet) or ()]
    if not key and asked is None:
        key = [fill(NAMED_PARTS.sub("", figure.statement or ""), cells)]
    identity = ["row", asked.id if asked else None, claimant, when, sheet.source, *key]
    written = json.dumps(identity, ensure_ascii=False)
    return f"c-{hashlib.sha256(written.encode(errors='surrogatepass')).hexdigest()[:12]}"
