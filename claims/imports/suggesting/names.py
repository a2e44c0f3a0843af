"""The name of a column as words that can be looked up and as a label that can be printed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from claims.fields import UNSAFE

HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
APART = re.compile(r"[^\w]+|_+")
LONGEST = 120
"""Characters of a column's name that a mapping can use."""


@lru_cache(maxsize=4096)
def words_of(name: str) -> str:
    """Return a name as small words without accents.

    >>> words_of("civiliansKilled_cum"), words_of("Getötete (gesamt)")
    ('civilians killed cum', 'getotete gesamt')
    """
    return " ".join(label(name).split()).casefold() if name.isascii() else _folded(name)


def label(name: str) -> str:
    """Return a name as it can be printed within a title: its words set apart."""
    plain = UNSAFE.sub(" ", HUMP.sub(" ", name[: LONGEST * 2]))
    return " ".join(part for part in APART.split(plain) if part)


def titled(name: str) -> str:
    """Return a name as a heading, `Killed cum`; a name without letters or digits as `Column`."""
    found = label(name)
    return found[:1].upper() + found[1:] if found else "Column"


def is_usable(name: str) -> bool:
    """Tell whether a mapping can name a column: no braces, not too long, printable."""
    return not (set("{}") & set(name)) and 0 < len(name) <= LONGEST and not UNSAFE.search(name)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", label(name)).replace("ß", "ss")
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
