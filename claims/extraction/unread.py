"""Numbers that count something and became no proposal: a reader is told that they were not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction.proposals import RULES, counts_things, read_around

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from claims.extraction.numbers import Found
    from claims.extraction.proposal import Proposal


def unread(text: str, published: date | None, proposals: Iterable[Proposal]) -> list[Found]:
    """Return the numbers of a text that no proposal holds; dates, ages and measures are none.

    "Only 5,262 remained" says nothing of what is counted: a person must read it.
    """
    around = read_around(text, published, (), RULES.read(text).numbers)
    held = [place for one in proposals for place in ((one.start, one.end), *one.also)]
    return [
        number
        for number in around.numbers
        if counts_things(number, around)
        and not any(start < number.end and number.start < end for start, end in held)
    ]
