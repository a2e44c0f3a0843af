"""A toll that rose from 5 to 8 states two numbers, not one between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.numerals.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.numerals.reading import Reading

_CHANGED = re.compile(
    r"\b(?:rise|rises|rose|risen|rising|increase|increased|grow|grew|grown|climb|climbed|jump|jumped|"
    r"went|gone|up|raised|revised|updated|swelled)\b[^.;:]{0,24}\sfrom\s$"
)
_OF_PEOPLE = re.compile(
    r"\b(?:tolls?|dead|deaths?|killed|died|casualt(?:y|ies)|fatalit(?:y|ies)|victims?|wounded|injured|"
    r"injuries|missing|displaced|detain(?:ed|ees)|arrests?|arrested|troops?|soldiers?|people|"
    r"refugees?|attacks?|number)\b"
)
_NOTHING = re.compile(r"\s+to\s+")
_BEFORE, _AFTER = 90, 40
"""How many characters around a range are looked at."""


def parted(lower: str, reading: Reading) -> Iterator[Reading]:
    """Yield a reading, or its two ends where a count of people rose from the one to the other.

    Ranges of anything else stay ranges: prices rose from 5 to 6 per cent.
    """
    if reading.upper is None or not _is_course(lower, reading):
        yield reading
        return
    joint = _NOTHING.search(lower, reading.number_start, reading.number_end)
    if joint is None:
        yield reading
        return
    for first, end in ((reading.number_start, joint.start()), (joint.end(), reading.end)):
        yield from (_moved(part, first) for part in read(lower[first:end]))


def _is_course(lower: str, reading: Reading) -> bool:
    """Tell whether a range is that of a count which changed: the toll rose from 5 to 8."""
    if reading.money or reading.percent:
        return False
    first = max(0, reading.start - _BEFORE)
    before = lower[first : reading.number_start]
    return _CHANGED.search(before) is not None and (
        _OF_PEOPLE.search(before) is not None
        or _OF_PEOPLE.search(lower, reading.end, reading.end + _AFTER) is not None
    )


def _moved(reading: Reading, by: int) -> Reading:
    """Return a reading of a part of a text with the places that it has in the whole."""
    return reading._replace(
        start=reading.start + by,
        end=reading.end + by,
        number_start=reading.number_start + by,
        number_end=reading.number_end + by,
    )
