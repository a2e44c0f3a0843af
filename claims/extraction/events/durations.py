"""How long something lasted, where that is what is told: `an eight-year occupation`.

Most lengths of time only say when ("in the past three days") or belong to a person ("a 12-year
sentence"); those that measure a war, a rule, or the time from one event to another are claims.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import numerals
from claims.errors import WordingError
from claims.extraction.dates.readings import Kind
from claims.hedges import Hedge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.extraction.dates import Dated
    from claims.numerals import Stated

UNIT = "years"
_LASTING = re.compile(
    r"\s+(?:\w+\s+)?(?:war|conflict|occupation|siege|blockade|embargo|insurgency|reign|rule|"
    r"dictatorship|truce|ceasefire|campaign|offensive|mission|ban|curfew|drought|famine)\b",
    re.IGNORECASE,
)
_FROM_EVENT = re.compile(r"\s+(?:after|before)\s+\w", re.IGNORECASE)
_IN_OFFICE = re.compile(
    r"\b(?:in|of)\s+(?:power|office|captivity|exile|force)\s+for\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
_IN_YEAR = re.compile(r"\bin\s+((?:19|20)\d\d)[,\s\u2013\u2014-]{1,4}$", re.IGNORECASE)
_YEARS = re.compile(r"years?$", re.IGNORECASE)
_HEDGE = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, numerals.HEDGE_OF), key=len, reverse=True))})\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long something lasted: its words in the article and what they state, in years."""

    start: int
    end: int
    stated: Stated
    period: str | None = None
    """From when to when, where a year is named that it ends with."""
    to_date: bool = False
    """Whether it goes on: `in power for a year`."""


def lasting(text: str, dates: Iterable[Dated]) -> Iterator[Lasting]:
    """Yield the lengths of time, in years, that are what an article tells."""
    for dated in dates:
        if dated.kind is not Kind.DURATION or not _YEARS.search(text, dated.start, dated.end):
            continue
        hyphened = "-" in text[dated.start : dated.end]
        told = _LASTING.match(text, dated.end) if hyphened else _FROM_EVENT.match(text, dated.end)
        in_office = _IN_OFFICE.search(text, max(0, dated.start - 60), dated.start)
        if not told and not in_office:
            continue
        hedge = _HEDGE.search(text, max(0, dated.start - 30), dated.start)
        start = hedge.start() if hedge else dated.start
        try:
            stated = numerals.parse(text[start : dated.end], UNIT)
        except WordingError:
            continue
        period = None if hyphened else _up_to_a_year(text, start, stated)
        yield Lasting(start, dated.end, stated, period, bool(in_office))


def _up_to_a_year(text: str, start: int, stated: Stated) -> str | None:
    """Return from when to when: "came in 2014, three years after" is 2011/2014."""
    year = _IN_YEAR.search(text, max(0, start - 20), start)
    if year is None or not isinstance(stated.value, int) or stated.hedge is not Hedge.EXACT:
        return None
    return f"{int(year[1]) - stated.value}/{year[1]}"
