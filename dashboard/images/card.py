"""The card of a claim: its figure as said, the statement, who says it, and how it stands.

A card goes where its claim goes without the page around it, so it carries what a reader must
know: the hedge, the claimant, the period, the states, and the ledger position.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.periods import words
from claims.prose import attribution, figure, sentence
from claims.states import Corroboration, Currency, is_gone
from claims.vocabulary import ReviewState
from dashboard.images.lettering import LINE, are_apart, broken, lines, width
from dashboard.images.sheet import HEIGHT, MARGIN, PAPER, ROOM, WIDTH, Form, Sheet, beside
from dashboard.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.export.selection import Selection
    from claims.quantities import Quantity
    from claims.records import Claim
    from claims.states import Standing

BODY = 28
"""The least size of letters: legible where the card is shown half as wide."""
FOOT = 70
"""Pixels at the bottom for the ledger position."""
GAP = 10
"""Pixels between one text and the next."""
CHIPS = 62
"""Pixels for the states."""
FIGURES = range(112, 71, -4)
"""Sizes that a figure with its unit on one line is tried in, the largest first."""
WORDY = range(112, BODY - 1, -4)
"""Sizes of a figure whose unit stands below it."""
UNIT = 42
HIGHEST = 160
"""Pixels that a figure takes at most, unless its words are too many to be legible then."""
HEADLINES = range(64, 35, -4)
"""Sizes of a statement that stands in place of a figure."""
TALLEST = 250
"""Pixels that it takes at most."""
MOST_LINES, MOST_WORDY = 4, 6
"""Lines of an attribution, and of a figure in many words, before it is cut."""
STATEMENTS = (38, 34, 30, BODY)
TOLD = {Corroboration.CONTESTED, Currency.WITHDRAWN, ReviewState.REJECTED}
"""States that are set apart from the others: whoever sees the figure must see them."""


def claim_card(selection: Selection, claim: Claim, form: Form) -> bytes:
    """Draw the card of a claim as it stands in a selection, 1200 by 630 pixels."""
    standing = selection.states.get(claim.id)
    states = _states(claim, standing)
    contested = Corroboration.CONTESTED in states
    sheet = Sheet(_heading(selection, claim), sentence(claim, selection.records, standing))
    strip = LIGHT.claimants[1] if contested else LIGHT.claimants[0]
    sheet.box(0, 0, WIDTH, 12, fill=LIGHT.others if is_gone(claim, standing) else strip)
    y = sheet.text(_heading(selection, claim), 36, size=30, fill=LIGHT.faint)
    ink = LIGHT.faint if is_gone(claim, standing) else LIGHT.text
    if claim.quantity is None:
        y = _headline(sheet, claim.statement, y + 14, ink)
    else:
        y = _figure(sheet, claim.quantity, y + 4, ink)
    bottom = HEIGHT - FOOT - (CHIPS if states else 0)
    _body(sheet, selection, claim, y + GAP / 2, bottom)
    _chips(sheet, states, bottom)
    _foot(sheet, selection)
    return sheet.written(form)


def _heading(selection: Selection, claim: Claim) -> str:
    """Return the question that the claim answers, or else what kind of assertion it is."""
    indicator = selection.records.indicator(claim.indicator)
    return indicator.title if indicator else str(claim.kind).capitalize()


def _states(claim: Claim, standing: Standing | None) -> list[str]:
    """Return the states in words: what is decided by persons only where it is decided."""
    found: list[str] = ["planned"] if claim.planned else []
    if standing is not None:
        found += [standing.corroboration] * (standing.corroboration is not Corroboration.NONE)
        found.append(standing.currency)
    elif claim.withdrawn:
        found.append(Currency.WITHDRAWN)
    if claim.review.state in {ReviewState.CLEARED, ReviewState.REJECTED}:
        found.append(claim.review.state)
    return found


def _figure(sheet: Sheet, quantity: Quantity, y: float, ink: str) -> float:
    """Write the figure with its hedge as large as there is room, never cut, and its unit.

    Two sizes on one line are for letters that stand for themselves: where some are joined, such
    as those of Hindi, the converter fails on them, and on every picture after that.
    """
    said = figure(quantity)
    unit = quantity.unit if quantity.is_known else f"({quantity.unit})"
    for size in FIGURES if are_apart(said + unit) else ():
        both = width(said, size, bold=True) + width(unit, UNIT) + UNIT / 2
        if both <= ROOM:
            line = sheet.line(said, y + size, size=size, fill=ink, bold=True)
            beside(line, unit, size=UNIT, fill=LIGHT.faint)
            return y + size * LINE
    return sheet.text(unit, _wordy(sheet, said, y, ink), size=UNIT, fill=LIGHT.faint)


def _wordy(sheet: Sheet, said: str, y: float, ink: str) -> float:
    """Write a figure in many words on several lines, smaller and smaller until all fit."""
    sizes = (s for s in WORDY if _height(broken(said, s, ROOM, bold=True), s) <= HIGHEST)
    size = next(sizes, BODY)
    return sheet.text(said, y, size=size, fill=ink, most=MOST_WORDY, bold=True)


def _headline(sheet: Sheet, statement: str, y: float, ink: str) -> float:
    """Write a statement that stands in place of a figure."""
    broad = {size: broken(statement, size, ROOM, bold=True) for size in HEADLINES}
    size = next((s for s in HEADLINES if _height(broad[s], s) <= TALLEST), HEADLINES[-1])
    most = int(TALLEST / size / LINE)
    return sheet.text(statement, y, size=size, fill=ink, most=most, bold=True)


def _body(sheet: Sheet, selection: Selection, claim: Claim, y: float, bottom: float) -> None:
    """Write the statement, unless it stands above, who says it, and the period."""
    by = attribution(claim, selection.records)
    period = [f"Period: {claim.period.in_words()}"] if claim.period else []
    statement = claim.statement if claim.quantity else ""
    left = bottom - y - 3 * GAP - _height(period, BODY)
    most = max(int(left / BODY / LINE) - bool(statement), 1)
    credit = lines(by[0].upper() + by[1:], BODY, ROOM, min(most, MOST_LINES))
    if statement:
        room = left - _height(credit, BODY)
        sizes = (s for s in STATEMENTS if _height(broken(statement, s, ROOM), s) <= room)
        size = next(sizes, BODY)
        y = sheet.text(
            statement, y, size=size, fill=LIGHT.text, most=max(int(room / size / LINE), 1)
        )
    y = sheet.lines(credit, y + GAP, size=BODY, fill=LIGHT.text)
    sheet.lines(period, y + GAP / 2, size=BODY, fill=LIGHT.faint)


def _height(found: Sequence[str], size: float) -> float:
    """Return how high lines are."""
    return len(found) * size * LINE


def _chips(sheet: Sheet, states: Sequence[str], y: float) -> None:
    """Write each state in a box; what a reader must not miss is filled."""
    x: float = MARGIN
    for state in states:
        look = {"ink": LIGHT.text, "fill": "#f1f3f5", "stroke": LIGHT.grid}
        if state in TOLD:
            fill = LIGHT.claimants[1] if state == Corroboration.CONTESTED else LIGHT.text
            look = {"ink": PAPER, "fill": fill}
        x = sheet.chip(state, x, y, size=BODY, **look) + 14


def _foot(sheet: Sheet, selection: Selection) -> None:
    """Write where the claim stands: the ledger position, and the day that its states are of."""
    at = f"On Record · revision {selection.position.rev:,} · {words(selection.day)}"
    sheet.box(MARGIN, HEIGHT - FOOT + 6, ROOM, 2, fill=LIGHT.grid)
    sheet.line(at, HEIGHT - 22, size=BODY, fill=LIGHT.faint)
