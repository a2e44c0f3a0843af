"""One cell of a table to a quantity: digits, words and ranges through the one hedge table.

    read("6-8", "deaths")                    between 6 and 8
    read("2800", "soldiers", ("about",))     about 2,800, stated as `about 2800`
    read("3812", "tanks", ("[at least]",))   at least 3,812, stated as `[at least] 3812`

Words in brackets are not the source's: they are the mapping's, as an editor sets them in a quote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import ValidationError

from claims.errors import WordingError
from claims.hedges import HEDGES, Hedge, is_measured, show
from claims.numerals import HEDGE_OF, find, parse
from claims.numerals.reading import read as numbers
from claims.numerals.values import lowered
from claims.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.numerals import Stated

BLANK = frozenset("- – — . .. … na n/a #n/a nan null nil".split())
"""What stands in an empty cell; it states nothing, which is not zero."""
UNSTATED = frozenset(
    "unknown;unclear;unspecified;undisclosed;unstated;not known;not stated;not given;"
    "not disclosed;no figure;?;tbd;n.n.".split(";")
)
"""Words by which a cell says that no number was given."""
DIGITS = re.compile(r"[0-9]{1,15}")
COUNT = re.compile(r"[0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4}")
FORMULA = re.compile(r"[=+@]\s*[A-Za-z(]|=")
EXPONENT = re.compile(r"\d[eE][+-]?\d")
FOOTNOTE = re.compile(r"\s*\[\w{1,4}\]$")
BESIDE = re.compile(r"[^\W\d_]+|[^\s.,]")
"""What may be left of a cell beside its figure: words, and any sign but blanks and full stops."""
NEGATIVE = re.compile(r"[-−–(]\s*\d")
STYLES = {
    "1,234.5": (",", "."),
    "1.234,5": (".", ","),
    "1 234,5": (" ", ","),
    "1'234.5": ("'", "."),
}
"""How numbers are written: what sets thousands and decimals apart."""
FIRM = frozenset(HEDGES[Hedge.EXACT].wordings)
BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f\u2009"), " ") | {ord("\u2019"): "'"}
"""Other characters for a blank and an apostrophe within a number."""
WRITTEN = {
    style: re.compile(
        rf"(?<![\w.,])\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})*(?:{re.escape(decimal)}\d+)?(?![\w])"
        rf"|(?<![\w.,])\d+(?:{re.escape(decimal)}\d+)?(?![\w])"
    )
    for style, (thousands, decimal) in STYLES.items()
}
UNIT_WORDS = frozenset("people persons person of".split())
"""Words beside a figure that change nothing, besides those of its unit."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why a cell gives no figure that could be recorded."""

    message: str
    hint: str


@lru_cache(maxsize=65536)
def read(
    cell: str, unit: str, hedge: tuple[str, ...] = (), style: str = "1,234.5"
) -> Quantity | Unclear | None:
    """Return what a cell states of a unit; None for an empty one.

    `hedge` are words that stand before it, in brackets where they are not the source's.
    """
    try:
        return _read(cell, unit, hedge, style)
    except ValidationError as error:
        message = error.errors()[0]["msg"].removeprefix("Value error, ")
        return Unclear(message, "Correct the cell")


def _read(cell: str, unit: str, hedge: Sequence[str], style: str) -> Quantity | Unclear | None:
    """Read a cell; raises ValidationError where no record can hold what it states."""
    if DIGITS.fullmatch(cell):
        return _stated(cell, unit, hedge)
    lower = cell.casefold()
    if lower in BLANK or not lower:
        return None
    if lower in UNSTATED:
        return Quantity.of(cell, Hedge.NOT_STATED, None, unit)
    return _doubt(cell) or _stated(_as_we_write(cell, style), unit, hedge)


def between(
    low: str, best: str, high: str, unit: str, style: str = "1,234.5"
) -> Quantity | Unclear | None:
    """Return a range with its best estimate, where there is one; None where no cell is filled.

    It is written `2 [to] 8 [best estimate] 5`; where all agree they are one figure.
    """
    cells = [_as_we_write(cell, style) for cell in (low, best, high)]
    cells = ["" if cell.casefold() in BLANK else cell for cell in cells]
    if not any(cells):
        return None
    numbers = [int(cell.replace(",", "")) if COUNT.fullmatch(cell) else None for cell in cells]
    least, value, most = numbers
    if least is None or most is None or (value is None and cells[1]):
        return Unclear("low, best and high are not whole numbers", "Give low and high at least")
    if not least <= (least if value is None else value) <= most:
        shown = f"low {show(least)}, best {show(value)} and high {show(most)}"
        order = shown if value is not None else f"low {show(least)} and high {show(most)}"
        hint = "Ask the publisher which is meant; nothing was changed"
        return Unclear(f"{order} are out of order", hint)
    if least == most:
        return Quantity.of(cells[0], Hedge.EXACT, least, unit)
    ends = f"{cells[0]} [to] {cells[2]}"
    words = ends if value is None else f"{ends} [best estimate] {cells[1]}"
    return Quantity(
        as_stated=words, hedge=Hedge.BETWEEN, value=value, low=least, high=most, unit=unit
    )


def hedged(cell: str, meaning: str) -> str:
    """Return the words of a hedge: those of its cell, with what they mean in brackets if other.

    >>> hedged("more", "more than"), hedged("ca", "about"), hedged("about", "about")
    ('more [than]', 'ca [about]', 'about')
    """
    if cell == meaning:
        return cell
    if meaning.startswith(f"{cell} "):
        return f"{cell} [{meaning.removeprefix(f'{cell} ')}]"
    return f"{cell} [{meaning}]"


