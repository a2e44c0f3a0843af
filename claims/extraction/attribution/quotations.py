"""Quotations that run over sentences: who speaks until they close, and after."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extraction.attribution.attributed import Said
    from claims.extraction.sentences import Sentence

_QUOTATION = re.compile(r"“[^“”]{1,3000}”|\"[^\"\n]{1,3000}\"")


def over_quotations(text: str, found: list[Said], sentences: Sequence[Sentence]) -> list[Said]:
    """Let each attribution that reaches into a quotation govern the whole of it, and its next."""
    quotations = [match.span() for match in _QUOTATION.finditer(text)]
    if not quotations or not found:
        return found
    starts = [start for start, _ in quotations]
    wide = [
        replace(said, covers=tuple(_widened(span, quotations, starts) for span in said.covers))
        for said in found
    ]
    added = _continued(wide, quotations, sentences)
    return [
        replace(said, covers=(*said.covers, *added[number])) if number in added else said
        for number, said in enumerate(wide)
    ]


def _widened(
    span: tuple[int, int], quotations: list[tuple[int, int]], starts: list[int]
) -> tuple[int, int]:
    """Return a stretch widened to the ends of the quotations it begins or ends in."""
    start, end = span
    for place in (start, end - 1):
        number = bisect_left(starts, place + 1) - 1
        if number >= 0 and quotations[number][0] <= place < quotations[number][1]:
            start, end = min(start, quotations[number][0]), max(end, quotations[number][1])
    return start, end


def _continued(
    found: Sequence[Said], quotations: Sequence[tuple[int, int]], sentences: Sequence[Sentence]
) -> dict[int, list[tuple[int, int]]]:
    """Return the quotations that go on with one before them, by the number of its attribution."""
    opens = [sentence.start for sentence in sentences]
    speakers = [said.start for said in found]
    covered = sorted(span for said in found for span in said.covers)
    until = list(accumulate((end for _, end in covered), max))
    added: dict[int, list[tuple[int, int]]] = {}
    spoken = (-1, -2)
    for start, end in quotations:
        number = bisect_left(opens, start)
        before = bisect_left(covered, (end, 0))
        if before and until[before - 1] > start:
            spoken = (bisect_left(speakers, end) - 1, bisect_left(opens, end) - 1)
        elif number < len(opens) and opens[number] == start and number - spoken[1] <= 1:
            who = max(spoken[0], bisect_left(speakers, start) - 1)
            if who >= 0:
                added.setdefault(who, []).append((start, end))
                spoken = (who, bisect_left(opens, end) - 1)
    return added
