"""The value of the words or digits that write a number."""

from __future__ import annotations

import re
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING

from claims.errors import WordingError
from claims.numerals.patterns import NUMBER
from claims.numerals.words import ALSO_ENGLISH, FRACTIONS, SCALES, SHORT_SCALES, VALUES

if TYPE_CHECKING:
    from claims.hedges import Number

TOKENS = re.compile(r"\d[\d.,]*|\.\d+|[^\W\d_]+")
"""The parts of a number: digits and words."""
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_WHOLE = re.compile(NUMBER)


def lowered(text: str) -> str:
    """Return a text with its English letters lowered and every place kept."""
    return text.translate(_LOWER)


def number(words: str) -> Number:
    """Return the number that digits or words write: `2,500`, `twenty-seven`, `2.5 million`, `23rd`.

    Raises WordingError where they write none.
    """
    lower = lowered(words.strip())
    if lower not in ALSO_ENGLISH and _WHOLE.fullmatch(lower) is None:
        raise WordingError(words)
    return value_of(lower)


def value_of(lower: str) -> Number:
    """Return the value of words that are known to write a number."""
    total: Number = 0
    part: Number = 0
    if "/" in lower or "\u2044" in lower or lower[-1] in FRACTIONS:
        return _with_fraction(lower)
    for token in TOKENS.findall(lower):
        if token[0].isdigit() or token[0] == ".":
            digits = token.replace(",", "")
            part = float(digits) if "." in digits else int(digits)
        elif scale := SCALES.get(token) or SHORT_SCALES.get(token):
            part = (part or 1) * scale
            if scale >= SCALES["thousand"]:
                total, part = total + part, 0
        else:
            part += VALUES.get(token, 0)
    total += part
    return int(total) if total == int(total) else round(total, 15)


def _with_fraction(lower: str) -> Number:
    """Return the value of a number that ends in a fraction: 2½, 1 1/2."""
    if lower[-1] in FRACTIONS:
        return int(lower[:-1].strip() or 0) + FRACTIONS[lower[-1]]
    whole, _, fraction = " ".join(lower.split()).rpartition(" ")
    over, under = re.split("[/\u2044]", fraction)
    return int(whole or 0) + int(over) / int(under)