def without_brackets(words: str) -> str:
    """Return words as they are read: what an editor put in brackets counts."""
    return words.replace("[", "").replace("]", "")


def _doubt(cell: str) -> Unclear | None:
    """Say why a cell cannot be read as a figure, by its looks alone."""
    if FORMULA.match(cell):
        return Unclear("it is a formula", "Save the table with the values of its formulas")
    if EXPONENT.search(cell):
        return Unclear("it is rounded by an exponent", "Save the table with all digits written")
    if NEGATIVE.match(cell):
        return Unclear("it is negative", "Nothing counted is below zero: give the count itself")
    return None


def _as_we_write(cell: str, style: str) -> str:
    """Return a cell with its numbers set apart as in English; its words stay."""
    text = FOOTNOTE.sub("", cell.translate(BLANKS))
    thousands, decimal = STYLES[style]
    if (thousands, decimal) == STYLES["1,234.5"]:
        return text
    return WRITTEN[style].sub(lambda m: _in_english(m[0], thousands, decimal), text)


def _in_english(number: str, thousands: str, decimal: str) -> str:
    whole, _, part = number.partition(decimal)
    digits = whole.replace(thousands, "")
    shown = f"{int(digits):,}" if thousands in whole else digits
    return f"{shown}.{part}" if part else shown


def _stated(cell: str, unit: str, hedge: Sequence[str]) -> Quantity | Unclear:
    """Return the one quantity that a cell and the hedge before it state."""
    words = " ".join((*hedge, cell))
    if words == cell and DIGITS.fullmatch(cell):
        return Quantity.of(cell, Hedge.EXACT, int(cell), unit)
    plain = without_brackets(words)
    try:
        every = find(plain, unit) or [parse(plain, unit)]
    except WordingError:
        return Unclear("it states no number that the hedge table knows", "Write a number")
    before = without_brackets(" ".join(hedge))
    if before and (why := _two_hedges(every[0], cell, before, unit)):
        return why
    return _unclear(plain, every, unit, f"{unit} {before}") or _quantity(words, every[0], unit)


def _two_hedges(found: Stated, cell: str, before: str, unit: str) -> Unclear | None:
    """Say why the hedge before a cell cannot be taken: it is not known, or the cell has another.

    A range that is called approximate stays the range that it is.
    """
    if before.casefold() in FIRM:
        return None
    if found.hedge is Hedge.EXACT:
        message = f"the hedge table does not know “{before}”"
        return Unclear(message, "Say in the mapping what it means: means: {ca: about}")
    alone = next(iter(find(without_brackets(cell), unit)), None)
    own = alone.hedge if alone else Hedge.EXACT
    meant = HEDGE_OF.get(_meant(before))
    if own in {Hedge.EXACT, meant} or (own is Hedge.BETWEEN and meant is Hedge.ABOUT):
        return None
    message = f"the figure has a hedge of its own, “{cell}”, beside “{before}”"
    return Unclear(message, "Keep one of the two")


def _meant(before: str) -> str:
    """Return what a hedge means: its last words that the table knows, `ca about` being about."""
    words = before.casefold().split()
    tails = (" ".join(words[start:]) for start in range(len(words)))
    return next((tail for tail in tails if tail in HEDGE_OF), "")


def _quantity(words: str, found: Stated, unit: str) -> Quantity:
    value, ends = found.value, found.bounds
    return Quantity(
        as_stated=words, hedge=found.hedge, value=value, low=ends.low, high=ends.high, unit=unit
    )


def _unclear(plain: str, every: Sequence[Stated], unit: str, allowed: str) -> Unclear | None:
    """Say what a cell holds beside one figure of a unit and the words allowed, if anything."""
    first = every[0]
    if len(every) > 1:
        return Unclear("it states more than one number", "Give one figure a cell")
    if "?" in plain:
        return Unclear("it is marked as doubtful", "Give the figure, or “unknown”")
    if share := _other_measure(plain, unit):
        return Unclear(f"{share} is no number of {unit}", "Give the number itself")
    rest = f"{plain[: first.start]} {plain[first.end :]}".casefold()
    own = UNIT_WORDS | set(BESIDE.findall(allowed.casefold()))
    own |= {f"{word}s" for word in own} | {word.removesuffix("s") for word in own}
    if beside := [word for word in BESIDE.findall(rest) if word not in own]:
        message = f"“{' '.join(beside[:5])}” stands beside the figure"
        return Unclear(message, "Give the figure alone in its cell")
    return _no_count(first, plain, unit)


def _other_measure(plain: str, unit: str) -> str:
    """Say what a number is of when it is a share or an amount of money, nothing where it counts."""
    first = next(iter(numbers(lowered(plain))), None)
    if first is not None and first.percent != ("percent" in unit):
        return "a share"
    return "an amount of money" if first is not None and first.money else ""


def _no_count(found: Stated, plain: str, unit: str) -> Unclear | None:
    """Say why a number cannot be that of things counted."""
    ends = (found.bounds.low, found.bounds.high)
    written = [n for n in (ends if found.value is None else (found.value,)) if n is not None]
    if any(number < 0 for number in written):
        return Unclear("it is negative", "Nothing counted is below zero: give the count itself")
    if found.hedge is Hedge.FEWER_THAN and found.value == 0:
        return Unclear("nothing is fewer than 0", "Give the count itself")
    if "between" in plain.casefold() and found.hedge is not Hedge.BETWEEN:
        return Unclear("a range needs two ends", "Give both, or another hedge")
    if not is_measured(unit) and any(number != int(number) for number in written):
        hint = "Say in the mapping how its numbers are written: numbers: 1.234,5"
        return Unclear(f"it is no whole number of {unit}", hint)
    return None
