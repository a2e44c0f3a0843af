"""The cells of our own long table: which field of a claim each column holds, and how.

>>> value("sum_of", "5 + 1", "CSV"), value("chain", "irna > arab-news", "CSV")
([5, 1], ['irna', 'arab-news'])
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.records import Claim

    Path: TypeAlias = tuple[str | int, ...]

FIELDS: Mapping[str, Path] = {
    "id": ("id",),
    "indicator": ("indicator",),
    "kind": ("kind",),
    "planned": ("planned",),
    "statement": ("statement",),
    "as_stated": ("quantity", "as_stated"),
    "hedge": ("quantity", "hedge"),
    "value": ("quantity", "value"),
    "low": ("quantity", "low"),
    "high": ("quantity", "high"),
    "unit": ("quantity", "unit"),
    "sum_of": ("quantity", "sum_of"),
    "period": ("period",),
    "said_on": ("said_on",),
    "claimant": ("claimant",),
    "chain": ("chain",),
    "quote": ("evidence", 0, "quote"),
    "quote_url": ("evidence", 0, "url"),
    "source": ("evidence", 0, "source"),
    "review": ("review", "state"),
    "reviewed_by": ("review", "by"),
    "reviewed_on": ("review", "on"),
    "review_reason": ("review", "why"),
    "verdict": ("review", "verdict"),
    "supersedes": ("supersedes",),
    "withdrawn_on": ("withdrawn", "on"),
    "withdrawn_by": ("withdrawn", "by"),
    "withdrawn_reason": ("withdrawn", "reason"),
    "tags": ("tags",),
    "note": ("note",),
}
"""The columns that are read, and the field of a claim that each holds; the others repeat them,
say what was computed, or say things of other records."""
NUMBERS = frozenset("value low high".split())
PARTED = {"chain": ">", "sum_of": "+", "tags": "|"}
"""What stands between the parts of a cell that holds several."""
TRUTHS = {"true": True, "false": False}
NUMBER = re.compile(r"(\d+)|\d+\.\d+|\d+(?:\.\d+)?[eE][+-]?\d{1,2}")
FORMULA = "=+-@＝＋－＠"  # noqa: RUF001 - the full-width forms, which spreadsheets read alike
"""What our CSV sets an apostrophe before, as a spreadsheet takes it for the start of a formula."""
SET_BEFORE = re.compile(rf"""(?:^|(?<=;))([\s"]*)'(?=[\s"]*[{re.escape(FORMULA)}])""")
BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
"""What is a blank in our CSV."""
TEXTS = frozenset({"CSV", "TSV"})
"""The forms of table that our export sets apostrophes in."""


def value(column: str, cell: str, form: str) -> object:
    """Return what a cell says; raises ValueError where a number or a truth is none."""
    text = bare(cell) if form in TEXTS else cell
    if column in NUMBERS:
        return _number(text)
    if column == "planned":
        if text.casefold() not in TRUTHS:
            message = "is neither true nor false"
            raise ValueError(message)
        return TRUTHS[text.casefold()]
    if column in PARTED:
        parts = [part.strip() for part in text.split(PARTED[column])]
        return [_number(part) for part in parts] if column == "sum_of" else parts
    return text


def _number(text: str) -> int | float:
    found = NUMBER.fullmatch(text)
    if found is None:
        message = "is no number; write 2500 or 2.5"
        raise ValueError(message)
    return int(text) if found[1] else float(text)


def bare(cell: str) -> str:
    """Return the text of a cell without the apostrophes that our CSV sets before a formula.

    >>> bare("'=1;'+2"), bare("'tis")
    ('=1;+2', "'tis")
    """
    return SET_BEFORE.sub(r"\1", cell) if "'" in cell else cell


def held(record: Mapping[str, Any], column: str) -> object:
    """Return what a claim as plain values holds in the field of a column; None where nothing."""
    found: Any = record
    for name in FIELDS[column]:
        try:
            found = found[name]
        except (KeyError, IndexError, TypeError):
            return None
    return found


def is_same(one: object, other: object) -> bool:
    """Tell whether two values are one in a table, which knows no line breaks in a CSV."""
    if one == other or not (isinstance(one, str) and isinstance(other, str)):
        return bool(one == other)
    return _shown(one) == _shown(other)


def _shown(text: str) -> str:
    return bare(BREAKS.sub(" ", text).strip())


def as_values(claim: Claim) -> dict[str, Any]:
    """Return a claim as plain values, with its defaults."""
    return claim.model_dump(mode="json")
